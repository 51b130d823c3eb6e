import threading
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.gates import gate_results
from siteselect.model.own_fact import OwnFact
from siteselect.model.sites import Site
from siteselect.model.user_measure import UserMeasure
from siteselect.ui.ground import Ground
from siteselect.ui.session import Session
from tests.ui.made import MadeGround, make_study


class Frames:
    """Every evaluation that a session published."""

    def __init__(self, session):
        self.seen = []
        session.changed.connect(self.seen.append)

    def wait(self, qtbot, count):
        qtbot.waitUntil(lambda: len(self.seen) >= count)


def test_hundred_edits_make_one_frame_and_one_undo_step(qtbot, session):
    frames = Frames(session)
    for step in range(100):
        study = session.study.with_weight("measure_0", 20.0 + step / 10)
        session.edit(study, "Weight of measure 0", gesture=7)
    frames.wait(qtbot, 1)
    qtbot.wait(50)
    assert len(frames.seen) == 1
    assert session.history.count() == 1
    assert frames.seen[0].scenario.criterion("measure_0").weight == 29.9


def test_an_equal_study_is_no_edit(qtbot, session):
    frames = Frames(session)
    session.edit(replace(session.study), "Nothing")
    qtbot.wait(50)
    assert not frames.seen
    assert session.history.count() == 0


def test_an_echoing_display_ends_the_loop_at_its_first_turn(qtbot, session):
    frames = Frames(session)
    session.changed.connect(
        lambda evaluation: session.edit(session.study.with_scenario(evaluation.scenario), "Echo")
    )
    session.edit(session.study.with_weight("measure_1", 3.0), "Weight")
    frames.wait(qtbot, 1)
    qtbot.wait(60)
    assert len(frames.seen) == 1


def test_weights_need_no_new_matrix(qtbot, session, ground):
    matrix = session.evaluation.matrix
    with qtbot.waitSignal(session.changed):
        session.edit(session.study.with_weight("measure_1", 3.0), "Weight")
    assert session.evaluation.matrix is matrix
    assert len(ground.built) == 1


def test_a_new_day_rebuilds_at_once_and_concludes_what_held(qtbot, session, ground):
    day = date(2021, 7, 1)
    with qtbot.waitSignals([session.concluded, session.changed]):
        session.edit(session.study.with_day(day), "As of")
    assert session.evaluation.matrix.as_of == day
    assert ground.days[-1] == day
    assert ground.opened == ["made@1"]


def test_a_value_typed_for_a_measure_of_the_user_is_measured_at_once(qtbot, session, ground):
    noise = UserMeasure("noise", "Noise")
    with qtbot.waitSignal(session.changed):
        session.edit(session.study.with_measure(noise), "Measure the noise")
    with qtbot.waitSignal(session.changed):
        session.edit(session.study.with_measure(noise.with_value("A", 3.0)), "Noise of A")
    assert len(ground.built) == 3


def test_a_fact_of_the_user_is_measured_and_the_day_read_anew(qtbot, session, ground):
    fact = OwnFact.of("rates", {"id": "mine", "currency": "ALD", "units_per_usd": "2"})
    built = len(ground.built)
    with qtbot.waitSignal(session.changed):
        session.edit(session.study.with_fact(fact), "Your rate")
    assert len(ground.built) == built + 1
    assert len(ground.days) == 2
    assert ground.facts == (fact,)


def test_a_new_load_reads_no_day_again(qtbot, session, ground):
    days = list(ground.days)
    with qtbot.waitSignal(session.changed):
        session.edit(session.study.with_load(80.0), "Load")
    assert session.evaluation.matrix.load_mw == 80.0
    assert ground.days == days


def test_new_sites_are_measured_in_a_task_and_undone(qtbot, session, tasks):
    progress = []
    tasks.progressed.connect(progress.append)
    before = len(session.study.candidates)
    more = (*session.study.candidates, Site("Newtown", "KZ", 70.0, 50.0))
    session.edit(replace(session.study, candidates=more), "Add sites")
    qtbot.waitUntil(lambda: len(session.evaluation.matrix.sites) == before + 1)
    assert progress[-1].over
    session.history.undo()
    qtbot.waitUntil(lambda: len(session.evaluation.matrix.sites) == before)


def test_a_slow_rebuild_moves_to_the_background(qtbot, session, ground, tasks, monkeypatch):
    monkeypatch.setattr("siteselect.ui.session.QUICK_S", 0.0)
    started = []
    monkeypatch.setattr(tasks, "start", lambda key, *rest: started.append(key))
    session.edit(session.study.with_day(date(2022, 1, 1)), "As of")
    qtbot.waitUntil(lambda: started == ["matrix"])
    session.edit(session.study.with_day(date(2022, 1, 2)), "As of")
    qtbot.wait(40)
    assert started == ["matrix"]  # the one at work is not restarted for a later day


def test_what_gates_say_of_new_sites_is_found_out_in_the_background(qtbot, session, monkeypatch):
    told = []

    def heard(scenario, matrix):
        told.append(threading.current_thread() is threading.main_thread())
        return evaluate(scenario, matrix)

    monkeypatch.setattr("siteselect.ui.session.evaluate", heard)
    site = Site("New", "KZ", 70.0, 50.0)
    session.edit(replace(session.study, candidates=(*session.study.candidates, site)), "Add")
    before = gate_results.cache_info().misses
    qtbot.waitUntil(lambda: "New" in session.evaluation.matrix.sites.names)
    assert told[-2:] == [False, True]
    assert gate_results.cache_info().misses == before + 1


