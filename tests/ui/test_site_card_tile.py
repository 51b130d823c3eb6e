from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from siteselect.ui.site_card_tile import Tile
from siteselect.ui.site_words import Figure
from siteselect.ui.theme import DARK, LIGHT


def _tile(qtbot: QtBot) -> tuple[QWidget, Tile]:
    outer = QWidget()
    qtbot.addWidget(outer)
    return outer, Tile(LIGHT, outer)


def test_a_figure_is_cut_to_its_room_but_told_whole(qtbot: QtBot) -> None:
    _outer, tile = _tile(qtbot)
    tile.resize(80, 60)
    tile.show_figure(Figure("All-in, ¢", "4.0–5.0", "a national estimate of some kind"))
    assert tile.lines()[:2] == ("All-in, ¢", "4.0–5.0")
    assert tile.lines()[2].endswith("…")
    assert tile.text() == "All-in, ¢\t4.0–5.0\ta national estimate of some kind"
    assert "estimate of some kind" in tile.toolTip()
    tile.show_figure(Figure("All-in, ¢", "4.0–5.0", "national estimate", brief=True))
    assert tile.lines()[2] == "national"
    assert "national estimate" in tile.toolTip()
    tile.show_figure(Figure("All-in, ¢", "4.0–5.0", "a national estimate of some kind"))
    tile.resize(400, 60)
    assert tile.lines()[2] == "a national estimate of some kind"
    assert tile.accessibleName().startswith("All-in, ¢: 4.0–5.0")


def test_it_is_painted_on_a_quiet_ground(qtbot: QtBot) -> None:
    _outer, tile = _tile(qtbot)
    tile.resize(90, 60)
    tile.show_figure(Figure("Score", "65.9", "of 100"))
    assert tile.grab().toImage().pixelColor(85, 30) == QColor(LIGHT.chip)
    tile.theme = DARK
    assert tile.grab().toImage().pixelColor(85, 30) == QColor(DARK.chip)
