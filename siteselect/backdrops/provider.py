"""Servers of tiles: those that the program knows, and a person's own."""

import re
import string
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from siteselect.backdrops.tiles import DEEPEST, TileAt, TileInfo
from siteselect.backdrops.told import WORLD, plain_words
from siteselect.errors import IntakeError
from siteselect.files import digest
from siteselect.language import say
from siteselect.resources import resource

_LONGEST = 600
_PLACES = ("z", "x", "y")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Provider:
    """One server of tiles; nothing is asked of it before a person switches it on."""

    key: str
    title: str
    template: str
    """Its address, with {z}, {x} and {y}."""
    attribution: str
    licence: str = ""
    terms: str = ""
    """Where the server says what it may be used for."""
    source: str = ""
    note: str = ""
    least: int = 0
    most: int = 19
    own: bool = False
    """Whether a person added it."""

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return urlsplit(self.template).hostname or ""

    @property
    def mark(self) -> str:
        """A name under which its tiles are kept: another address has another."""
        return digest(self.template.encode())[:16]

    @property
    def info(self) -> TileInfo:
        """What is known of its tiles."""
        return TileInfo(self.title, self.attribution, self.least, self.most, WORLD)

    def address(self, at: TileAt) -> str:
        """Return where one tile lies."""
        return self.template.format(z=at.zoom, x=at.x, y=at.y)


def checked_template(text: str) -> str:
    """Return the address of a server of tiles as it may be used.

    Raises
    ------
    IntakeError
        If it is not https, names no machine, carries a password, or has not each of {z}, {x}, {y}.
    """
    words = text.strip()
    try:
        parts = urlsplit(words)
        places = [name for _, name, *_ in string.Formatter().parse(words) if name is not None]
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise IntakeError(
            say("{address} is no address: look at its brackets and its port.", address=words[:80])
        ) from None
    if parts.scheme != "https":
        raise IntakeError(
            say(
                "{address} does not begin with https://: other ways can be read and changed by "
                "anybody between. Ask for the server's https address.",
                address=words[:80],
            )
        )
    plain = words.isascii() and words.isprintable() and " " not in words and "\\" not in words
    if not plain or not _HOST.fullmatch(host) or len(words) > _LONGEST or port == 0:
        raise IntakeError(
            say("{address} names no server: write it as in the example.", address=words[:80])
        )
    if parts.username is not None or parts.password is not None:
        raise IntakeError(
            say("The address holds a name or a password: such servers are not asked. Take it out.")
        )
    if sorted(places) != sorted(_PLACES) or re.search(r"\{\w*[!:]", words):
        raise IntakeError(
            say("The address must hold each of {places} once.", places="{z}, {x}, {y}")
        )
    if any(f"{{{place}}}" in parts.netloc for place in _PLACES):
        raise IntakeError(
            say("The name of the server itself cannot hold {places}.", places="{z}, {x}, {y}")
        )
    return words


def own_provider(title: str, template: str, attribution: str, most: int = 19) -> Provider:
    """Return a server that a person added.

    Raises
    ------
    IntakeError
        If its address cannot be used, or nobody is named as its maker.
    """
    address = checked_template(template)
    named = plain_words(attribution)
    if not named:
        raise IntakeError(
            say("Say whom the map must name for these tiles: their terms of use tell.")
        )
    host = urlsplit(address).hostname or ""
    key = f"own-{digest(address.encode())[:12]}"
    nearest = min(max(most, 0), DEEPEST)
    return Provider(
        key, plain_words(title, 60) or host, address, named, source=host, most=nearest, own=True
    )


@lru_cache(maxsize=1)
def known_providers() -> tuple[Provider, ...]:
    """Return the servers that come with the program."""
    text = resource("backdrops", "providers.toml").read_text(encoding="utf-8")
    return tuple(
        Provider(
            key,
            row["title"],
            checked_template(row["template"]),
            row["attribution"],
            row["licence"],
            row["terms"],
            row["source"],
            row.get("note", ""),
            row["least"],
            row["most"],
        )
        for key, row in tomllib.loads(text).items()
    )
