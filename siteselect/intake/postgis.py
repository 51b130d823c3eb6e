"""A layer out of a PostGIS server: asked for in one transaction that can only read.

What comes is made sound as a file's layer is, and is a `Layer` like any other.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from siteselect.errors import IntakeError
from siteselect.intake._geometry import mend, on_the_globe
from siteselect.intake._layers import parcel_of
from siteselect.intake._server import connected, why
from siteselect.intake.limits import LIMITS, Limits
from siteselect.intake.passwords import Passwords
from siteselect.intake.server_address import ServerAddress
from siteselect.intake.sniff import Form
from siteselect.intake.vector import Layer, layer_of
from siteselect.language import say

if TYPE_CHECKING:
    from psycopg import Connection, Cursor
    from psycopg.sql import Composed

_NUMBERS = {"int2", "int4", "int8", "float4", "float8", "numeric"}
_UNSAID = {"bytea", "geometry", "geography", "raster", "topogeometry"}
"""Types whose cells say nothing to a reader."""
_AT_ONCE = 500
_TABLES = (
    "SELECT f_table_schema, f_table_name, f_geometry_column FROM {room}.geometry_columns UNION ALL "
    "SELECT f_table_schema, f_table_name, f_geography_column FROM {room}.geography_columns "
    "ORDER BY 1, 2, 3"
)
_COLUMNS = """
SELECT a.attname, t.typname, EXISTS (
    SELECT 1 FROM pg_index i
    WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)
)
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped
  AND has_column_privilege(c.oid, a.attnum, 'SELECT')
ORDER BY a.attnum
"""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the server says of the table."""

    room: str
    """The schema that PostGIS is installed in."""
    geometry: str
    others: tuple[str, ...]
    """Further columns of geometry, which are not read."""
    columns: tuple[tuple[str, str, bool], ...]
    """Name and type of each column, and whether it is of the primary key."""
    srid: int = 0
    """The system of the first feature; 0 where none is named."""


def read_table(
    address: ServerAddress, passwords: Passwords, crs: str = "", limits: Limits = LIMITS
) -> Layer:
    """Return the features of a table or a view, in longitude and latitude of WGS 84.

    Parameters
    ----------
    address
        Where it stands.
    passwords
        Where a password comes from, if the server wants one.
    crs
        The reference system, where the table names none or a wrong one: EPSG:32643.
    limits
        Bounds of size and time.

    Raises
    ------
    IntakeError
        If the server cannot be reached, has no such table, refuses, or sends too much.
    """
    line = connected(address, passwords, limits)
    import psycopg

    try:
        with line, line.cursor() as cursor:
            told = str(int(limits.seconds * 1000))
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", (told,))
            found = _looked_at(cursor, address, crs, limits)
            shapes, columns = _fetched(line, address, found, crs, limits)
    except psycopg.errors.QueryCanceled:
        raise _too_long(address, limits) from None
    except (psycopg.Error, UnicodeError) as error:
        raise IntakeError(
            say("{layer} cannot be read: {why}.", layer=address.layer, why=why(error))
        ) from None
    return _layer(address, found, shapes, columns, crs)


def _looked_at(
    cursor: "Cursor[tuple[Any, ...]]", address: ServerAddress, crs: str, limits: Limits
) -> _Found:
    """Return what is to be read, once it is known to be there and not too large."""
    from psycopg import sql

    cursor.execute(
        "SELECT n.nspname FROM pg_catalog.pg_extension e "
        "JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'"
    )
    held = cursor.fetchone()
    if held is None:
        raise IntakeError(
            say(
                "The database {database} has no PostGIS, so it holds no layer: choose another.",
                database=address.database,
            )
        )
    room = str(held[0])
    safe = f'pg_catalog, "{room.replace(chr(34), chr(34) * 2)}"'  # no function of a user's own
    cursor.execute("SELECT set_config('search_path', %s, true)", (safe,))
    cursor.execute(sql.SQL(_TABLES).format(room=sql.Identifier(room)))
    geometry, others = _of_geometry(address, cursor.fetchall())
    cursor.execute(_COLUMNS, (address.schema, address.table))
    found = _Found(room, geometry, others, tuple(cursor.fetchall()))
    if len(found.columns) > limits.columns:
        raise IntakeError(
            say(
                "{layer} has more than {most} columns: read a view with fewer.",
                layer=address.layer,
                most=limits.columns,
            )
        )
    return _measured(cursor, address, found, crs, limits)


def _of_geometry(
    address: ServerAddress, rows: Sequence[tuple[Any, ...]]
) -> tuple[str, tuple[str, ...]]:
    """Return the column of geometry that is wanted, and the table's others."""
    here = [str(column) for *table, column in rows if table == [address.schema, address.table]]
    if not here:
        there = list(dict.fromkeys(f"{schema}.{table}" for schema, table, _ in rows))
        raise IntakeError(
            say(
                "The database {database} has no layer called {layer}. It has: {tables}.",
                database=address.database,
                layer=address.layer,
                tables=", ".join(there[:12]) or say("none"),
            )
        )
    if address.column and address.column not in here:
        raise IntakeError(
            say(
                "{layer} has no geometry called {column}. It has: {columns}.",
                layer=address.layer,
                column=address.column,
                columns=", ".join(here),
            )
        )
    chosen = address.column or here[0]
    return chosen, tuple(column for column in here if column != chosen)


