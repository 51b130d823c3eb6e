"""What each gate says of each site, in words."""

import numpy as np

from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo
from siteselect.model.gate import Gate, GateResult, Verdict


def gate_results(
    gates: tuple[Gate, ...], matrix: DecisionMatrix
) -> tuple[tuple[GateResult, ...], ...]:
    """Return for every site the result of every enabled gate."""
    enabled = [gate for gate in gates if gate.enabled]
    held = [(gate, matrix.column(gate.measure), matrix.info(gate.measure)) for gate in enabled]
    return tuple(
        tuple(_result(gate, column, info, row) for gate, column, info in held)
        for row in range(len(matrix.sites))
    )


def _result(gate: Gate, column: Column, info: MeasureInfo, row: int) -> GateResult:
    value, provenance = float(column.value[row]), column.provenance[row]
    verdict = gate.verdict(value)
    if verdict is Verdict.PASS and provenance.at_best is not None:
        verdict = provenance.at_best
    margin = gate.margin(value) if np.isfinite(value) else np.nan
    return GateResult(gate, verdict, _reason(gate, verdict, value, column, info, row), margin)


def _reason(
    gate: Gate, verdict: Verdict, value: float, column: Column, info: MeasureInfo, row: int
) -> str:
    """Return the sentence: the measure's own words where it has some, else value and bound."""
    provenance = column.provenance[row]
    if verdict is Verdict.UNKNOWN:
        return f"{info.title}: unknown. {provenance.source}"
    if provenance.note:
        return f"{provenance.note} [{provenance.source}]" if provenance.source else provenance.note
    bounds = []
    if gate.at_least is not None:
        bounds.append(f"at least {gate.at_least:g}")
    if gate.at_most is not None:
        bounds.append(f"at most {gate.at_most:g}")
    return f"{info.title}: {value:g} {info.unit} ({' and '.join(bounds)} {info.unit} wanted)."
