import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.economics.price_unit import CENTS
from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp
from siteselect.ui.map import legend_blocks as blocks
from siteselect.ui.map.legend_blocks import HEAD, LINE, Shades, class_captions, price_block
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.ramp import in_classes, score_colours, tint_colours

WIDTH = 178
MADE = {
    "sites": blocks.site_block((0.1, 0.9), frozenset(Verdict)),
    "prices": blocks.price_block((30.0, 70.0), True, True),
    "unknown prices": blocks.price_block(None, False, True),
    "law": blocks.law_block(frozenset(Verdict)),
    "fuels": blocks.fuel_block(("coal", "gas", "wind"), True, frozenset({None, False})),
    "sizes": blocks.size_block(4_000.0, 1.0),
}


def painted(block, theme):
    image = QImage(WIDTH, int(block.height) + 20, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    block.paint(painter, theme, WIDTH)
    painter.end()
    return image


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_block_paints_within_its_height(qapp, name, theme):
    block = MADE[name]
    image = painted(block, theme)
    panel = QColor(theme.panel)
    inked = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y) != panel for x in range(WIDTH))
    ]
    assert inked
    assert max(inked) <= block.height + 1
    assert all(image.pixelColor(WIDTH - 1, y) == panel for y in inked if y > 40)


def test_the_ramp_of_scores_is_the_ramp_of_pins(qapp):
    image = painted(MADE["sites"], LIGHT)
    y = int(blocks.HEAD + blocks.BAR / 2)
    for share in (0.1, 0.5, 0.9):
        told = image.pixelColor(int(share * WIDTH), y)
        true = score_colours()[int(share * 64)]
        apart = [abs(a - b) for a, b in zip(told.getRgb(), true.getRgb(), strict=True)]
        assert max(apart) < 14


def test_nothing_to_explain_is_no_block():
    assert blocks.site_block(None, frozenset()) is None
    assert blocks.price_block(None, False, False) is None
    assert blocks.law_block(frozenset({Verdict.PASS})) is None
    assert blocks.fuel_block((), False, frozenset()) is None
    assert blocks.size_block(0.0, 1.0) is None


def test_each_sign_takes_a_line():
    few = blocks.site_block((0, 1), frozenset({Verdict.PASS}))
    more = blocks.site_block((0, 1), frozenset({Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN}))
    assert more.height == few.height + 2 * blocks.LINE


def test_classes_are_told_in_the_unit_that_is_read():
    captions = class_captions((45.0, 50.0, 62.5), CENTS)
    assert captions == ["< 4.50", "4.50 – 5.00", "5.00 – 6.25", "≥ 6.25"]
    assert class_captions((), CENTS) == []


def test_a_class_is_painted_in_its_colour(qapp):
    shades = Shades(Ramp.VIRIDIS, (45.0, 50.0))
    block = price_block((40.0, 60.0), doubtful=False, unpriced=False, shades=shades)
    image = QImage(180, int(block.height) + 2, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.panel))
    painter = QPainter(image)
    block.paint(painter, LIGHT, 178.0)
    painter.end()
    wanted = in_classes(tint_colours(Ramp.VIRIDIS, LIGHT), 3)
    for place, colour in enumerate(wanted):
        assert image.pixelColor(9, int(HEAD + LINE * place + LINE / 2)).name() == colour.name()
