"""The files of a study's own layers: out of the folder beside its project, and back into it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from siteselect.errors import ProjectError, SiteSelectError
from siteselect.files import read_bounded, write_whole
from siteselect.language import say
from siteselect.model.study import Study
from siteselect.model.user_layer import UserLayer
from siteselect.packs.layer_room import LARGEST, held_layer, keep_layer, used

Look = Callable[[Path], object]
"""Reads a file of strangers apart from the program, and raises where it means ill."""


def take_layers(study: Study, folder: Path, look: Look) -> tuple[str, ...]:
    """Take the layers of a project from the folder beside it; return why some cannot be used.

    A file that is not in this person's room yet is looked over before it comes in.
    """
    faults = []
    for layer in study.layers:
        held = held_layer(layer)
        if held is not None:
            used(held)
            continue
        try:
            _take(layer, folder / layer.file, look)
        except SiteSelectError as fault:
            faults.append(str(fault))
    return tuple(faults)


def bring_layers(study: Study, folder: Path) -> None:
    """Put the files of a study's layers into the folder beside its project, where they lack.

    Raises
    ------
    ProjectError
        If one cannot be written.
    """
    for layer in study.layers:
        to, held = folder / layer.file, held_layer(layer)
        if held is None or to.exists():
            continue
        try:
            folder.mkdir(exist_ok=True)
            write_whole(to, read_bounded(held, LARGEST))
        except OSError as error:
            raise ProjectError(
                say(
                    "The layer {title} cannot be written to {folder}: {why}. Make room or choose "
                    "another folder, and save again.",
                    title=layer.title,
                    folder=folder,
                    why=(error.strerror or str(error)).rstrip("."),
                )
            ) from error


def _take(layer: UserLayer, path: Path, look: Look) -> None:
    if not path.is_file():
        raise ProjectError(
            say(
                "The layer {title} is missing: {path} is not there. Bring the file back, or add "
                "the layer again.",
                title=layer.title,
                path=path,
            )
        )
    try:
        data = read_bounded(path, LARGEST)
    except OSError as error:
        raise ProjectError(
            say(
                "The layer {title} cannot be read from {path}: {why}.",
                title=layer.title,
                path=path,
                why=(error.strerror or str(error)).rstrip("."),
            )
        ) from error
    if hashlib.sha256(data).hexdigest() != layer.digest:
        raise ProjectError(
            say(
                "The layer {title} is not the one that the project means: {path} was changed. "
                "Bring the old file back, or add the layer again.",
                title=layer.title,
                path=path,
            )
        )
    look(path)
    keep_layer(data)
