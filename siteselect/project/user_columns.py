"""Columns of the user's own measures: read from the sites, typed by hand, or computed."""

from collections.abc import Iterable, Mapping
from math import nan

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, MeasureInfo, Provenance
from siteselect.model.fact import Confidence
from siteselect.model.gate import worst
from siteselect.model.interval import interval
from siteselect.model.sites import Sites
from siteselect.model.user_measure import UserMeasure
from siteselect.model.value_function import Linear

GROUP = later("Your own")
"""The heading of a measure for which the user named none."""

_SURENESS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH, Confidence.USER)
_WIDE = later(
    "interval perhaps wider than need be, as a measure stands in the expression more than once"
)


def info_of(measure: UserMeasure) -> MeasureInfo:
    """Return what the decision matrix carries of a measure of the user's."""
    return MeasureInfo(measure.key, measure.title, measure.unit, measure.group or say(GROUP))


def check_measure(measure: UserMeasure, known: Iterable[str]) -> None:
    """Raise StudyError when the measure's key is taken, or its expression names what is not there.

    Parameters
    ----------
    measure
        A measure of the user's.
    known
        Keys of all other measures, the program's and the user's.
    """
    keys = list(known)
    if measure.key in keys:
        raise StudyError(
            say(
                "There is a measure called {key} already: take another name for {title}.",
                key=measure.key,
                title=measure.title,
            )
        )
    lacking = [key for key in measure.needs if key not in keys]
    if lacking:
        raise StudyError(
            say(
                "The expression of {title} names {lacking}, which is no measure. "
                "There are: {keys}.",
                title=measure.title,
                lacking=", ".join(lacking),
                keys=", ".join(sorted(keys)),
            )
        )


def user_column(measure: UserMeasure, sites: Sites, columns: Mapping[str, Column]) -> Column:
    """Return the column of a measure of the user's.

    Parameters
    ----------
    measure
        Column, typed values or expression.
    sites
        For whom.
    columns
        The measures that its expression names, by key.

    Returns
    -------
    The values, each with what it came from, or why it is unknown.
    """
    if measure.expression:
        return _computed(measure, len(sites), columns)
    if measure.column:
        source = say("column {column} of the sites' table", column=measure.column)
        given = {site.name: dict(site.values).get(measure.column, nan) for site in sites.items}
        lacking = say(
            "The sites' table says nothing in the column {column}.", column=measure.column
        )
    else:
        source, given = say("typed by the user"), dict(measure.typed)
        lacking = say("No value of {title} was typed for this site.", title=measure.title)
    known = Provenance(source, "", Confidence.USER, badge="yours")
    values = np.array([given.get(name, nan) for name in sites.names], dtype=np.float64)
    where = tuple(known if np.isfinite(each) else Provenance(lacking) for each in values)
    return Column(np.where(np.isfinite(values), values, nan), where)


def criterion_on(measure: UserMeasure, column: Column) -> Criterion:
    """Return a criterion to start with: more is better, from the least to the greatest known."""
    known = column.value[np.isfinite(column.value)]
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    high = high if high > low else low + max(1.0, abs(low))
    return Criterion(measure.key, Linear(low, high), 10.0, measure.group or GROUP)


def _computed(measure: UserMeasure, count: int, columns: Mapping[str, Column]) -> Column:
    parsed = measure.parsed
    named = [columns[key] for key in parsed.names]
    found = parsed.evaluate(
        {
            key: interval(each.value, each.low, each.high)
            for key, each in zip(parsed.names, named, strict=True)
        },
        count,
    )
    source = say("expression: {expression}", expression=measure.expression)
    where = []
    for row in range(count):
        cells = [each.provenance[row] for each in named]
        if np.isnan(found.value[row]):
            where.append(Provenance(_why(parsed.names, named, row) or _said(found.fault(row))))
            continue
        wide = parsed.repeats and found.low[row] < found.high[row]
        bests = [each.at_best for each in cells if each.at_best is not None]
        where.append(
            Provenance(
                source,
                "; ".join(dict.fromkeys(each.observed for each in cells if each.observed)),
                _least_sure(cells),
                say(_WIDE) if wide else "",
                "computed",
                at_best=worst(bests) if bests else None,
            )
        )
    return Column(found.value, tuple(where), _closed(found.low), _closed(found.high))


def _why(names: tuple[str, ...], columns: list[Column], row: int) -> str:
    """Return which measure is unknown, and why; empty when all are known."""
    for name, column in zip(names, columns, strict=True):
        if np.isnan(column.value[row]):
            return say(
                "It is computed from {name}, which is unknown: {source}",
                name=name,
                source=column.provenance[row].source,
            )
    return ""


def _said(fault: str) -> str:
    return say(
        "The expression has no value here: {fault}.",
        fault=fault or say("a number in it grows too large"),
    )


def _least_sure(cells: list[Provenance]) -> Confidence | None:
    held = [each.confidence for each in cells if each.confidence is not None]
    return min(held, key=_SURENESS.index, default=None)


def _closed(ends: Floats) -> Floats:
    """Return the ends with those that are not finite as unknown."""
    return np.where(np.isfinite(ends), ends, nan)
