"""Twelve ways in which a disk lets a program down: real ones where the system allows, else played.

Each is a context in which a file is then written: `with fault(path, monkeypatch): write()`.
"""

import errno
import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from siteselect import files

Fault = Callable[[Path, pytest.MonkeyPatch], AbstractContextManager[None]]


def _refuse(number: int) -> Callable[..., None]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@contextmanager
def _mounted(path: Path, options: str) -> Iterator[bool]:
    """Put a small disk of its own under the folder of `path`, its files on it; tell whether."""
    kept = path.parent.with_name(f"{path.parent.name} kept")
    shutil.copytree(path.parent, kept, symlinks=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(path.parent)]
    mounted = not subprocess.run(command, capture_output=True, check=False).returncode
    try:
        if mounted:
            shutil.copytree(kept, path.parent, symlinks=True, dirs_exist_ok=True)
        yield mounted
        if mounted:
            shutil.rmtree(kept)
            shutil.copytree(path.parent, kept, symlinks=True)
    finally:
        if mounted:
            subprocess.run(["umount", str(path.parent)], check=True)
            shutil.copytree(kept, path.parent, symlinks=True, dirs_exist_ok=True)


@contextmanager
def disk_full(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with _mounted(path, "size=4m") as real:
        filler = path.parent / "filler"
        if real:
            try:
                with filler.open("wb", buffering=0) as file:
                    while file.write(b"x" * 4096):
                        pass
            except OSError:
                pass
        else:
            monkeypatch.setattr(files, "_write", _refuse(errno.ENOSPC))
        try:
            yield
        finally:
            filler.unlink(missing_ok=True)


@contextmanager
def too_large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@contextmanager
def broken_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(files, "_write", _refuse(errno.EIO))
        yield


@contextmanager
def no_right(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be a person who may not write in the folder: really, where one may become another."""
    mode = path.parent.stat().st_mode
    path.parent.chmod(0o555)
    with ExitStack() as stack:
        if os.geteuid() == 0:
            for folder in reversed(path.parents):
                if not folder.stat().st_mode & 0o001:
                    stack.callback(folder.chmod, folder.stat().st_mode & 0o7777)
                    folder.chmod(folder.stat().st_mode & 0o7777 | 0o011)
            os.seteuid(65534)
        try:
            yield
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            path.parent.chmod(mode & 0o7777)


@contextmanager
def read_only_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with _mounted(path, "size=4m") as real:
        folder = str(path.parent)
        if real:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        else:
            monkeypatch.setattr(files, "_write", _refuse(errno.EROFS))
        try:
            yield
        finally:
            if real:
                subprocess.run(["mount", "-o", "remount,rw", folder], check=True)


@contextmanager
def folder_gone(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    away = path.parent.with_name(f"{path.parent.name} away")
    path.parent.rename(away)
    try:
        yield
    finally:
        if path.parent.exists():
            raise AssertionError(f"{path.parent} was made anew, with {list(path.parent.iterdir())}")
        away.rename(path.parent)


@contextmanager
def locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As where another program has the file open and the system keeps it from being replaced."""
    with monkeypatch.context() as patched:
        move = Path.replace

        def replace(self: Path, target: Path) -> Path:
            if Path(target) == path:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return move(self, target)

        patched.setattr(Path, "replace", replace)
        yield


@contextmanager
def link_in_a_circle(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    old = path.read_bytes() if path.exists() else None
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)
    try:
        yield
    finally:
        if not path.is_symlink():
            raise AssertionError(f"the link {path} was replaced")
        path.unlink()
        if old is not None:
            path.write_bytes(old)


@contextmanager
def rename_fails(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _refuse(errno.ESTALE))
        yield


@contextmanager
def clock_jumps(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each look at the clock is years from the last one, and the old file is of the future."""
    with monkeypatch.context() as patched:
        years = iter(range(10**6))
        real = time.time

        def clock() -> float:
            return real() + (1 if next(years) % 2 else -1) * 3e8

        patched.setattr(files.time, "time", clock)
        if path.exists():
            os.utime(path, (4e9, 4e9))
        yield


@contextmanager
def quota(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(files, "_write", _refuse(errno.EDQUOT))
        yield


@contextmanager
def not_flushed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setattr(files.os, "fsync", _refuse(errno.EIO))
        yield


FAULTS: dict[str, Fault] = {
    "ENOSPC": disk_full,
    "EFBIG": too_large,
    "EIO": broken_disk,
    "EACCES": no_right,
    "EROFS": read_only_disk,
    "folder removed": folder_gone,
    "file locked": locked,
    "symlink": link_in_a_circle,
    "rename failure": rename_fails,
    "clock jump": clock_jumps,
    "quota": quota,
    "fsync error": not_flushed,
}
HARMLESS = {"clock jump"}
"""After these the new file is there: a clock decides nothing."""
