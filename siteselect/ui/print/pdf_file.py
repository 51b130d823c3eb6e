"""Pages to a PDF: running heads, page numbers, title, language and a table of contents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter, QPen, QPicture

from siteselect.errors import ExportError
from siteselect.language import say
from siteselect.progress import Progress, silent
from siteselect.ui.print.flow import Mark, line_of
from siteselect.ui.print.paper import FOOT, LINE, POINT, Paper

_DPI = 96


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page but the first, and what the file says of itself."""

    title: str
    right: str
    foot: str
    language: str
    author: str = ""


def pdf_of(
    pages: Sequence[QPicture],
    marks: Sequence[Mark],
    paper: Paper,
    running: Running,
    progress: Progress = silent,
) -> bytes:
    """Return the pages as a PDF; fonts are embedded, words stay words."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(running.title)
    writer.setCreator("siteselect")
    if running.author and hasattr(writer, "setAuthor"):  # Qt 6.9 and later
        writer.setAuthor(running.author)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(paper.size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError(say("The PDF cannot be made: there is no room for it in memory."))
    try:
        painter.scale(_DPI / 72 / POINT, _DPI / 72 / POINT)
        for number, page in enumerate(pages):
            progress(number / len(pages), say("Printing page {number}", number=number + 1))
            if number:
                writer.newPage()
            painter.save()
            painter.drawPicture(QPointF(0, 0), page)
            painter.restore()
            furnish(painter, paper, running, number, len(pages))
    finally:
        painter.end()
    return with_contents(bytes(data.data()), marks, running.language)


def furnish(painter: QPainter, paper: Paper, running: Running, number: int, count: int) -> None:
    """Paint running head, foot and page number."""
    body = paper.body
    line = QPen(QColor(LINE), 0.6 * POINT)
    if number:
        head = QRectF(body.left(), 32 * POINT, body.width(), 12 * POINT)
        line_of(painter, running.title, FOOT, head)
        line_of(painter, running.right, FOOT, head, right=True)
        painter.setPen(line)
        painter.drawLine(
            QPointF(body.left(), head.bottom() + 3 * POINT),
            QPointF(body.right(), head.bottom() + 3 * POINT),
        )
    foot = QRectF(body.left(), (paper.height - 38) * POINT, body.width(), 12 * POINT)
    painter.setPen(line)
    painter.drawLine(
        QPointF(body.left(), foot.top() - 4 * POINT), QPointF(body.right(), foot.top() - 4 * POINT)
    )
    line_of(painter, running.foot, FOOT, foot)
    told = say("Page {number} of {count}", number=number + 1, count=count)
    line_of(painter, told, FOOT, foot, right=True)


def with_contents(data: bytes, marks: Sequence[Mark], language: str) -> bytes:
    """Return a PDF whose catalogue names its language and its chapters.

    Qt writes neither. The format lets one say more of an object at the end of the file, where the
    last word counts: the catalogue is told again, with what it lacks.
    """
    trailer = data[data.rindex(b"trailer") :]
    found = re.search(rb"/Root (\d+) 0 R", trailer), re.search(rb"/Size (\d+)", trailer)
    start = re.search(rb"startxref\s+(\d+)", trailer)
    if found[0] is None or found[1] is None or start is None:
        raise ExportError(say("The PDF cannot be finished: its end is not as it should be."))
    root, size = int(found[0][1]), int(found[1][1])
    catalogue = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, data, re.DOTALL)
    tree = re.search(rb"/Pages (\d+) 0 R", catalogue[1]) if catalogue else None
    if catalogue is None or tree is None:
        raise ExportError(say("The PDF cannot be finished: its catalogue is not to be found."))
    kids = re.search(rb"\n%s 0 obj.*?/Kids\s*\[(.*?)\]" % tree[1], data, re.DOTALL)
    pages = re.findall(rb"(\d+) 0 R", kids[1]) if kids else []
    held = catalogue[1].rstrip() + b"\n/Lang (" + language.replace("_", "-").encode() + b")"
    held += b"\n/ViewerPreferences << /DisplayDocTitle true >>"
    told: dict[int, bytes] = {}
    chapters = [mark for mark in marks if mark.page < len(pages)]
    if chapters:
        held += b"\n/Outlines %d 0 R\n/PageMode /UseOutlines" % size
        told |= _outlines(chapters, pages, size)
    told[root] = b"<<" + held + b"\n>>"
    return data + _update(data, told, trailer, int(start[1]), size + len(chapters) + 1)


def _outlines(chapters: Sequence[Mark], pages: Sequence[bytes], first: int) -> dict[int, bytes]:
    """Return the contents as objects from the number `first` on."""
    count = len(chapters)
    told = {
        first: b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (first + 1, first + count, count)
    }
    for place, chapter in enumerate(chapters, 1):
        title = b"\xfe\xff" + chapter.title.encode("utf-16-be")
        links = b" /Prev %d 0 R" % (first + place - 1) if place > 1 else b""
        links += b" /Next %d 0 R" % (first + place + 1) if place < count else b""
        told[first + place] = b"<< /Title <%s> /Parent %d 0 R%s /Dest [%s 0 R /Fit] >>" % (
            title.hex().encode(),
            first,
            links,
            pages[chapter.page],
        )
    return told


def _update(data: bytes, told: dict[int, bytes], trailer: bytes, before: int, size: int) -> bytes:
    """Return what is written after the end of the file: objects, where they stand, a trailer."""
    out, places = b"\n", {}
    for number, body in sorted(told.items()):
        places[number] = len(data) + len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data) + len(out)
    out += b"xref\n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    held = re.search(rb"<<(.*?)>>", trailer, re.DOTALL)
    kept = re.sub(rb"/(Size|Prev) \d+", b"", held[1]) if held else b""
    out += b"trailer\n<<%s\n/Size %d\n/Prev %d\n>>\n" % (kept.rstrip(), size, before)
    return out + b"startxref\n%d\n%%%%EOF\n" % start
