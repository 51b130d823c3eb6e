import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from siteselect.ui.resizing import A_STEP, Resizing
from siteselect.ui.widgets.still import Still


class Panel(QWidget):
    """Remembers the widths at which it was painted."""

    def __init__(self):
        super().__init__()
        self.widths = []

    def paintEvent(self, event):
        self.widths.append(self.width())
        QPainter(self).fillRect(self.rect(), QColor("#00aa00"))


class Row(QWidget):
    """Three panels beside each other, laid out as a splitter does, that are painted by turns."""

    def __init__(self):
        super().__init__()
        self.panels = [Panel() for _ in range(3)]
        for panel in self.panels:
            panel.setParent(self)
        self.resizing = Resizing(lambda: self.panels, lambda: "#aa0000", self)

    def resizeEvent(self, event):
        self.resizing.step(event.oldSize(), event.size())
        wide = self.width() // 3
        for place, panel in enumerate(self.panels):
            panel.setGeometry(place * wide, 0, wide, self.height())


@pytest.fixture
def row(qtbot):
    made = Row()
    qtbot.addWidget(made)
    made.resize(300, 60)
    made.show()
    qtbot.waitUntil(lambda: all(panel.widths for panel in made.panels))
    return made


def drawn_to(row, qtbot, wide):
    """Draw the window to a width, and let it be painted."""
    row.resize(wide, 60)
    qtbot.waitUntil(lambda: row.backingStore().size() == QSize(wide, 60))


def test_a_small_step_paints_one_panel_at_most(row, qtbot):
    before = [len(panel.widths) for panel in row.panels]
    for step in range(1, 5):
        drawn_to(row, qtbot, 300 + 6 * step)
        painted = [len(panel.widths) for panel in row.panels]
        assert sum(painted) - sum(before) <= 1
        before = painted
    assert len(row.findChildren(Still)) >= 2
    assert not row.resizing.resting


def test_each_panel_has_its_turn_while_the_hand_goes_on(row, qtbot):
    for step in range(1, 8):
        drawn_to(row, qtbot, 300 + 6 * step)
    assert all(any(wide > 100 for wide in panel.widths) for panel in row.panels)


def test_after_the_rest_every_panel_is_painted_at_its_size(row, qtbot):
    for step in range(1, 6):
        drawn_to(row, qtbot, 300 + 6 * step)
    qtbot.waitUntil(lambda: row.resizing.resting)
    qtbot.waitUntil(lambda: all(panel.widths[-1] == 110 for panel in row.panels))
    shown = row.grab().toImage()
    assert {shown.pixelColor(x, 30).name() for x in range(0, 330, 3)} == {"#00aa00"}


def test_a_jump_paints_all_at_once_and_ends_what_was_still(row, qtbot):
    drawn_to(row, qtbot, 306)
    assert not row.resizing.resting
    drawn_to(row, qtbot, 306 + 3 * A_STEP)
    assert row.resizing.resting
    assert all(panel.widths[-1] == 102 + A_STEP for panel in row.panels)


def test_two_steps_without_a_painting_between_take_no_picture_of_the_wrong_place(row, qtbot):
    row.resize(306, 60)
    row.resize(312, 60)  # the store still shows 300
    qtbot.waitUntil(lambda: row.backingStore().size() == QSize(312, 60))
    stills = {still.panel: still.picture.width() for still in row.findChildren(Still)}
    assert set(stills.values()) <= {100}


def test_a_change_that_is_not_the_windows_own_paints_as_ever(row):
    row.resizing.step(QSize(300, 60), QSize(300, 50))
    assert row.resizing.resting
