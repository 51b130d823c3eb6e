import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.ui.map.cluster_marks import MOST, RADII, Mark, paint_mark, radius_of, told
from siteselect.ui.theme import CONTRAST, DARK, LIGHT
from siteselect.ui.widgets.ramp import score_colours

SIDE = 64


def painted(mark, theme=LIGHT):
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.land))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(SIDE / 2, SIDE / 2), mark, theme)
    painter.end()
    return image


def near(image, colour, reach=24):
    """Return how many pixels have nearly this colour."""
    wanted = QColor(colour)
    return sum(
        abs(each.red() - wanted.red()) + abs(each.green() - wanted.green())
        + abs(each.blue() - wanted.blue()) < reach
        for each in (QColor(image.pixel(x, y)) for x in range(SIDE) for y in range(SIDE))
    )  # fmt: skip


def test_a_mark_grows_with_the_digits_of_its_number():
    sizes = [radius_of(count) for count in (4, 40, 400, 4000, 10**7)]
    assert sizes == sorted(sizes)
    assert sizes[0] == RADII[0]
    assert sizes[-1] == MOST


def test_a_number_takes_at_most_four_signs():
    assert [told(count) for count in (4, 999, 9_999, 10_000, 123_456)] == [
        "4", "999", "9999", "10k", "123k",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda each: each.name)
def test_it_has_the_colour_of_its_best_score_and_says_both_numbers(qapp, theme):
    step = 40
    mark = Mark(128, 61, step)
    image = painted(mark, theme)
    assert near(image, score_colours()[step]) > 60
    assert painted(Mark(129, 61, step), theme) != image
    assert painted(Mark(128, 62, step), theme) != image


def test_without_a_rank_it_has_neither_colour_nor_second_number(qapp):
    image = painted(Mark(12, 0, 40))
    assert near(image, score_colours()[40]) == 0
    assert near(image, LIGHT.muted) > 20
    assert image == painted(Mark(12, 0, 50))
