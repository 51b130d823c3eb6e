import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from siteselect.scan.surface import LEVELS
from siteselect.ui.finding.histogram import BARS, ScoreHistogram
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def shown(qtbot):
    made = ScoreHistogram(LIGHT)
    qtbot.addWidget(made)
    made.resize(280, 104)
    made.show_scores(np.ones(LEVELS, np.intp), (0.2, 0.8))
    made.show()
    return made


def test_every_cell_is_in_a_bar(shown):
    assert shown._bars.sum() == LEVELS
    assert len(shown._bars) == BARS


def test_a_drag_moves_the_threshold(qtbot, shown):
    heard = []
    shown.edited.connect(heard.append)
    box = shown._box()
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert heard[-1] == pytest.approx(0.5, abs=0.01)
    qtbot.mouseMove(shown, QPoint(int(box.right()) + 40, 30))
    assert shown.above == pytest.approx(0.8, abs=0.01)
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(int(box.left()) - 5, 40))
    assert heard[-1] == 0.0


def test_keys_move_it_by_a_point(qtbot, shown):
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.above == pytest.approx(0.21)
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert shown.above == 0.0
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.above == 0.0


def test_showing_a_threshold_is_silent_and_paints(qtbot, shown):
    with qtbot.assertNotEmitted(shown.edited):
        shown.show_above(0.6)
    light = shown.grab().toImage()
    shown.apply_theme(DARK)
    assert shown.grab().toImage() != light
