"""Cards that lie on the map: a title that folds, and something beneath it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.ui.theme import CORNER, SIZES, SPACE, Theme


def card_style(theme: Theme) -> str:
    """Return the style sheet of what lies on the map."""
    small = SIZES["small"] + 1
    return f"""
        #mapCard {{ background: {_veil(theme)}; border: 1px solid {theme.line};
                 border-radius: {CORNER}px; }}
        #mapCard QToolButton#mapTitle {{ border: none; background: transparent;
                 color: {theme.text}; font-size: {small}px; font-weight: 600; padding: 2px;
                 min-height: 20px; }}
        #mapCard QToolButton#mapTitle:focus {{ color: {theme.accent}; }}
        #mapCard QCheckBox {{ font-size: {small}px; }}
    """


def _veil(theme: Theme) -> str:
    """Return the ground of a card: the map shines through a little."""
    red, green, blue = (int(theme.panel[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.94)"


class Card(QFrame):
    """A card on the map; `folded` is emitted when a hand folds or unfolds it, with its state."""

    folded = Signal(bool)

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapCard")
        self.setAccessibleName(title)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.theme = theme
        self.body = QWidget(self)
        self.title = QToolButton(self)
        self.title.setText(title)
        self.title.setObjectName("mapTitle")
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setCheckable(True)
        self.title.setChecked(True)
        self.title.setAccessibleName(say("{title}, fold or unfold", title=title))
        self.title.toggled.connect(self._open)
        self.title.clicked.connect(self.folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE[1], SPACE[0], SPACE[2], SPACE[1])
        layout.setSpacing(SPACE[0])
        layout.addWidget(self.title)
        layout.addWidget(self.body)
        self._open(opened=True)
        self.apply_theme(theme)

    @property
    def opened(self) -> bool:
        """Whether the body is seen."""
        return self.title.isChecked()

    def open(self, opened: bool) -> None:
        """Fold or unfold without a hand."""
        self.title.setChecked(opened)

    def fit(self) -> None:
        """Take the size of what is inside, at once and not at the next turn of events."""
        for layout in (self.body.layout(), self.layout()):
            if layout is not None:
                layout.invalidate()
                layout.activate()
        self.adjustSize()

    def apply_theme(self, theme: Theme) -> None:
        """Take on other colours."""
        self.theme = theme
        self.setStyleSheet(card_style(theme))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses from the map beneath."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep releases from the map beneath."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep the wheel from the map beneath."""
        event.accept()

    def _open(self, opened: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow
        self.title.setArrowType(arrow)
        self.body.setVisible(opened)
        self.fit()
