"""What a file is, by its content; its name is only a hint where the content is plain text."""

import os
import re
import stat
import zipfile
from enum import StrEnum
from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.language import later, say

_HEAD = 65536
_ADDRESS = re.compile(r"^(/vsi|\\\\\?\\|[A-Za-z][A-Za-z0-9+.-]+:(//|/vsi|[^\\/]))")


class Form(StrEnum):
    """The forms that are taken in."""

    TABLE = later("table of text")
    XLSX = later("Excel workbook")
    GEOJSON = "GeoJSON"
    GEOJSON_LINES = later("GeoJSON, one feature a line")
    GPKG = "GeoPackage"
    KML = "KML"
    KMZ = "KMZ"
    SHAPEFILE = later("shapefile")
    SHAPEFILE_ZIP = later("zipped shapefile")
    GPX = "GPX"
    FLATGEOBUF = "FlatGeobuf"
    GEOTIFF = "GeoTIFF"
    POSTGIS = later("table of PostGIS")

    @property
    def told(self) -> str:
        """What a person calls it."""
        return say(self.value)


DRIVERS: dict[Form, str] = {
    Form.XLSX: "XLSX",
    Form.GEOJSON: "GeoJSON",
    Form.GEOJSON_LINES: "GeoJSONSeq",
    Form.GPKG: "GPKG",
    Form.KML: "LIBKML",
    Form.KMZ: "LIBKML",
    Form.SHAPEFILE: "ESRI Shapefile",
    Form.SHAPEFILE_ZIP: "ESRI Shapefile",
    Form.GPX: "GPX",
    Form.FLATGEOBUF: "FlatGeobuf",
}
"""The one driver that reads each form; tables of text or of a server and a GeoTIFF need none."""
_TEXTS = {Form.GEOJSON, Form.GEOJSON_LINES, Form.KML, Form.GPX}
_GEOJSON = (
    "FeatureCollection|Feature|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|"
    "GeometryCollection"
)
_KIND = re.compile(r'"type"\s*:\s*"([^"]{0,80})"')
_ROOT = re.compile(r"<\s*([A-Za-z_][\w.:-]*)")
_POINTERS = {
    "OGRVRTDataSource": later("a virtual layer, which points to other files"),
    "VRTDataset": later("a virtual raster, which points to other files"),
    "GDAL_WMS": later("a description of a map service"),
    "WMS_Capabilities": later("a description of a map service"),
    "WFS_Capabilities": later("a description of a map service"),
    "OGRWFSDataSource": later("a description of a map service"),
    "html": later("a page of the web"),
    "svg": later("a drawing"),
    "osm": later("an extract of OpenStreetMap: save the layer as GeoPackage"),
    "FeatureCollection": "GML",
}
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", later("an old Excel file (.xls): save it as .xlsx or as CSV UTF-8")),
    (b"%PDF", later("a PDF: save the table behind it as CSV or .xlsx")),
    (b"\x89PNG", later("a picture: save the places on it as a table or a layer")),
    (b"\xff\xd8\xff", later("a picture: save the places on it as a table or a layer")),
    (b"GIF8", later("a picture: save the places on it as a table or a layer")),
    (b"Rar!", later("a RAR archive: unpack it first")),
    (b"7z\xbc\xaf", later("a 7z archive: unpack it first")),
    (b"\x1f\x8b", later("packed with gzip: unpack it first")),
    (b"BZh", later("packed with bzip2: unpack it first")),
    (b"\xfd7zXZ", later("packed with xz: unpack it first")),
    (b"MZ", later("a program: choose a table or a layer")),
    (b"\x7fELF", later("a program: choose a table or a layer")),
    (b"PAR1", later("Parquet: save the layer as GeoPackage")),
    (b"PMTiles", later("a set of map tiles: choose a layer with features")),
)


def checked_path(text: str | Path) -> Path:
    """Return the path of a plain file on this machine.

    Raises
    ------
    IntakeError
        If `text` is an address or one of GDAL's virtual file systems, or no plain file lies there.
    """
    said = str(text)
    windows = os.name == "nt" and re.match(r"^[A-Za-z]:", said)
    if not windows and _ADDRESS.match(said):
        raise IntakeError(
            say(
                "{said} is no file on this machine: siteselect fetches nothing from "
                "addresses. Save the file here, and choose it.",
                said=said,
            )
        )
    if "\0" in said:
        raise IntakeError(say("The name of the file holds a zero sign: rename it."))
    path = Path(said)
    try:
        kind = path.stat().st_mode
    except OSError as error:
        raise IntakeError(
            say(
                "{path} cannot be read: {why}. Look at the file, or choose another.",
                path=path,
                why=error.strerror or error,
            )
        ) from error
    if not stat.S_ISREG(kind):
        if stat.S_ISDIR(kind):
            raise IntakeError(say("{path} is a folder: choose a file.", path=path))
        raise IntakeError(say("{path} is no plain file: choose a file.", path=path))
    if str(path.resolve()).startswith("/vsi"):
        raise IntakeError(
            say("{path} lies in a folder with a name of GDAL's: move it elsewhere.", path=path)
        )
    return path


