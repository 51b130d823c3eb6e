"""Where a table of a PostGIS server stands: said as an address, never with a password."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from siteselect.errors import IntakeError
from siteselect.language import say

_SCHEME = re.compile(r"^(postgis|postgresql|postgres)://", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_KNOWN = ("table", "column", "host")
_PORT = 5432


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """One table, or view, of one database, and as whom it is read."""

    database: str
    host: str = ""
    """Name, address or folder of a socket; empty for the socket of this machine."""
    port: int = _PORT
    user: str = ""
    schema: str = "public"
    table: str = ""
    """Empty where it is yet to be chosen: reading then tells which there are."""
    column: str = ""
    """Of the geometry; the first one where none is named."""

    @classmethod
    def named(cls, text: str) -> Self:
        """Return the address that `postgis://user@host:port/database?table=schema.name` says.

        Raises
        ------
        IntakeError
            If it is none, or holds a password; the text is not repeated, for it may hold one.
        """
        if not _SCHEME.match(text) or _CONTROL.search(text):
            raise IntakeError(_unlike())
        try:
            parts = urlsplit(_SCHEME.sub("postgis://", text))
            asked = dict(
                parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
            )
            port, secret = parts.port or _PORT, parts.password
        except ValueError:
            raise IntakeError(_unlike()) from None
        if secret is not None or {"password", "passwd"} & asked.keys():
            raise IntakeError(
                say(
                    "An address must hold no password, for addresses are shown and kept: take it "
                    "out. The password is asked for, or comes from the system's keyring."
                )
            )
        database = unquote(parts.path.strip("/"))
        if not database or not asked.keys() <= set(_KNOWN):
            raise IntakeError(_unlike())
        schema, dot, table = asked.get("table", "").partition(".")
        return cls(
            database,
            asked.get("host") or unquote(parts.hostname or ""),
            port,
            unquote(parts.username or ""),
            schema if dot else "public",
            table if dot else schema,
            asked.get("column", ""),
        )

    @staticmethod
    def looks_like(text: str) -> bool:
        """Tell whether a text begins as such an address does."""
        return bool(_SCHEME.match(text))

    @property
    def account(self) -> str:
        """What a password belongs to."""
        return f"{self.user}@{self.host or 'localhost'}:{self.port}/{self.database}"

    @property
    def layer(self) -> str:
        """The table as SQL names it."""
        return f"{self.schema}.{self.table}"

    @property
    def stays_here(self) -> bool:
        """Whether the way to the server does not leave this machine."""
        if not self.host or self.host.startswith("/") or self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        at = f"{self.user}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"postgis://{at}{host}:{self.port}/{self.database}?table={self.layer}"


def _unlike() -> str:
    return say(
        "This is no address of a table: write postgis://user@host:port/database?table=schema.name, "
        "and &column=name where the table has several geometries."
    )
