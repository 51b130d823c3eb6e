from dataclasses import replace

import numpy as np
import pytest

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.gate_summary import gate_summary
from siteselect.model.gate import Gate, Verdict
from siteselect.model.sites import Sites
from tests.making import make_evaluation
from tests.mcda.problems import matrix_of, scenario_of

NAN = np.nan
RAW = [[8, 1], [6, 5], [3, 2], [1, 8], [NAN, 4], [8, 8]]
GATES = (Gate("m0", at_least=5, band=1), Gate("m1", at_most=4))


def made(raw=RAW, gates=GATES, pinned=()):
    matrix = matrix_of(raw)
    sites = Sites(tuple(replace(s, pinned=s.name in pinned) for s in matrix.sites.items))
    scenario = replace(scenario_of([1, 1]), gates=gates)
    return gate_summary(evaluate(scenario, replace(matrix, sites=sites)))


def test_who_fails_which_and_how_many_remain():
    found = made()
    first, second = found.gates
    assert first.named(Verdict.PASS) == ("S01", "S00", "S05")  # the nearest to the bound first
    assert first.named(Verdict.FAIL) == ("S02", "S03")
    assert first.named(Verdict.UNKNOWN) == ("S04",)
    assert [(each.site, each.margin) for each in first.margins][:3] == [
        ("S01", 1), ("S02", -2), ("S00", 3),
    ]  # fmt: skip
    assert np.isnan(first.margins[-1].margin)
    assert second.named(Verdict.FAIL) == ("S01", "S03", "S05")
    assert first.alone == ("S02", "S04")
    assert second.alone == ("S01", "S05")
    assert (found.total, found.remaining, found.open, found.failed) == (6, 1, 1, 4)
    assert found.sentence == "1 of 6 sites rank: M1 fails 3, M0 fails 2, 1 is not known enough."


def test_a_pinned_site_stays_and_is_named():
    found = made(pinned=("S03", "S00"))
    assert found.pinned == ("S03",)
    assert (found.remaining, found.failed) == (2, 3)
    assert "S03" in found.gates[0].named(Verdict.FAIL)


def test_when_nothing_passes_the_gates_are_named_with_what_would_help():
    found = made([[1, 1], [2, 2], [3, 9]], (Gate("m0", at_least=5), Gate("m1", at_most=4)))
    assert found.remaining == 0
    assert found.sentence == (
        "None of 3 sites passes the gates: M0 fails 3, M1 fails 1. "
        "Without the gate M0, 2 sites would rank."
    )


def test_where_no_single_gate_would_help_none_is_named():
    found = made([[1, 9], [2, 8]])
    assert found.sentence == "None of 2 sites passes the gates: M0 fails 2, M1 fails 2."


def test_gates_that_are_off_do_not_count():
    off = tuple(replace(gate, enabled=False) for gate in GATES)
    assert made(gates=off).sentence == "No gate is demanded: all 6 sites rank."
    assert made(gates=off).gates == ()
    assert gate_summary(make_evaluation(0)).sentence == "There are no sites."


@pytest.mark.parametrize("count", [1, 30, 200])
def test_the_counts_agree_with_the_evaluation(count):
    evaluation = make_evaluation(count)
    found = gate_summary(evaluation)
    assert found.remaining == evaluation.passing
    assert found.remaining + found.open + found.failed == count
    for gate in found.gates:
        assert sum(gate.count(verdict) for verdict in Verdict) == count