def _measured(
    cursor: "Cursor[tuple[Any, ...]]",
    address: ServerAddress,
    found: _Found,
    crs: str,
    limits: Limits,
) -> _Found:
    """Return what was found with its reference system; IntakeError where it is too large."""
    from psycopg import sql

    query = sql.SQL(
        "SELECT count(*), coalesce(sum({room}.ST_NPoints({shape})), 0), "
        "min({room}.ST_SRID({shape})), max({room}.ST_SRID({shape})) FROM {table}"
    )
    cursor.execute(query.format(**_parts(address, found)))
    count, vertices, least, most = cursor.fetchone() or (0, 0, None, None)
    if int(count) > limits.features or int(vertices) > limits.vertices:
        raise IntakeError(
            say(
                "{layer} has {count} features with {vertices} vertices, {features} and {most} are "
                "the most: read a view with a part of it.",
                layer=address.layer,
                count=int(count),
                vertices=int(vertices),
                features=limits.features,
                most=limits.vertices,
            )
        )
    if not crs and most and not least:
        raise IntakeError(
            say(
                "Some features of {layer} name a reference system and some name none: say which "
                "one they are in, as EPSG:32643.",
                layer=address.layer,
            )
        )
    return _Found(found.room, found.geometry, found.others, found.columns, int(least or 0))


def _fetched(
    line: "Connection[tuple[Any, ...]]",
    address: ServerAddress,
    found: _Found,
    crs: str,
    limits: Limits,
) -> tuple[list[bytes | None], dict[str, list[Any]]]:  # cells are text, numbers and yes or no
    """Return the geometry as WKB, and the columns."""
    named = [name for name, kind, _ in found.columns if kind not in _UNSAID]
    wkb: list[bytes | None] = []
    columns: dict[str, list[Any]] = {name: [] for name in named}  # as above
    until, size = time.monotonic() + limits.seconds, 0
    with line.cursor("siteselect", binary=True) as cursor:
        cursor.execute(_query(address, found, turned=bool(found.srid and not crs), limits=limits))
        for row in _rows(cursor):
            shape = None if row[0] is None else bytes(row[0])
            wkb.append(shape)
            size += len(shape or b"")
            for name, cell in zip(named, row[1:], strict=True):
                columns[name].append(cell)
                size += len(cell) if isinstance(cell, str) else 8
            if size > limits.server_bytes or len(wkb) > limits.features:
                raise IntakeError(
                    say(
                        "{layer} sends more than {most} MB or {features} features: read a view "
                        "with a part of it.",
                        layer=address.layer,
                        most=limits.server_bytes // 2**20,
                        features=limits.features,
                    )
                )
            if time.monotonic() > until:
                raise _too_long(address, limits)
    return wkb, columns


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:  # a cursor of the server's, which has no stub
    while many := cursor.fetchmany(_AT_ONCE):
        yield from many


def _query(address: ServerAddress, found: _Found, *, turned: bool, limits: Limits) -> "Composed":
    """Return what is asked: geometry as WKB, numbers as such, the rest as text."""
    from psycopg import sql

    parts = _parts(address, found)
    shape = "{room}.ST_Transform({shape}, 4326)" if turned else "{shape}"
    cells: list[sql.Composable] = [sql.SQL(f"{{room}}.ST_AsBinary({shape})").format(**parts)]
    for name, kind, _ in found.columns:
        column = sql.Identifier(name)
        if kind in _NUMBERS:
            cells.append(sql.SQL("{}::float8").format(column))
        elif kind == "bool":
            cells.append(column)
        elif kind not in _UNSAID:
            cells.append(sql.SQL("left({}::text, {})").format(column, limits.cell_signs))
    keys = [sql.Identifier(name) for name, _, key in found.columns if key]
    order = sql.SQL(" ORDER BY ") + sql.SQL(", ").join(keys) if keys else sql.SQL("")
    asked = sql.SQL("SELECT {} FROM {}").format(sql.SQL(", ").join(cells), parts["table"])
    return asked + order


def _parts(address: ServerAddress, found: _Found) -> dict[str, Any]:  # pieces of psycopg's SQL
    from psycopg import sql

    shape = sql.SQL("{}::{}").format(
        sql.Identifier(found.geometry), sql.Identifier(found.room, "geometry")
    )
    return {
        "room": sql.Identifier(found.room),
        "shape": shape,
        "table": sql.Identifier(address.schema, address.table),
    }


def _layer(
    address: ServerAddress,
    found: _Found,
    wkb: Sequence[bytes | None],
    columns: dict[str, list[Any]],  # cells are text, numbers and yes or no
    crs: str,
) -> Layer:
    """Return the layer of what was sent, made sound."""
    path = Path(address.table)
    held = np.full(len(wkb), None, dtype=object)
    held[:] = wkb
    said = f"EPSG:{found.srid}" if found.srid else ""
    turned = bool(found.srid and not crs)
    shapes = on_the_globe(path, mend(held), crs, "EPSG:4326" if turned else said)
    notes = [_note(text) for text in _about(address, found, turned=turned)]
    about = {"layer": address.table, "crs": said, "findings": [*notes, *shapes.findings]}
    return layer_of(path, Form.POSTGIS, parcel_of(shapes, columns, about))


def _about(address: ServerAddress, found: _Found, *, turned: bool) -> Iterator[str]:
    if found.others:
        yield say(
            "{layer} has several geometries: {column} was read, {others} not.",
            layer=address.layer,
            column=found.geometry,
            others=", ".join(found.others),
        )
    if turned and found.srid != 4326:
        yield say("Coordinates were turned from {system} to WGS 84.", system=f"EPSG:{found.srid}")


def _note(text: str) -> list[object]:
    return [text, 0, "", False]


def _too_long(address: ServerAddress, limits: Limits) -> IntakeError:
    return IntakeError(
        say(
            "{layer} cannot be read: it took longer than {seconds} seconds. Read a view with a "
            "part of it.",
            layer=address.layer,
            seconds=f"{limits.seconds:g}",
        )
    )
