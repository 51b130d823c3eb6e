"""Surfaces and suggested places in files: whole or not at all, the form read off the name."""

import json
import secrets
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from siteselect.errors import ExportError
from siteselect.files import write_whole
from siteselect.language import say
from siteselect.model.sites import Site
from siteselect.scan.geotiff import write_geotiff
from siteselect.scan.parquet import write_parquet
from siteselect.scan.scan import Scanned, Stretch
from siteselect.scan.shortlist import Suggestion
from siteselect.scan.stamp import ScanStamp
from siteselect.scan.zarr_group import write_zarr

SUFFIXES = (".tif", ".tiff", ".parquet", ".zarr")


def check_name(path: Path) -> str:
    """Return the ending of the name, by which the form is chosen; ExportError names those."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExportError(
            say(
                "No surface is written to {path}: its name must end in one of {suffixes}.",
                path=path,
                suffixes=", ".join(SUFFIXES),
            )
        )
    return suffix


def write_surface(
    path: Path, scanned: Scanned, stretches: Iterable[Stretch], stamp: ScanStamp
) -> None:
    """Write the surface; what was there before is replaced only when all is written.

    Raises
    ------
    ExportError
        If the name, the disk or a package that is missing forbids it.
    """
    suffix = check_name(path)
    region = scanned.region

    def write(fresh: Path) -> None:
        if suffix == ".parquet":
            write_parquet(fresh, scanned, stretches, stamp)
        elif suffix == ".zarr":
            write_zarr(fresh, region, stretches, stamp)
        else:
            write_geotiff(fresh, region, stretches, stamp)

    _whole(path, write)


def write_sites(
    path: Path, sites: Sequence[Site], found: Sequence[Suggestion], stamp: ScanStamp
) -> None:
    """Write suggested places as GeoJSON points (RFC 7946), the stamp as a foreign member."""
    plain = {
        "type": "FeatureCollection",
        "stamp": stamp.as_dict(),
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [site.lon, site.lat]},
                "properties": {
                    "name": site.name,
                    "country": site.country,
                    "lon": site.lon,
                    "lat": site.lat,
                    "rank": each.rank,
                    "score": round(each.score, 6),
                    "note": site.note,
                    "source": site.source,
                },
            }
            for site, each in zip(sites, found, strict=True)
        ],
    }
    text = json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise _fault(path, error) from error


def _whole(path: Path, write: Callable[[Path], None]) -> None:
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.saving")
    try:
        write(fresh)
        if path.is_dir():
            shutil.rmtree(path)
        fresh.replace(path)
    except OSError as error:
        raise _fault(path, error) from error
    finally:
        _away(fresh)


def _away(fresh: Path) -> None:
    if fresh.is_dir():
        shutil.rmtree(fresh, ignore_errors=True)
    else:
        fresh.unlink(missing_ok=True)


def _fault(path: Path, error: OSError) -> ExportError:
    return ExportError(
        say(
            "{path} cannot be written: {reason}. What was there before is untouched; make room, "
            "or choose another folder.",
            path=path,
            reason=(error.strerror or str(error)).rstrip("."),
        )
    )
