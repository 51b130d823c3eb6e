"""What the search box offers of a study and its pack."""

from collections.abc import Callable
from functools import partial

import numpy as np

from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui.panels.search import Find
from siteselect.ui.session import Ground

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
        found.append(Find(site.name, detail, "site", partial(show, site.name)))
    return found


def place_finds(ground: Ground, go: Go) -> list[Find]:
    """Return the places of the pack, the most populous first."""
    if ground.pack is None or not ground.pack.has_layer("places"):
        return []
    layer = ground.pack.layer("places").sort_values("population", ascending=False)
    lon, lat = np.asarray(layer.geometry.x), np.asarray(layer.geometry.y)
    found = []
    for place, name in enumerate(layer["name"]):
        found.append(
            Find(
                str(name),
                str(layer["jurisdiction"].iloc[place]),
                "place",
                partial(go, float(lon[place]), float(lat[place])),
            )
        )
    return found