def test_many_sites_are_measured_in_the_background_even_where_that_is_quick(
    qtbot, session, tasks, monkeypatch
):
    monkeypatch.setattr("siteselect.ui.session.FEW", 0)
    day = date(2024, 3, 1)
    told = []
    tasks.progressed.connect(told.append)
    session.edit(session.study.with_day(day), "Day")
    qtbot.waitUntil(lambda: session.evaluation.matrix.as_of == day)
    assert "matrix" in {advance.key for advance in told}


def test_a_day_that_cannot_be_measured_is_told_once_and_the_old_one_stays(
    qtbot, session, ground, faults
):
    old = session.evaluation.matrix
    ground.fault = StudyError("No facts.")
    session.edit(session.study.with_day(date(1990, 1, 1)), "As of")
    qtbot.waitUntil(lambda: len(faults) == 1)
    session.edit(session.study.with_weight("measure_1", 3.0), "Weight")
    qtbot.wait(40)
    assert len(faults) == 1
    assert session.evaluation.matrix is old


def test_no_weight_at_all_is_told_and_the_last_evaluation_stays(qtbot, session, faults):
    last = session.evaluation
    scenario = session.study.scenario
    for each in scenario.criteria:
        scenario = scenario.with_weight(each.measure, 0.0)
    session.edit(session.study.with_scenario(scenario), "All zero")
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert isinstance(faults[0], StudyError)
    assert session.evaluation is last


def test_selection_speaks_once_and_forgets_sites_that_left(qtbot, session):
    told = []
    session.selected.connect(told.append)
    session.select(frozenset({"Site 0001"}))
    session.select(frozenset({"Site 0001"}))
    assert told == [frozenset({"Site 0001"})]
    rest = tuple(each for each in session.study.candidates if each.name != "Site 0001")
    session.edit(replace(session.study, candidates=rest), "Remove")
    qtbot.waitUntil(lambda: session.selection == frozenset())


def test_opening_another_study_begins_a_new_history(qtbot, session):
    session.edit(session.study.with_weight("measure_1", 3.0), "Weight")
    with qtbot.waitSignal(session.changed):
        session.open(make_study(12))
    qtbot.waitUntil(lambda: len(session.evaluation.matrix.sites) == 12)
    assert session.history.count() == 0
    assert session.history.isClean()


def test_the_first_ground_is_concluded_before_the_first_evaluation(qtbot, tasks, faults):
    session = Session(make_study(), tasks, faults.append, MadeGround())
    heard = []
    session.concluded.connect(heard.append)
    session.changed.connect(heard.append)
    with qtbot.waitSignal(session.changed):
        session.begin()
    assert isinstance(heard[0], Ground)
    assert heard[1] == session.study.context.as_of
    assert heard[2] is session.evaluation
    assert session.scored_ms > 0


def test_what_is_shown_for_a_while_leaves_no_step(qtbot, session):
    before = session.study
    with qtbot.waitSignal(session.changed):
        session.show(before.with_weight("measure_0", 44.0))
    assert session.evaluation.scenario.criterion("measure_0").weight == 44.0
    assert not session.history.canUndo()
    assert session.history.isClean()
    session.show(before)
    assert session.study == before


def test_measuring_that_a_person_ends_is_told_and_begins_anew_with_a_change(
    qtbot, session, tasks, faults, monkeypatch
):
    """A study that was not measured stays as it is, with the list of before."""
    before, quick = session.evaluation.matrix, session.ground

    def slow(study, progress):
        while True:
            progress(0.5, "Measuring")

    monkeypatch.setattr("siteselect.ui.session.QUICK_S", 0.0)
    session._ground = replace(quick, build=slow)
    session.edit(session.study.with_day(date(2020, 1, 2)), "Day")
    qtbot.waitUntil(lambda: "matrix" in tasks.running)
    tasks.stop("matrix")
    assert session.settled
    assert [str(each) for each in faults] == [
        "The measuring was stopped. It begins anew with the next change."
    ]
    assert session.evaluation.matrix is before
    session._ground = quick
    session.edit(session.study.with_day(date(2020, 1, 3)), "Day")
    qtbot.waitUntil(lambda: session.evaluation.matrix.as_of == date(2020, 1, 3))


def test_what_is_measured_is_told_in_another_turn_of_the_loop(qtbot, session, ground, monkeypatch):
    turns = []
    built = ground.build

    def build(study, progress):
        turns.append("measured")
        QTimer.singleShot(0, lambda: turns.append("other work"))
        return built(study, progress)

    def move(day):
        context = replace(session.study.context, as_of=day)
        session.edit(replace(session.study, context=context), "Day")
        qtbot.waitUntil(lambda: session.settled)

    move(date(2022, 1, 1))  # the first may be measured in the background
    monkeypatch.setattr(session, "_ground", replace(session.ground, build=build))
    session.changed.connect(lambda _: turns.append("told"))
    move(date(2022, 2, 1))
    assert turns == ["measured", "other work", "told"]
    assert session.evaluation.matrix.as_of == date(2022, 2, 1)
