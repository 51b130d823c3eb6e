"""What `siteselect import` reads: a file, or a table of a server, its password asked unseen."""

import getpass
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from siteselect.errors import IntakeError
from siteselect.intake.server_address import ServerAddress

if TYPE_CHECKING:
    from siteselect.intake.choices import Choices
    from siteselect.intake.source import Source
    from siteselect.intake.vector import Layer


@dataclass(frozen=True, slots=True)
class Origin:
    """A file or a table of a server."""

    place: Path | ServerAddress
    remember: bool = False
    """Whether a password goes into the system's keyring."""

    @classmethod
    def named(cls, text: str, *, remember: bool = False) -> Self:
        """Return what a word of the command line names; IntakeError for half an address."""
        here = ServerAddress.looks_like(text)
        return cls(ServerAddress.named(text) if here else Path(text), remember)

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self.place.name if isinstance(self.place, Path) else self.place.table

    @property
    def file(self) -> Path:
        """The file; IntakeError where it is none and only a file will do."""
        if isinstance(self.place, Path):
            return self.place
        raise IntakeError(f"{self.place} is no file of facts: write them into a table of text.")

    @property
    def is_file(self) -> bool:
        """Whether it lies on this machine."""
        return isinstance(self.place, Path)

    def source(self, choices: "Choices") -> "Source":
        """Return it as a table of sites to be."""
        from siteselect.intake.source import from_layer, open_source

        if isinstance(self.place, Path):
            return open_source(self.place, choices)
        return from_layer(Path(self.place.table), self.layer(choices))

    def layer(self, choices: "Choices") -> "Layer":
        """Return it as a layer."""
        from siteselect.intake.vector import read_layer

        if isinstance(self.place, Path):
            return read_layer(self.place, choices.layer, choices.crs)
        return _of_server(self.place, choices.crs, remember=self.remember)


def _of_server(address: ServerAddress, crs: str, *, remember: bool) -> "Layer":
    from siteselect.intake.passwords import Passwords
    from siteselect.intake.postgis import read_table

    passwords = Passwords(_asked)
    layer = read_table(address, passwords, crs)
    if remember and not passwords.keep(address.account):
        print(
            "The password was not kept: none was needed, or this system has no keyring that "
            "keeps secrets.",
            file=sys.stderr,
        )
    return layer


def _asked(account: str) -> str:
    """Ask at the terminal; where there is none, nobody is asked."""
    if not sys.stdin.isatty():
        return ""
    return getpass.getpass(f"Password of {account}: ")
