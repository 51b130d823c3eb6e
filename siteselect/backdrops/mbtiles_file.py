"""Raster MBTiles: one SQLite database of images, looked over before it is asked for anything.

Databases made to save room offer their tiles as a view; so views may stand here, but each question
has a deadline, nothing but reading is allowed, and no function that reaches out.
"""

import sqlite3
import threading
import time
from pathlib import Path
from urllib.parse import quote

from siteselect.backdrops.image_head import DamagedTileError, checked_tile, form_of, is_vector
from siteselect.backdrops.refusals import refuse_other, refuse_vectors
from siteselect.backdrops.tiles import DEEPEST, MOST_BYTES, TileAt, TileInfo
from siteselect.backdrops.told import bounds_told, plain_words, zoom_told
from siteselect.errors import IntakeError
from siteselect.language import say

MAGIC = b"SQLite format 3\0"
_LOOK_SECONDS, _TILE_SECONDS = 4.0, 0.5
_MOST_ROWS = 200
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
_FUNCTIONS = {"min", "max", "coalesce", "ifnull", "length", "cast", "substr", "lower"}
_TILE = (
    "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ? LIMIT 1"
)


class MbtilesFile:
    """An MBTiles file, open to be read; any thread may ask."""

    steady = True
    """A tile is always the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._until = 0.0
        try:
            self._held = _connect(path)
        except sqlite3.Error as error:
            raise _damaged(path, error) from None
        try:
            self._bound()
            self.info = self._look()
        except (sqlite3.Error, ValueError, OverflowError) as error:  # also: words that are none
            self._held.close()
            raise _damaged(path, error) from None
        except IntakeError:
            self._held.close()
            raise

    def tile(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile; None where there is none."""
        if not at.real:
            return None
        row = (1 << at.zoom) - 1 - at.y  # its rows are counted from the south
        with self._lock:
            self._until = time.monotonic() + _TILE_SECONDS
            try:
                found = self._held.execute(_TILE, (at.zoom, at.x, row)).fetchone()
            except (sqlite3.Error, ValueError, OverflowError) as error:
                raise DamagedTileError(_short(error)) from None
        if found is None or found[0] is None:
            return None
        if not isinstance(found[0], bytes):
            raise DamagedTileError("it holds no image")
        return checked_tile(found[0])

    def at_hand(self, at: TileAt) -> bytes | None:
        """Return the bytes of a tile: all of a file are here."""
        return self.tile(at)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._held.close()

    def _bound(self) -> None:
        held = self._held
        for setting in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
            held.execute(f"PRAGMA {setting}")
        held.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * MOST_BYTES)
        held.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
        held.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50)
        held.setlimit(sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 5)
        held.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        held.set_authorizer(_allow)
        held.set_progress_handler(lambda: time.monotonic() > self._until, 10_000)

    def _look(self) -> TileInfo:
        """Return what the file says of itself, once it is known to hold images."""
        self._until = time.monotonic() + _LOOK_SECONDS
        there = {str(name).lower() for (name,) in self._held.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}  # fmt: skip
        if not {"tiles", "metadata"} <= there:
            raise IntakeError(
                say(
                    "{path} is a database and holds no tiles: choose an MBTiles file.",
                    path=self._path,
                )
            )
        rows = self._held.execute("SELECT name, value FROM metadata").fetchmany(_MOST_ROWS)
        told = {str(name).lower(): value for name, value in rows}
        self._check_form(str(told.get("format", "")).lower().strip())
        least, most = self._zooms(zoom_told(told.get("minzoom")), zoom_told(told.get("maxzoom")))
        return TileInfo(
            plain_words(told.get("name"), 80) or self._path.stem,
            plain_words(told.get("attribution")),
            least,
            most,
            bounds_told(told.get("bounds")),
        )

    def _check_form(self, said: str) -> None:
        found = self._held.execute("SELECT tile_data FROM tiles LIMIT 1").fetchone()
        first = found[0] if found is not None and isinstance(found[0], bytes) else b""
        if said in ("pbf", "mvt", "application/x-protobuf") or is_vector(first):
            raise refuse_vectors(self._path)
        if not first:
            raise IntakeError(
                say("{path} holds no tile at all: choose another file.", path=self._path)
            )
        if form_of(first) is None and said not in ("png", "jpg", "jpeg", "webp"):
            raise refuse_other(self._path)

    def _zooms(self, least: int | None, most: int | None) -> tuple[int, int]:
        """Return the zooms that there are: as told, else as found."""
        if least is None or most is None or least > most:
            row = self._held.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles")
            least, most = (zoom_told(each) for each in row.fetchone())
        if least is None or most is None:
            raise IntakeError(
                say(
                    "{path} has tiles of zooms that there are not (0 to {deepest}): make it anew.",
                    path=self._path,
                    deepest=DEEPEST,
                )
            )
        return least, most


def _connect(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return sqlite3.connect(
        address, uri=True, timeout=1.0, isolation_level=None, check_same_thread=False
    )


def _allow(action: int, *words: str | None) -> int:
    """Let nothing happen but plain reading."""
    plain = action == sqlite3.SQLITE_FUNCTION and str(words[1]).lower() in _FUNCTIONS
    return sqlite3.SQLITE_OK if action in _ALLOWED or plain else sqlite3.SQLITE_DENY


def _damaged(path: Path, error: Exception) -> IntakeError:
    if "interrupted" in str(error):
        return IntakeError(
            say(
                "{path} keeps its reader busy for more than {seconds:g} seconds: it is refused. "
                "Make it anew with an index on its tiles.",
                path=path,
                seconds=_LOOK_SECONDS,
            )
        )
    if "prohibited" in str(error) or "not authorized" in str(error):
        return IntakeError(
            say(
                "{path} offers its tiles through commands that compute or reach out: it is "
                "refused. Make it anew with a plain table of tiles.",
                path=path,
            )
        )
    return IntakeError(
        say(
            "{path} is a damaged database ({error}): make the tiles anew.",
            path=path,
            error=_short(error),
        )
    )


def _short(text: object) -> str:
    return " ".join(str(text).split())[:80]
