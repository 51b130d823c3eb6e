import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.gate import Verdict
from siteselect.model.sites import Site, Sites
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear
from siteselect.project.user_columns import check_measure, criterion_on, info_of, user_column

NAN = np.nan
SITES = Sites(
    (
        Site("Osh", "KG", 72, 40, values=(("dust", 3.0), ("noise", 1.0))),
        Site("Altay", "CN-XJ", 88, 47),
    )
)
PRICE = Column(
    np.array([40.0, NAN]),
    (Provenance("T01", "2021-03", Confidence.MEDIUM), Provenance("No tariff holds on the day.")),
    np.array([30.0, NAN]),
    np.array([60.0, NAN]),
)
COVER = Column(
    np.array([2.0, 3.0]),
    (Provenance("GEM", at_best=Verdict.CONDITIONAL), Provenance("Offer", "", Confidence.USER)),
)


def test_a_column_of_the_sites_table():
    column = user_column(UserMeasure("fine_dust", "Dust", "g", column="dust"), SITES, {})
    assert column.value == pytest.approx([3, NAN], nan_ok=True)
    assert str(column.provenance[0]) == "column dust of the sites' table"
    assert column.provenance[0].confidence is Confidence.USER
    assert "says nothing in the column dust" in column.provenance[1].source


def test_values_typed_by_the_user():
    column = user_column(UserMeasure("view", "View", typed=(("Altay", 5.0),)), SITES, {})
    assert column.value == pytest.approx([NAN, 5], nan_ok=True)
    assert column.provenance[1].source == "typed by the user"
    assert column.provenance[0].source == "No value of View was typed for this site."


def test_an_expression_carries_intervals_reasons_and_the_least_sure_source():
    measure = UserMeasure("cost", "Cost", expression="price / cover")
    column = user_column(measure, SITES, {"price": PRICE, "cover": COVER})
    assert column.value == pytest.approx([20, NAN], nan_ok=True)
    assert (column.low[0], column.high[0]) == (15, 30)
    first, second = column.provenance
    assert str(first) == "expression: price / cover · 2021-03"
    assert (first.badge, first.confidence) == ("computed", Confidence.MEDIUM)
    assert first.at_best is Verdict.CONDITIONAL
    assert second.source == (
        "It is computed from price, which is unknown: No tariff holds on the day."
    )


def test_an_interval_that_may_be_too_wide_says_so():
    measure = UserMeasure("odd", "Odd", expression="price - price + cover")
    column = user_column(measure, SITES, {"price": PRICE, "cover": COVER})
    assert (column.low[0], column.value[0], column.high[0]) == (-28, 2, 32)
    assert "perhaps wider than need be" in column.provenance[0].note


def test_arithmetic_without_a_result_is_a_reason():
    measure = UserMeasure("odd", "Odd", expression="1 / (cover - 2)")
    column = user_column(measure, SITES, {"cover": COVER})
    assert column.value == pytest.approx([NAN, 1], nan_ok=True)
    assert column.provenance[0].source == "The expression has no value here: it divides by 0."
    assert user_column(UserMeasure("two", "Two", expression="1 + 1"), SITES, {}).value.tolist() == [
        2,
        2,
    ]


def test_what_cannot_be_measured_is_refused():
    measure = UserMeasure("cost", "Cost", expression="price + moon")
    with pytest.raises(
        StudyError, match=r"Cost names moon, which is no measure\. There are: price"
    ):
        check_measure(measure, ["price"])
    with pytest.raises(StudyError, match="measure called cost already"):
        check_measure(measure, ["price", "moon", "cost"])
    check_measure(measure, ["price", "moon"])


def test_a_criterion_to_start_with():
    measure = UserMeasure("cover", "Cover", "times", "Grid")
    assert criterion_on(measure, COVER).value == Linear(2, 3)
    assert criterion_on(measure, COVER).group == "Grid"
    assert criterion_on(measure, PRICE).value == Linear(40, 80)  # one known value
    nothing = user_column(measure, SITES, {})
    assert criterion_on(measure, nothing).value == Linear(0, 1)
    assert (info_of(measure).unit, info_of(measure).group) == ("times", "Grid")
