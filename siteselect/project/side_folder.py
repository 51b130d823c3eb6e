"""The folder beside a project in which its own layers lie, and both together as one zip file."""

import io
import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from siteselect.errors import ProjectError
from siteselect.files import read_bounded, write_whole
from siteselect.language import say
from siteselect.model.study import Study
from siteselect.packs.layer_room import held_layer
from siteselect.project.file import SUFFIX, project_text, read_project

PACKED = f"{SUFFIX}.zip"
"""What the name of a packed project ends in."""
_MOST_FILES, _LARGEST, _RATIO = 1000, 2**30, 100
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def side_folder(project: Path) -> Path:
    """Return where the layers of a project lie, whether or not there are any."""
    return project.with_name(f"{project.name}.d")


def copy_side_folder(project: Path, to: Path) -> None:
    """Copy the layers of a project to where those of `to` belong, unless some lie there.

    Raises
    ------
    ProjectError
        If they cannot be copied; nothing of the copy is then left.
    """
    old, new = side_folder(project), side_folder(to)
    if not old.is_dir() or new.exists():
        return
    try:
        shutil.copytree(old, new)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise ProjectError(
            say(
                "The layers in {old} cannot be copied to {new}: {error}. Make room "
                "or choose another folder.",
                old=old,
                new=new,
                error=_first(error),
            )
        ) from error


def pack_project(study: Study, project: Path, to: Path) -> int:
    """Write a zip of a study and the folder beside its project; return how many files are in it.

    The same study and files give the same bytes.

    Raises
    ------
    ProjectError
        If a file beside the project cannot be read, or the zip cannot be written.
    """
    held = io.BytesIO()
    folder = side_folder(project)
    beside = _beside(study, folder)
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(_entry(project.name), project_text(study))
        for inner, path in beside.items():
            name = f"{folder.name}/{inner}"
            try:
                zipped.writestr(_entry(name), read_bounded(path, _LARGEST))
            except OSError as error:
                raise ProjectError(
                    say(
                        "{path} cannot be packed: {error}. Look at the folder {folder}.",
                        path=path,
                        error=_why(error),
                        folder=folder,
                    )
                ) from error
    try:
        write_whole(to, held.getvalue())
    except OSError as error:
        raise ProjectError(
            say(
                "The packed project {to} cannot be written: {error}. What was there "
                "before is untouched; make room or choose another folder.",
                to=to,
                error=_why(error),
            )
        ) from error
    return 1 + len(beside)


def _beside(study: Study, folder: Path) -> dict[str, Path]:
    """Return what goes with a project, by name: what lies beside it, and layers not saved yet."""
    lie = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    found = {path.relative_to(folder).as_posix(): path for path in lie}
    for layer in study.layers:
        held = held_layer(layer)
        if held is not None:
            found.setdefault(layer.file, held)
    return dict(sorted(found.items()))


def unpack_project(packed: Path, folder: Path) -> Path:
    """Unpack a project into a folder of its own below `folder`; return the project's path.

    Nothing is written over: a folder that exists gets a number.

    Raises
    ------
    ProjectError
        If the zip is none of ours, holds names that lead elsewhere, or is far larger than it says.
    """
    files = _checked(packed)
    project = next(name for name in files if "/" not in name)
    room = _free(folder / project.removesuffix(SUFFIX))
    try:
        room.mkdir(parents=True)
        for name, data in files.items():
            path = room.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
    except OSError as error:
        raise ProjectError(
            say(
                "{packed} cannot be unpacked into {room}: {error}. Make room or "
                "choose another folder.",
                packed=packed,
                room=room,
                error=_why(error),
            )
        ) from error
    read_project(room / project)  # tells at once when the project itself is damaged
    return room / project


def _checked(packed: Path) -> dict[str, bytes]:
    """Return the files of a packed project by name, each name and size looked at."""
    try:
        data = read_bounded(packed, _LARGEST)
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            entries = [each for each in zipped.infolist() if not each.is_dir()]
            _check(packed, entries, len(data))
            return {each.filename: _bytes(packed, zipped, each) for each in entries}
    except OSError as error:
        raise ProjectError(
            say("{packed} cannot be read: {error}.", packed=packed, error=_why(error))
        ) from error
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ):
        raise ProjectError(
            say("{packed} is damaged, or no zip file: ask for it again.", packed=packed)
        ) from None


def _check(packed: Path, entries: list[zipfile.ZipInfo], size: int) -> None:
    names = [each.filename for each in entries]
    projects = [name for name in names if "/" not in name and name.endswith(SUFFIX)]
    total = sum(each.file_size for each in entries)
    if len(projects) != 1:
        raise ProjectError(
            say(
                "{packed} is no packed project: one file ending in {suffix} is "
                "wanted at its head, and there are {count}.",
                packed=packed,
                suffix=SUFFIX,
                count=len(projects),
            )
        )
    if len(entries) > _MOST_FILES or total > _LARGEST or total > _RATIO * max(size, 10_000):
        raise ProjectError(
            say(
                "{packed} would unpack to {count} files of {total:.0f} MB: that is "
                "more than a packed project may hold.",
                packed=packed,
                count=len(entries),
                total=total / 2**20,
            )
        )
    for each in entries:
        if not _harmless(each, projects[0]) or names.count(each.filename) > 1:
            raise ProjectError(
                say(
                    "{packed} holds the file {filename!r}, which is no part of a "
                    "project: it is not unpacked.",
                    packed=packed,
                    filename=each.filename,
                )
            )


def _harmless(entry: zipfile.ZipInfo, project: str) -> bool:
    """Return whether an entry lies where it should and is a plain file."""
    name = entry.filename
    parts = name.split("/")
    plain = not any(mark in name for mark in ("\\", ":", "\0")) and all(
        part not in {"", ".", ".."} for part in parts
    )
    link = stat.S_ISLNK(entry.external_attr >> 16)
    return plain and not link and (name == project or parts[0] == f"{project}.d")


def _bytes(packed: Path, zipped: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with zipped.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise ProjectError(
            say(
                "{packed} is damaged: {filename} is not as large as it says.",
                packed=packed,
                filename=entry.filename,
            )
        )
    return data


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _free(folder: Path) -> Path:
    number = 1
    free = folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} {number}")
    return free


def _first(error: OSError) -> str:
    """Return the first of the reasons that a copy of many files gathers."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1]).rstrip(".")
    return _why(error)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).rstrip(".")
