import pytest

from siteselect.ui.present.layout import HIGH, NARROWEST, lay_out, magnified


@pytest.mark.parametrize(
    ("size", "factor"),
    [((1280, 720), 1.125), ((1920, 1080), 1.6875), ((3840, 2160), 3.375), ((960, 2000), 1.0)],
)
def test_pixels_of_a_screen_to_one_of_the_stage(size, factor):
    assert magnified(*size) == pytest.approx(factor)


def test_words_card_and_map_do_not_overlap():
    layout = lay_out(1280, 720, 96.0, chart=True)
    assert layout.height == pytest.approx(HIGH)
    assert layout.room.top() > layout.head
    assert layout.room.right() < layout.card.left()
    assert layout.card.contains(layout.chart)
    assert len(layout.covered) == 3
    alone = lay_out(1280, 720, 96.0, chart=False)
    assert alone.room.width() > layout.room.width()
    assert len(alone.covered) == 2
    assert lay_out(640, 400, 90.0, chart=True).width >= NARROWEST
