"""The substations that a site may be connected to: the nearest, and the nearest high enough."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from siteselect.criteria._places import KEPT, beyond, nearest_feature, places_of
from siteselect.geo.proximity import Edges, edges_of, nearest_edge
from siteselect.model.arrays import Floats
from siteselect.model.sites import Sites
from siteselect.packs.pack import Pack

LAYER = "substations"


@dataclass(frozen=True, eq=False, slots=True)
class Supply:
    """What the layer of substations offers each site; without a layer nothing is known."""

    sites: Sites
    pack: Pack

    @property
    def voltage(self) -> Floats:
        """The highest voltage of the nearest substation, kV; NaN where nobody says."""
        voltage = _told(self.sites, self.pack)
        if voltage is None or not len(voltage):
            return np.full(len(self.sites), np.nan)
        found = nearest_feature(self.sites, self.pack, LAYER)
        return np.where(found.index >= 0, voltage[found.index], np.nan)

    def of_at_least(self, kv: float) -> tuple[Floats, Floats]:
        """Return km to the nearest substation known to have `kv` or more, and what it has."""
        return _nearest(self.sites, self.pack, kv)


def _told(sites: Sites, pack: Pack) -> Floats | None:
    """Return the voltage of each substation of the layer; None where there is nothing to ask."""
    if not len(sites) or not pack.has_layer(LAYER) or "kv" not in pack.layer(LAYER):
        return None
    voltage = pack.layer(LAYER)["kv"].to_numpy(dtype=np.float64)
    return np.where(voltage > 0, voltage, np.nan)  # 0 is no voltage


@lru_cache(maxsize=KEPT)
def _nearest(sites: Sites, pack: Pack, kv: float) -> tuple[Floats, Floats]:
    unknown, voltage = np.full(len(sites), np.nan), _told(sites, pack)
    high = voltage >= kv if voltage is not None else np.zeros(0, bool)  # False where nobody says
    if voltage is None or not high.any():
        return unknown, unknown
    places = places_of(sites)
    found = nearest_edge(places.lon, places.lat, _edges(pack, kv))
    there = (found.index >= 0) & ~beyond(sites, pack)
    return np.where(there, found.km, np.nan), np.where(there, voltage[high][found.index], np.nan)


@lru_cache(maxsize=16)
def _edges(pack: Pack, kv: float) -> Edges:
    frame = pack.layer(LAYER)
    return edges_of(frame.geometry.to_numpy()[frame["kv"].to_numpy(dtype=np.float64) >= kv])
