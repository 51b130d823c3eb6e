"""Whose report it is: a name, a logo and a colour, read from what a person gave."""

import re
from pathlib import Path

from siteselect.errors import ExportError
from siteselect.export.report import Brand
from siteselect.files import read_bounded

_MOST = 4 * 2**20
"""Bytes that a logo may have."""
_HEADS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def brand_of(name: str = "", logo: Path | None = None, accent: str = "#0F766E") -> Brand:
    """Return the brand that was asked for.

    Raises
    ------
    ExportError
        If the colour is none, or the logo cannot be read or is no picture.
    """
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", accent):
        raise ExportError(f"{accent!r} is no colour: write it as #0F766E.")
    held = b""
    if logo is not None:
        try:
            held = read_bounded(logo, _MOST)
        except OSError as error:
            raise ExportError(
                f"The logo {logo} cannot be read: {error.strerror or error}. Choose another file."
            ) from error
        if not kind_of(held):
            raise ExportError(f"The logo {logo} is no PNG, JPEG or SVG: choose another file.")
    return Brand(name.strip(), held, accent.upper())


def kind_of(logo: bytes) -> str:
    """Return the media type of a logo; empty for what is no picture."""
    for head, kind in _HEADS.items():
        if logo.startswith(head):
            return kind
    return "image/svg+xml" if b"<svg" in logo[:2000] else ""
