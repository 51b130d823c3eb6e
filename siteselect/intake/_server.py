"""A line to a PostgreSQL server: read only, bounded in time, its faults told without a secret."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from siteselect.errors import IntakeError
from siteselect.intake.limits import Limits
from siteselect.intake.passwords import Passwords
from siteselect.intake.server_address import ServerAddress
from siteselect.language import say

if TYPE_CHECKING:
    from psycopg import Connection

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why there is no line, and whether a password might help."""

    why: str
    wants_password: bool


def connected(
    address: ServerAddress, passwords: Passwords, limits: Limits
) -> "Connection[tuple[Any, ...]]":
    """Return a line to the server on which nothing can be written.

    Raises
    ------
    IntakeError
        If the part of the program is not installed, nobody answers, or the password is wrong.
    """
    try:
        import psycopg  # noqa: F401 - the next steps need it
    except ImportError:
        raise IntakeError(
            say(
                "Reading from PostGIS needs a part that is not installed: install "
                "siteselect[database], or save the layer as GeoPackage and choose that."
            )
        ) from None
    held = passwords.known(address.account)
    line = _tried(address, held, limits)
    if isinstance(line, _Refusal) and line.wants_password:
        held = passwords.asked(address.account)
        line = _tried(address, held, limits) if held else line
    if not isinstance(line, _Refusal):
        passwords.proved(address.account, held)
        return line
    told = {"server": address.account, "why": line.why}
    if line.wants_password:
        raise IntakeError(
            say(
                "{server} wants a password, and was given none that is right: look at user and "
                "password. ({why})",
                **told,
            )
        )
    raise IntakeError(
        say(
            "{server} cannot be reached: {why}. Look at host, port and database, and whether the "
            "server runs.",
            **told,
        )
    )


def why(error: Exception) -> str:
    """Return what a server says is wrong, on one line; texts of libpq never hold a password."""
    told = getattr(getattr(error, "diag", None), "message_primary", None) or str(error)
    lines = [line.strip() for line in str(told).splitlines() if line.strip()]
    first = lines[0] if lines else type(error).__name__
    return first.rpartition("failed: ")[2].removeprefix("FATAL: ").strip().rstrip(".")[:_LONGEST]


def _tried(
    address: ServerAddress, password: str, limits: Limits
) -> "Connection[tuple[Any, ...]] | _Refusal":
    import psycopg

    try:
        line = psycopg.connect(**_wanted(address, password, limits))
    except psycopg.Error as error:
        way = error.pgconn
        asks = way is not None and bool(way.needs_password or way.used_password)
        return _Refusal(why(error), asks)
    except UnicodeError:
        return _Refusal(say("its answer is no text"), wants_password=False)
    line.read_only = True
    line.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    return line


def _wanted(address: ServerAddress, password: str, limits: Limits) -> dict[str, Any]:
    """Return what libpq is told; a way that leaves this machine is encrypted or not gone."""
    wanted: dict[str, Any] = {  # texts and numbers
        "dbname": address.database,
        "port": address.port,
        "password": password,
        "passfile": os.path.join(os.devnull, "none"),  # noqa: PTH118 - no file, by intent
        "sslmode": "prefer" if address.stays_here else "require",
        "connect_timeout": max(int(limits.database_seconds), 2),
        "client_encoding": "utf8",
        "application_name": "siteselect",
    }
    wanted |= {"host": address.host} if address.host else {}
    return wanted | ({"user": address.user} if address.user else {})
