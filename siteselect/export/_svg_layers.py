"""The user's own layers in the map of a report: areas, lines by rank, signs of substations."""

from collections.abc import Iterator, Sequence
from html import escape

import numpy as np
import shapely

from siteselect.export._drawn_layers import AREAS, LINES, POINTS, DrawnLayer, credit_of
from siteselect.export._svg_frame import Frame
from siteselect.geo.crs import EARTH_RADIUS_M
from siteselect.language import say
from siteselect.model.user_layer import Role
from siteselect.packs.layer_look import HIGH_KV, VEIL, width_of

_SIDE, _LARGE_SIDE, _HALF = 6.0, 8.0, 4.0
_DASH = ' stroke-dasharray="5 2"'


def draw_layers(drawn: Sequence[DrawnLayer], frame: Frame) -> Iterator[str]:
    """Yield areas and lines of all layers, then the signs on top of them."""
    step = EARTH_RADIUS_M / frame.scale
    for each in drawn:
        title = f"<title>{escape(f'{each.layer.title}. {credit_of(each.layer)}')}</title>"
        shapes = [*_areas(each, frame), *_lines(each, frame, step)]
        if shapes:
            yield f'<g class="own">{title}{"".join(shapes)}</g>'
    for each in drawn:
        yield from _signs(each, frame, step)


def swatch(drawn: DrawnLayer) -> str:
    """Return the sign that stands for a layer in the legend, as the content of an SVG 24 x 12."""
    if len(drawn.rows(POINTS)):
        return _sign(drawn, 12.0, 6.0, high=True)
    if len(drawn.rows(LINES)):
        width = width_of(drawn.layer) * float(drawn.weight.max())
        return f'<path {_stroke(drawn, width)} d="M1 6H23"/>'
    return f'<path {_fill(drawn)} d="M1 1H23V11H1Z"/>'


def _areas(drawn: DrawnLayer, frame: Frame) -> Iterator[str]:
    data = "".join(frame.path(shape) for shape in _seen(drawn, drawn.rows(AREAS), frame))
    if data:
        yield f'<path {_fill(drawn)} d="{data}"/>'


def _lines(drawn: DrawnLayer, frame: Frame, step: float) -> Iterator[str]:
    rows = drawn.rows(LINES)
    rows = rows[drawn.reach[rows] >= step]
    for weight in dict.fromkeys(drawn.weight[rows].tolist()):
        shapes = _seen(drawn, rows[drawn.weight[rows] == weight], frame)
        if not len(shapes):
            continue
        # ways end at every crossing: joined, they are long enough to be seen
        ways = shapely.MultiLineString(shapely.get_parts(shapes).tolist())
        data = frame.path(shapely.line_merge(ways))
        if data:
            yield f'<path {_stroke(drawn, width_of(drawn.layer) * weight)} d="{data}"/>'


def _signs(drawn: DrawnLayer, frame: Frame, step: float) -> Iterator[str]:
    rows = drawn.rows(POINTS)
    rows = rows[drawn.reach[rows] >= step]
    rows = rows[np.argsort(np.nan_to_num(drawn.kv[rows]), kind="stable")]  # the highest on top
    for row in rows.tolist():
        middle = shapely.centroid(drawn.shapes[row])
        if frame.holds(middle.x, middle.y):
            kv = float(drawn.kv[row])
            told = [drawn.names[row] or drawn.layer.title]
            told += [say("{kv:g} kV", kv=kv)] if kv > 0 else []
            sign = _sign(drawn, frame.x(middle.x), frame.y(middle.y), high=kv >= HIGH_KV)
            yield f"<g><title>{escape(', '.join(told))}</title>{sign}</g>"


def _sign(drawn: DrawnLayer, x: float, y: float, *, high: bool) -> str:
    """Return a square with a bolt for a substation, a diamond for anything else."""
    if drawn.layer.role is not Role.SUBSTATIONS:
        data = f"M{x:.1f} {y - _HALF:.1f}l{_HALF} {_HALF}l-{_HALF} {_HALF}l-{_HALF} -{_HALF}z"
        return f'<path {_paint(drawn, "sign")} d="{data}"/>'
    side = _LARGE_SIDE if high else _SIDE
    bolt = f"M{x + 0.14 * side:.1f} {y - 0.34 * side:.1f}" + "".join(
        f"L{x + across * side:.1f} {y + down * side:.1f}"
        for across, down in ((-0.14, 0.04), (0.14, -0.04), (-0.14, 0.34))
    )
    return (
        f'<path {_paint(drawn, "sign")} d="M{x - side / 2:.1f} {y - side / 2:.1f}'
        f'h{side:g}v{side:g}h-{side:g}z"/><path class="bolt" d="{bolt}"/>'
    )


def _seen(drawn: DrawnLayer, rows: np.ndarray, frame: Frame) -> np.ndarray:
    shapes: np.ndarray = drawn.shapes[rows]
    west, south, east, north = shapely.bounds(shapes).T if len(rows) else np.empty((4, 0))
    inside = (
        (east >= frame.west) & (west <= frame.east) & (north >= frame.south)
        & (south <= frame.north)
    )  # fmt: skip
    seen: np.ndarray = shapes[inside]
    return seen


def _fill(drawn: DrawnLayer) -> str:
    return f'{_paint(drawn, "area")} fill-opacity="{VEIL}" stroke-width="1.2"'


def _stroke(drawn: DrawnLayer, width: float) -> str:
    dash = _DASH if drawn.layer.role is Role.RAILWAYS else ""
    return f'{_paint(drawn, "line")} stroke-width="{width:.2f}"{dash}'


def _paint(drawn: DrawnLayer, kind: str) -> str:
    """Return class and colour: the role's, by the page's style, or the one that was chosen."""
    if not drawn.layer.colour:
        return f'class="own-{kind} own-{drawn.layer.role.value.replace("_", "-")}"'
    colour = drawn.layer.colour
    paint = {"area": f'fill="{colour}" stroke="{colour}"', "sign": f'fill="{colour}"',
             "line": f'stroke="{colour}"'}[kind]  # fmt: skip
    return f'class="own-{kind}" {paint}'
