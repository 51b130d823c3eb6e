"""Copy and keep what is in sight: rows as a table, a chart or the map as a picture."""

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from siteselect.errors import ExportError
from siteselect.files import write_whole
from siteselect.language import say
from siteselect.ui.charts.chart import Chart
from siteselect.ui.map.map_view import MapView
from siteselect.ui.messages import Messages
from siteselect.ui.pictures import FORMATS, Drawing, draw
from siteselect.ui.ranking_table import RankingTable
from siteselect.ui.settings import Settings

SCALE = 2.0
"""Pixels of a copied picture to one of the screen: it is often shown larger than it was."""
_FOCUSED = (MapView, Chart, RankingTable)


class Copying:
    """Copies what has the focus; the map where nothing that can be copied has it."""

    def __init__(
        self, view: MapView, settings: Settings, messages: Messages, window: QWidget
    ) -> None:
        self._map, self._settings, self._messages = view, settings, messages
        self._window = window

    def copy(self) -> None:
        """Copy rows as a table, anything else as a picture."""
        view = self.view()
        if isinstance(view, RankingTable):
            put_table(rows_of(view.view.selected_text()))
            self._messages.notice(say("The picked rows are copied."))
        else:
            self.copy_picture()

    def copy_picture(self) -> None:
        """Copy what has the focus as a picture."""
        QGuiApplication.clipboard().setImage(self.drawing().image(SCALE))
        self._messages.notice(say("The picture is copied."))

    def save_picture(self) -> None:
        """Ask for a file, and keep what has the focus as PNG, SVG or PDF."""
        drawing = self.drawing()
        name = "".join(sign for sign in drawing.title if sign.isalnum() or sign in " -")
        start = self._settings.folder / f"{name.strip() or 'picture'}.png"
        kinds = " ".join(f"*.{form}" for form in FORMATS)
        text, _ = QFileDialog.getSaveFileName(
            self._window, say("Save as picture"), str(start), f"{say('Pictures')} ({kinds})"
        )
        if text:
            self.write(drawing, Path(text))

    def write(self, drawing: Drawing, path: Path) -> None:
        """Write a picture in the form that its name asks for; a fault is told."""
        form = path.suffix.lower().lstrip(".") or "png"
        path = path if path.suffix else path.with_suffix(".png")
        try:
            write_whole(path, drawing.as_format(form, SCALE if form == "png" else 1.0))
        except ExportError as fault:
            self._messages.fault(fault)
        except OSError as error:
            told = say(
                "{path} cannot be written: {why}. Make room, or choose another folder.",
                path=path,
                why=error.strerror or error,
            )
            self._messages.fault(ExportError(told))
        else:
            self._settings.folder = path.absolute().parent
            self._messages.notice(say("Written: {path}", path=path))

    def drawing(self) -> Drawing:
        """Return what has the focus as strokes; the map without its buttons."""
        view = self.view()
        if not isinstance(view, MapView):
            return draw(view, getattr(view, "question", "") or view.accessibleName())
        cards = view.glass.for_hands()
        for card in cards:
            card.hide()
        try:
            return draw(view, say("Map"))
        finally:
            for card in cards:
                card.show()

    def view(self) -> QWidget:
        """Return the view that has the focus."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, _FOCUSED):
            widget = widget.parentWidget()
        return widget or self._map

    def wishes(self) -> dict[str, Callable[[], object]]:
        """Return what each command of copying does."""
        return {
            "copy": self.copy,
            "copy_picture": self.copy_picture,
            "save_picture": self.save_picture,
        }


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a text parted by tabs."""
    return [line.split("\t") for line in text.splitlines()]


def put_table(rows: Sequence[Sequence[str]]) -> None:
    """Put rows on the clipboard: as text for spreadsheets, as a table for documents."""
    held = QMimeData()
    held.setText("\n".join("\t".join(row) for row in rows) + "\n")
    held.setHtml(table_html(rows))
    QGuiApplication.clipboard().setMimeData(held)


def table_html(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table, the first of them as its head."""
    lines = []
    for place, row in enumerate(rows):
        kind = "td" if place else "th"
        lines.append("".join(f"<{kind}>{escape(cell)}</{kind}>" for cell in row))
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
