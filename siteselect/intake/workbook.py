"""The first sheet of an XLSX workbook, read apart: in a process of its own, bounded and by GDAL.

GDAL is a large piece of C that was not made for files from strangers. So the container is looked
into first, and then read in a child process that knows the one driver, no network, and has bounded
memory and time.
"""

import math
import multiprocessing
import os
import zipfile
from multiprocessing.connection import Connection
from pathlib import Path

from siteselect.errors import IntakeError

_MOST_ENTRIES = 1000
_MOST_BYTES = 256 * 2**20
_MOST_RATIO = 100
_SMALL = 16 * 2**20
"""Below so many bytes unpacked, the ratio of a container is nobody's concern."""
_SECONDS = 60.0
_MEMORY = 4 * 2**30

_DRIVER = "XLSX"
_OTHER_DRIVERS = (
    "PCIDSK,PDS4,VICAR,PDF,MBTiles,EEDA,OGCAPI,ESRI Shapefile,MapInfo File,S57,DGN,OGR_VRT,CSV,GML,"
    "GPX,KML,LIBKML,GeoJSON,GeoJSONSeq,ESRIJSON,TopoJSON,OGR_GMT,GPKG,SQLite,WAsP,OpenFileGDB,DXF,"
    "FlatGeobuf,GeoRSS,PGDUMP,OSM,GPSBabel,OGR_PDS,WFS,OAPIF,EDIGEO,Idrisi,ODS,Elasticsearch,Carto,"
    "AmigoCloud,SXF,Selafin,JML,PLSCENES,CSW,VDV,MVT,NGW,MapML,GTFS,PMTiles,JSONFG,MiraMonVector,"
    "GDALG,AVCE00,AVCBin,AIVector,LVBAG,VFK,HTTP"
)
"""What GDAL would open by content; some of these point on to other files and to the network."""
Rows = list[tuple[int, list[str]]]


def read_first_sheet(path: Path, most_rows: int, most_columns: int) -> Rows:
    """Return the rows of the first sheet as text, numbers with a decimal point.

    Raises
    ------
    IntakeError
        If the file is no workbook, too large when unpacked, or cannot be read in time.
    """
    (rows,) = read_sheets(path, (), most_rows, most_columns).values()
    return rows


def read_sheets(
    path: Path, names: tuple[str, ...], most_rows: int, most_columns: int
) -> dict[str, Rows]:
    """Return the rows of several sheets by name, of the first one when none is named."""
    inspect(path)
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_child,
        args=(str(path.resolve()), names, most_rows, most_columns, sender),
        daemon=True,
    )
    child.start()
    sender.close()
    try:
        answer = receiver.recv() if receiver.poll(_SECONDS) else "it took too long"
    except EOFError:
        answer = "the reader gave up on it"
    finally:
        receiver.close()
        if child.is_alive():
            child.terminate()
        child.join()
        child.close()
    if isinstance(answer, str):
        raise IntakeError(
            f"The workbook {path} cannot be read: {answer}. Save the sheet as CSV UTF-8."
        )
    sheets: dict[str, Rows] = answer
    return sheets


def inspect(path: Path) -> None:
    """Raise IntakeError when the container is no workbook, or would unpack to too much."""
    try:
        with zipfile.ZipFile(path) as container:
            entries = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IntakeError(
            f"The workbook {path} is damaged: {error}. Save it again as .xlsx."
        ) from None
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        raise IntakeError(f"{path} is no Excel workbook: save the table as .xlsx or as CSV UTF-8.")
    if any(Path(name).is_absolute() or ".." in Path(name).parts for name in names):
        raise IntakeError(f"The workbook {path} names files outside itself: it is refused.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise IntakeError(f"The workbook {path} is locked by a password: save it without one.")
    total, packed = (
        sum(entry.file_size for entry in entries),
        sum(entry.compress_size for entry in entries),
    )
    bomb = total > _SMALL and total > _MOST_RATIO * max(packed, 1)
    if len(entries) > _MOST_ENTRIES or total > _MOST_BYTES or bomb:
        raise IntakeError(
            f"The workbook {path} unpacks to {total // 2**20} MB in {len(entries)} parts: it is "
            "refused. Save the one sheet as CSV UTF-8."
        )


def _child(
    path: str, names: tuple[str, ...], most_rows: int, most_columns: int, sender: Connection
) -> None:
    """Read the sheets and send their rows, or a phrase that says why not."""
    try:
        _confine()
        sender.send(_sheets(path, names, most_rows, most_columns))
    except Exception as error:  # whatever it was, the parent says it in a sentence
        sender.send(str(error).rstrip(".") or type(error).__name__)
    finally:
        sender.close()


def _confine() -> None:
    """Bound memory, and leave GDAL the one driver; this must come before pyogrio is imported."""
    os.environ.update(
        OGR_SKIP=_OTHER_DRIVERS,
        OGR_XLSX_HEADERS="DISABLE",
        OGR_XLSX_FIELD_TYPES="STRING",
        GDAL_HTTP_MAX_RETRY="0",
        CPL_VSIL_CURL_ALLOWED_EXTENSIONS=".none",
    )
    if os.name == "posix":
        import resource

        for kind, bound in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, int(_SECONDS))):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (bound if hard < 0 else min(bound, hard), hard))


def _sheets(
    path: str, names: tuple[str, ...], most_rows: int, most_columns: int
) -> dict[str, Rows]:
    import pyogrio

    name = f"{_DRIVER}:{path}"  # the prefix calls the one driver, whatever the content says
    there = [str(each[0]) for each in pyogrio.list_layers(name)]
    lacking = sorted(set(names) - set(there))
    if lacking:
        raise ValueError(f"it has no sheet called {', '.join(lacking)}")
    return {sheet: _rows(name, sheet, most_rows, most_columns) for sheet in (names or there[:1])}


def _rows(name: str, sheet: str, most_rows: int, most_columns: int) -> Rows:
    import pyogrio.raw

    meta, numbers, _, columns = pyogrio.raw.read(
        name, layer=sheet, read_geometry=False, return_fids=True, max_features=most_rows + 2
    )
    if len(meta["fields"]) > most_columns:
        raise ValueError(f"it has more than {most_columns} columns")
    return [
        (int(number), [_text(column[place]) for column in columns])
        for place, number in enumerate(numbers)
    ]


def _text(cell: object) -> str:
    """Return the cell as text; a number as a spreadsheet shows it, in fifteen figures."""
    if cell is None:
        return ""
    text = " ".join(str(cell).split())
    try:
        number = float(text)
    except ValueError:
        return text
    return format(number, ".15g") if math.isfinite(number) and len(text) > 15 else text
