"""Where the pointer is, how that is told, and what the figures of the map are measured on."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QToolButton, QToolTip

from siteselect.language import say
from siteselect.ui.widgets.tips import tip

BESIDE = 18
"""Pixels of padding and frame beside the words of the position."""
NARROWEST = 216
ROOMY = 1280
"""From this width of the window on the reference system is told whole."""


class PositionButton(QPushButton):
    """Tells coordinates and scale as the map does; its menu chooses the notation."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("position")
        self.setToolTip(
            tip(say("Where the pointer is, and the scale. Click to choose how places are told."))
        )
        self.setAccessibleName(say("Coordinates"))
        self.ensurePolished()
        self.fit_anew()

    def show_position(self, text: str) -> None:
        """Show coordinates and scale; a longer text than ever makes the button wider."""
        self.setText(text)
        self.setAccessibleDescription(text)
        needed = QFontMetrics(self.font()).horizontalAdvance(text) + BESIDE
        if needed > self.width():  # of a fixed width: a move of the pointer lays nothing out anew
            self.setFixedWidth(needed)

    def fit_anew(self) -> None:
        """Be as narrow as at first: another notation is told."""
        self.setFixedWidth(NARROWEST)


class ReferenceBadge(QToolButton):
    """Names the reference system; hover and click say what distances are measured on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setToolTip(tip(_about()))
        self.setAccessibleName(say("Reference system"))
        self.setAccessibleDescription(_about())
        self.clicked.connect(self._explain)
        self.fit(ROOMY)

    def fit(self, width: int) -> None:
        """Tell the whole name in a window wide enough for it."""
        whole = say("WGS 84 · Web Mercator (EPSG:3857)")
        self.setText(whole if width >= ROOMY else "EPSG:3857")

    def _explain(self) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, 0)), self.toolTip(), self)


def _about() -> str:
    return say(
        "Places are longitude and latitude on WGS 84. The map is drawn in Web Mercator "
        "(EPSG:3857), which makes land look larger the farther it lies from the equator. "
        "Distances, areas and rings are not measured on that drawing but on the ellipsoid of "
        "WGS 84, along the shortest line."
    )
