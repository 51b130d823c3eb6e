"""Which of GDAL's drivers exist in this process: those of the forms that siteselect speaks.

GDAL opens a file by its content, whatever its name says, and some drivers point on to other files
and to the network. A driver that was taken out before pyogrio is first imported cannot be called;
taking it out later changes nothing.
"""

import os
from collections.abc import Iterable

ALLOWED = (
    "CSV", "ESRI Shapefile", "FlatGeobuf", "GPKG", "GPX", "GeoJSON", "GeoJSONSeq", "KML", "LIBKML",
    "XLSX",
)  # fmt: skip
"""The drivers that any process of siteselect may have."""
_OTHERS = (
    "ADBC", "AIVector", "AVCBin", "AVCE00", "AmigoCloud", "CSW", "Carto", "DGN", "DXF", "EDIGEO",
    "EEDA", "ESRIJSON", "Elasticsearch", "GDALG", "GML", "GPSBabel", "GTFS", "GeoRSS", "HTTP",
    "Idrisi", "JML", "JSONFG", "LVBAG", "MBTiles", "MEM", "MVT", "MapInfo File", "MapML",
    "MiraMonVector", "NGW", "OAPIF", "ODS", "OGCAPI", "OGR_GMT", "OGR_PDS", "OGR_VRT", "OSM",
    "OpenFileGDB", "PCIDSK", "PDF", "PDS4", "PGDUMP", "PLSCENES", "PMTiles", "S57", "SQLite", "SXF",
    "Selafin", "TopoJSON", "VDV", "VFK", "VICAR", "WAsP", "WFS",
)  # fmt: skip
"""The other drivers of the GDAL that comes with pyogrio."""

_SKIP = "OGR_SKIP"
_LOG = "CPL_LOG"


def bound_drivers() -> None:
    """Leave this process the allowed drivers; call it before pyogrio is first imported."""
    leave_only(ALLOWED)


def leave_only(drivers: Iterable[str], also_skip: Iterable[str] = ()) -> None:
    """Take every driver out but those named.

    Parameters
    ----------
    drivers
        What is left.
    also_skip
        Names that another GDAL knows beside the ones known here.
    """
    left = set(drivers)
    skipped = [name for name in (*ALLOWED, *_OTHERS, *also_skip) if name not in left]
    os.environ[_SKIP] = ",".join(skipped)
    # an older GDAL lacks some of these names, and would say so on the standard error
    os.environ.setdefault(_LOG, os.devnull)
