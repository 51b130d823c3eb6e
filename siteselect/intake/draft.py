"""A source under some choices: which column holds what, and what every other decision came to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from siteselect.errors import IntakeError
from siteselect.intake import fields, table
from siteselect.intake.cells import CURRENCIES, shown
from siteselect.intake.choices import Choices
from siteselect.intake.numerals import Numerals, numerals_of
from siteselect.intake.report import Finding
from siteselect.intake.source import MOST_COLUMNS, MOST_ROWS, Source
from siteselect.language import say

Bounds = tuple[float, float, float, float]
_NUMERIC = ("lon", "lat", "price", "power_mw", "voltage_kv", "contract_months", fields.PAIR)
_WORLD: Bounds = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True, slots=True)
class Draft:
    """A table with headings, every decision made; what is doubtful is told."""

    source: Source
    choices: Choices
    """As given: what is empty in them was found out."""
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    places: tuple[tuple[str, int], ...]
    """Which field stands in which column."""
    numerals: Numerals
    encoding: str = ""
    separator: str = ""
    has_header: bool = True
    findings: tuple[Finding, ...] = ()
    fault: str = ""
    """Why no site can be read yet, in a sentence."""
    guessed: bool = False
    """Whether columns were told by their content, or the encoding is open to doubt."""

    @property
    def fields(self) -> dict[str, int]:
        """The column of each field."""
        return dict(self.places)

    def heading(self, at: int) -> str:
        """Return the name of a column: its heading, or its number."""
        return self.header[at] or str(at + 1)


def draft_of(source: Source, choices: Choices | None = None, bounds: Bounds = _WORLD) -> Draft:
    """Return the table in `source` as the choices have it.

    Raises
    ------
    IntakeError
        If it is empty, too large, or cannot be cut into cells.
    """
    choices = choices or Choices()
    findings = list(source.findings)
    encoding = separator = ""
    sure = True
    if source.is_text:
        text = table.text_of(source.path, source.data, choices.encoding)
        encoding, sure = text.detected.encoding, text.detected.sure
        findings += _about_text(text)
        separator = choices.separator or table.separator_of(text.text, fields.recognised)
        rows = table.rows_of(source.path, text.text, separator)
    else:
        rows = [(number, list(cells)) for number, cells in source.rows]
    rows = [(number, cells) for number, cells in rows if any(cells)]
    _check_size(source, rows)
    header, body, has_header = _headed(rows, choices.header)
    numerals = Numerals(choices.decimal, seen=True) if choices.decimal else _numerals(source, body)
    places, fault, guessed = _places(source, header, body, choices, numerals, bounds)
    if numerals.mixed:
        findings.append(
            Finding(say("Decimal points and decimal commas are mixed: look at the numbers."))
        )
    findings += _about_headings(header) if has_header else []
    return Draft(
        source, choices, header, tuple((number, tuple(cells)) for number, cells in body),
        tuple(places.items()), numerals, encoding, separator, has_header, tuple(findings), fault,
        guessed or not sure or not has_header,
    )  # fmt: skip


def _about_text(text: table.Text) -> list[Finding]:
    told = []
    name = text.detected.encoding
    if not text.chosen and not name.startswith("utf-8"):
        others = ", ".join(table.title(each) for each in text.detected.others[:2])
        said = {"encoding": table.title(name), "others": others}
        if text.detected.sure or not others:
            told.append(Finding(say("The text was read as {encoding}.", **said)))
        else:
            words = say("The text was read as {encoding}. {others} would read it too.", **said)
            told.append(Finding(words))
    if "\ufffd" in text.text:
        told.append(
            Finding(say("Some signs were lost before the file came here (shown as \ufffd)."))
        )
    hidden = table.unseen(text.text)
    if hidden:
        told.append(
            Finding(say("Signs that nobody sees were taken out ({hidden}).", hidden=hidden))
        )
    return told


def _about_headings(header: Sequence[str]) -> list[Finding]:
    often = Counter(cell.casefold() for cell in header if cell and not fields.field_of(cell))
    return [
        Finding(say("Two columns are called {cell}: the first was kept.", cell=shown(cell)))
        for cell, count in often.items()
        if count > 1
    ]


def _check_size(source: Source, rows: table.Rows) -> None:
    if not rows:
        raise IntakeError(
            say("{path} is empty: give it a header row with name, lon and lat.", path=source.path)
        )
    if len(rows) > MOST_ROWS + 1 or max(len(cells) for _, cells in rows) > MOST_COLUMNS:
        raise IntakeError(
            say(
                "{path} has more than {most_rows} rows or {most_columns} columns: split it.",
                path=source.path,
                most_rows=MOST_ROWS,
                most_columns=MOST_COLUMNS,
            )
        )


def _headed(rows: table.Rows, chosen: bool | None) -> tuple[tuple[str, ...], table.Rows, bool]:
    """Return the headings, the rows below, and whether the file has headings at all."""
    first = rows[0][1]
    has = chosen if chosen is not None else _looks_like_header(first, [row for _, row in rows[1:]])
    if has:
        header = list(first)
        while header and not header[-1]:
            header.pop()
        return tuple(header), rows[1:], True
    width = max(len(cells) for _, cells in rows)
    return tuple(str(at + 1) for at in range(width)), rows, False


def _looks_like_header(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    if fields.recognised(first) or not rest:
        return True
    return not any(any(map(str.isdigit, cell)) for cell in first)


def _numerals(source: Source, body: table.Rows) -> Numerals:
    if not source.is_text:
        return Numerals(".", seen=source.is_layer)
    return numerals_of(cell for _, cells in body for cell in cells)


def _places(
    source: Source,
    header: Sequence[str],
    body: table.Rows,
    choices: Choices,
    numerals: Numerals,
    bounds: Bounds,
) -> tuple[dict[str, int], str, bool]:
    """Return where each field stands, why that will not do, and whether it was guessed."""
    chosen, fault = _as_chosen(source, header, choices)
    places, twice = dict(chosen), ""
    for at, cell in enumerate(header):
        field = fields.field_of(cell)
        if not field or field in dict(choices.columns) or at in chosen.values():
            continue
        if field in places:
            twice = twice or say(
                "{path} has two columns for {field}: take one of them out.",
                path=source.path,
                field=field,
            )
            continue
        places[field] = at
    guessed = False
    pointless = fields.PAIR not in places and not {"lon", "lat"} <= places.keys()
    if (pointless or "name" not in places) and not choices.columns and not fault:
        rows = [cells for _, cells in body[:200]]
        found = fields.guess_by_content(rows, len(header), numerals, bounds)
        fresh = {
            field: at
            for field, at in found.items()
            if field not in places
            and at not in places.values()
            and (field == "name" or (pointless and not {"lon", "lat"} & places.keys()))
        }
        places |= fresh
        guessed = bool(fresh)
    return places, fault or twice or _lacking(source, places), guessed


def _as_chosen(
    source: Source, header: Sequence[str], choices: Choices
) -> tuple[dict[str, int], str]:
    found: dict[str, int] = {}
    low = [cell.casefold() for cell in header]
    for field, heading in choices.columns:
        if field not in fields.FIELDS:
            return found, (
                say(
                    "There is no field called {field}: take one of {fields}.",
                    field=field,
                    fields=", ".join(fields.FIELDS),
                )
            )
        if not heading:
            continue
        if heading.casefold() in low:
            found[field] = low.index(heading.casefold())
        elif heading.isdigit() and 1 <= int(heading) <= len(header):
            found[field] = int(heading) - 1
        else:
            return found, (
                say(
                    "{path} has no column called {heading}. It has: {columns}.",
                    path=source.path,
                    heading=heading,
                    columns=", ".join(cell for cell in header if cell)[:300],
                )
            )
    return found, ""


def _lacking(source: Source, places: dict[str, int]) -> str:
    wanted = ["name"] if fields.PAIR in places else ["name", "lon", "lat"]
    missing = [field for field in wanted if field not in places]
    if not missing:
        return ""
    return say(
        "{path} lacks the column {missing}: every site needs name, lon and "
        "lat. `siteselect template offers.csv` writes a table with all "
        "columns.",
        path=source.path,
        missing=", ".join(missing),
    )


def currency_in(heading: str) -> fields.PriceWords:
    """Return what the heading of the price column says of its unit."""
    return fields.price_words(heading, CURRENCIES)
