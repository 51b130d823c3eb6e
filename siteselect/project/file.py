"""A study in a file: readable text, written whole or not at all."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cattrs import BaseValidationError

from siteselect.errors import ProjectError, StudyError
from siteselect.files import digest, read_bounded, sweep, write_whole
from siteselect.language import say, say_count
from siteselect.model.study import Study
from siteselect.project.converter import faults, structure_study, unstructure_study
from siteselect.project.lock import HeldError, holder_of
from siteselect.project.migrate import VERSION, migrate
from siteselect.resources import resource

SUFFIX = ".siteselect"
BACKUPS = 3
_LARGEST = 64 * 2**20
_SHOWN_FAULTS = 12


class ChangedOnDiskError(ProjectError):
    """A file holds something else than when it was read: a person decides what becomes of it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A study as it was read, and what its window must know of the file."""

    study: Study
    digest: str
    """SHA-256 of the file as read; pass it to `save_project` to notice a change by others."""
    read_only: bool = False
    remark: str = ""
    """Why it is read only, in a sentence."""


def open_project(path: Path | str) -> Study:
    """Return the study in the file at `path`.

    Raises
    ------
    ProjectError
        If the file is missing, damaged, or written by a newer version of the program.
    """
    opened = read_project(path)
    if opened.read_only:
        raise ProjectError(
            say("{remark} Install that version to work with it.", remark=opened.remark)
        )
    return opened.study


def read_project(path: Path | str) -> Opened:
    """Return the study in the file at `path`; one of a newer version comes read only.

    Raises
    ------
    ProjectError
        If the file is missing or damaged, or of a newer version that cannot be understood.
    """
    path = Path(path)
    data = _bytes(path)
    sweep(path)
    document = _document(path, data)
    version = document["siteselect"]
    if version <= VERSION:
        return Opened(_study(path, migrate(document["study"], version)), digest(data))
    remark = say(
        "The project {path} was written by a newer siteselect (form "
        "{version}, this program writes form {own}).",
        path=path,
        version=version,
        own=VERSION,
    )
    try:
        study = structure_study(document["study"], strict=False)
    except (BaseValidationError, StudyError, TypeError):
        raise ProjectError(
            say("{remark} Install that version to open it.", remark=remark)
        ) from None
    return Opened(study, digest(data), read_only=True, remark=remark)


def save_project(study: Study, path: Path | str, *, known: str | None = None) -> str:
    """Write `study` to `path`, whole or not at all, keep three backups, and return the digest.

    Parameters
    ----------
    study
        What is written.
    path
        Where; a file there is replaced.
    known
        The digest of the file as it was last read or written: when the file on disk differs from
        it, somebody else has changed it, and it is not overwritten.

    Raises
    ------
    ProjectError
        If the file changed, is of a newer version, is open elsewhere, or cannot be written; it is
        then as it was. A change by others is `ChangedOnDiskError`.
    """
    path = Path(path)
    data = project_text(study).encode()
    try:
        if path.exists():
            _may_overwrite(path, known)
        holder = holder_of(path)
        if holder is not None and not holder.mine:
            raise HeldError(path, holder)
        write_whole(path, data, backups=BACKUPS)
    except OSError as error:
        raise ProjectError(
            say(
                "The project {path} cannot be saved: {error}. What was there before "
                "is untouched; make room or choose another folder, and save again.",
                path=path,
                error=_why(error),
            )
        ) from error
    return digest(data)


def project_text(study: Study) -> str:
    """Return the text of a project file: indented, its keys in a fixed order."""
    plain = {"siteselect": VERSION, "study": unstructure_study(study)}
    try:
        return json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    except ValueError as error:
        raise ProjectError(
            say(
                "The study {title} holds a number that is not finite, which no "
                "project file can carry: look at the values and coordinates of its "
                "sites.",
                title=study.title,
            )
        ) from error


def study_of_text(text: str, name: str = "the text") -> Study:
    """Return the study that a project text holds (a recovery copy, a scenario on the clipboard)."""
    path = Path(name)
    document = _document(path, text.encode())
    if document["siteselect"] > VERSION:
        raise ProjectError(
            say("{name} was written by a newer siteselect: install that version.", name=name)
        )
    return _study(path, migrate(document["study"], document["siteselect"]))


def sample_study() -> Study:
    """Return the study that ships with the program."""
    return open_project(sample_path())


def sample_path() -> Path:
    """Return where the shipped sample lies."""
    return resource("samples", "relocation-2021.siteselect")


def _bytes(path: Path) -> bytes:
    try:
        return read_bounded(path, _LARGEST)
    except OSError as error:
        raise ProjectError(
            say(
                "The project {path} cannot be read: {error}. Look at the name and "
                "the folder, or choose another file.",
                path=path,
                error=_why(error),
            )
        ) from error


def _document(path: Path, data: bytes) -> dict[str, Any]:
    """Return the outer object of the file with a version and a study in it."""
    repair = say("Take the last good copy ({name}.bak1) if there is one.", name=path.name)
    try:
        document: Any = json.loads(
            data.decode(), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except UnicodeDecodeError:
        raise ProjectError(
            say("The project {path} is not UTF-8 text. {repair}", path=path, repair=repair)
        ) from None
    except json.JSONDecodeError as error:
        raise ProjectError(
            say(
                "The project {path} is damaged: {msg} at line {lineno}, column {colno}. {repair}",
                path=path,
                msg=error.msg,
                lineno=error.lineno,
                colno=error.colno,
                repair=repair,
            )
        ) from None
    except ValueError as error:
        raise ProjectError(
            say(
                "The project {path} is damaged: {error}. {repair}",
                path=path,
                error=error,
                repair=repair,
            )
        ) from None
    except RecursionError:
        raise ProjectError(
            say("The project {path} is nested too deeply. {repair}", path=path, repair=repair)
        ) from None
    version = document.get("siteselect") if isinstance(document, dict) else None
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise ProjectError(
            say(
                "The file {path} is no project of siteselect: it does not begin with "
                '{{"siteselect": {version}, ...}}. Choose a file that ends in '
                "{suffix}.",
                path=path,
                version=VERSION,
                suffix=SUFFIX,
            )
        )
    extra = ", ".join(sorted(document.keys() - {"siteselect", "study"}))
    if extra and version <= VERSION:
        raise ProjectError(
            say(
                "The project {path} holds the unknown key {extra}: take it out.",
                path=path,
                extra=extra,
            )
        )
    if not isinstance(document.get("study"), dict):
        raise ProjectError(
            say("The project {path} holds no study. {repair}", path=path, repair=repair)
        )
    found: dict[str, Any] = document
    return found


def _study(path: Path, plain: dict[str, Any]) -> Study:
    try:
        return structure_study(plain)
    except (BaseValidationError, StudyError, TypeError) as error:
        found = list(faults(error))
        more = len(found) - _SHOWN_FAULTS
        told = "; ".join(text.rstrip(".") for text in found[:_SHOWN_FAULTS])
        told += say("; and {more} more", more=more) if more > 0 else ""
        raise ProjectError(
            say_count(
                "The project {path} has {count} fault: {told}. Mend the file in a text editor, "
                "or take a backup ({name}.bak1).",
                "The project {path} has {count} faults: {told}. Mend the file in a text editor, "
                "or take a backup ({name}.bak1).",
                len(found),
                path=path,
                told=told,
                name=path.name,
            )
        ) from None


def _may_overwrite(path: Path, known: str | None) -> None:
    """Raise ProjectError when the file at `path` holds something that must not be lost."""
    data = _bytes(path)
    if known is not None and digest(data) != known:
        raise ChangedOnDiskError(
            say(
                "The project {path} was changed by somebody else since it was read. "
                "Save under another name, or open it again.",
                path=path,
            )
        )
    try:
        version = json.loads(data)["siteselect"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    if isinstance(version, int) and version > VERSION:
        raise ProjectError(
            say(
                "The project {path} was written by a newer siteselect, which this "
                "one would overwrite with less. Save under another name.",
                path=path,
            )
        )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key} stands twice in one object")
        found[key] = value
    return found


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no number that a project may hold")


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
