"""In the reading process: the cells of some sheets of a workbook, as text."""

import math
from pathlib import Path
from typing import Any

from siteselect.intake._prepare import prepare
from siteselect.intake.parcel import Parcel
from siteselect.intake.sniff import Form
from siteselect.language import say

Rows = list[tuple[int, list[str]]]


def run(path: Path, room: Path, options: dict[str, Any]) -> Parcel:
    """Return the rows of sheets by name, of the first one when none is named."""
    import pyogrio
    import pyogrio.errors

    name = f"XLSX:{prepare(path, Form.XLSX, room)}"
    try:
        there = [str(each[0]) for each in pyogrio.list_layers(name)]
    except pyogrio.errors.DataSourceError:
        raise ValueError(say("it holds no sheet that can be read")) from None
    asked = options["sheets"]
    count = len(there)
    if any(isinstance(each, int) and not -count <= each < count for each in asked):
        raise ValueError(say("it holds too few sheets ({count})", count=count))
    wanted = [there[each] if isinstance(each, int) else str(each) for each in asked]
    lacking = sorted(set(wanted) - set(there))
    if lacking:
        raise ValueError(say("it has no sheet called {names}", names=", ".join(lacking)))
    most_rows, most_columns = int(options["rows"]), int(options["columns"])
    read = {sheet: _rows(name, sheet, most_rows, most_columns) for sheet in wanted or there[:1]}
    return Parcel({"sheets": read, "names": there})


def _rows(name: str, sheet: str, most_rows: int, most_columns: int) -> Rows:
    import pyogrio.raw

    meta, numbers, _, columns = pyogrio.raw.read(
        name, layer=sheet, read_geometry=False, return_fids=True, max_features=most_rows + 2
    )
    if len(meta["fields"]) > most_columns:
        raise ValueError(say("it has more than {most} columns", most=most_columns))
    return [
        (int(number), [_text(column[place]) for column in columns])
        for place, number in enumerate(numbers)
    ]


def _text(cell: object) -> str:
    """Return the cell as text; a number as a spreadsheet shows it, in fifteen figures."""
    if cell is None:
        return ""
    text = " ".join(str(cell).split())
    try:
        number = float(text)
    except ValueError:
        return text
    return format(number, ".15g") if math.isfinite(number) and len(text) > 15 else text
