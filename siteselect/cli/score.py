"""`siteselect score`: score a bare matrix, as others can check it."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.cli.rank import Format
from siteselect.errors import IntakeError, StudyError
from siteselect.files import read_bounded

if TYPE_CHECKING:
    from siteselect.mcda.score import BareScore

_LARGEST = 32 * 2**20


def score(
    matrix: Annotated[
        Path, typer.Argument(help="CSV: a header, then a name and one number a criterion.")
    ],
    weights: Annotated[str, typer.Option(metavar="W1,W2", help="One number a criterion.")],
    objectives: Annotated[str, typer.Option(metavar="max,min", help="One word a criterion.")],
    method: Annotated[str, typer.Option(help="weighted_sum, topsis ...")] = "weighted_sum",
    format_: Annotated[Format, typer.Option("--format", help="How it is told.")] = Format.table,
) -> None:
    """Score the matrix with min-max values: names, the method's own numbers, ranks."""
    from siteselect.mcda.score import score_matrix

    given = _numbers(weights)
    names, rows = read_matrix(matrix, len(given))
    directions = [word.strip().lower() for word in objectives.split(",")]
    _print(score_matrix(names, rows, given, directions, method), format_)


def read_matrix(path: Path, count: int) -> tuple[list[str], list[list[float]]]:
    """Return names and numbers of a CSV file; `count` criteria tell whether it holds names.

    Raises
    ------
    IntakeError
        If the file cannot be read, or a cell is no number; the sentence says which.
    """
    try:
        text = read_bounded(path, _LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise IntakeError(
            f"The matrix {path} cannot be read: {error.strerror or error}. Look at the name."
        ) from None
    except UnicodeDecodeError:
        raise IntakeError(f"The matrix {path} is not UTF-8 text: save it as CSV UTF-8.") from None
    try:
        lines = list(enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1))
    except csv.Error as error:
        raise IntakeError(f"The matrix {path} is damaged: {error}. Write it again.") from None
    lines = [(number, row) for number, row in lines if any(cell.strip() for cell in row)]
    if not lines:
        raise IntakeError(f"The matrix {path} is empty: give a header and one row a site.")
    named = any(len(row) == count + 1 for _, row in lines)
    if not _all_numbers(lines[0][1][named:]):
        lines = lines[1:]
    named = named or any(not _all_numbers(row[:1]) for _, row in lines)
    names, rows = [], []
    for place, (number, row) in enumerate(lines, 1):
        if len(row) != count + named:
            raise IntakeError(
                f"Row {number} of {path} has {len(row)} cells: with {count} weights it wants a "
                f"name and {count} numbers."
            )
        if named and not row[0].strip():
            raise IntakeError(f"Row {number} of {path} has no name: give each site one.")
        names.append(row[0].strip() if named else str(place))
        rows.append([_number(cell, f"Row {number} of {path}") for cell in row[named:]])
    return names, rows


def _all_numbers(cells: list[str]) -> bool:
    try:
        return bool([float(cell) for cell in cells])
    except ValueError:
        return False


def _number(cell: str, where: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise IntakeError(f"{where} holds {cell!r}, which is no number: give one.") from None


def _numbers(text: str) -> list[float]:
    try:
        return [float(word) for word in text.split(",")]
    except ValueError:
        raise StudyError(f"The weights {text!r} are no numbers: write them as 3,2,1.") from None


def _print(result: "BareScore", form: Format) -> None:
    scores, ranks = [float(each) for each in result.scores], [int(each) for each in result.ranks]
    if form is Format.json:
        plain = {
            "method": result.method,
            "names": list(result.names),
            "scores": scores,
            "ranks": ranks,
        }
        print(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    if form is Format.csv:
        from siteselect.export.csv_table import guarded

        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["rank", "name", "score"])
        for rank, name, number in sorted(zip(ranks, result.names, scores, strict=True)):
            writer.writerow([rank, guarded(name), number])
        print(text.getvalue(), end="")
        return
    for rank, name, number in sorted(zip(ranks, result.names, scores, strict=True)):
        print(f"{rank:4}  {number:10.6f}  {name}")
