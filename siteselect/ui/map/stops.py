"""Where keys can go on the map: the marks in view, the best first."""

from dataclasses import dataclass

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.sites_item import SitesItem

LAST = 10**9
"""Stands behind all ranks."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A site by its row, or a cluster by its place among them."""

    row: int = -1
    cluster: int = -1


def stops_of(pins: SitesItem, extent: Extent) -> list[Stop]:
    """Return the sites and clusters that are wholly in view, by rank; what has none comes last."""
    evaluation, crowd = pins.evaluation, pins.crowd
    if evaluation is None:
        return []
    ranked = [
        (int(evaluation.ranks[row]) or LAST, row, Stop(row=row))
        for row in pins.drawn.tolist()
        if _inside(pins.at[row].tolist(), extent)
    ]
    ranked += [
        (int(crowd.ranks[place]) or LAST, place, Stop(cluster=place))
        for place in crowd.seen.tolist()
        if _inside(crowd.at[place].tolist(), extent)
    ]
    return [stop for _, _, stop in sorted(ranked, key=lambda each: each[:2])]


def _inside(at: list[float], extent: Extent) -> bool:
    return 0 <= at[0] <= extent.width and 0 <= at[1] <= extent.height


def after(stops: list[Stop], here: Stop | None, way: int) -> Stop | None:
    """Return the stop so many places after `here`, round in a ring; None where there is none."""
    if not stops:
        return None
    if here not in stops:
        return stops[0] if way > 0 else stops[-1]
    return stops[(stops.index(here) + way) % len(stops)]
