"""A small town of OpenStreetMap: two substations, lines of power, roads, a railway, and noise."""

from pathlib import Path

from benchmarks.osm_extract import Relation, Way, write_extract

DAY = 1_793_491_200
"""2026-11-01 at noon or so, UTC."""
NODES = {
    1: (76.9, 43.2), 2: (77.0, 43.3), 3: (77.1, 43.4),
    10: (76.0, 43.0), 11: (76.01, 43.0), 12: (76.01, 43.01), 13: (76.0, 43.01),
    20: (75.0, 42.0), 21: (75.1, 42.0), 22: (75.1, 42.1), 23: (75.0, 42.1),
    30: (74.5, 42.9),
}  # fmt: skip
NODE_TAGS = {
    30: {"power": "substation", "voltage": "110000", "name": "Подстанция №7"},
    1: {"highway": "bus_stop"},
}
WAYS = (
    Way(100, (1, 2, 3), {"power": "line", "voltage": "220000;110000"}),
    Way(101, (1, 2), {"power": "minor_line"}),
    Way(102, (2, 3), {"highway": "primary", "name": "A-2"}),
    Way(103, (1, 3), {"highway": "residential"}),
    Way(104, (3, 1), {"highway": "trunk_link"}),
    Way(105, (10, 12), {"railway": "rail"}),
    Way(106, (10, 13), {"railway": "abandoned"}),
    Way(107, (10, 11, 12, 13, 10), {"power": "substation", "voltage": "500000", "name": "Юг"}),
    Way(108, (20, 21, 22)),
    Way(109, (22, 23, 20)),
)
RELATIONS = (
    Relation(
        200,
        ((108, "outer"), (109, "outer")),
        {"type": "multipolygon", "power": "substation", "voltage": "35"},
    ),
)


def write_town(path: Path) -> Path:
    """Write the town as .osm.pbf."""
    write_extract(path, NODES, NODE_TAGS, WAYS, RELATIONS, DAY)
    return path
