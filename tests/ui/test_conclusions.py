from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from siteselect.mcda.comparison import Comparison
from siteselect.mcda.consensus import Consensus
from siteselect.mcda.dominance import Dominance
from siteselect.mcda.finding_out import Questions
from siteselect.mcda.flips import ValueFlips
from siteselect.mcda.robustness import Robustness
from siteselect.mcda.scenarios import ScenarioComparison
from siteselect.mcda.sensitivity import WeightStability, weight_stability
from siteselect.mcda.verdict import Conclusion, conclude
from siteselect.ui import conclusions as module
from siteselect.ui.conclusions import DRAWS, FEWEST, Basis, Conclusions, draws_for, side_by_side
from siteselect.ui.widgets.display import belongs
from tests.making import make_evaluation, make_scenario
from tests.ui.settling import evaluated

KINDS = {
    WeightStability,
    Robustness,
    Conclusion,
    ScenarioComparison,
    ValueFlips,
    Consensus,
    Dominance,
    Questions,
}


@pytest.fixture
def told(session, tasks, faults):
    """What was concluded, in the order in which it came."""
    heard = []
    session.concluded.connect(heard.append)
    heard.append(Conclusions(session, tasks, faults.append))
    return heard


def _weigh(session, weight, key="measure_0"):
    session.edit(session.study.with_weight(key, weight), "Weight")


def test_when_the_hand_rests_every_conclusion_is_told_of_the_last_evaluation(
    qtbot: QtBot, session, told, faults
):
    for weight in (11.0, 12.0, 13.0):
        with evaluated(qtbot, session):
            _weigh(session, weight)
    made, heard = told[0], told
    assert not made.settled
    qtbot.waitUntil(lambda: made.settled, timeout=10_000)
    assert {type(each) for each in heard[1:]} == KINDS
    assert len(heard[1:]) == len(KINDS)
    assert all(belongs(each, session.evaluation) for each in heard[1:])
    assert session.evaluation.scenario.criterion("measure_0").weight == 13.0
    assert faults == []


def test_the_verdict_speaks_of_stability_and_draws(qtbot: QtBot, session, told):
    with evaluated(qtbot, session):
        _weigh(session, 12.0)
    qtbot.waitUntil(lambda: told[0].settled, timeout=10_000)
    kept = {type(each): each for each in told[1:]}
    again = conclude(session.evaluation, kept[WeightStability], kept[Robustness])
    assert kept[Conclusion].sentence == again.sentence
    assert kept[WeightStability].intervals == weight_stability(session.evaluation).intervals


def test_an_edit_ends_what_was_begun_and_nothing_stale_is_told(
    qtbot: QtBot, session, told, monkeypatch
):
    begun = []

    def slow(basis, progress):
        begun.append(basis.evaluation)
        while session.evaluation is basis.evaluation and len(begun) == 1:
            progress(0.5, "waiting")  # ends by being cancelled
        return weight_stability(basis.evaluation)

    monkeypatch.setattr(module, "STEPS", (slow,))
    with evaluated(qtbot, session):
        _weigh(session, 12.0)
    qtbot.waitUntil(lambda: len(begun) == 1)
    with evaluated(qtbot, session):
        _weigh(session, 14.0)
    qtbot.waitUntil(lambda: told[0].settled, timeout=10_000)
    assert [each.evaluation for each in told[1:]] == [session.evaluation]


def test_a_failing_step_is_told_and_the_next_ones_go_on(
    qtbot: QtBot, session, told, faults, monkeypatch
):
    def broken(basis, progress):
        raise ValueError("out of numbers")

    monkeypatch.setattr(module, "STEPS", (broken, module._stability))
    with evaluated(qtbot, session):
        _weigh(session, 12.0)
    qtbot.waitUntil(lambda: told[0].settled, timeout=10_000)
    assert [str(fault) for fault in faults] == ["out of numbers"]
    assert [type(each) for each in told[1:]] == [WeightStability]


def test_two_picked_contenders_are_compared_and_others_are_not(qtbot: QtBot, session, told):
    with evaluated(qtbot, session):
        _weigh(session, 12.0)
    qtbot.waitUntil(lambda: told[0].settled, timeout=10_000)
    del told[1:]
    evaluation = session.evaluation
    names = [evaluation.matrix.sites.names[row] for row in evaluation.order]
    session.select(frozenset({names[0], names[-1]}))  # the last one fails a gate
    session.select(frozenset(names[:3]))
    assert told[0].settled
    session.select(frozenset(names[1:3]))
    qtbot.waitUntil(lambda: told[0].settled, timeout=10_000)
    assert [type(each) for each in told[1:]] == [Comparison]
    assert (told[1].site, told[1].other) == (names[1], names[2])


def test_scenarios_that_cannot_be_evaluated_here_are_left_out():
    evaluation = make_evaluation(12)
    own = evaluation.scenario
    elsewhere = replace(make_scenario(8), name="Elsewhere")  # asks for what nobody measured
    weightless = replace(own.with_weights({each.key: 0.0 for each in own.criteria}), name="None")
    other = replace(own.with_weight("measure_1", 40.0), name="Other")
    found = side_by_side(
        Basis(evaluation, (own, elsewhere, weightless, other)), lambda part, what: None
    )
    assert "Elsewhere" not in found.scenarios
    assert found.scenarios[0] == "Balanced"
    assert "Other" in found.scenarios
    assert found.evaluations[0] is evaluation


def test_fewer_weights_are_drawn_where_each_draw_is_a_scoring():
    assert draws_for(make_evaluation(300, 4)).count == DRAWS
    assert draws_for(make_evaluation(30, 4, "topsis")).count == DRAWS
    assert FEWEST <= draws_for(make_evaluation(900, 4, "topsis")).count < DRAWS
    assert draws_for(make_evaluation(3, 4)).seed == module.SEED


def test_nothing_is_concluded_of_nothing(session, told):
    session._evaluation = None
    told[0]._begin()
    assert told[0].settled


def test_work_is_told_in_words_only_when_it_takes_long(monkeypatch):
    told, clock = [], iter([10.0, 10.2, 12.0])
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    progress = module.quiet_at_first(lambda part, what: told.append((part, what)))
    progress(0.1, "Drawing weights")
    progress(0.6, "Drawing weights")
    assert told == [(0.1, ""), (0.6, "Drawing weights")]


def test_while_held_nothing_is_begun_and_afterwards_all(qtbot, session, tasks, faults):
    conclusions = Conclusions(session, tasks, faults.append)
    told = []
    session.concluded.connect(told.append)
    conclusions.hold(True)
    session.edit(session.study.with_weight("measure_0", 31.0), "Weight")
    qtbot.wait(400)
    assert told == []
    conclusions.hold(False)
    qtbot.waitUntil(lambda: conclusions.settled and len(told) >= len(module.STEPS), timeout=10_000)


def test_what_a_person_ends_is_let_rest_until_the_next_change(
    qtbot: QtBot, session, told, tasks, monkeypatch
):
    def endless(basis, progress):
        while True:
            progress(0.5, "waiting")

    monkeypatch.setattr(module, "STEPS", (endless, module._stability))
    with evaluated(qtbot, session):
        _weigh(session, 12.0)
    qtbot.waitUntil(lambda: module.TASK in tasks.running)
    tasks.stop(module.TASK)
    assert told[0].settled
    assert told[1:] == []
    monkeypatch.setattr(module, "STEPS", (module._stability,))
    with evaluated(qtbot, session):
        _weigh(session, 14.0)
    qtbot.waitUntil(lambda: told[0].settled and len(told) == 2, timeout=10_000)
