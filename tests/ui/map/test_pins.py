import numpy as np
import pytest
from PySide6.QtGui import QColor

from siteselect.model.gate import Verdict
from siteselect.ui.map import pins
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.ramp import score_colours

ALL = np.array([pins.PASS, pins.CONDITIONAL, pins.UNKNOWN, pins.FAIL])


@pytest.fixture
def sheet(qapp):
    return pins.Sheet(LIGHT, 1.0, 120)


def sprite(sheet, cell):
    left, top = (round(each) for each in cell)
    return sheet.pixmap.toImage().copy(left, top, pins.CELL, pins.CELL)


def test_kinds_follow_verdicts():
    verdicts = (Verdict.FAIL, Verdict.PASS, Verdict.UNKNOWN, Verdict.CONDITIONAL)
    assert pins.kinds_of(verdicts).tolist() == [3, 0, 2, 1]
    assert len(pins.kinds_of(())) == 0


def test_a_pin_has_the_colour_of_its_score(sheet):
    steps = np.array([0, 31, 63])
    kinds, numbered = np.zeros(3, np.intp), np.array([True, True, False])
    for cell, step in zip(sheet.pin_cells(kinds, steps, numbered), steps, strict=True):
        middle = sprite(sheet, cell).pixelColor(pins.CELL // 2, pins.CELL // 2)
        assert middle == score_colours()[step]


def test_every_verdict_has_its_own_look(sheet):
    steps, numbered = np.full(4, 32), np.ones(4, bool)
    cells = sheet.pin_cells(ALL, steps, numbered)
    looks = [sprite(sheet, cell) for cell in cells]
    assert len({bytes(look.constBits()) for look in looks}) == 4
    plain, badge, unknown, struck = looks
    at = round(pins.CELL / 2 + pins.LARGE * 0.76 + 2), round(pins.CELL / 2 - pins.LARGE * 0.76)
    amber = badge.pixelColor(*at)
    assert amber.red() - amber.blue() > 100
    assert plain.pixelColor(*at) != amber
    middle = pins.CELL // 2
    assert unknown.pixelColor(middle, middle) == QColor(LIGHT.panel)
    assert struck.pixelColor(middle, middle) == QColor(LIGHT.warn)


def test_dots_fit_into_the_part_of_a_cell_that_is_copied(sheet):
    cells = sheet.pin_cells(ALL, np.full(4, 20), np.zeros(4, bool))
    edge = (pins.CELL - pins.DOT_CELL) // 2
    for cell in cells:
        look = sprite(sheet, cell)
        outside = [look.pixelColor(x, y).alpha() for x in range(edge - 1) for y in range(pins.CELL)]
        assert max(outside) == 0


def test_numbers_stand_for_ranks_and_failed_sites_have_none(sheet):
    ranks = np.array([1, 120, 3, 7])
    cells = sheet.number_cells(ALL, np.full(4, 10), ranks)
    looks = [sprite(sheet, cell) for cell in cells]
    inked = [
        any(look.pixelColor(x, y).alpha() for x in range(pins.CELL) for y in range(pins.CELL))
        for look in looks
    ]
    assert inked == [True, True, True, False]
    beyond = sheet.number_cells(ALL[:1], np.array([10]), np.array([121]))
    nothing = sheet.number_cells(ALL[3:], np.array([10]), np.array([0]))
    assert beyond.tolist() == nothing.tolist()


def test_numbered_pins_stand_on_a_stem_and_hide_nothing_at_their_point():
    rise = pins.stems(ALL, np.ones(4, bool))
    assert rise[:3, 1].tolist() == [-pins.STEM] * 3
    assert rise[3].tolist() == [0.0, 0.0]
    assert pins.STEM > pins.LARGE
    assert (pins.stems(ALL, np.zeros(4, bool)) == 0).all()


def test_sizes():
    assert pins.radii(ALL, np.array([True, False, True, True])).tolist() == [
        pins.LARGE,
        pins.SMALL,
        pins.LARGE,
        pins.STRUCK,
    ]


def test_sprites_are_finer_on_finer_screens(qapp):
    assert pins.Sheet(LIGHT, 2.0, 5).pixmap.width() == 2 * pins.Sheet(LIGHT, 1.0, 5).pixmap.width()
