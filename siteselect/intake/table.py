"""A text cut into rows and cells: which sign parts them, and where a row stands in the file."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.intake.encoding import ENCODINGS, Detected, decode, detect
from siteselect.language import say

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_STRONGER = {",": ";\t|", ";": "\t|", "\t": "", "|": "\t"}
_LOOKED_AT = 40
_WIDEST = 500
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))

Rows = list[tuple[int, list[str]]]
"""Row numbers as the person sees them, counted from 1, with the cells."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text from outside, and in which encoding it was written."""

    text: str
    detected: Detected
    chosen: bool = False
    """Whether a person named the encoding."""


def text_of(path: Path, data: bytes, encoding: str = "") -> Text:
    """Return the text in `data`; without an encoding, the likeliest one is taken.

    Raises
    ------
    IntakeError
        If it is not written so, or no text at all.
    """
    found = Detected(encoding) if encoding else detect(data)
    try:
        text = decode(data, found.encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise IntakeError(
            say(
                "{path} is not {title} text (line {line}): choose another encoding, "
                "or save it as CSV UTF-8 or as .xlsx.",
                path=path,
                title=title(found.encoding),
                line=line,
            )
        ) from None
    except LookupError:
        raise IntakeError(
            say(
                "There is no encoding called {encoding}: take one of {encodings}.",
                encoding=encoding,
                encodings=", ".join(ENCODINGS),
            )
        ) from None
    if "\0" in text:
        raise IntakeError(
            say("{path} is no text: save the table as CSV UTF-8 or as .xlsx.", path=path)
        )
    return Text(text, found, bool(encoding))


def title(encoding: str) -> str:
    """Return the words for an encoding."""
    plain = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    return say(ENCODINGS[plain]) if plain in ENCODINGS else encoding


def separator_of(text: str, recognised: Callable[[Sequence[str]], int]) -> str:
    """Return the sign that parts the cells of `text`.

    Parameters
    ----------
    text
        The table.
    recognised
        How many of the cells of a header are known names: this decides first.
    """
    hinted = _hint(text)
    if hinted:
        return hinted
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    return max(SEPARATORS, key=lambda sign: _fit(lines, sign, recognised))


def rows_of(path: Path, text: str, separator: str) -> Rows:
    """Return the rows of `text` with the lines at which they begin.

    Raises
    ------
    IntakeError
        If a quotation mark does not end.
    """
    skipped = 1 if _hint(text) else 0
    body = text.partition("\n")[2] if skipped else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    rows: Rows = []
    start = 1 + skipped
    try:
        for cells in reader:
            rows.append((start, [clean(cell) for cell in cells]))
            start = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise IntakeError(
            say(
                "{path} is damaged at line {line}: {error}. Look at the quotation marks.",
                path=path,
                line=reader.line_num + skipped,
                error=error,
            )
        ) from None
    return rows


def clean(cell: str) -> str:
    """Return the cell with every kind of white space made one plain space, and nothing unseen."""
    return " ".join(cell.translate(_INVISIBLE).split())


def unseen(text: str) -> int:
    """Return how many signs that nobody sees stand in `text`."""
    return sum(text.count(chr(sign)) for sign in _INVISIBLE)


def _hint(text: str) -> str:
    """Return the separator that a first line such as sep=; names, as some spreadsheets write it."""
    first = text.partition("\n")[0].strip("\r")
    found = first.strip().lower()
    if not found.startswith("sep="):
        return ""
    sign = first.lstrip()[4:5]
    return sign if sign in SEPARATORS else ","


def _fit(
    lines: Sequence[str], sign: str, recognised: Callable[[Sequence[str]], int]
) -> tuple[float, ...]:
    """Return how well `sign` parts the lines: known headings, even rows, cells that are whole."""
    try:
        rows = list(csv.reader(lines, delimiter=sign))
    except csv.Error:
        return (0.0, 0.0, 0.0, 0.0)
    if not rows:
        return (0.0, 0.0, 0.0, 0.0)
    width, often = Counter(len(row) for row in rows).most_common(1)[0]
    torn = sum(any(other in cell for other in _STRONGER[sign]) for row in rows for cell in row)
    even = often / len(rows) if width > 1 else 0.0
    known = float(recognised([clean(cell) for cell in rows[0][:_WIDEST]]))
    return (known, even - torn / max(1, len(rows)), float(width), -float(torn))
