"""The system libraries that Qt wants on Linux, and the line that installs them.

The standard library alone is used here: this runs before anything is installed.
"""

import ctypes
import shutil
import subprocess
import sys

NEEDED: dict[str, str] = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""Shared library by name, and the Debian or Ubuntu package that brings it."""


def missing_libraries() -> list[str]:
    """Return the names of the shared libraries that cannot be loaded; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name in NEEDED if not _loads(name)]


def install_line(libraries: list[str]) -> str:
    """Return the command that installs the packages of `libraries`, ready to be pasted."""
    packages = [_package(NEEDED[name]) for name in libraries]
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _package(name: str) -> str:
    """Return the package's name on this system: newer ones call some of them ...t64."""
    if name != "libglib2.0-0" or shutil.which("apt-cache") is None:
        return name
    newer = f"{name}t64"
    known = subprocess.run(["apt-cache", "show", newer], capture_output=True, check=False)
    return newer if known.returncode == 0 else name
