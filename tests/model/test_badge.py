import pytest

from siteselect.language import speaking
from siteselect.model.badge import badge_words, is_stale, part_words
from siteselect.pseudo import PSEUDO, longer


@pytest.mark.parametrize("badge", ["", "carried", "lower end, carried", "observed 2023"])
def test_a_badge_is_english_in_english(badge):
    assert badge_words(badge) == badge


def test_each_part_of_a_badge_is_said():
    with speaking(PSEUDO):
        told = badge_words("lower end, carried")
        assert told == f"{longer('lower end')}, {longer('carried')}"
        assert badge_words("observed 2023") == longer("observed {year}").format(year=2023)
        assert badge_words("2023, the nearest known").endswith(longer("the nearest known"))


def test_a_part_of_a_price_is_said_head_and_tail():
    assert part_words("Grid: transit") == "Grid: transit"
    with speaking(PSEUDO):
        assert part_words("Grid: transit") == f"{longer('Grid')}: {longer('transit')}"
        assert part_words("Losses") == longer("Losses")


@pytest.mark.parametrize(
    ("badge", "stale"),
    [("stale", True), ("observed 2019, stale", True), ("stale, low", True), ("", False),
     ("observed 2019", False), ("low, carried", False)],
)  # fmt: skip
def test_a_badge_tells_whether_its_figure_is_stale(badge, stale):
    assert is_stale(badge) is stale