def sniff(path: Path, limits: Limits = LIMITS) -> Form:
    """Return the form of the file at `path`.

    Raises
    ------
    IntakeError
        If it is too large, empty, or of no form that is taken in; the sentence says what it is.
    """
    path = checked_path(path)
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_HEAD)
    form = form_of(path, head, size)
    most = limits.text_bytes if form in _TEXTS else limits.file_bytes
    most = limits.table_bytes if form is Form.TABLE else most
    if size > most:
        raise IntakeError(
            say(
                "{path} is larger than {most} MB, which is the most for {form}: take "
                "a part of it, or save it as GeoPackage.",
                path=path,
                most=most // 2**20,
                form=form.told,
            )
        )
    return form


def form_of(path: Path, head: bytes, size: int) -> Form:
    """Return the form of a file that begins with `head`; IntakeError where it is none of ours."""
    if not head:
        raise IntakeError(say("{path} is empty: choose a file with rows or features.", path=path))
    for signature, told in _SIGNATURES:
        if head.startswith(signature):
            raise IntakeError(say("{path} is {what}.", path=path, what=say(told)))
    if head.startswith(b"SQLite format 3\0"):
        return Form.GPKG
    if head.startswith(b"fgb\x03fgb"):
        return Form.FLATGEOBUF
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return Form.GEOTIFF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(path)
    if head[:4] == b"\0\0\x27\x0a" and len(head) >= 36:
        return Form.SHAPEFILE
    if _is_table_of_dbase(path, head):
        raise IntakeError(
            say(
                "{path} is one part of a shapefile: choose the .shp beside it, or a "
                "zip of all parts.",
                path=path,
            )
        )
    return _text_form(path, text_head(head), size)


def text_head(head: bytes) -> str:
    """Return the first bytes as text, well enough to tell what begins there."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace").lstrip("\ufeff")
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) / 40 and min(even, odd) * 20 < max(even, odd):
        name = "utf-16-be" if even > odd else "utf-16-le"
        return head[: len(head) // 2 * 2].decode(name, errors="replace")
    return head.decode("utf-8", errors="replace").lstrip("\ufeff")


def _text_form(path: Path, text: str, size: int) -> Form:
    begin = text.lstrip()
    if begin.startswith("<"):
        return _markup(path, begin)
    if begin.startswith("\x1e"):
        return Form.GEOJSON_LINES
    if begin.startswith(("{", "[")):
        return _json(path, begin)
    if "\0" in text:
        raise IntakeError(
            say(
                "{path} is no text, and of no form that siteselect knows: it takes "
                "CSV, TSV, XLSX, GeoJSON, GeoPackage, KML, KMZ, shapefile, GPX, "
                "FlatGeobuf and GeoTIFF.",
                path=path,
            )
        )
    if not begin and size <= _HEAD:
        raise IntakeError(say("{path} is empty: choose a file with rows or features.", path=path))
    return Form.TABLE


def _markup(path: Path, begin: str) -> Form:
    plain = re.sub(
        r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>", "", begin, flags=re.DOTALL
    )
    found = _ROOT.search(plain)
    root = found[1].split(":")[-1] if found else ""
    if root == "kml":
        return Form.KML
    if root == "gpx":
        return Form.GPX
    if root in _POINTERS:
        what = say(_POINTERS[root])
    else:
        what = say("XML of another kind ({root})", root=root[:40] or say("no root"))
    raise IntakeError(
        say("{path} is {what}. Save the layer as GeoPackage, GeoJSON or KML.", path=path, what=what)
    )


def _json(path: Path, begin: str) -> Form:
    kinds = _KIND.findall(begin)
    if "gdal_streamed_alg" in kinds:
        raise IntakeError(
            say(
                "{path} is a chain of GDAL commands, not data: save its result as GeoPackage.",
                path=path,
            )
        )
    if any(re.fullmatch(_GEOJSON, kind) for kind in kinds):
        first, _, rest = begin.partition("\n")
        lines = first.rstrip().endswith("}") and rest.lstrip().startswith("{")
        return Form.GEOJSON_LINES if lines else Form.GEOJSON
    if re.search(r'"(features|coordinates)"\s*:', begin) and "Topology" not in kinds:
        return Form.GEOJSON
    what = "TopoJSON" if "Topology" in kinds else say("JSON without any feature")
    raise IntakeError(
        say("{path} is {what}: save the layer as GeoJSON or GeoPackage.", path=path, what=what)
    )


def _container(path: Path) -> Form:
    try:
        with zipfile.ZipFile(path) as container:
            names = [entry.filename for entry in container.infolist()[:5000]]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IntakeError(
            say(
                "{path} is damaged, and no container: {why}. Get the file again, or save it anew.",
                path=path,
                why=str(error).rstrip("."),
            )
        ) from None
    low = [name.lower() for name in names]
    if "[content_types].xml" in low and "xl/workbook.xml" in low:
        return Form.XLSX
    if any(name.endswith(".shp") for name in low):
        return Form.SHAPEFILE_ZIP
    if any(name.endswith(".kml") for name in low):
        return Form.KMZ
    raise IntakeError(
        say(
            "{path} is a zip container without a workbook, shapefile or KML in "
            "it: unpack it, and choose the file that you mean.",
            path=path,
        )
    )


def _is_table_of_dbase(path: Path, head: bytes) -> bool:
    return path.suffix.lower() in {".dbf", ".shx", ".prj", ".cpg", ".qpj"} and (
        path.suffix.lower() != ".dbf" or head[0] in (0x03, 0x83, 0x8B, 0xF5)
    )
