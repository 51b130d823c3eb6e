"""What each gate says of each site, in words."""

from functools import lru_cache

import numpy as np

from siteselect.language import say, say_name
from siteselect.model.arrays import Ints, frozen_ints
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Provenance
from siteselect.model.gate import Gate, GateResult, Verdict, worst


@lru_cache(maxsize=8)
def gate_results(
    gates: tuple[Gate, ...], matrix: DecisionMatrix
) -> tuple[tuple[GateResult, ...], ...]:
    """Return for every site the result of every enabled gate; kept while both stay as they are."""
    enabled = [gate for gate in gates if gate.enabled]
    held = [(gate, matrix.column(gate.measure), matrix.info(gate.measure)) for gate in enabled]
    return tuple(
        tuple(_result(gate, column, info, row) for gate, column, info in held)
        for row in range(len(matrix.sites))
    )


@lru_cache(maxsize=8)
def verdicts(gates: tuple[Gate, ...], matrix: DecisionMatrix) -> tuple[Verdict, ...]:
    """Return the verdict of all gates together on every site.

    A pinned site that a gate would keep out is CONDITIONAL: it stays, visibly.
    """
    together = [
        worst([result.verdict for result in results]) for results in gate_results(gates, matrix)
    ]
    return tuple(
        Verdict.CONDITIONAL if site.pinned and not verdict.ranks else verdict
        for verdict, site in zip(together, matrix.sites.items, strict=True)
    )


@lru_cache(maxsize=8)
def tiers(gates: tuple[Gate, ...], matrix: DecisionMatrix) -> Ints:
    """Return where every site is listed: 0 PASS and CONDITIONAL, 1 UNKNOWN, 2 FAIL."""
    places = {Verdict.PASS: 0, Verdict.CONDITIONAL: 0, Verdict.UNKNOWN: 1, Verdict.FAIL: 2}
    return frozen_ints([places[each] for each in verdicts(gates, matrix)])


def _result(gate: Gate, column: Column, info: MeasureInfo, row: int) -> GateResult:
    value, provenance = float(column.value[row]), column.provenance[row]
    verdict = gate.verdict(value)
    if verdict is not Verdict.UNKNOWN and provenance.at_best is not None:
        verdict = worst([verdict, provenance.at_best])
    margin = gate.margin(value) if np.isfinite(value) else np.nan
    return GateResult(gate, verdict, _reason(gate, value, provenance, info), margin)


def _reason(gate: Gate, value: float, provenance: Provenance, info: MeasureInfo) -> str:
    """Return the sentence: value and bound, then the measure's own words where it has some.

    A coded measure (a status) speaks in its own words alone, its numbers would say nothing.
    """
    if np.isnan(value):
        return say("{title}: unknown. {source}", title=info.title, source=provenance.source)
    source = f" [{provenance.source}]" if provenance.source else ""
    if info.coded and provenance.note:
        return f"{provenance.note}{source}"
    bounds = []
    if gate.at_least is not None:
        bounds.append(say("at least {at_least:g}", at_least=gate.at_least))
    if gate.at_most is not None:
        bounds.append(say("at most {at_most:g}", at_most=gate.at_most))
    unit = f" {say_name(info.unit)}" if info.unit else ""
    sentence = say(
        "{title}: {value:g}{unit} ({bounds}{unit} wanted).",
        title=info.title,
        value=value,
        unit=unit,
        bounds=say(" and ").join(bounds),
    )
    return f"{sentence} {provenance.note}{source}" if provenance.note else sentence
