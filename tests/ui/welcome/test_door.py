import pytest
from PySide6.QtCore import Qt

from siteselect.pseudo import PSEUDO
from siteselect.ui.tongue import put_on
from siteselect.ui.welcome.card import OPEN, SAMPLE, TOUR, WelcomeCard
from siteselect.ui.welcome.steps import STEPS
from siteselect.ui.welcome.tour import StepCard
from siteselect.ui.widgets.motion import let_move
from tests.ui.reading import clipped, unnamed


@pytest.fixture
def window(make_window):
    made = make_window()
    let_move(False)
    yield made
    let_move(True)


def parts(window):
    return {**window.places.parts, "map": window.map, "export": window.top.export_button}


def test_a_newcomer_is_greeted_once(window):
    window.welcome.greet_newcomer()
    assert isinstance(window.welcome.veil.card, WelcomeCard)
    window.welcome.veil.card.buttons[SAMPLE].click()
    assert window.welcome.veil is None
    window.welcome.greet_newcomer()
    assert window.welcome.veil is None


def test_who_has_opened_projects_is_no_newcomer(window, settings, tmp_path):
    settings.remember(tmp_path / "a.siteselect")
    window.welcome.greet_newcomer()
    assert window.welcome.veil is None


def test_the_sample_is_one_click_away_from_any_project(window):
    window.session.edit(window.session.study.__class__(
        **{name: getattr(window.session.study, name) for name in ("title", "pack", "context",
           "candidates", "scenarios", "active")} | {"title": "Other"}), "Another")  # fmt: skip
    window.session.history.setClean()
    window.documents.begin(window.session.study)
    window.actions_by_key["welcome"].trigger()
    assert not window.documents.on_sample
    window.welcome.veil.card.buttons[SAMPLE].click()
    assert window.documents.on_sample


def test_each_step_points_at_the_real_part(window, settings):
    window.actions_by_key["tour"].trigger()
    for step in STEPS:
        veil = window.welcome.veil
        assert veil.target is parts(window)[step.part]
        middle = veil.target.mapTo(window, veil.target.rect().center())
        assert veil.hole.contains(middle)
        window.welcome.tour.card.next.click()
    assert window.welcome.veil is None
    assert settings.seen == {"welcome", "tour"}


def test_a_part_that_was_hidden_is_brought_and_taken_away_again(window):
    window.places.show_place("timeline", shown=False)
    window.workplaces.go("money")
    window.welcome.lead(3)
    assert window.workplaces.chosen == "compare"
    assert window.places.parts["timeline"].isVisible()
    window.welcome.leave()
    assert not window.places.shows("timeline")


def test_the_tour_begins_from_the_welcome_and_escape_leaves_it(qtbot, window, settings):
    window.welcome.greet()
    window.welcome.veil.card.buttons[TOUR].click()
    assert isinstance(window.welcome.veil.card, StepCard)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.welcome.veil is None
    assert "tour" in settings.seen


def test_a_slider_can_be_pulled_during_the_tour(qtbot, window):
    window.welcome.lead()
    row = next(iter(window.criteria.rows.values()))
    before = window.session.study
    at = row.slider.mapTo(window, row.slider.rect().center())
    assert window.childAt(at) is row.slider
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Qt.Key.Key_Right)
    assert window.session.study != before
    assert window.welcome.veil is not None


def test_the_ways_of_the_welcome_open_what_they_say(window, monkeypatch):
    told = []
    window.actions_by_key["open"].triggered.disconnect()
    window.actions_by_key["open"].triggered.connect(lambda: told.append("open"))
    window.welcome.greet()
    window.welcome.veil.card.buttons[OPEN].click()
    assert told == ["open"]
    assert window.welcome.veil is None


@pytest.mark.parametrize("place", [None, 2])
def test_another_language_leaves_a_person_where_they_were(qtbot, window, place):
    if place is None:
        window.welcome.greet()
        window.welcome.veil.card.language.activated.emit(0)
    else:
        window.welcome.lead(place)
        window.comfort.speak("en")
    kept = window.welcome.veil
    qtbot.waitUntil(lambda: window.welcome.veil is not kept or place is not None)
    assert window.welcome.veil.parentWidget() is window
    if place is not None:
        assert window.welcome.tour.place == place
        assert window.welcome.veil.target is window.ranking
    else:
        assert isinstance(window.welcome.veil.card, WelcomeCard)
    qtbot.waitUntil(lambda: bool(window.session.evaluation) and not window.tasks.running)


def test_longer_words_fit_in_a_small_window(qtbot, make_window):
    put_on(PSEUDO)
    try:
        window = make_window()
        window.resize(1000, 640)
        window.welcome.greet()
        cards = [window.welcome.veil.card]
        assert clipped(cards[0]) == [] == unnamed(cards[0])
        window.welcome.lead()
        for _ in STEPS:
            card = window.welcome.tour.card
            assert clipped(card) == [] == unnamed(card)
            assert window.rect().contains(card.geometry())
            card.next.click()
    finally:
        put_on("en")
