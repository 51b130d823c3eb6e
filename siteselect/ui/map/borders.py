"""Which lines of the map are strong, quiet, dashed or thin."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from siteselect.ui.map.levels import Shapes
from siteselect.ui.map.map_rows import Area
from siteselect.ui.map.paths import Geometries

NEAR = 7_000.0
"""Metres of the plane within which the outlines of two layers are taken for one line."""
COARSE = 400.0
CUT = 1_500.0
"""Metres within the outermost frame in which a line is the edge of the data, not a border."""


@dataclass(frozen=True, slots=True, eq=False)
class Borders:
    """Lines by the strength with which they are drawn; no line is drawn twice."""

    strong: Shapes
    """Borders of the main countries, where the pack's regions lie."""
    quiet: Shapes
    """All other borders of countries."""
    provinces: Shapes
    """Outlines of jurisdictions that are no country: dashed."""
    regions: Shapes
    """Lines between regions of one jurisdiction."""
    disputed: Shapes


def borders_of(
    countries: Geometries,
    country_rows: Sequence[Area],
    regions: Geometries,
    region_rows: Sequence[Area],
    disputed: Geometries,
) -> Borders:
    """Sort the outlines of countries and regions by strength."""
    main = np.array([row.main for row in country_rows], dtype=bool)
    codes = {row.code for row in country_rows}
    outlines = _uncut(shapely.union_all(shapely.boundary(countries)), countries)
    chief = _uncut(shapely.union_all(shapely.boundary(countries[main])), countries)
    focus = shapely.buffer(shapely.union_all(_coarse(regions)), NEAR)
    strong = shapely.intersection(chief, focus) if len(regions) else chief
    quiet = shapely.difference(outlines, strong)
    beside = _strip(strong)
    provinces = []
    for code in sorted({row.jurisdiction for row in region_rows} - codes):
        own = regions[[row.jurisdiction == code for row in region_rows]]
        whole = shapely.union_all(own, grid_size=1.0)
        provinces.append(shapely.difference(shapely.boundary(whole), beside))
    dashed = shapely.union_all(provinces)
    inner = shapely.union_all(shapely.boundary(regions), grid_size=1.0)
    thin = shapely.difference(inner, shapely.union(beside, _strip(dashed)))
    return Borders(
        strong=_lines(strong),
        quiet=_lines(quiet),
        provinces=_lines(dashed, whole=True),
        regions=_lines(thin),
        disputed=Shapes(disputed),
    )


def _coarse(geometries: Geometries) -> Geometries:
    shapes: Geometries = shapely.buffer(shapely.simplify(geometries, COARSE), 0)
    return shapes


def _strip(lines: shapely.Geometry) -> shapely.Geometry:
    """Return the strip along lines in which another layer's outline is the same line."""
    return shapely.buffer(shapely.simplify(lines, COARSE), NEAR, quad_segs=2)


def _lines(geometry: shapely.Geometry, *, whole: bool = False) -> Shapes:
    """Return linework as shapes, pieces joined where they meet; dashes want whole lines."""
    return Shapes(np.array([shapely.line_merge(geometry)], dtype=object), whole=whole)


def _uncut(lines: shapely.Geometry, countries: Geometries) -> shapely.Geometry:
    """Return lines without those along the frame at which the countries were cut off."""
    if not len(countries):
        return lines
    left, top, right, foot = shapely.total_bounds(countries)
    return shapely.clip_by_rect(lines, left + CUT, top + CUT, right - CUT, foot - CUT)
