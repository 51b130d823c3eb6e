import pytest
from PySide6.QtWidgets import QLabel

from siteselect.language import LANGUAGES
from siteselect.pseudo import PSEUDO
from siteselect.ui.tongue import put_on
from siteselect.ui.welcome.card import NEW, OPEN, SAMPLE, TOUR, WelcomeCard
from tests.ui.reading import clipped, unnamed


def made_card(qtbot, told, behind=True):
    ways = {key: (lambda key=key: told.append(key)) for key in (SAMPLE, TOUR, NEW, OPEN)}
    card = WelcomeCard(ways, "en", told.append, behind=behind)
    qtbot.addWidget(card)
    card.show()
    return card


def test_each_way_to_begin_is_one_click(qtbot):
    told = []
    card = made_card(qtbot, told)
    for each in card.buttons.values():
        each.click()
    assert told == [SAMPLE, TOUR, NEW, OPEN]


def test_the_language_is_chosen_where_one_first_looks(qtbot):
    told = []
    card = made_card(qtbot, told)
    assert [card.language.itemData(at) for at in range(card.language.count())] == list(LANGUAGES)
    card.language.setCurrentIndex(1)
    card.language.activated.emit(1)
    assert told == ["ru"]


@pytest.mark.parametrize("behind", [True, False])
def test_it_says_whether_the_sample_is_open_already(qtbot, behind):
    words = " ".join(each.text() for each in made_card(qtbot, [], behind).findChildren(QLabel))
    assert ("open behind this card" in words) is behind
    assert "nothing is fetched from the network" in words


def test_words_that_are_longer_fit_too(qtbot):
    put_on(PSEUDO)
    try:
        card = made_card(qtbot, [])
        assert clipped(card) == []
        assert unnamed(card) == []
    finally:
        put_on("en")
