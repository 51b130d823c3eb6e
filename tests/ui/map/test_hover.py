import pytest
from PySide6.QtCore import QPoint

from siteselect.ui.map.hover import HoverCard, html_of, region_at, story_at
from siteselect.ui.map.overlays import SHOWN_AT_FIRST
from siteselect.ui.map.telling import Story
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.map.small_pack import make_data, make_extent, make_tints, pixel_of

EXTENT = make_extent()


@pytest.fixture
def card(board):
    board.resize(400, 300)
    return HoverCard(LIGHT, board)


def told(lon, lat, shown=SHOWN_AT_FIRST):
    pixel = tuple(pixel_of(EXTENT, lon, lat))
    return story_at(make_data(), make_tints(), frozenset(shown), EXTENT, pixel)


def test_signs_are_found_before_regions():
    assert told(65, 51)[0].title == "Great"
    assert told(65, 51)[1] is True
    story, sign = told(68, 53)
    assert (story.title, sign) == ("West, Kazakhstan", False)
    assert told(80, 47)[0].title == "Gate"
    assert told(62, 47)[0].title == "Bigtown"


def test_what_is_hidden_is_not_told():
    assert told(65, 51, {"law"})[0].title == "West, Kazakhstan"
    assert told(65, 51, {"borders"}) == (None, False)
    assert told(63, 53, {"airports"})[0].title == "Field"


def test_beyond_the_regions_there_is_nothing_to_tell():
    assert told(85, 52) == (None, False)
    assert region_at(make_data(), EXTENT, tuple(pixel_of(EXTENT, 75, 50))) == 1
    assert region_at(make_data(), EXTENT, tuple(pixel_of(EXTENT, 55, 50))) == -1


def test_the_card_rises_and_hides(card, qtbot):
    card.tell(Story("Great", (("Power", "4000 MW"),), ("note",), "list"), QPoint(50, 50), soon=True)
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=3000)
    assert card.x() > 50
    assert "Great" in card.text()
    card.tell(None, QPoint(), soon=True)
    assert not card.isVisible()


def test_the_card_stays_on_the_map(card, qtbot):
    card.tell(Story("Great", (), ("a long note " * 20,)), QPoint(390, 290), soon=True, foot=40)
    qtbot.waitUntil(card.isVisible, timeout=3000)
    assert card.geometry().right() <= 400
    assert card.geometry().bottom() <= 290
    assert card.x() >= 4


def test_a_card_follows_the_pointer_over_one_thing(card, qtbot):
    story = Story("Great")
    card.tell(story, QPoint(50, 50), soon=True)
    qtbot.waitUntil(card.isVisible, timeout=3000)
    x = card.x()
    card.tell(story, QPoint(60, 50), soon=True)
    assert card.isVisible()
    assert card.x() == x + 10


def test_what_the_data_says_is_escaped():
    html = html_of(Story("<b>x</b>", (("a<", "&"),), ("<i>",), "<script>"), DARK)
    assert "<b>x" not in html
    assert "&lt;b&gt;x" in html
    assert "<script>" not in html
