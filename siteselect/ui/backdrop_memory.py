"""Which backdrop a person chose: files by project, servers in the settings of the person."""

import os
from dataclasses import dataclass
from pathlib import Path

from siteselect.backdrops.provider import Provider, known_providers, own_provider
from siteselect.errors import SiteSelectError
from siteselect.ui.settings import Settings
from siteselect.ui.view_memory import SAMPLE

FILES = 8
"""So many files are offered again."""
OWN = 20
STRENGTHS = (40, 60, 80, 100)
"""Per cent of a backdrop that may be seen."""


@dataclass(frozen=True, slots=True)
class FileChoice:
    """A file beneath the map, with what the person had to say of it."""

    path: Path
    crs: str = ""
    """Its reference system, where the file names none."""
    credit: str = ""
    """Who made it, in place of what the file says."""


class BackdropMemory:
    """Reads and writes the choices; what is damaged is as if nothing were chosen."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    # of the person

    @property
    def online(self) -> str:
        """Key of the server that is switched on; empty for none."""
        key = self._settings.backdrops.get("online", "")
        return key if isinstance(key, str) else ""

    @online.setter
    def online(self, key: str) -> None:
        self._put("online", key)

    @property
    def strength(self) -> int:
        """Per cent of a backdrop that is seen."""
        held = self._settings.backdrops.get("strength")
        return held if isinstance(held, int) and held in STRENGTHS else STRENGTHS[-1]

    @strength.setter
    def strength(self, per_cent: int) -> None:
        self._put("strength", per_cent)

    @property
    def files(self) -> tuple[Path, ...]:
        """Files that lay beneath a map lately, the last one first."""
        return tuple(Path(each) for each in self._texts("files"))[:FILES]

    def remember(self, path: Path) -> None:
        """Offer a file again later."""
        rest = [str(each) for each in self.files if each != path]
        self._put("files", [str(path), *rest][:FILES])

    def agreed(self, provider: Provider) -> bool:
        """Return whether the person agreed that this server may be asked."""
        return provider.template in self._texts("agreed")

    def agree(self, provider: Provider) -> None:
        """Ask no more whether this server may be asked."""
        if not self.agreed(provider):
            self._put("agreed", [*self._texts("agreed"), provider.template])

    @property
    def providers(self) -> tuple[Provider, ...]:
        """The servers that the program knows, and the person's own."""
        return (*known_providers(), *self.own)

    @property
    def own(self) -> tuple[Provider, ...]:
        """The servers that the person added."""
        held = self._settings.backdrops.get("own", [])
        found = [_own(each) for each in held] if isinstance(held, list) else []
        return tuple(each for each in found if each is not None)[:OWN]

    def add(self, provider: Provider) -> None:
        """Keep a server of the person's own; one of the same address gives way to it."""
        rest = [each for each in self.own if each.key != provider.key]
        self._put_own([*rest, provider][-OWN:])

    def remove(self, key: str) -> None:
        """Forget a server of the person's own, and that it may be asked."""
        gone = [each.template for each in self.own if each.key == key]
        self._put_own([each for each in self.own if each.key != key])
        self._put("agreed", [each for each in self._texts("agreed") if each not in gone])
        if self.online == key:
            self.online = ""

    # of a project

    def file_of(self, project: Path | None) -> FileChoice | None:
        """Return the file beneath the map of a project; None where there is none."""
        held = self._settings.view(_key(project)).get("backdrop")
        if not isinstance(held, dict) or not isinstance(held.get("file"), str) or not held["file"]:
            return None
        crs, credit = held.get("crs", ""), held.get("credit", "")
        path = Path(held["file"])
        if project is not None and not path.is_absolute():
            path = Path(os.path.normpath(project.parent / path))
        return FileChoice(
            path, crs if isinstance(crs, str) else "", credit if isinstance(credit, str) else ""
        )

    def keep_file(self, project: Path | None, choice: FileChoice | None) -> None:
        """Remember the file beneath the map of a project, by its way from there."""
        view = self._settings.view(_key(project))
        view.pop("backdrop", None)
        if choice is not None:
            told = {"crs": choice.crs, "credit": choice.credit}
            view["backdrop"] = {"file": _way(project, choice.path), **told}
        self._settings.keep_view(_key(project), view)

    def _texts(self, name: str) -> list[str]:
        held = self._settings.backdrops.get(name, [])
        return [each for each in held if isinstance(each, str)] if isinstance(held, list) else []

    def _put(self, name: str, value: object) -> None:
        self._settings.backdrops = {**self._settings.backdrops, name: value}

    def _put_own(self, providers: list[Provider]) -> None:
        self._put(
            "own",
            [
                {
                    "title": each.title,
                    "template": each.template,
                    "attribution": each.attribution,
                    "most": each.most,
                }
                for each in providers
            ],
        )


def _own(held: object) -> Provider | None:
    if not isinstance(held, dict):
        return None
    most = held.get("most", 19)
    try:
        return own_provider(
            str(held.get("title", "")),
            str(held.get("template", "")),
            str(held.get("attribution", "")),
            most if isinstance(most, int) else 19,
        )
    except SiteSelectError:
        return None


def _key(project: Path | None) -> str:
    return SAMPLE if project is None else str(project)


def _way(project: Path | None, path: Path) -> str:
    """Return the way from a project to a file; the whole path where there is no way."""
    if project is None:
        return str(path)
    try:
        return Path(os.path.relpath(path, project.parent)).as_posix()
    except ValueError:  # on another drive
        return str(path)
