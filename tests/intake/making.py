"""Sound files of every form, small, from which the tests make the unsound ones."""

import struct
import warnings
import zipfile
from pathlib import Path

import numpy as np

NAMES = ("Екібастұз", "Ақсу", "乌鲁木齐", "Naryn yard")
POINTS = ((75.32, 51.72), (76.94, 52.03), (75.01, 46.84), (75.98, 44.43))
MW = (60.0, 35.5, 120.0, 12.0)
TABLE = "name,lon,lat,power_mw\n" + "".join(
    f"{name},{lon},{lat},{mw}\n" for name, (lon, lat), mw in zip(NAMES, POINTS, MW, strict=True)
)
CONTENT_TYPES = "[Content_Types].xml"


def frame():
    """Return four points with names and megawatts."""
    import geopandas
    import shapely

    points = [shapely.Point(*point) for point in POINTS]
    return geopandas.GeoDataFrame({"name": NAMES, "power_mw": MW}, geometry=points, crs=4326)


def write(path: Path, driver: str, table=None, **options) -> Path:
    """Write a layer by GDAL, in this process."""
    table = frame() if table is None else table
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if driver == "GPX":
            table = table[["name", "geometry"]]
        table.to_file(path, driver=driver, encoding="utf-8", **options)
    return path


def shapefile(folder: Path, stem: str = "plots", table=None) -> Path:
    """Write a shapefile with its companions."""
    return write(folder / f"{stem}.shp", "ESRI Shapefile", table)


def pack(path: Path, entries, how: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip container of names and contents."""
    with zipfile.ZipFile(path, "w", how) as container:
        for name, content in entries.items():
            container.writestr(name, content)
    return path


def zipped_shapefile(folder: Path) -> Path:
    """Write a shapefile into a zip."""
    made = folder / "parts"
    made.mkdir(exist_ok=True)
    shapefile(made)
    return pack(folder / "plots.zip", {each.name: each.read_bytes() for each in made.iterdir()})


KML = (
    '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    "{placemarks}</Document></kml>"
)


def kml(inner: str = "") -> str:
    """Return a KML with the four points, and what is put in before them."""
    marks = "".join(
        f"<Placemark><name>{name}</name><Point><coordinates>{lon},{lat}</coordinates></Point>"
        "</Placemark>"
        for name, (lon, lat) in zip(NAMES, POINTS, strict=True)
    )
    return KML.format(placemarks=inner + marks)


def workbook(path: Path) -> Path:
    """Write the table as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["name", "lon", "lat", "power_mw"])
    for name, point, mw in zip(NAMES, POINTS, MW, strict=True):
        book.active.append([name, *point, mw])
    book.save(path)
    return path


def geotiff(path: Path, values=None, epsg: int | None = 4326, **options) -> Path:
    """Write a raster of 20 x 30 cells of a tenth of a degree, from 75 E 52 N."""
    import tifffile

    values = np.arange(600, dtype=np.float32).reshape(20, 30) if values is None else values
    keys = [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, epsg or 32767]
    tags = [
        (33550, "d", 3, (0.1, 0.1, 0.0), True),
        (33922, "d", 6, (0.0, 0.0, 0.0, 75.0, 52.0, 0.0), True),
        (34735, "H", len(keys), tuple(keys), True),
        (42113, "s", 0, "-9999", True),
    ]
    tifffile.imwrite(path, values, extratags=tags, metadata=None, **options)
    return path


def all_forms(folder: Path) -> dict[str, Path]:
    """Write one sound file of each form."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "csv": folder / "plots.csv",
        "tsv": folder / "plots.tsv",
        "kml": folder / "plots.kml",
    }
    made["csv"].write_text(TABLE, encoding="utf-8")
    made["tsv"].write_bytes(TABLE.replace(",", "\t").encode("utf-16"))
    made["kml"].write_text(kml(), encoding="utf-8")
    made["kmz"] = pack(folder / "plots.kmz", {"doc.kml": kml()})
    made["xlsx"] = workbook(folder / "plots.xlsx")
    made["geojson"] = write(folder / "plots.geojson", "GeoJSON")
    made["gpkg"] = write(folder / "plots.gpkg", "GPKG")
    made["fgb"] = write(folder / "plots.fgb", "FlatGeobuf")
    made["gpx"] = write(folder / "plots.gpx", "GPX")
    made["zip"] = zipped_shapefile(folder)
    made["tif"] = geotiff(folder / "height.tif")
    return made


def dbf_rows(path: Path, rows: int) -> None:
    """Let the head of a .dbf claim another number of rows."""
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, 4, rows)
    path.write_bytes(bytes(data))
