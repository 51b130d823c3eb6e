"""What the search box offers of a study and its pack."""

from collections.abc import Callable
from functools import partial

import numpy as np

from siteselect.geo.coordinates import read_point
from siteselect.language import say, say_name, say_place
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui.ground import Ground
from siteselect.ui.panels.search import Find

OTHER_NAMES = ("name_ru", "name_zh")
"""Columns of a place's name in other letters: a place is found by each of them."""
_LETTERS = ("russian", "chinese")
Go = Callable[[float, float], object]
"""Shows the point at a longitude and latitude."""


def site_finds(evaluation: Evaluation, show: Callable[[str], object]) -> list[Find]:
    """Return the sites in the order of the ranking."""
    found = []
    for row in evaluation.order.tolist():
        site, rank = evaluation.matrix.sites.items[row], int(evaluation.ranks[row])
        failed = evaluation.verdicts[row] is Verdict.FAIL
        detail = (
            f"{site.country}, {say('fails a gate') if failed else say('rank {rank}', rank=rank)}"
        )
        found.append(Find(say_name(site.name), detail, "site", partial(show, site.name)))
    return found


def place_finds(ground: Ground, go: Go) -> list[Find]:
    """Return the places of the pack, the most populous first."""
    if ground.pack is None or not ground.pack.has_layer("places"):
        return []
    layer = ground.pack.layer("places").sort_values("population", ascending=False)
    lon, lat = np.asarray(layer.geometry.x), np.asarray(layer.geometry.y)
    found = []
    blank = [""] * len(layer)
    others = [layer[each].tolist() if each in layer else blank for each in OTHER_NAMES]
    for place, name in enumerate(layer["name"]):
        also = [each[place] for each in others]
        known = [each if isinstance(each, str) else "" for each in also]
        title = say_place(str(name), **dict(zip(_LETTERS, known, strict=False)))
        told = [each for each in dict.fromkeys((str(name), *known)) if each and each != title]
        found.append(
            Find(
                title,
                " · ".join([*told, str(layer["jurisdiction"].iloc[place])]),
                "place",
                partial(go, float(lon[place]), float(lat[place])),
            )
        )
    return found


def point_find(text: str, go: Go) -> Find | None:
    """Return what leads to the point that a text means; None when it means none."""
    point = read_point(text)
    if point is None:
        return None
    north, east = ("N" if point.lat >= 0 else "S"), ("E" if point.lon >= 0 else "W")
    told = f"{abs(point.lat):.5f}° {north} {abs(point.lon):.5f}° {east} ({point.notation})"
    return Find(text, told, "place", partial(go, point.lon, point.lat))
