"""What must be paid before a site earns: building, line, machines, and the move."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.criteria._supply import Supply
from siteselect.criteria._terms import Terms
from siteselect.economics.capital import LineClass, connection_cost, voltage_for
from siteselect.economics.relocation import Relocation, containers, freight, relocation
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column
from siteselect.model.fact import Confidence
from siteselect.model.figures import LINE_MW
from siteselect.model.money import Money
from siteselect.model.sites import Sites


@dataclass(frozen=True, eq=False, slots=True)
class Spent:
    """The parts of the capital, USD, one number a site."""

    building: Floats
    line: Floats
    """A line of its own; 0 where the distance is not known: the building's price holds one."""
    line_notes: tuple[str, ...]
    machines: Floats
    """0 where they are owned already."""
    move: Relocation
    km: Floats
    """Of the way by road; NaN where it is not known, or beyond the region."""
    way_notes: tuple[str, ...]
    why: list[str]
    """Why the capital is unknown; empty where it is known."""

    @property
    def total(self) -> Floats:
        """All parts together."""
        found: Floats = self.building + self.line + self.machines + self.move.total
        return found


def spent_on(
    sites: Sites,
    own: Terms,
    money: Money,
    load_mw: Floats,
    count: Floats,
    value: Floats,
    revenue_a_day: Floats,
    crow: Column,
    substation: Column,
    supply: Supply,
) -> Spent:
    """Return the capital of each site.

    Parameters
    ----------
    sites, own, money
        The sites, their figures, and what the person chose.
    load_mw, count, value
        Power drawn, number and value of the machines that run there.
    revenue_a_day
        What a day of work would earn, lost while machines travel.
    crow
        The way of the machines, km as the crow flies.
    substation
        Distance to the nearest substation, km.
    supply
        The voltages of the substations: a line goes to the nearest that is high enough.
    """
    km = crow.value * own.column("detour")
    far = np.array([site.off_map for site in sites.items], dtype=bool)
    boxes = containers(count, own.column("container_machines"))
    by_road = freight(km, boxes, own.column("freight_usd"), own.column("freight_usd_km"))
    moved = relocation(
        np.where(far, boxes * own.column("freight_far_usd"), by_road),
        count,
        value,
        packing_usd=own.column("packing_usd"),
        insurance=own.column("insurance_share"),
        duty=own.column("duty_share"),
        import_tax=own.column("import_tax_share"),
        breakage=own.column("breakage_share"),
        downtime_days=own.column("days_to_move"),
        revenue_a_day=revenue_a_day,
    )
    lines = _lines(sites, own, load_mw, substation, supply)
    return Spent(
        load_mw * own.column("building_usd_mw"),
        np.array([each.usd for each in lines]),
        tuple(each.note for each in lines),
        value if money.buys_machines else np.zeros(len(sites)),
        moved,
        km,
        tuple(say("by the rate beyond the region") if far[row] else each.note
              for row, each in enumerate(crow.provenance)),
        [each.source if np.isnan(km[row]) and not far[row] else lines[row].why
         for row, each in enumerate(crow.provenance)],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of one site."""

    usd: float
    note: str
    why: str = ""
    """Why it has no price; empty where it has one, or none is needed."""


def _lines(
    sites: Sites, own: Terms, load_mw: Floats, substation: Column, supply: Supply
) -> list[_Line]:
    """Return the line of each site, of the class that load, offer and substation allow."""
    found, voltage = [], supply.voltage
    for row, site in enumerate(sites.items):
        km, load = float(substation.value[row]), float(load_mw[row])
        if np.isnan(km) or np.isnan(load):
            told = say("distance to a substation not known: a line is in the building's price")
            found.append(_Line(0.0, told))
            continue
        classes = _classes(own, row)
        kv = site.offer.voltage_kv if site.offer else None
        if kv in LINE_MW:
            told = say("{km:.1f} km of line of {kv:g} kV, the voltage offered", km=km, kv=kv)
            found.append(_Line(float(connection_cost(km, load, classes, kv)), told))
            continue
        wanted = voltage_for(load, classes)
        if wanted is None:
            found.append(_Line(np.nan, "", say("No line is priced that carries so large a load.")))
            continue
        typed = substation.provenance[row].confidence is Confidence.USER
        near = np.nan if typed else float(voltage[row])
        if near < wanted.kv:
            found.append(_to_a_higher(supply, row, load, near, classes, wanted))
            continue
        usd = float(connection_cost(km, load, classes, wanted.kv))
        found.append(_Line(usd, _told(km, wanted.kv, near)))
    return found


def _to_a_higher(
    supply: Supply,
    row: int,
    load: float,
    near: float,
    classes: Sequence[LineClass],
    wanted: LineClass,
) -> _Line:
    """Return the line to the nearest substation that is high enough, past the nearest of all."""
    far, high = (float(each[row]) for each in supply.of_at_least(wanted.kv))
    few = say(
        "the nearest substation has {near:g} kV, too little for {load:.0f} MW",
        near=near,
        load=load,
    )
    if np.isnan(far):
        why = say(
            "No substation of the layer is known to have {kv:g} kV, which {load:.0f} MW need.",
            kv=wanted.kv,
            load=load,
        )
        return _Line(np.nan, few, why)
    usd = float(connection_cost(far, load, classes, wanted.kv))
    return _Line(usd, f"{few}; {_told(far, wanted.kv, high)}")


def _told(km: float, kv: float, there: float) -> str:
    if np.isnan(there):
        return say(
            "{km:.1f} km of line of {kv:g} kV, the lowest that carries the load; the voltage of "
            "the substation is not known",
            km=km,
            kv=kv,
        )
    return say(
        "{km:.1f} km of line of {kv:g} kV, the lowest that carries the load, to a substation of "
        "{there:g} kV",
        km=km,
        kv=kv,
        there=there,
    )


def _classes(own: Terms, row: int) -> list[LineClass]:
    figures = own.by_site[row]
    bay = figures["bay_usd_mw"].value
    return [
        LineClass(volts, most, figures[f"line_{volts}_usd_km"].value, bay)
        for volts, most in LINE_MW.items()
    ]
