"""Words in a small window at the pointer: wrapped, and never read as markup."""

from html import escape


def tip(text: str) -> str:
    """Return a tool tip that shows `text` literally; Qt would take `<b>` in it for markup."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
