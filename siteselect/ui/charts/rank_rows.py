"""Which sites the ranks over time show, and on which row each stands on each day."""

from dataclasses import dataclass

import numpy as np

from siteselect.project.over_time import OverTime
from siteselect.ui.theme import GROUPS


@dataclass(frozen=True, slots=True)
class Line:
    """One site: the row of the picture on each day; None where it does not rank."""

    name: str
    column: int
    """Its column in `OverTime`."""
    rows: tuple[int | None, ...]
    colour: str


def lines_of(found: OverTime, fitting: int, picked: frozenset[str]) -> tuple[Line, ...]:
    """Return the sites that are shown: the picked ones and those that were ever ahead.

    A row of the picture is a place among the sites shown, so that lines never run out of sight.
    """
    ranks = found.ranks
    with np.errstate(invalid="ignore"):
        best = np.nanmin(np.where(np.isnan(ranks), np.inf, ranks), axis=0)
        mean = np.where(np.isnan(ranks), ranks.shape[1], ranks).mean(axis=0)
    ranking = [at for at in range(len(found.names)) if np.isfinite(best[at])]
    order = sorted(ranking, key=lambda at: (found.names[at] not in picked, best[at], mean[at]))
    shown = order[:fitting]
    rows = []
    for day in range(len(found.days)):
        held = sorted((at for at in shown if not np.isnan(ranks[day, at])),
                      key=lambda at: ranks[day, at])  # fmt: skip
        rows.append({at: place for place, at in enumerate(held)})
    colours = (*GROUPS, "#3E8E41", "#C2588B", "#5B5FC7", "#9A9189")
    by_column = sorted(shown)
    return tuple(
        Line(found.names[at], at, tuple(each.get(at) for each in rows),
             colours[place % len(colours)])
        for place, at in enumerate(by_column)
    )  # fmt: skip
