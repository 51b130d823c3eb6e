from PySide6.QtGui import QColor

from siteselect.ui.finding.colours import colour_table
from siteselect.ui.finding.found import BELOW, DIM, DOT, HATCH, OPEN, STEPS
from siteselect.ui.theme import DARK, LIGHT


def test_every_code_has_a_colour_and_nothing_is_clear():
    for theme in (LIGHT, DARK):
        table = colour_table(theme)
        assert len(table) == DOT + 1
        assert table[0] == 0
        assert all(QColor.fromRgba(each).alpha() > 0 for each in table[1:])


def test_unknown_land_is_paler_than_open_land_and_hatches_stand_out():
    table = [QColor.fromRgba(each) for each in colour_table(LIGHT)]
    for step in range(STEPS):
        assert table[DIM + step].alpha() < table[OPEN + step].alpha()
        assert table[DIM + step].rgb() & 0xFFFFFF == table[OPEN + step].rgb() & 0xFFFFFF
    assert table[HATCH].alpha() > table[BELOW].alpha()
