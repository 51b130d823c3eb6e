import pytest
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from siteselect.ui.widgets.still import Still, picture_of


class Panel(QWidget):
    """Fills itself with a colour, and counts how often."""

    def __init__(self, colour):
        super().__init__()
        self.colour, self.painted = QColor(colour), 0

    def paintEvent(self, event):
        self.painted += 1
        QPainter(self).fillRect(event.rect(), self.colour)


@pytest.fixture
def row(qtbot):
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    window.left, window.right = Panel("#aa0000"), Panel("#0000aa")
    inner = QHBoxLayout(window.right)
    inner.setContentsMargins(0, 0, 0, 0)
    window.within = Panel("#00aa00")
    inner.addWidget(window.within)
    layout.addWidget(window.left, 1)
    layout.addWidget(window.right, 1)
    qtbot.addWidget(window)
    window.resize(200, 80)
    window.show()
    qtbot.waitUntil(lambda: window.within.painted > 0)
    return window


def test_the_picture_is_what_was_painted_at_the_place_of_the_panel(row):
    left, right = picture_of(row.left), picture_of(row.right)
    assert (left.size(), right.size()) == (row.left.size(), row.right.size())
    assert left.pixelColor(50, 40) == QColor("#aa0000")
    assert right.pixelColor(50, 40) == QColor("#00aa00")


def test_there_is_no_picture_of_what_is_hidden_or_lies_behind_something_else(row):
    over = Panel("#ffffff")
    over.setParent(row)
    over.setGeometry(90, 30, 30, 30)
    assert picture_of(row.right) is not None  # neither its middle nor a corner
    over.setGeometry(140, 30, 30, 30)
    over.show()
    assert picture_of(row.right) is None
    row.left.hide()
    assert picture_of(row.left) is None


def test_nothing_beneath_is_laid_out_or_painted_until_the_still_leaves(row, qtbot):
    still = Still(row.right, picture_of(row.right), "#123456")
    painted, wide = row.within.painted, row.within.width()
    row.resize(300, 80)
    qtbot.waitUntil(lambda: row.left.painted > 1)
    assert still.size() == row.right.size()
    assert (row.within.painted, row.within.width()) == (painted, wide)
    shown = row.grab().toImage()
    assert shown.pixelColor(200, 40) == QColor("#00aa00")
    assert shown.pixelColor(290, 40) == QColor("#123456")  # grown past its picture
    still.leave(at_once=True)
    assert row.within.size() == row.right.size()
    qtbot.waitUntil(lambda: row.within.painted > painted)
    assert row.grab().toImage().pixelColor(290, 40) == QColor("#00aa00")


def test_a_panel_that_is_let_go_before_it_is_sized_is_laid_out_with_its_size(row):
    still = Still(row.right, picture_of(row.right), "#123456")
    still.leave()
    row.resize(320, 80)
    assert row.within.width() == row.right.width() == 160
