from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import pytest

from siteselect.model.own_fact import OwnFact
from siteselect.packs.catalogue import open_pack
from siteselect.project.conflicts import conflicts
from siteselect.project.events import events
from siteselect.ui.ground import Ground
from siteselect.ui.panels.timeline import Timeline, marks_of
from siteselect.ui.theme import DARK, LIGHT
from tests.packs.making import TOY
from tests.ui.settling import evaluated


@dataclass
class FakeDay:
    headline: str


@cache
def toy():
    return open_pack(TOY)


@pytest.fixture
def timeline(qtbot, session):
    made = Timeline(session, LIGHT)
    qtbot.addWidget(made)
    session.changed.connect(made.display)
    made.display(session.evaluation)
    made.conclude(Ground("toy", toy(), None, None))
    made.resize(900, 120)
    made.show()
    return made


def test_every_event_is_a_mark_in_the_colour_of_what_it_means():
    marks = {mark.text: mark for mark in marks_of(events(toy()), LIGHT)}
    ban = marks["BB: Mining is banned (R4: toy law 4)"]
    assert (ban.day, ban.colour) == (date(2021, 6, 1), LIGHT.warn)
    assert marks["BB: Ended: Mining is banned (R4: toy law 4)"].colour == LIGHT.accent
    assert marks["AA: Miners need a licence (R2: toy law 2)"].colour == LIGHT.amber
    assert marks["AA: Value added tax on electricity (R9: toy law 9)"].colour == LIGHT.muted


def test_an_event_of_ones_own_says_so_and_appears_with_the_fact(qtbot, timeline, session):
    cells = {"jurisdiction": "AA", "kind": "status", "status": "in force", "effect": "fail",
             "valid_from": "2021-08-01", "text": "A rumour of a ban", "id": "U1"}  # fmt: skip
    with evaluated(qtbot, session):
        session.edit(session.study.with_fact(OwnFact.of("rules", cells)), "Fact")
    told = [mark.text for mark in timeline.slider.marks if mark.day == date(2021, 8, 1)]
    assert told == ["AA: A rumour of a ban (yours, U1: typed by the user)"]
    with evaluated(qtbot, session):
        session.history.undo()
    assert date(2021, 8, 1) not in [mark.day for mark in timeline.slider.marks]


def test_facts_that_do_not_agree_are_counted_in_a_badge(qtbot, timeline, session):
    qtbot.waitUntil(lambda: not timeline._rest.isActive())
    assert timeline.conflicts == conflicts(toy(), session.study.context.as_of)
    session.edit(session.study.with_day(date(2024, 6, 1)), "Day")
    qtbot.waitUntil(lambda: "A fee is due" in " ".join(each.text for each in timeline.conflicts))
    assert timeline.disagree.isVisible()
    assert "conflict" in timeline.disagree.text()
    asked = []
    timeline.conflicts_wanted.connect(asked.append)
    timeline.disagree.click()
    assert asked == [timeline.conflicts]


def test_it_shows_the_day_and_what_held(timeline):
    assert timeline.slider.day == date(2021, 6, 2)
    assert timeline.box.text() == "2021-06-02"
    timeline.conclude(FakeDay("Kyrgyzstan: mining suspended"))
    assert timeline.headline == "Kyrgyzstan: mining suspended"


def test_moving_the_handle_moves_the_study_and_undo_moves_it_back(qtbot, timeline, session):
    with evaluated(qtbot, session):
        timeline.slider.edited.emit(date(2021, 7, 1), 9)
    assert session.study.context.as_of == date(2021, 7, 1)
    assert session.history.undoText() == "As of 2021-07-01"
    with evaluated(qtbot, session):
        session.history.undo()
    assert timeline.slider.day == date(2021, 6, 2)


def test_the_arrows_go_from_change_to_change(qtbot, timeline, session):
    with evaluated(qtbot, session):
        timeline.later.click()
    assert session.study.context.as_of == date(2022, 1, 1)
    timeline.earlier.click()
    assert session.study.context.as_of == date(2021, 6, 1)
    last = max(mark.day for mark in timeline.slider.marks)
    session.edit(session.study.with_day(last), "Day")
    timeline.later.click()  # there is no later change
    assert session.study.context.as_of == last


def test_how_much_is_known_is_counted_in_the_matrix(qtbot, timeline, session):
    assert timeline.known == ""  # made data have no price
    evaluation = session.evaluation
    infos = (replace(evaluation.matrix.infos[0], key="power_price"), *evaluation.matrix.infos[1:])
    known = evaluation.matrix.columns[0].known
    timeline.display(replace(evaluation, matrix=replace(evaluation.matrix, infos=infos)))
    assert timeline.known == f"price known for {known} of 30 places on this day"


def test_another_theme_colours_the_marks(timeline):
    timeline.apply_theme(DARK)
    assert {mark.colour for mark in timeline.slider.marks} >= {DARK.warn, DARK.accent}
