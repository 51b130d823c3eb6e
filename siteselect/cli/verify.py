"""`siteselect verify`: reckon a list that was handed over anew, and say which numbers differ."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.cli.choices import check_day, day_of, evaluated
from siteselect.errors import IntakeError, StudyError
from siteselect.files import read_bounded

if TYPE_CHECKING:
    from siteselect.export.agreement import Agreement
    from siteselect.export.report import Report
    from siteselect.export.told_list import ToldList
    from siteselect.model.study import Study

_LARGEST = 512 * 2**20
_MOST_ROWS, _MOST_COLUMNS = 1_000_100, 1000
_SHOWN = 20
_DIFFERS = 1


def verify(
    report: Annotated[Path, typer.Argument(help="A list that was exported: .xlsx, .csv, .json.")],
    project: Annotated[
        Path | None, typer.Argument(help="Its project; without one, the sample that ships is used.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Reckon REPORT anew by its stamp: say that all numbers agree, or which differ (then end 1)."""
    from siteselect.export.agreement import compare

    told = read_told(report)
    found = compare(told, _reckoned(told, project, report))
    if told.edited:
        edited = told.as_edited()
        other = compare(edited, _reckoned(edited, project, report))
        said = f"{len(other.differences)} differ" if other.differences else "all numbers agree"
        note = f"Weights were changed in it since; with the weights that stand there, {said}."
        found = replace(found, notes=(*found.notes, note))
    if as_json:
        print(json.dumps({"agrees": found.whole, **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        _print(report, found)
    if not found.whole:
        raise typer.Exit(_DIFFERS)


def read_told(path: Path) -> "ToldList":
    """Return what an exported list says; IntakeError in a sentence where it is none."""
    from siteselect.export import told_list

    readers: dict[str, Callable[[Path], ToldList]] = {
        ".json": lambda path: told_list.from_json(_text(path)),
        ".csv": lambda path: told_list.from_table(_text(path)),
        ".xlsx": _from_workbook,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise IntakeError(f"{path} cannot be verified: give a list as .xlsx, .csv or .json.")
    try:
        return reader(path)
    except OSError as error:
        raise IntakeError(
            f"{path} cannot be read: {error.strerror or error}. Look at the name."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError, LookupError, StopIteration,
            RecursionError) as error:  # fmt: skip
        why = f"{error}".strip("'").rstrip(".") or type(error).__name__
        raise IntakeError(
            f"{path} is no list that siteselect exported, or it was damaged since ({why}): "
            "export it again."
        ) from None


def _from_workbook(path: Path) -> "ToldList":
    from siteselect.export.told_list import SHEETS, from_sheets
    from siteselect.intake.workbook import read_sheets

    read = read_sheets(path, SHEETS, _MOST_ROWS, _MOST_COLUMNS)
    return from_sheets(*read.values())


def _text(path: Path) -> str:
    return read_bounded(path, _LARGEST).decode("utf-8-sig")


def _reckoned(told: "ToldList", project: Path | None, path: Path) -> "Report":
    """Return the report on the project, set to what the stamp says."""
    from siteselect.cli.layers_taken import take_layers_of
    from siteselect.export.compose import make_report
    from siteselect.packs.catalogue import open_pack
    from siteselect.packs.own_layers import laid_over
    from siteselect.project.file import open_project, sample_study

    study = open_project(project) if project else sample_study()
    take_layers_of(study, project)
    try:
        study = _stamped(study, told)
    except (ValueError, KeyError, TypeError) as error:
        raise IntakeError(
            f"The stamp of {path} is damaged ({error}): export the list again."
        ) from None
    pack = open_pack(study.pack)
    check_day(study.context.as_of, pack)
    evaluation = evaluated(study, pack)
    return make_report(evaluation, laid_over(pack, study), study.title)


def _stamped(study: "Study", told: "ToldList") -> "Study":
    from siteselect.model.scenario import UnknownPolicy

    name, weights = told.word("scenario"), told.weights
    if name not in [each.name for each in study.scenarios]:
        raise StudyError(
            f"The study {study.title} has no scenario called {name}: give its project."
        )
    study = study.with_active(name)
    for key in weights:
        study.scenario.criterion(key)
    criteria = tuple(
        replace(each, enabled=each.key in weights, weight=weights.get(each.key, each.weight))
        for each in study.scenario.criteria
    )
    scenario = replace(
        study.scenario,
        criteria=criteria,
        method=told.word("method"),
        method_parameters=tuple(sorted(told.parameters.items())),
        unknown=UnknownPolicy(told.word("unknown")),
    )
    study = study.with_day(day_of(told.word("as_of"))).with_load(told.number("load_mw"))
    return study.with_scenario(scenario)


def _print(path: Path, found: "Agreement") -> None:
    for note in found.notes:
        print(note)
    if found.whole:
        print(f"{path}: all {found.numbers} numbers of {found.sites} sites agree.")
        return
    for each in found.differences[:_SHOWN]:
        print(each)
    more = len(found.differences) - _SHOWN
    if more > 0:
        print(f"... and {more} more; --json tells all.")
    print(f"{path}: {len(found.differences)} differ of {found.numbers} numbers of "
          f"{found.sites} sites.")  # fmt: skip
