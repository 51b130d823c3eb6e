from dataclasses import dataclass, replace
from datetime import date

import pytest

from siteselect.model.fact import Validity
from siteselect.packs.rows import Effect
from siteselect.ui.panels.timeline import Timeline, marks_of
from siteselect.ui.session import Ground
from siteselect.ui.theme import DARK, LIGHT


@dataclass
class FakeRule:
    validity: Validity
    effect: Effect
    jurisdiction: str = "KG"
    text: str = "suspended"


@dataclass
class FakeFacts:
    rules: tuple


@dataclass
class FakeManifest:
    first_day: date


@dataclass
class FakePack:
    facts: FakeFacts
    manifest: FakeManifest


@dataclass
class FakeDay:
    headline: str


RULES = (
    FakeRule(Validity(date(2021, 5, 30)), Effect.FAIL),
    FakeRule(Validity(date(2022, 1, 1)), Effect.COST),
    FakeRule(Validity(None), Effect.FAIL),
    FakeRule(Validity(date(2020, 1, 1)), Effect.NONE),
)


@pytest.fixture
def timeline(qtbot, session):
    made = Timeline(session, LIGHT)
    qtbot.addWidget(made)
    session.changed.connect(made.display)
    made.display(session.evaluation)
    pack = FakePack(FakeFacts(RULES), FakeManifest(date(2019, 1, 1)))
    made.conclude(Ground("made@1", pack, None, None))
    made.resize(900, 120)
    made.show()
    return made


def test_only_rules_with_a_first_day_and_an_effect_are_marked():
    marks = marks_of(RULES, LIGHT)
    assert [mark.day for mark in marks] == [date(2021, 5, 30), date(2022, 1, 1)]
    assert marks[0].colour == LIGHT.warn
    assert marks[0].text == "KG: suspended"


def test_it_shows_the_day_and_what_held(timeline):
    assert timeline.slider.day == date(2021, 6, 2)
    assert timeline.box.text() == "2021-06-02"
    timeline.conclude(FakeDay("Kyrgyzstan: mining suspended"))
    assert timeline.headline == "Kyrgyzstan: mining suspended"


def test_moving_the_handle_moves_the_study_and_undo_moves_it_back(qtbot, timeline, session):
    with qtbot.waitSignal(session.changed):
        timeline.slider.edited.emit(date(2021, 7, 1), 9)
    assert session.study.context.as_of == date(2021, 7, 1)
    assert session.history.undoText() == "As of 2021-07-01"
    with qtbot.waitSignal(session.changed):
        session.history.undo()
    assert timeline.slider.day == date(2021, 6, 2)


def test_the_arrows_go_from_change_to_change(qtbot, timeline, session):
    with qtbot.waitSignal(session.changed):
        timeline.later.click()
    assert session.study.context.as_of == date(2022, 1, 1)
    timeline.later.click()  # there is no later change
    assert session.study.context.as_of == date(2022, 1, 1)
    timeline.earlier.click()
    assert session.study.context.as_of == date(2021, 5, 30)


def test_how_much_is_known_is_counted_in_the_matrix(qtbot, timeline, session):
    assert timeline.known == ""  # made data have no price
    evaluation = session.evaluation
    infos = (replace(evaluation.matrix.infos[0], key="power_price"), *evaluation.matrix.infos[1:])
    known = evaluation.matrix.columns[0].known
    timeline.display(replace(evaluation, matrix=replace(evaluation.matrix, infos=infos)))
    assert timeline.known == f"price known for {known} of 30 places on this day"


def test_another_theme_colours_the_marks(timeline):
    timeline.apply_theme(DARK)
    assert timeline.slider.marks[0].colour == DARK.warn
