"""What a pack puts in place of assumptions on a day: figures, the calendar of cuts, a machine.

A figure read before its first row takes the first one, told as observed later: costs are slow, and
a cost of three years on is nearer than a guess. Of several rows the last that has begun speaks, and
one for the jurisdiction itself before one for its parent or for all.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import isnan

from siteselect.errors import PackError
from siteselect.language import say
from siteselect.model.figures import Figure
from siteselect.model.fleet import Fleet, Lot, Machine
from siteselect.model.money import Cut
from siteselect.packs.money_rows import CutRow, FigureRow, MachineRow, MoneyRows

MACHINE = "machine"


def figure_on(
    rows: Sequence[FigureRow], key: str, lineage: Sequence[str], day: date
) -> Figure | None:
    """Return the figure that the pack gives for `key` on `day`; None where it gives none.

    Parameters
    ----------
    rows
        The rows of the table of figures.
    key
        A key of `FIGURES`.
    lineage
        The jurisdiction and its parents, as `Facts.lineage` tells them.
    day
        The as-of day.
    """
    row = _speaking([each for each in rows if each.key == key], lineage, day)
    if row is None or row.figure is None:
        return None
    if _start(row) <= day:
        return row.figure
    source = say("{source}, observed later: {day}", source=row.figure.source, day=_start(row))
    return replace(row.figure, source=source)


def cuts_on(rows: Sequence[CutRow], lineage: Sequence[str], day: date) -> tuple[Cut, ...]:
    """Return the cuts that are counted with in a jurisdiction on `day`."""
    places = {*lineage, ""}
    return tuple(
        row.cut
        for row in rows
        if row.cut is not None and row.cut.jurisdiction in places and row.validity.holds(day)
    )


def default_fleet(rows: MoneyRows, day: date) -> Fleet | None:
    """Return the fleet that the pack proposes: as many of one machine as the load carries."""
    row = _speaking([each for each in rows.figures if each.key == MACHINE], (), day)
    if row is None:
        return None
    found = next((each for each in rows.machines if each.id == row.text), None)
    if found is None or not found.runs:
        raise PackError(
            say(
                "The figure {id} of the pack names the machine {words!r}, of which "
                "the catalogue knows no hash rate and efficiency: name another.",
                id=row.id,
                words=row.text,
            )
        )
    return Fleet((Lot(machine_of(found, rows.machines, day)),))


def machine_of(row: MachineRow, catalogue: Sequence[MachineRow], day: date) -> Machine:
    """Return a machine of the catalogue, with a price of its model known by `day`, if there is one.

    Raises
    ------
    PackError
        If the catalogue knows no hash rate or efficiency of it.
    """
    if not row.runs:
        raise PackError(
            say(
                "The catalogue knows no hash rate and efficiency of {model} ({id}): "
                "type them, or choose another machine.",
                model=row.model,
                id=row.id,
            )
        )
    priced = [
        each
        for each in catalogue
        if each.model == row.model
        and not isnan(each.price)
        and (each.price_unit == "USD per TH/s" or each.th_s == row.th_s or isnan(each.th_s))
        and each.price_date[:4] <= f"{day.year}"
    ]
    if not priced:
        return Machine(row.model, row.th_s, row.j_per_th, None, str(row.source))
    last = max(priced, key=lambda each: each.price_date)
    usd = last.price * (row.th_s if last.price_unit == "USD per TH/s" else 1.0)
    told = f"{last.source}, {last.price_date}"
    return Machine(row.model, row.th_s, row.j_per_th, usd, str(row.source), told)


def _speaking(rows: Sequence[FigureRow], lineage: Sequence[str], day: date) -> FigureRow | None:
    for place in (*lineage, ""):
        own = [row for row in rows if row.jurisdiction == place]
        begun = [row for row in own if _start(row) <= day]
        if begun:
            return max(begun, key=_start)
        if own:
            return min(own, key=_start)
    return None


def _start(row: FigureRow) -> date:
    return row.start or date.min
