"""A person's templates: studies to begin others from, kept in a folder of their own."""

import re
from pathlib import Path

import platformdirs

from siteselect.errors import ProjectError
from siteselect.language import say
from siteselect.model.study import Study
from siteselect.project.file import SUFFIX, open_project, save_project

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST = 80


def templates_folder() -> Path:
    """Return where this person's templates lie."""
    return platformdirs.user_data_path("siteselect", appauthor=False) / "templates"


def templates(folder: Path) -> dict[str, Path]:
    """Return the templates in `folder` by name."""
    return {path.stem: path for path in sorted(folder.glob(f"*{SUFFIX}")) if path.is_file()}


def save_template(study: Study, name: str, folder: Path) -> Path:
    """Keep `study` as a template; one of the same name is replaced, and stays as a backup.

    Raises
    ------
    ProjectError
        If the name can be no name of a file, or the template cannot be written.
    """
    name = name.strip()
    if not name or name.startswith(".") or len(name) > _LONGEST or _FORBIDDEN.search(name):
        raise ProjectError(
            f"A template cannot be called {name!r}: give it a short name without the signs "
            '< > : " / \\ | ? *'
        )
    path = folder / f"{name}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(
            say(
                "The folder {folder} cannot be made: {strerror}.",
                folder=folder,
                strerror=error.strerror,
            )
        ) from error
    save_project(study, path)
    return path


def study_of_template(path: Path) -> Study:
    """Return the study that begins from a template."""
    return open_project(path)
