"""Text that a person gave: shown on screens, in terminals and in files, so it holds no commands."""

import unicodedata

_ALLOWED = frozenset("\n\t")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows, and so can make a text look like another."""
_CONTROL = frozenset({"Cc", "Cs"})


def plain_text(text: str) -> str:
    r"""Return `text` as it is.

    Raises
    ------
    ValueError
        If it holds a sign that steers a terminal or a line of text, or half a sign, which no file
        can carry.

    Examples
    --------
    >>> plain_text("Алматы 2")
    'Алматы 2'
    >>> plain_text("red\x1b[31m")
    Traceback (most recent call last):
        ...
    ValueError: the text holds the control sign U+001B: take it out
    """
    for sign in text:
        control = unicodedata.category(sign) in _CONTROL and sign not in _ALLOWED
        if control or sign in _TURNING:
            raise ValueError(f"the text holds the control sign U+{ord(sign):04X}: take it out")
    return text
