"""What the layers that the program knows must look like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

POLYGONS = frozenset({"Polygon", "MultiPolygon"})
LINES = frozenset({"LineString", "MultiLineString"})
POINTS = frozenset({"Point"})


@dataclass(frozen=True, slots=True)
class LayerForm:
    """What a layer that the program knows must look like."""

    geometry: frozenset[str]
    columns: tuple[str, ...]
    key: str = ""
    """The column that tells its rows apart."""
    lawful: bool = False
    """Its jurisdictions are those of the pack, not countries of the world."""


FORMS: Mapping[str, LayerForm] = {
    "countries": LayerForm(POLYGONS, ("code", "name", "main"), "code"),
    "regions": LayerForm(POLYGONS, ("code", "jurisdiction", "name"), "code", lawful=True),
    "disputed": LayerForm(LINES, ("name", "note")),
    "lakes": LayerForm(POLYGONS, ("name",)),
    "power_stations": LayerForm(
        POINTS,
        ("id", "name", "jurisdiction", "region", "fuel", "mw", "year", "status", "coordinate",
         "counts", "source", "licence"),
        "id",
        lawful=True,
    ),
    "places": LayerForm(POINTS, ("name", "population", "jurisdiction")),
    "airports": LayerForm(POINTS, ("name", "iata", "kind")),
    "border_crossings": LayerForm(POINTS, ("id", "name", "sides", "opened", "closed"), "id"),
    "substations": LayerForm(POINTS | POLYGONS, ()),
    "roads": LayerForm(LINES, ()),
    "railways": LayerForm(LINES, ()),
}  # fmt: skip
NUMBERS = ("mw", "population")
"""Columns that are added up or compared."""


def faults_of_form(name: str, frame: "GeoDataFrame") -> Iterator[str]:
    """Yield why nothing can be measured on a layer: a column, a geometry or a number is not one."""
    form = FORMS.get(name)
    if form is None:
        return
    missing = [column for column in form.columns if column not in frame]
    if missing:
        yield f"column {', '.join(missing)} is missing"
    odd = sorted(set(frame.geometry.geom_type.dropna()) - form.geometry)
    if odd:
        yield f"it holds {', '.join(odd)}; wanted is {' or '.join(sorted(form.geometry))}"
    for column in NUMBERS:
        if column in form.columns and column in frame and frame[column].dtype.kind not in "iuf":
            yield f"column {column} holds what is no number"
