from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from siteselect.ui.site_card_tile import Tile
from siteselect.ui.site_words import Figure
from siteselect.ui.theme import DARK


def test_a_figure_is_cut_to_its_room_but_told_whole(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    tile = Tile(outer)
    tile.resize(80, 60)
    tile.show_figure(Figure("All-in, ¢", "4.0–5.0", "a national estimate of some kind"))
    assert tile.note.text().endswith("…")
    assert tile.text() == "All-in, ¢\t4.0–5.0\ta national estimate of some kind"
    assert "estimate of some kind" in tile.toolTip()
    outer.show()
    tile.resize(400, 60)
    qtbot.waitUntil(lambda: tile.note.text() == "a national estimate of some kind")
    tile.dress(DARK)
    assert DARK.chip in tile.styleSheet()
