import numpy as np

from siteselect.ui.ranking_words import (
    price_text,
    price_words,
    score_words,
    stale_words,
    standing_words,
)
from tests.making import make_aged, make_evaluation
from tests.ui.test_ranking_model import with_prices


def test_a_price_is_told_part_by_part_with_its_source() -> None:
    prices = with_prices(make_evaluation(9)).matrix.column("power_price")
    assert price_words(prices, 0) == "4.60 ¢/kWh\nenergy: 4.00\nmining fee: 0.60\nT016 · 2021"
    assert price_text(prices, 1) == "4.5–4.9"


def test_an_unknown_price_is_a_dash_with_its_reason() -> None:
    prices = with_prices(make_evaluation(9)).matrix.column("power_price")
    assert price_text(prices, 2) == "—"
    assert price_words(prices, 2) == "Price unknown. No price of this region holds on this day."
    assert price_text(None, 0) == "—"
    assert "No criterion" in price_words(None, 0)


def test_a_score_tells_interval_and_what_is_unknown() -> None:
    evaluation = make_evaluation(30)
    site = next(int(row) for row in evaluation.order if evaluation.coverage[row] < 0.99)
    lines = score_words(evaluation, site).splitlines()
    assert lines[0] == f"Score {100 * evaluation.scores[site]:.1f}"
    assert lines[1].startswith("Between ")
    missing = np.flatnonzero(np.isnan(evaluation.values[site]))
    assert lines[3:] == [f"Unknown: Measure {place}" for place in missing]


def test_standing_tells_verdict_and_reasons() -> None:
    evaluation = make_evaluation(9)
    assert standing_words(evaluation, 0) == "Site 0000"
    failed = standing_words(evaluation, 1).splitlines()
    assert failed[:2] == ["Site 0001", "FAIL:"]
    assert "banned since spring" in failed[2]


def test_stale_values_are_named_where_the_score_is_told() -> None:
    """Only the first site stands on an old value of the first measure."""
    aged = make_aged(make_evaluation(9))
    assert stale_words(aged, 0) == ["Measure 0: observed 2016, stale"]
    assert stale_words(aged, 1) == []
    assert score_words(aged, 0).splitlines()[-1] == "Measure 0: observed 2016, stale"
