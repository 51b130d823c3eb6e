"""What must be paid before a site earns: building, line, machines, and the move."""

from dataclasses import dataclass

import numpy as np

from siteselect.criteria._terms import Terms
from siteselect.economics.capital import LineClass, connection_cost
from siteselect.economics.relocation import Relocation, containers, freight, relocation
from siteselect.language import say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column
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
    line, notes = _lines(sites, own, load_mw, substation)
    return Spent(
        load_mw * own.column("building_usd_mw"),
        line,
        notes,
        value if money.buys_machines else np.zeros(len(sites)),
        moved,
        km,
        tuple(say("by the rate beyond the region") if far[row] else each.note
              for row, each in enumerate(crow.provenance)),
        [each.source if np.isnan(km[row]) and not far[row] else _no_line(line[row])
         for row, each in enumerate(crow.provenance)],
    )  # fmt: skip


def _lines(
    sites: Sites, own: Terms, load_mw: Floats, substation: Column
) -> tuple[Floats, tuple[str, ...]]:
    found, notes = np.zeros(len(sites)), []
    for row, site in enumerate(sites.items):
        km, kv = float(substation.value[row]), site.offer.voltage_kv if site.offer else None
        if np.isnan(km) or np.isnan(load_mw[row]):
            notes.append(
                say("distance to a substation not known: a line is in the building's price")
            )
            continue
        figures = own.by_site[row]
        bay = figures["bay_usd_mw"].value
        classes = [
            LineClass(volts, most, figures[f"line_{volts}_usd_km"].value, bay)
            for volts, most in LINE_MW.items()
        ]
        offered = kv if kv in LINE_MW else None
        found[row] = float(connection_cost(km, float(load_mw[row]), classes, offered))
        notes.append(say("{km:.1f} km to a substation", km=km))
    return found, tuple(notes)


def _no_line(cost: float) -> str:
    return say("No line is priced that carries so large a load.") if np.isnan(cost) else ""
