"""The packs installed: those that travel with the program, and the user's own."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from siteselect.errors import PackError
from siteselect.language import say
from siteselect.packs.manifest import NAME, Manifest, read_manifest
from siteselect.packs.pack import Pack
from siteselect.packs.store import open_store
from siteselect.resources import resource

DEFAULT = "central-asia"
"""The pack that travels with the program."""
VARIABLE = "SITESELECT_PACKS"
"""The environment variable that names further folders of packs."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that was found: what it says of itself, and where it lies."""

    manifest: Manifest
    path: Path


def folders_of_packs(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return where packs are looked for: `extra`, the environment's, the user's, the shipped."""
    named = os.environ.get(VARIABLE, "")
    environment = [Path(each) for each in named.split(os.pathsep) if each]
    own = platformdirs.user_data_path("siteselect", appauthor=False) / "packs"
    return (*extra, *environment, own, resource("packs"))


def installed_packs(extra: Sequence[Path] = ()) -> tuple[Installed, ...]:
    """Return every readable pack; of two with one name and version the first folder's wins."""
    found: dict[str, Installed] = {}
    for path in _candidates(extra):
        try:
            manifest = read_manifest(open_store(path).read(NAME), str(path))
        except PackError:
            continue  # a damaged pack is told when it is asked for
        found.setdefault(manifest.reference, Installed(manifest, path))
    return tuple(found.values())


def open_pack(reference: str | Path = DEFAULT, folders: Sequence[Path] = ()) -> Pack:
    """Open a pack by name, by name and version, or by path; see `find_pack`."""
    return Pack(find_pack(reference, folders))


def find_pack(reference: str | Path, folders: Sequence[Path] = ()) -> Path:
    """Return where a pack lies, given its name, its name and version, or its path.

    Parameters
    ----------
    reference
        "central-asia", "central-asia@2026.1", or the path of a folder or zip file.
    folders
        Further folders to look for packs in, before all others.

    Raises
    ------
    PackError
        If there is no such pack; the sentence says what there is.
    """
    if isinstance(reference, Path) or _looks_like_a_path(reference):
        return Path(reference)
    name, _, version = reference.partition("@")
    same = [each for each in installed_packs(folders) if each.manifest.name == name]
    for each in same:
        if each.manifest.version == version:
            return each.path
    if same and not version:
        return max(same, key=lambda each: _version(each.manifest.version)).path
    if same:
        there = ", ".join(sorted(each.manifest.reference for each in same))
        raise PackError(
            say(
                "The pack {name} is here, but not its version {version}. There is: "
                "{there}. Choose that one, or bring the folder of the other.",
                name=name,
                version=version,
                there=there,
            )
        )
    damaged = next((path for path in _candidates(folders) if path.stem == name), None)
    if damaged is not None:
        return damaged  # opening it tells what is wrong with it
    there = ", ".join(each.manifest.reference for each in installed_packs(folders)) or "none"
    raise PackError(
        say(
            "There is no pack called {reference!r}. Installed: {there}. Give one "
            "of these, or the path of a pack's folder or zip file.",
            reference=reference,
            there=there,
        )
    )


def _looks_like_a_path(reference: str) -> bool:
    return any(mark in reference for mark in ("/", "\\")) or reference.endswith(".zip")


def _candidates(extra: Sequence[Path]) -> Iterator[Path]:
    for folder in folders_of_packs(extra):
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.suffix == ".zip" or (path / NAME).is_file():
                    yield path


def _version(text: str) -> tuple[tuple[int, str], ...]:
    """Return a key that puts 2026.10 after 2026.9."""
    return tuple(
        (int(piece), "") if piece.isdecimal() else (-1, piece) for piece in text.split(".")
    )
