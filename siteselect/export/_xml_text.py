"""Texts of other people in the XML that globes read."""

from html import escape


def xml_text(text: str) -> str:
    """Return a text for XML: what stands for a tag is escaped, what XML does not know is left out.

    A globe puts words in the place of $[name], so the sign that begins it is parted.
    """
    if text.isprintable() and "$[" not in text:
        return escape(text)
    known = "".join(
        sign for sign in text if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff")
    )
    return escape(known.replace("$[", "$ ["))
