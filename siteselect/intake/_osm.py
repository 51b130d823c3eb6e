"""In the reading process: points, lines or areas out of an extract of OpenStreetMap.

GDAL's driver keeps the places of all points in files of its own: they lie in the room, may not
grow beyond the bound, and go with it.
"""

from pathlib import Path
from typing import Any

import numpy as np

from siteselect.intake._confined import unseal
from siteselect.intake._geometry import mend, on_the_globe
from siteselect.intake._layers import _geometry_arrays, _text
from siteselect.intake._prepare import _lay
from siteselect.intake.osm_tags import POWER_LINES, RAILWAYS, ROADS, SUBSTATIONS, TAGS
from siteselect.intake.parcel import Parcel

_CONF = """closed_ways_are_polygons=power
attribute_name_laundering=no
report_all_nodes=no
report_all_ways=no
[points]
osm_id=no
attributes=name,power,voltage
unsignificant=created_by
[lines]
osm_id=no
attributes=name,power,voltage,highway,railway
[multipolygons]
osm_id=no
attributes=name,power,voltage
[multilinestrings]
osm_id=no
attributes=name
[other_relations]
osm_id=no
attributes=name
"""
"""What the driver keeps of each kind of feature."""
_MEMORY_MB = 400
"""Places of points are held in memory up to this size, and then in a file of the room."""


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


_LINKS = tuple(f"{road}_link" for road in ROADS)
WHERE = {
    "points": _one_of("power", SUBSTATIONS),
    "lines": " OR ".join(
        (
            _one_of("power", POWER_LINES),
            _one_of("highway", (*ROADS, *_LINKS)),
            _one_of("railway", RAILWAYS),
        )
    ),
    "multipolygons": _one_of("power", SUBSTATIONS),
}
"""By layer of the driver, which features are wanted: the passes over the file."""


def run(path: Path, room: Path, options: dict[str, Any]) -> Parcel:
    """Return one pass over an extract; `options` are pass, name (of the file) and disk (bytes)."""
    import pyogrio
    import pyogrio.raw

    wanted = str(options["pass"])
    unseal(int(options["disk"]))
    conf = room / "osmconf.ini"
    conf.write_text(_CONF, encoding="utf-8")
    laid = _lay(path, room / str(options["name"]))
    pyogrio.set_gdal_config_options(
        {
            "OSM_CONFIG_FILE": str(conf),
            "OSM_MAX_TMPFILE_SIZE": str(_MEMORY_MB),
            "OSM_USE_CUSTOM_INDEXING": True,
            "CPL_TMPDIR": str(room),
        }
    )
    meta, _, shapes, columns = pyogrio.raw.read(laid, layer=wanted, where=WHERE[wanted])
    cells = {str(field): column for field, column in zip(meta["fields"], columns, strict=True)}
    made = mend(np.array([] if shapes is None else shapes, dtype=object))
    made = on_the_globe(path, made, "", "EPSG:4326")
    told = [
        {"name": tag, "text": [_text(cell) for cell in cells[tag]]} for tag in TAGS if tag in cells
    ]
    plain = {
        "layer": wanted, "layers": [wanted], "crs": "EPSG:4326", "count": len(made.items),
        "findings": list(made.findings), "columns": told,
    }  # fmt: skip
    return Parcel(plain, _geometry_arrays(made.items))
