"""A cell of two lines: what it is called in bold, where it lies beneath it, muted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from siteselect.ui.theme import Theme
from siteselect.ui.widgets.painting import LEFT, face, write

_MARGIN = 6.0
_LINE = 17.0


class TwoLines(QStyledItemDelegate):
    """Paints text that is parted by a line break."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground as the style does, and both lines on it."""
        held = QStyleOptionViewItem(option)
        self.initStyleOption(held, index)
        first, _, second = str(index.data() or "").partition("\n")
        held.text = ""
        widget = held.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, held, painter, widget)
        box = QRectF(held.rect).adjusted(_MARGIN, 0.0, -_MARGIN, 0.0)
        top = box.center().y() - (_LINE if second else _LINE / 2)
        upper = QRectF(box.left(), top, box.width(), _LINE)
        write(painter, upper, first, face("text", bold=True), self.theme.text, LEFT)
        if second:
            lower = upper.translated(0.0, _LINE)
            write(painter, lower, second, face("small"), self.theme.muted, LEFT)
