"""What stands in the window's frame until the window is furnished: the map in outline."""

import json
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from siteselect.language import say
from siteselect.resources import resource
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.outline import Outline, fitting, kept_outline, paint_outline
from siteselect.ui.theme import SIZES, Theme

TOP = 52
"""Height in pixels of the bar at the top, as painted here."""
_LARGEST = 2**24


class Foyer(QWidget):
    """Paints the places of the window as they will stand, with the map's land in its place."""

    def __init__(self, theme: Theme, outline: Outline | None, room: QRect) -> None:
        """`room` is where the map lay in the window when it was last closed."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.theme = theme
        self.outline = outline
        self._room = room

    def map_room(self) -> QRect:
        """Return where the map stands: as it last stood when that fits, else below the top bar."""
        if not self._room.isEmpty() and self.rect().contains(self._room):
            return self._room
        return self.rect().adjusted(0, TOP, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint panels plain, and the map in outline."""
        del event
        theme, room = self.theme, self.map_room()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        below = QRect(0, room.bottom() + 1, self.width(), self.height() - room.bottom())
        painter.fillRect(below, QColor(theme.window))
        painter.setPen(QColor(theme.line))
        painter.drawLine(0, TOP - 1, self.width(), TOP - 1)
        painter.setClipRect(room)
        painter.fillRect(room, QColor(theme.neighbours if self.outline else theme.water))
        if self.outline is not None:
            paint_outline(painter, self.outline, theme, fitting(self.outline.home, QRectF(room)))
        painter.setClipping(False)
        painter.setPen(QColor(theme.muted))
        font = painter.font()
        font.setPixelSize(SIZES["text"])
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, say("Opening…"))
        painter.end()


def outline_for(file: Path | None, cache: MapCache) -> Outline | None:
    """Return the outline of the pack that a project names, if one is kept; never fails."""
    reference = reference_of(file)
    return kept_outline(cache, reference) if reference else None


def reference_of(file: Path | None) -> str:
    """Return the pack that a project names, without `file` the shipped sample; else nothing."""
    path = file if file is not None else resource("samples", "relocation-2021.siteselect")
    try:
        if path.stat().st_size > _LARGEST:
            return ""
        reference = json.loads(path.read_text(encoding="utf-8"))["study"]["pack"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""  # whoever opens the project tells what is wrong with it
    return reference if isinstance(reference, str) else ""
