"""A GeoPackage is a database, so SQLite looks into it first: read only, and trusting nothing."""

import re
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.language import say

_TRIGGERS = re.compile(
    r"(gpkg_\w+|rtree_\w+|trigger_(insert|delete)_feature_count_\w+|fgti_\w+|fgtd_\w+|ggas_\w+|"
    r"ggau_\w+)",
    re.IGNORECASE,
)
"""Triggers that GDAL and the standard itself put into every sound GeoPackage."""
_COMPUTED = re.compile(r"\bgenerated\s+always\b|\)\s*(stored|virtual)\b", re.IGNORECASE)
_VIEWS = {"st_spatial_ref_sys", "st_geometry_columns", "spatial_ref_sys", "geometry_columns"}
"""Views that old versions of the standard ask for."""
_IDS = {0x47504B47, 0x47503130, 0x47503131, 0}


def check_database(laid: Path, limits: Limits = LIMITS, told: Path | None = None) -> None:
    """Raise IntakeError when the database at `laid` is damaged, or holds anything that acts.

    `told` is the name under which the person knows it.
    """
    path = told or laid
    held = _connect(laid)
    until = time.monotonic() + limits.database_seconds
    held.set_progress_handler(lambda: time.monotonic() > until, 10_000)
    try:
        _bound(held)
        _check_head(held, path)
        _check_parts(held, path)
        (sound,) = held.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise IntakeError(
                say(
                    "{path} is a damaged database ({sound}): save the layer anew.",
                    path=path,
                    sound=_short(sound),
                )
            )
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise IntakeError(
                say(
                    "{path} keeps its reader busy for more than {database_seconds:g} "
                    "seconds: it is refused. Save the one layer anew.",
                    path=path,
                    database_seconds=limits.database_seconds,
                )
            ) from None
        raise IntakeError(
            say(
                "{path} is a damaged database ({error}): save the layer anew.",
                path=path,
                error=_short(error),
            )
        ) from None
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise IntakeError(
            say(
                "{path} is a damaged database ({error}): save the layer anew.",
                path=path,
                error=_short(error),
            )
        ) from None
    finally:
        held.close()


def feature_tables(path: Path) -> list[str]:
    """Return the layers of a GeoPackage that was looked over, as it lists them itself."""
    held = _connect(path)
    try:
        rows = held.execute(
            "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY rowid"
        ).fetchall()
    finally:
        held.close()
    return [str(name) for (name,) in rows]


def _connect(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=1.0, isolation_level=None)


def _bound(held: sqlite3.Connection) -> None:
    for setting in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        held.execute(f"PRAGMA {setting}")
    held.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000_000)
    held.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
    held.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50)
    held.setlimit(sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 5)
    held.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def _check_head(held: sqlite3.Connection, path: Path) -> None:
    (kind,) = held.execute("PRAGMA application_id").fetchone()
    there = {
        str(name).lower() for (name,) in held.execute("SELECT name FROM sqlite_master").fetchall()
    }
    if kind not in _IDS or "gpkg_contents" not in there:
        raise IntakeError(
            say(
                "{path} is a database, and no GeoPackage: save its layer as GeoPackage or GeoJSON.",
                path=path,
            )
        )


def _check_parts(held: sqlite3.Connection, path: Path) -> None:
    parts = held.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    for kind, name, _, _ in parts:  # before anything is asked of them
        low = str(name).lower()
        if kind == "view" and low.startswith(("gpkg_", "rtree_")) and low not in _VIEWS:
            raise IntakeError(
                say(
                    "{path} has the view {name} in place of a table of its own: it is "
                    "refused. Save the layer anew.",
                    path=path,
                    name=_short(name),
                )
            )
    listed = {str(name).lower() for (name,) in held.execute("SELECT table_name FROM gpkg_contents")}
    for kind, name, _, sql in parts:
        low = str(name).lower()
        if kind == "view" and low not in _VIEWS and low in listed:
            raise IntakeError(
                say(
                    "{path} offers the view {name} as a layer, which may compute without "
                    "end: it is refused. Save the layer as a table of its own.",
                    path=path,
                    name=_short(name),
                )
            )
        if kind == "trigger" and not _TRIGGERS.fullmatch(low):
            raise IntakeError(
                say(
                    "{path} holds a trigger ({name}), a command that runs by itself: it "
                    "is refused. Save the layer anew.",
                    path=path,
                    name=_short(name),
                )
            )
        if kind == "table" and _COMPUTED.search(str(sql or "")):
            raise IntakeError(
                say(
                    "{path} computes a column of {name} while it is read: it is refused. "
                    "Save the layer anew.",
                    path=path,
                    name=_short(name),
                )
            )
        virtual = re.match(r"\s*create\s+virtual\s+table", str(sql or ""), re.IGNORECASE)
        if virtual and not re.search(r"\busing\s+rtree\b", str(sql), re.IGNORECASE):
            raise IntakeError(
                say(
                    "{path} holds a table that a plug-in computes ({name}): it is "
                    "refused. Save the layer anew.",
                    path=path,
                    name=_short(name),
                )
            )


def _short(text: object) -> str:
    return " ".join(str(text).split())[:80]
