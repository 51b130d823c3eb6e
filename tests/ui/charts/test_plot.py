import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from siteselect.ui import figures
from siteselect.ui.charts.plot import Plot
from siteselect.ui.theme import DARK, LIGHT


class Told(Plot):
    def explain(self, point):
        self.asked = point
        return "here"


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    outer = QWidget()
    qtbot.addWidget(outer)
    made = Told(LIGHT, outer, movable=True)
    outer.resize(400, 200)
    made.resize(400, 200)
    outer.show()
    made.show_range((0.0, 10.0), (0.0, 100.0))
    QApplication.processEvents()
    yield made
    outer.close()


def test_it_shows_the_range_it_is_given_and_turns_pixels_into_values(plot: Plot) -> None:
    assert plot.seen() == ((0.0, 10.0), (0.0, 100.0))
    frame = plot.frame()
    middle = plot.value_at(frame.center())
    assert middle.x() == pytest.approx(5.0, abs=0.02)
    assert middle.y() == pytest.approx(50.0, abs=0.5)


def test_ticks_are_written_as_numbers_are_everywhere_else(plot: Plot) -> None:
    wanted = [figures.number(value, 0) for value in (-1500.0, 0.0, 1500.0)]
    assert plot.left.tickStrings([-1500.0, 0.0, 1500.0], 1.0, 1500.0) == wanted
    assert plot.foot.tickStrings([0.25], 1.0, 0.05) == ["0.25"]


def test_its_ground_is_the_panel_in_either_look(plot: Plot) -> None:
    corner = QPoint(1, 1)
    assert plot.grab().toImage().pixelColor(corner) == QColor(LIGHT.panel)
    plot.dress(DARK)
    assert plot.grab().toImage().pixelColor(corner) == QColor(DARK.panel)


def test_a_click_is_told_in_values_and_a_double_click_too(qtbot: QtBot, plot: Plot) -> None:
    spot = plot.frame().center().toPoint()
    with qtbot.waitSignal(plot.clicked) as told:
        qtbot.mouseClick(plot.widget.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args[0].x() == pytest.approx(5.0, abs=0.05)
    assert told.args[1] is False
    with qtbot.waitSignal(plot.doubled):
        qtbot.mouseDClick(plot.widget.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_keys_zoom_where_it_can_be_moved(qtbot: QtBot, plot: Plot) -> None:
    with qtbot.waitSignal(plot.moved):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    (left, right), _ = plot.seen()
    assert right - left == pytest.approx(8.0)
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.seen()[0] == pytest.approx((0.0, 10.0))
    still = Plot(LIGHT, plot.parentWidget())
    still.show_range((0.0, 1.0), (0.0, 1.0))
    qtbot.keyClick(still, Qt.Key.Key_Plus)
    assert still.seen() == ((0.0, 1.0), (0.0, 1.0))


def test_a_tool_tip_asks_for_words_at_the_values(plot: Plot) -> None:
    spot = plot.frame().center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, spot, plot.mapToGlobal(spot))
    QApplication.sendEvent(plot.widget.viewport(), event)
    assert plot.asked.x() == pytest.approx(5.0, abs=0.05)
    assert Plot.explain(plot, QPointF()) == ""


def test_the_window_starts_without_the_library_of_plots() -> None:
    code = (
        "import sys, siteselect.ui.main_window\n"
        "print([name for name in sys.modules if name.startswith('pyqtgraph')][:3])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout.strip() == "[]", told.stderr
