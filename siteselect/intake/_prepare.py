"""What is done in the reading process before GDAL sees a file: each form looked over, laid apart.

GDAL is given a file under a fixed name in an empty room, so that neither the name nor what lies
beside it can steer it.
"""

import contextlib
import shutil
import struct
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from siteselect.errors import IntakeError
from siteselect.intake import sniff
from siteselect.intake._confined import seal, unseal
from siteselect.intake.containers import inspect_container, one_of, unpack_part
from siteselect.intake.database import check_database
from siteselect.intake.limits import LIMITS
from siteselect.intake.markup import check_markup
from siteselect.intake.nesting import check_json
from siteselect.language import say

_PARTS = (".shx", ".dbf", ".prj", ".cpg")
_NAMES = {
    sniff.Form.GEOJSON: "layer.geojson",
    sniff.Form.GEOJSON_LINES: "layer.geojsonl",
    sniff.Form.GPKG: "layer.gpkg",
    sniff.Form.KML: "layer.kml",
    sniff.Form.GPX: "layer.gpx",
    sniff.Form.FLATGEOBUF: "layer.fgb",
    sniff.Form.XLSX: "book.xlsx",
}


def prepare(path: Path, form: sniff.Form, room: Path) -> Path:
    """Look the file over, lay it into `room` under a fixed name, and let nothing more be written.

    Raises
    ------
    IntakeError
        If it is damaged or means ill; the sentence tells the cause.
    """
    unseal(LIMITS.file_bytes)
    if form is sniff.Form.KMZ:
        laid = _kml_of(path, room)
    elif form is sniff.Form.SHAPEFILE_ZIP:
        laid = _shapefile_of(path, room)
    elif form is sniff.Form.SHAPEFILE:
        laid = _with_companions(path, room)
    else:
        laid = _lay(path, room / _NAMES[form])
    look_over(path, form, laid)
    seal()
    return laid


def look_over(path: Path, form: sniff.Form, laid: Path) -> None:
    """Check what lies in the room by the rules of its form; `path` is for telling."""
    if form in (sniff.Form.KML, sniff.Form.KMZ, sniff.Form.GPX):
        with laid.open("rb") as file:
            check_markup(path, file)
    elif form in (sniff.Form.GEOJSON, sniff.Form.GEOJSON_LINES):
        check_json(path, laid.read_bytes())
    elif form is sniff.Form.GPKG:
        check_database(laid, told=path)
    elif form is sniff.Form.XLSX:
        _check_workbook(path)
    elif form in (sniff.Form.SHAPEFILE, sniff.Form.SHAPEFILE_ZIP):
        _check_shapefile(path, laid)


def companions(path: Path) -> dict[str, Path]:
    """Return the parts of a shapefile that lie beside its .shp, by suffix in small letters."""
    found = {}
    with contextlib.suppress(OSError):
        for each in path.parent.iterdir():
            same = each.stem.casefold() == path.stem.casefold()
            if same and each.suffix.lower() in _PARTS and each.is_file():
                found[each.suffix.lower()] = each
    return found


def _lay(path: Path, to: Path) -> Path:
    """Put a link to the file into the room, or a copy where the system makes no links."""
    try:
        to.symlink_to(path.resolve())
    except (OSError, NotImplementedError):
        shutil.copyfile(path, to)
    return to


def _kml_of(path: Path, room: Path) -> Path:
    parts = inspect_container(path)
    names = one_of(parts, ".kml")
    if not names:
        raise IntakeError(say("{path} holds no KML: save it anew from a map program.", path=path))
    first = next((name for name in names if name.lower() == "doc.kml"), names[0])
    return unpack_part(path, first, room / "layer.kml", LIMITS.text_bytes)


def _shapefile_of(path: Path, room: Path) -> Path:
    parts = inspect_container(path)
    names = one_of(parts, ".shp")
    if len(names) != 1:
        told = ", ".join(PurePosixPath(name).stem[:40] for name in names[:6]) or "none"
        raise IntakeError(
            say(
                "{path} holds {count} shapefiles ({told}): pack the one that you mean by itself.",
                path=path,
                count=len(names),
                told=told,
            )
        )
    stem = names[0][: -len(".shp")].casefold()
    for part in parts:
        suffix = PurePosixPath(part.filename).suffix.lower()
        if part.filename[: -len(suffix)].casefold() == stem and suffix in (".shp", *_PARTS):
            unpack_part(path, part.filename, room / f"layer{suffix}", LIMITS.zip_bytes)
    return room / "layer.shp"


def _with_companions(path: Path, room: Path) -> Path:
    for suffix, part in companions(path).items():
        _lay(part, room / f"layer{suffix}")
    return _lay(path, room / "layer.shp")


def _check_shapefile(path: Path, laid: Path) -> None:
    """Raise IntakeError where a part is missing, or a head says more than the file holds."""
    lacking = _lacking(laid, (".shx", ".dbf"))
    if lacking:
        raise IntakeError(
            say(
                "{path} lacks its {lacking}: a shapefile is several files of one "
                "name; put them side by side, or choose a zip of all.",
                path=path,
                lacking=", ".join(lacking),
            )
        )
    for suffix in (".shp", ".shx"):
        with laid.with_suffix(suffix).open("rb") as file:
            head = file.read(100)
        size = laid.with_suffix(suffix).stat().st_size
        if len(head) < 100 or struct.unpack(">i", head[:4])[0] != 9994:
            raise IntakeError(
                say(
                    "{path}: its {suffix} is damaged at the head. Get the file again.",
                    path=path,
                    suffix=suffix,
                )
            )
        if struct.unpack(">i", head[24:28])[0] * 2 > size:
            raise IntakeError(
                say(
                    "{path}: its {suffix} is cut off. Get the file again.", path=path, suffix=suffix
                )
            )
    with laid.with_suffix(".dbf").open("rb") as file:
        head = file.read(32)
    if len(head) < 32:
        raise IntakeError(say("{path}: its .dbf is cut off. Get the file again.", path=path))
    rows, start, width = struct.unpack("<IHH", head[4:12])
    if (
        width < 1
        or start < 33
        or start + rows * width > laid.with_suffix(".dbf").stat().st_size + width
    ):
        raise IntakeError(
            say("{path}: its .dbf is damaged or cut off. Get the file again.", path=path)
        )


def _lacking(laid: Path, suffixes: Iterable[str]) -> list[str]:
    return [suffix for suffix in suffixes if not laid.with_suffix(suffix).exists()]


def _check_workbook(path: Path) -> None:
    import zipfile

    parts = inspect_container(path)
    with zipfile.ZipFile(path) as container:
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")) and part.file_size:
                try:
                    with container.open(part) as file:
                        check_markup(path, file)
                except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
                    raise IntakeError(
                        say(
                            "{path} is damaged in {part}: {why}. Save it again as .xlsx.",
                            path=path,
                            part=part.filename,
                            why=str(error).rstrip("."),
                        )
                    ) from None
