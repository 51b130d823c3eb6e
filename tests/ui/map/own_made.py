"""Own layers made for tests of the map: a substation, a road, an area to avoid."""

from datetime import date

import geopandas
import pandas as pd
import shapely

from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs.layer_room import keep_layer

ROWS = {
    Role.SUBSTATIONS: [(shapely.Point(75.0, 50.0), "South", "", 220.0)],
    Role.ROADS: [(shapely.LineString([(74.0, 49.0), (76.0, 49.0)]), "A-2", "trunk", float("nan"))],
    Role.BORDERS: [(shapely.box(73.0, 48.0, 77.0, 50.0), "Their border", "", float("nan"))],
    Role.AVOIDED: [(shapely.box(72.0, 51.0, 73.0, 52.0), "Reserve", "", float("nan"))],
}


def own_layer(role, folder, **changes):
    shapes, names, kinds, kv = zip(*ROWS[role], strict=True)
    frame = geopandas.GeoDataFrame(
        pd.DataFrame({"name": names, "kind": kinds, "kv": kv}), geometry=list(shapes), crs=4326
    )
    path = folder / f"{role.value}.fgb"
    frame.to_file(path, driver="FlatGeobuf")
    told = {"attribution": "© OpenStreetMap contributors", "licence": "ODbL 1.0"}
    return UserLayer(
        **{"name": role.value, "title": role.value.title(), "role": role, "features": len(shapes),
           "digest": keep_layer(path.read_bytes()), "source": "made.osm.pbf",
           "observed": date(2026, 11, 1), **told, **changes},
    )  # fmt: skip
