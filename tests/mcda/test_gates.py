from dataclasses import replace

import numpy as np

from siteselect.mcda.gates import gate_results, tiers, verdicts
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Provenance
from siteselect.model.gate import Gate, Verdict
from siteselect.model.sites import Site, Sites
from tests.making import DAY


def matrix_of(*cells: tuple[float, Provenance], unit: str = "MW", pinned: bool = False):
    sites = Sites(tuple(Site(f"S{row}", "KZ", 70, 50, pinned=pinned) for row in range(len(cells))))
    column = Column([value for value, _ in cells], tuple(where for _, where in cells))
    info = MeasureInfo("capacity", "Capacity near", unit)
    return DecisionMatrix(sites, (info,), (column,), DAY, 50.0)


def first(gate: Gate, value: float, provenance: Provenance, unit: str = "MW"):
    return gate_results((gate,), matrix_of((value, provenance), unit=unit))[0][0]


def test_value_and_bound_are_told_with_the_unit():
    result = first(Gate("capacity", at_least=50, at_most=400), 20.0, Provenance("Pack"))
    assert result.verdict is Verdict.FAIL
    assert result.margin == -30
    assert result.reason == "Capacity near: 20 MW (at least 50 and at most 400 MW wanted)."


def test_a_note_follows_the_numbers_and_never_replaces_them():
    where = Provenance("KEGOC", note="Installed, not offered.")
    result = first(Gate("capacity", at_least=50), 20.0, where)
    assert result.reason == (
        "Capacity near: 20 MW (at least 50 MW wanted). Installed, not offered. [KEGOC]"
    )
    bare = first(Gate("capacity", at_most=5), 20.0, Provenance("", note="Carried."), unit="")
    assert bare.reason == "Capacity near: 20 (at most 5 wanted). Carried."


def test_a_status_speaks_in_its_own_words():
    gate = Gate("capacity", at_least=2, band=1)
    result = first(gate, 1.0, Provenance("R21", note="Notice to the ministry."), unit="status")
    assert result.verdict is Verdict.CONDITIONAL
    assert result.reason == "Notice to the ministry. [R21]"
    wordless = first(gate, 0.0, Provenance("R21"), unit="status")
    assert wordless.reason == "Capacity near: 0 status (at least 2 status wanted)."


def test_unknown_tells_why():
    result = first(Gate("capacity", at_least=50), np.nan, Provenance("No station within 50 km."))
    assert result.verdict is Verdict.UNKNOWN
    assert np.isnan(result.margin)
    assert result.reason == "Capacity near: unknown. No station within 50 km."


def test_a_value_may_be_worth_a_conditional_pass_at_best():
    gate = Gate("capacity", at_least=50)
    best = Provenance("Pack", at_best=Verdict.CONDITIONAL)
    assert first(gate, 80.0, best).verdict is Verdict.CONDITIONAL
    assert first(gate, 20.0, best).verdict is Verdict.FAIL
    weak = Provenance("Pack", at_best=Verdict.UNKNOWN)
    assert first(Gate("capacity", at_least=90, band=20), 80.0, weak).verdict is Verdict.UNKNOWN
    assert first(gate, np.nan, best).verdict is Verdict.UNKNOWN


def test_a_gate_switched_off_says_nothing():
    matrix = matrix_of((1.0, Provenance("")))
    assert gate_results((Gate("capacity", at_least=50, enabled=False),), matrix) == ((),)
    assert verdicts((), matrix) == (Verdict.PASS,)


def test_a_pinned_site_stays_visibly():
    where = Provenance("")
    gates = (Gate("capacity", at_least=50),)
    for pinned, expected, tier in (
        (False, (Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN), [0, 2, 1]),
        (True, (Verdict.PASS, Verdict.CONDITIONAL, Verdict.CONDITIONAL), [0, 0, 0]),
    ):
        matrix = matrix_of((80.0, where), (1.0, where), (np.nan, where), pinned=pinned)
        assert verdicts(gates, matrix) == expected
        assert tiers(gates, matrix).tolist() == tier


def test_the_worst_of_several_gates_rules_and_is_kept():
    matrix = matrix_of((80.0, Provenance("")))
    gates = (Gate("capacity", at_least=50), Gate("capacity", at_most=60))
    assert verdicts(gates, matrix) == (Verdict.FAIL,)
    assert gate_results(gates, matrix) is gate_results(gates, matrix)
    assert gate_results(gates, replace(matrix)) is not gate_results(gates, matrix)
