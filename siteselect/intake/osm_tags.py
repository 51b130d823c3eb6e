"""What the tags of OpenStreetMap say of a feature: its role, its class, its voltage."""

import math
import re
from collections.abc import Mapping, Sequence

from siteselect.model.user_layer import Role

TAGS = ("name", "power", "voltage", "highway", "railway")
"""All that is read of a feature."""
LICENCE = "ODbL 1.0"
ATTRIBUTION = "© OpenStreetMap contributors"
ROADS = ("motorway", "trunk", "primary", "secondary", "tertiary")
"""Classes of roads that heavy lorries go by; streets and tracks are left out."""
RAILWAYS = ("rail", "narrow_gauge")
SUBSTATIONS = ("substation", "station", "sub_station")
"""The tag of today, and two of old times."""
POWER_LINES = ("line", "cable")
"""Without minor lines, which no site of some MW is joined to."""
_LOWEST_V = 1000.0
"""A number of volts below this one is meant in kV by whoever wrote it."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def voltage_kv(text: str) -> float:
    """Return the highest voltage of a tag (220000;110000) in kV; NaN where it tells none."""
    volts = [float(found.replace(",", ".")) for found in _NUMBER.findall(text)]
    if not volts or max(volts) <= 0:
        return math.nan
    highest = max(volts)
    return highest / 1000 if highest >= _LOWEST_V else highest


def role_of(tags: Mapping[str, str], dimension: int) -> tuple[Role, str] | None:
    """Return role and class of a feature of so many dimensions; None for what nobody asks for."""
    power = tags.get("power", "")
    if power in SUBSTATIONS and dimension != 1:
        return Role.SUBSTATIONS, ""
    if dimension != 1:
        return None
    if power in POWER_LINES:
        return Role.POWER_LINES, power
    road = tags.get("highway", "").removesuffix("_link")
    if road in ROADS:
        return Role.ROADS, road
    if tags.get("railway", "") in RAILWAYS:
        return Role.RAILWAYS, tags["railway"]
    return None


def are_of_osm(columns: Sequence[str]) -> bool:
    """Return whether a layer with these columns was taken from OpenStreetMap."""
    marks = {"@id", "osm_id", "osm_way_id", "osm_type", "full_id"}
    return bool(marks & set(columns)) and bool({"power", "highway", "railway"} & set(columns))
