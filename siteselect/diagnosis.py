"""The diagnostic report: one zip file that a person may read, and send when they wish.

Every start passes here to introduce the halves, so what writes reports is imported by whoever does.
"""

import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from siteselect.errors import ExportError

NEEDS = (
    "numpy", "pandas", "geopandas", "shapely", "pyogrio", "pyproj", "cattrs", "jinja2",
    "xlsxwriter", "typer", "rich", "platformdirs", "PySide6-Essentials", "pyqtgraph",
    "python-pptx", "tifffile", "pillow", "charset-normalizer", "pmtiles",
)  # fmt: skip
"""Packages whose versions are told."""
SUFFIX = ".zip"
READ_ME = "read-me.txt"
_ABOUT = """This is a diagnostic report of siteselect. It was made because somebody asked for it,
and it is sent to nobody by itself.

What is in it:
  doctor.txt      what siteselect needs of this computer, and what is there
  versions.txt    versions of the program, of Python and of the packages it stands on
  settings.json   choices such as language, look and size of text; no folder, no file, no name
  log/            the last messages of the program, in which paths, names of projects and sites,
                  coordinates, addresses and keys have been taken out

What is not in it: projects, sites, tables, pictures, passwords.
Every file is plain text: read it before you send it.
"""


class Half:
    """What each half of the program can tell of the other; handed over at the door."""

    doctor: Callable[[], str] | None = None
    """Returns what the doctor says."""
    settings: Callable[[], Mapping[str, object]] | None = None
    """Returns the choices of the person that name nothing."""


def report_parts(folder: Path | None = None) -> dict[str, str]:
    """Return every file of the report by name; `folder` holds the journal."""
    import json

    from siteselect.journal import journal_texts
    from siteselect.redaction import clean

    doctor = Half.doctor() if Half.doctor is not None else "The doctor could not be asked."
    try:
        chosen = dict(Half.settings()) if Half.settings is not None else {}
    except ImportError as fault:  # no Qt: the doctor says more of it
        chosen = {"unknown": str(fault)}
    settings = json.dumps(chosen, indent=2, ensure_ascii=False, sort_keys=True)
    parts = {READ_ME: _ABOUT, "doctor.txt": clean(doctor), "versions.txt": _versions()}
    parts["settings.json"] = clean(settings) + "\n"
    return parts | {f"log/{name}": text for name, text in journal_texts(folder).items()}


def write_report(path: Path, parts: Mapping[str, str]) -> None:
    """Write the report as one zip file, whole or not at all.

    Raises
    ------
    ExportError
        If it cannot be written.
    """
    import io
    import zipfile

    from siteselect.files import write_whole

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text)
    try:
        write_whole(path, held.getvalue())
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise ExportError(
            f"The report cannot be written to {path}: {why}. Choose another folder."
        ) from fault


def _versions() -> str:
    import importlib.metadata

    lines = [
        f"Python {platform.python_version()} ({platform.python_implementation()})",
        f"System {platform.system()} {platform.release()} {platform.machine()}",
        f"Bundle {'yes' if getattr(sys, 'frozen', False) else 'no'}",
    ]
    for each in ("siteselect", *NEEDS):
        try:
            lines.append(f"{each} {importlib.metadata.version(each)}")
        except importlib.metadata.PackageNotFoundError:
            lines.append(f"{each} is not installed")
    return "\n".join(lines) + "\n"
