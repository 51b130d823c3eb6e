"""The user's own layers for a globe: a folder each, the greatest features first, within bounds."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from siteselect.export._drawn_layers import DrawnLayer, drawn_layers, origin_of
from siteselect.export._xml_text import xml_text
from siteselect.export.report import Report
from siteselect.language import say
from siteselect.packs.layer_look import VEIL, width_of

MOST = 5_000
"""So many features of a layer: a globe shows no more with ease."""
_ICON = "https://maps.google.com/mapfiles/kml/shapes/square.png"


def layer_styles(report: Report) -> Iterator[str]:
    """Yield a style for each layer."""
    for number, each in enumerate(drawn_layers(report)):
        red, green, blue = (each.colour[at : at + 2] for at in (1, 3, 5))
        plain = f"{blue}{green}{red}".lower()
        yield (
            f'<Style id="own{number}"><IconStyle><color>ff{plain}</color><scale>0.5</scale>'
            f"<Icon><href>{_ICON}</href></Icon></IconStyle>"
            "<LabelStyle><scale>0</scale></LabelStyle>"
            f"<LineStyle><color>ff{plain}</color><width>{width_of(each.layer):g}</width></LineStyle>"
            f"<PolyStyle><color>{round(255 * VEIL):02x}{plain}</color></PolyStyle></Style>"
        )


def layer_folders(report: Report) -> Iterator[str]:
    """Yield a folder for each layer, closed at first, that says where it comes from."""
    for number, each in enumerate(drawn_layers(report)):
        rows = _greatest(each)
        about = origin_of(each.layer)
        if len(rows) < len(each.shapes):
            told = say(
                "The greatest {count} of {all} features.", count=len(rows), all=len(each.shapes)
            )
            about = f"{about}. {told}"
        yield f"<Folder><name>{xml_text(each.layer.title)}</name><open>0</open>"
        yield f"<description>{xml_text(about)}</description>"
        for row in rows.tolist():
            yield from _placemark(each, row, f"own{number}")
        yield "</Folder>"


def _greatest(drawn: DrawnLayer) -> np.ndarray:
    """Return the features that are drawn from farthest away, in the order of the file."""
    order = np.lexsort((np.arange(len(drawn.shapes)), -np.nan_to_num(drawn.kv), -drawn.reach))
    return np.sort(order[:MOST])


def _placemark(drawn: DrawnLayer, row: int, style: str) -> Iterator[str]:
    kv = float(drawn.kv[row])
    words = [drawn.kinds[row].replace("_", " ")] + ([say("{kv:g} kV", kv=kv)] if kv > 0 else [])
    yield f"<Placemark><name>{xml_text(drawn.names[row] or drawn.layer.title)}</name>"
    yield f"<description>{xml_text(', '.join(word for word in words if word))}</description>"
    yield f"<styleUrl>#{style}</styleUrl>{_geometry(drawn.shapes[row])}</Placemark>"


def _geometry(shape: BaseGeometry) -> str:
    parts = [_part(each) for each in shapely.get_parts(shape).tolist()]
    return parts[0] if len(parts) == 1 else f"<MultiGeometry>{''.join(parts)}</MultiGeometry>"


def _part(shape: BaseGeometry) -> str:
    if isinstance(shape, shapely.Polygon):
        outer, *inner = (_ring(ring) for ring in (shape.exterior, *shape.interiors))
        holes = "".join(f"<innerBoundaryIs>{ring}</innerBoundaryIs>" for ring in inner)
        return f"<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{holes}</Polygon>"
    kind = "LineString" if isinstance(shape, shapely.LineString) else "Point"
    return f"<{kind}>{_coordinates(shape)}</{kind}>"


def _ring(ring: BaseGeometry) -> str:
    return f"<LinearRing>{_coordinates(ring)}</LinearRing>"


def _coordinates(shape: BaseGeometry) -> str:
    pairs = shapely.get_coordinates(shape).tolist()
    return f"<coordinates>{' '.join(f'{x:.7g},{y:.7g}' for x, y in pairs)}</coordinates>"
