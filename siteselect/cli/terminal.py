"""What every table in the terminal shares: its width, and texts that cannot steer it."""

import sys
import unicodedata
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDTH = 140
"""Signs in a row where the output is a file."""


def console(least: int = WIDTH) -> Console:
    """Return a console on the standard output; in a file a row has at least so many signs."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else max(WIDTH, least))


def plain(text: str) -> str:
    """Return the text without control signs, which could steer a terminal."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cc")


def table_of(
    titles: Sequence[str], rows: Iterable[Sequence[str]], words: Sequence[str] = ()
) -> Table:
    """Return a table; columns named in `words` stand to the left, numbers to the right."""
    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for title in titles:
        table.add_column(title, justify="left" if title in words else "right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(plain(text)) for text in row))
    return table


def line(text: str, style: str = "") -> Text:
    """Return one line of text, as it stands."""
    return Text(plain(text), style)
