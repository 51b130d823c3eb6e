import numpy as np
import pytest

from siteselect.errors import StudyError
from siteselect.model.gate import Gate, Verdict, worst


@pytest.mark.parametrize(
    ("value", "verdict", "margin"),
    [
        (2.0, Verdict.PASS, 0.0),
        (5.0, Verdict.PASS, 3.0),
        (1.0, Verdict.CONDITIONAL, -1.0),
        (0.99, Verdict.FAIL, -1.01),
    ],
)
def test_at_least_with_a_band(value, verdict, margin):
    gate = Gate("legal_status", at_least=2, band=1)
    assert gate.verdict(value) is verdict
    assert gate.margin(value) == pytest.approx(margin)


def test_between_two_bounds_the_nearer_one_gives_the_margin():
    gate = Gate("elevation", at_least=0, at_most=2000)
    assert gate.margin(300) == 300
    assert gate.margin(1900) == 100
    assert gate.verdict(2001) is Verdict.FAIL


def test_unknown_is_unknown():
    assert Gate("elevation", at_most=2000).verdict(np.nan) is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "bounds",
    [
        {},
        {"at_least": np.nan},
        {"at_most": np.inf},
        {"at_least": 1, "band": -1},
        {"at_least": 1, "band": np.nan},
    ],
)
def test_a_gate_without_a_finite_bound_is_refused(bounds):
    with pytest.raises(StudyError, match=r"The gate on slope wants a finite bound .*\."):
        Gate("slope", **bounds)


def test_a_gate_that_nobody_can_meet_is_refused():
    with pytest.raises(StudyError, match="at least 10 and at most 5: no site can meet both"):
        Gate("slope", at_least=10, at_most=5)
    assert Gate("slope", at_least=5, at_most=5).verdict(5) is Verdict.PASS


def test_the_worst_verdict_rules():
    assert worst([]) is Verdict.PASS
    assert worst([Verdict.PASS, Verdict.CONDITIONAL]) is Verdict.CONDITIONAL
    assert worst([Verdict.UNKNOWN, Verdict.CONDITIONAL]) is Verdict.UNKNOWN
    assert worst([Verdict.FAIL, Verdict.UNKNOWN]) is Verdict.FAIL


def test_who_ranks():
    assert [each.ranks for each in Verdict] == [True, True, False, False]


def test_verdicts_know_how_bad_they_are_and_who_ranks():
    assert [each.severity for each in Verdict] == [0, 1, 2, 3]
    assert [each for each in Verdict if each.ranks] == [Verdict.PASS, Verdict.CONDITIONAL]
