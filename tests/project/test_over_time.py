from datetime import date, timedelta

import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.mcda.evaluate import evaluate
from siteselect.model.gate import Verdict
from siteselect.model.own_fact import OwnFact
from siteselect.progress import Cancelled
from siteselect.project.build import MatrixBuilder
from siteselect.project.file import sample_study
from siteselect.project.over_time import days_of_change, days_of_years, over_time
from tests.criteria.toy import central_asia, toy
from tests.project.test_build import small, study

DAYS = (date(2019, 6, 1), date(2021, 6, 2), date(2022, 6, 1), date(2023, 6, 1), date(2026, 6, 1))


@pytest.fixture(scope="module")
def told():
    return over_time(sample_study(), central_asia(), DAYS)


def test_each_day_is_the_evaluation_of_that_day(told):
    one = sample_study().with_day(DAYS[2])
    evaluation = evaluate(one.scenario, MatrixBuilder(central_asia()).build(one))
    expected = np.where(evaluation.ranks > 0, evaluation.ranks, np.nan)
    np.testing.assert_array_equal(told.ranks[2], expected)
    np.testing.assert_array_equal(told.price[2], evaluation.matrix.column("power_price").value)
    assert told.verdicts[2] == evaluation.verdicts
    assert told.names == evaluation.matrix.sites.names


def test_who_passed_and_at_what_price_by_hand(told):
    paid = told.at(DAYS[1], "Karaganda")  # 18 to 20 KZT at 425.9
    assert (paid.low, paid.high) == (pytest.approx(42.26, abs=0.01), pytest.approx(46.96, abs=0.01))
    assert told.at(DAYS[1], "Bishkek").verdict is Verdict.FAIL
    assert told.at(DAYS[1], "Bishkek").rank is None
    later = told.at(DAYS[2], "Bishkek")  # 5.04 KGS at 84.1, and 15 per cent
    assert later.price == pytest.approx(5.04 / 84.1 * 1000 * 1.15)
    assert later.verdict is Verdict.CONDITIONAL
    assert told.at(DAYS[1], "Hami").verdict is Verdict.CONDITIONAL
    assert told.at(DAYS[2], "Hami").verdict is Verdict.FAIL
    assert np.isnan(told.at(DAYS[4], "Kostanay").price)  # the fee of 2026 is not known
    assert told.at(DAYS[4], "Kostanay").badge == "reference"
    assert "Kyrgyzstan: mining suspended" in told.headlines[1]


def test_intervals_hold_the_price_and_arrays_cannot_be_changed(told):
    known = np.isfinite(told.price)
    assert (told.low[known] <= told.price[known]).all()
    assert (told.price[known] <= told.high[known]).all()
    with pytest.raises(ValueError, match="read-only"):
        told.ranks[0, 0] = 1


def test_forty_days_for_all_sites_are_told_at_once():
    builder, days = (
        MatrixBuilder(central_asia()),
        [date(2021, 1, 1) + timedelta(30 * n) for n in range(40)],
    )
    found = over_time(sample_study(), central_asia(), days, builder=builder)
    assert found.price.shape == (40, 42)
    assert np.isfinite(found.price).any(axis=1).all()


def test_it_can_be_cancelled_and_tells_how_far_it_is():
    seen = []

    def stop(part, text):
        if len(seen) == 2:
            raise Cancelled
        if text.startswith("20"):
            seen.append((part, text))

    with pytest.raises(Cancelled):
        over_time(study(), toy(), DAYS, stop)
    assert [text for _, text in seen] == ["2019-06-01", "2021-06-02"]


def test_facts_of_the_user_count():
    fact = OwnFact.of("tariffs", {"id": "T1", "price": "0.3"})
    day = date(2021, 7, 1)
    found = over_time(study(scenarios=small()).with_fact(fact), toy(), [day, day])
    assert found.days == (day,)
    assert found.at(day, "West").price == pytest.approx(32.0)
    assert found.at(day, "West").badge == "yours"


def test_no_day_is_refused():
    with pytest.raises(StudyError, match="at least one day"):
        over_time(study(), toy(), [])


def test_the_same_day_of_every_year():
    days = days_of_years(date(2020, 2, 29), date(2019, 1, 1), date(2022, 1, 31))
    assert days == (date(2019, 2, 28), date(2020, 2, 28), date(2021, 2, 28))


def test_the_days_on_which_facts_change():
    days = days_of_change(study(), toy(), date(2021, 5, 15), date(2021, 7, 15))
    assert days == (date(2021, 5, 15), date(2021, 6, 1), date(2021, 7, 1))
    assert date(2021, 6, 2) in days_of_change(
        sample_study(), central_asia(), date(2021, 6, 1), date(2021, 12, 31)
    )
