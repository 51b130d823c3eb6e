from dataclasses import replace
from datetime import date

from siteselect.model.own_fact import OwnFact
from siteselect.progress import silent
from siteselect.ui.ground import Day, Measured, Wanted, read
from tests.ui.made import MadeGround, make_study

FACT = OwnFact.of("tariffs", {"id": "mine", "price": "4.1"})


def test_another_day_asks_for_the_same_sites_in_another_context():
    study = make_study()
    moved = replace(study, context=replace(study.context, as_of=date(2022, 1, 1)))
    assert Wanted.of(moved) != Wanted.of(study)
    assert Wanted.of(moved).differs_in_context_only(Wanted.of(study))
    assert not Wanted.of(make_study(12)).differs_in_context_only(Wanted.of(study))
    assert not Wanted.of(study).differs_in_context_only(None)


def test_a_weight_asks_for_nothing_new():
    study = make_study()
    assert Wanted.of(study.with_weight("measure_0", 50.0)) == Wanted.of(study)


def test_what_is_measured_tells_the_day_of_its_matrix():
    made = MadeGround()
    study = make_study(12)
    measured = Measured.now(study, made("made@1", silent), None, silent)
    assert len(measured.matrix.sites) == 12
    assert measured.held.day.day == measured.matrix.as_of == study.context.as_of
    assert measured.held.told == study.context.as_of
    assert measured.seconds > 0


def test_a_day_that_is_known_is_not_read_again():
    made = MadeGround()
    study = make_study(12)
    ground = made("made@1", silent)
    known = Measured.now(study, ground, None, silent).held
    assert Measured.now(make_study(20), ground, known, silent).held is known
    assert made.days == [study.context.as_of]


def test_a_day_is_read_by_the_facts_that_it_names():
    made = MadeGround()
    study = make_study()
    ground = made("made@1", silent)
    bare = read(study, Day(ground, study.context.as_of, (), study.tint), None)
    assert made.facts == ()
    read(study, Day(ground, study.context.as_of, (FACT,), study.tint), bare)
    assert made.facts == (FACT,)
    assert len(made.days) == 2
