"""What two scenarios judge otherwise, in the words of a person."""

from collections.abc import Callable

from siteselect.language import say
from siteselect.mcda.methods import METHODS
from siteselect.mcda.scenario_difference import GateDifference, ScenarioDifference
from siteselect.model.criterion import AnyValueFunction
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.gate import Gate
from siteselect.ui.curve_kinds import DIRECTIONS, title_of_kind
from siteselect.ui.figures import decimals, number, percent, shown_unit, shown_value

Rows = tuple[tuple[str, str, str], ...]
"""What differs, in the first, in the second."""


def difference_rows(found: ScenarioDifference, matrix: DecisionMatrix) -> Rows:
    """Return a row for each weight, value function, gate and setting that differs."""
    rows: list[tuple[str, str, str]] = []
    if found.method:
        one, other = found.method
        rows.append((say("Method"), say(METHODS[one].title), say(METHODS[other].title)))
    if found.parameters:
        first, second = found.parameters
        rows.append((say("Parameters of the method"), _settings(first), _settings(second)))
    if found.unknown:
        rows.append((say("Unknown values"), found.unknown[0].value, found.unknown[1].value))
    known = {info.key for info in matrix.infos}
    for each in found.criteria:
        criterion = each.other or each.one
        measure = criterion.measure if criterion else each.key
        info = matrix.info(measure) if measure in known else None
        title = (criterion.title if criterion else "") or (info.title if info else each.key)
        unit = info.unit if info else ""
        if each.reweighed:
            rows.append(
                (
                    say("Weight of {title}", title=title),
                    percent(each.share),
                    percent(each.other_share),
                )
            )
        if each.revalued and each.one and each.other:
            was, now = worded(each.one.value, unit), worded(each.other.value, unit)
            rows.append((say("Value of {title}", title=title), was, now))
    rows += [_gate_row(each, matrix, known) for each in found.gates]
    return tuple(rows)


def worded(value: AnyValueFunction, unit: str) -> str:
    """Return a value function in a few words, its ends in the unit that a person reads."""
    title = title_of_kind(value)
    if value.relative:
        return f"{title}, {say(DIRECTIONS[value.objective])}"
    ends = [getattr(value, name, None) for name in ("worst", "best")]
    told = _teller(unit)
    if None not in ends:
        first, last = told(ends[0]), told(ends[1])
        bounds = say("{first} to {last}", first=first, last=last)
        return f"{title}, {bounds} {shown_unit(unit)}".rstrip()
    target = getattr(value, "target", None)
    if target is not None:
        return f"{title}, {told(target)} {shown_unit(unit)}".rstrip()
    return say("{title}, {count} points", title=title, count=len(value.turns))


def _teller(unit: str) -> Callable[[float | None], str]:
    def tell(value: float | None) -> str:
        shown = shown_value(value if value is not None else float("nan"), unit)
        return number(shown, decimals(shown))

    return tell


def _settings(pairs: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{key} {value:g}" for key, value in pairs) or say("the defaults")


def _gate_row(
    each: GateDifference, matrix: DecisionMatrix, known: set[str]
) -> tuple[str, str, str]:
    info = matrix.info(each.measure) if each.measure in known else None
    title, unit = (info.title, info.unit) if info else (each.measure, "")
    return say("Gate on {title}", title=title), _gate(each.one, unit), _gate(each.other, unit)


def _gate(gate: Gate | None, unit: str) -> str:
    if gate is None:
        return say("none")
    told = _teller(unit)
    bounds = [(say("at least"), gate.at_least), (say("at most"), gate.at_most)]
    said = say(" and ").join(f"{word} {told(bound)}" for word, bound in bounds if bound is not None)
    coded = unit == "status"
    said = said if coded else f"{said} {shown_unit(unit)}".rstrip()
    if not gate.band:
        return said
    return say("{bounds}, conditional within {band}", bounds=said, band=told(gate.band))
