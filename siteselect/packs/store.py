"""The files of a pack, in a folder or in a zip file; nothing outside it is ever touched."""

import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol

from siteselect.errors import PackError
from siteselect.files import read_bounded
from siteselect.language import say
from siteselect.packs.manifest import NAME

MOST_FILES = 5_000
MOST_BYTES = 1 << 30
MOST_RATIO = 200
"""A member that unpacks to more than this many times its size, and to over 10 MB, is a bomb."""


class Store(Protocol):
    """Where the bytes of a pack lie."""

    where: Path

    def names(self) -> tuple[str, ...]:
        """Return all file names, sorted, relative, with forward slashes."""

    def read(self, name: str) -> bytes:
        """Return the content of one file; PackError when it is not there."""


def inside(name: str) -> bool:
    """Return whether `name` is a plain relative name that stays within the pack."""
    path = PurePosixPath(name)
    return bool(path.parts) and not (
        path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name
    )


def open_store(path: Path) -> Store:
    """Return the files of the pack at `path`: a folder, or a zip file."""
    if path.is_dir():
        return FolderStore(path)
    if path.is_file():
        return ZipStore(path)
    raise PackError(
        say("There is no pack at {path}: give the path of a folder or zip file.", path=path)
    )


class FolderStore:
    """A pack that is a folder; hidden files do not belong to it."""

    def __init__(self, where: Path) -> None:
        self.where = where
        if not (where / NAME).is_file():
            raise PackError(
                say(
                    "{where} is no pack: it holds no {name}. Give the folder that holds one.",
                    where=where,
                    name=NAME,
                )
            )

    def names(self) -> tuple[str, ...]:
        """Return all file names, sorted, relative, with forward slashes."""
        found = (each.relative_to(self.where) for each in self.where.rglob("*") if each.is_file())
        return tuple(sorted(each.as_posix() for each in found if not _hidden(each.as_posix())))

    def read(self, name: str) -> bytes:
        """Return the content of one file; PackError when it is not there."""
        path = self.where / name
        if not inside(name) or not path.resolve().is_relative_to(self.where.resolve()):
            raise PackError(
                say(
                    "{name!r} leads out of the pack {where}: name a file within it.",
                    name=name,
                    where=self.where,
                )
            )
        try:
            return read_bounded(path, MOST_BYTES)
        except OSError as error:
            raise PackError(
                say(
                    "{name} of the pack {where} cannot be read: {strerror}. Bring the "
                    "file back, or take it out of {file}.",
                    name=name,
                    where=self.where,
                    strerror=error.strerror or error,
                    file=NAME,
                )
            ) from error


class ZipStore:
    """A pack that is a zip file, whose names and sizes were looked at before anything is read."""

    def __init__(self, where: Path) -> None:
        self.where = where
        try:
            with zipfile.ZipFile(where) as archive:
                members = [each for each in archive.infolist() if not each.is_dir()]
        except (OSError, zipfile.BadZipFile) as error:
            raise PackError(
                say(
                    "{where} is no pack: neither a folder nor a readable zip file ({error}).",
                    where=where,
                    error=error,
                )
            ) from error
        _refuse_dangerous(members, where)
        self._members = _rooted(members, where)

    def names(self) -> tuple[str, ...]:
        """Return all file names, sorted, relative, with forward slashes."""
        return tuple(sorted(self._members))

    def read(self, name: str) -> bytes:
        """Return the content of one file; PackError when it is not there."""
        member = self._members.get(name)
        if member is None:
            raise PackError(
                say(
                    "{name} is missing from the pack {where}. Bring the file back, or "
                    "take it out of {file}.",
                    name=name,
                    where=self.where,
                    file=NAME,
                )
            )
        try:
            with zipfile.ZipFile(self.where) as archive:
                return archive.read(member)
        except (
            OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError
        ) as error:  # fmt: skip
            raise PackError(
                say(
                    "{name} of the pack {where} is damaged: {error}. Fetch the pack again.",
                    name=name,
                    where=self.where,
                    error=error,
                )
            ) from error


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _refuse_dangerous(members: list[zipfile.ZipInfo], where: Path) -> None:
    if len(members) > MOST_FILES or sum(each.file_size for each in members) > MOST_BYTES:
        raise PackError(
            say(
                "{where} would unpack to more than {most_files} files or "
                "{most_bytes} MB: that is no pack, and nothing was read.",
                where=where,
                most_files=MOST_FILES,
                most_bytes=MOST_BYTES >> 20,
            )
        )
    seen: set[str] = set()
    for each in members:
        # zipfile rewrites a name that holds a NUL or the system's own separator: look at both.
        if not (inside(each.filename) and inside(each.orig_filename)):
            raise PackError(
                say(
                    "{where} holds the name {orig_filename!r}, which leads out of the "
                    "pack: nothing was read. Zip the pack again with relative names.",
                    where=where,
                    orig_filename=each.orig_filename,
                )
            )
        if stat.S_ISLNK(each.external_attr >> 16):
            raise PackError(
                say(
                    "{where} holds a link, {filename}: put the file itself there.",
                    where=where,
                    filename=each.filename,
                )
            )
        if each.file_size > 10 << 20 and each.file_size > MOST_RATIO * max(each.compress_size, 1):
            raise PackError(
                say(
                    "{filename} in {where} unpacks to more than {most_ratio} times its "
                    "size: that is no pack, and nothing was read.",
                    filename=each.filename,
                    where=where,
                    most_ratio=MOST_RATIO,
                )
            )
        if each.filename in seen:
            raise PackError(
                say(
                    "{where} holds {filename} twice: zip the pack again.",
                    where=where,
                    filename=each.filename,
                )
            )
        seen.add(each.filename)


def _rooted(members: list[zipfile.ZipInfo], where: Path) -> Mapping[str, zipfile.ZipInfo]:
    """Return the members by name below the folder that holds `pack.toml`."""
    roots = [each.filename[: -len(NAME)] for each in members if _is_manifest(each.filename)]
    if not roots:
        raise PackError(
            say(
                "{where} is no pack: it holds no {name} at its top or in its one folder.",
                where=where,
                name=NAME,
            )
        )
    root = min(roots, key=len)
    inner = {each.filename.removeprefix(root): each for each in members
             if each.filename.startswith(root)}  # fmt: skip
    return {name: each for name, each in inner.items() if not _hidden(name)}


def _is_manifest(name: str) -> bool:
    path = PurePosixPath(name)
    return path.name == NAME and len(path.parts) <= 2
