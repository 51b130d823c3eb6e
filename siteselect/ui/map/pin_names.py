"""The names of candidate sites that ask for room on the map: which, in which order, how loud."""

from siteselect.language import say_name
from siteselect.model.arrays import Floats
from siteselect.model.evaluation import Evaluation
from siteselect.ui.map.naming import PinName
from siteselect.ui.map.pins import radii
from siteselect.ui.map.sites_item import SitesItem


def named_rows(pins: SitesItem, evaluation: Evaluation) -> list[int]:
    """Return the numbered pins: chosen ones first, then by rank, then the failed."""
    wanted = set(pins.drawn[pins.numbered[pins.drawn]].tolist())
    chosen = [row for row in pins.selected.tolist() if row in wanted]
    wanted -= set(chosen)
    return chosen + [row for row in evaluation.order.tolist() if row in wanted]


def pin_names(
    pins: SitesItem, evaluation: Evaluation, rows: list[int], shift: tuple[float, float]
) -> list[PinName]:
    """Return what the names of pins need to find room in a picture whose view begins at `shift`."""
    if pins.sites is None:
        return []
    chosen = set(pins.selected.tolist())
    size = radii(pins.kinds, pins.numbered)
    at: Floats = pins.at + shift
    points = at - pins.offsets
    return [
        PinName(
            say_name(pins.sites.items[row].name),
            float(at[row, 0]),
            float(at[row, 1]),
            float(size[row]),
            strong=row in chosen or 0 < evaluation.ranks[row] <= 3,
            quiet=not evaluation.verdicts[row].ranks and row not in chosen,
            point=(float(points[row, 0]), float(points[row, 1])),
        )
        for row in rows
    ]
