"""What the next picture of the map is painted from: which part of the plane, which names."""

import numpy as np

from siteselect.model.arrays import Floats
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene
from siteselect.ui.map.picture import MARGIN, SPARE, Order, Picture, offset
from siteselect.ui.map.pin_names import named_rows, pin_names
from siteselect.ui.map.sites_item import SitesItem


def room_for(picture: Picture, view: Extent) -> Extent:
    """Return the extent of the next picture: the same while its ground holds and has room."""
    kept = picture.extent
    return kept if kept is not None and picture.has_ground(view, SPARE) else view.grown(MARGIN)


def order_of(
    scene: Scene, view: Extent, picture: Picture, pins: SitesItem, glass: Floats, *, parted: bool
) -> Order:
    """Return the order of a picture of this scene, of which `view` is seen."""
    x, y = offset(view, scene.extent)
    evaluation = pins.evaluation if "sites" in scene.shown else None
    rows = named_rows(pins, evaluation) if evaluation is not None else []
    names = pin_names(pins, evaluation, rows, (x, y)) if evaluation is not None else []
    taken = pins.boxes() if evaluation is not None else np.empty((0, 4))
    painted = picture.painted
    stands = painted is not None and picture.extent is scene.extent
    return Order(
        scene,
        tuple(rows),
        tuple(names),
        taken + np.tile((x, y), 2),
        glass + np.tile((x, y), 2),
        (x, y, x + view.width, y + view.height),
        parted=parted,
        ground=painted.ground if painted is not None and stands else None,
        stamp=picture.stamp,
    )
