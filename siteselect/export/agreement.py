"""Whether a list that was handed over says what is reckoned anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from siteselect.export.csv_table import guarded
from siteselect.export.report import Report, SiteRow
from siteselect.export.told_list import Told, ToldList

NEAR = 1e-9
"""Numbers no further apart, or no further in proportion, are the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the file says otherwise."""

    where: str
    """A site, or "Stamp", or "Weights"."""
    what: str
    told: Told
    reckoned: Told

    def __str__(self) -> str:
        return f"{self.where}: {self.what} is {_said(self.told)} there, {_said(self.reckoned)} here"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was compared, and what differs."""

    sites: int
    numbers: int
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def compare(told: ToldList, report: Report) -> Agreement:
    """Return where `told` and the report reckoned by its stamp part.

    Parameters
    ----------
    told
        What the file says.
    report
        The same list reckoned anew.
    """
    differences = [
        *_stamp(told, report),
        *(Difference("Weights", key, weight, stamped)
          for key, (stamped, weight) in told.edited.items()),
    ]  # fmt: skip
    written = {form: row for row in report.rows for form in _written(row.name)}
    names, numbers = set(), 0
    for name, said in told.sites.items():
        if name not in written:
            differences.append(Difference(name, "the site", "listed", "not in the project"))
            continue
        names.add(written[name].name)
        held = _expected(report, written[name])
        for what, value in said.items():
            if what in held:
                numbers += 1
                if not _same(value, held[what]):
                    differences.append(Difference(name, what, value, held[what]))
    missing = [place for place, row in enumerate(report.rows) if row.name not in names]
    notes = []
    if missing and missing[0] == len(told.sites):
        notes.append(f"The file tells the first {len(told.sites)} of {len(report.rows)} sites.")
    else:
        differences += [
            Difference(report.rows[place].name, "the site", "not listed", "in the project")
            for place in missing
        ]
    return Agreement(len(told.sites), numbers, tuple(differences), tuple(notes))


def _written(name: str) -> tuple[str, ...]:
    """Return a name as the forms write it: guarded in a table, its spaces made one by a reader."""
    return (" ".join(name.split()), guarded(name), name)


def _stamp(told: ToldList, report: Report) -> Iterator[Difference]:
    """Yield what the stamp says that the project cannot be set to: pack and gates."""
    stamp = report.stamp
    for what, held in (("pack", stamp.pack), ("pack_digest", stamp.pack_digest)):
        if told.stamp.get(what) != held:
            yield Difference("Stamp", what, told.stamp.get(what), held)
    gates = [str(value) for key, value in told.stamp.items() if key.startswith("gates.")]
    said = tuple(each.wanted for each in report.gates)  # as older lists tell them
    if "title" in told.stamp and tuple(gates) not in {stamp.gates, said}:  # a table tells none
        yield Difference("Stamp", "gates", "; ".join(gates), "; ".join(stamp.gates))


def _expected(report: Report, row: SiteRow) -> dict[str, Told]:
    held: dict[str, Told] = {
        "rank": row.rank, "score": row.score, "low": row.low, "high": row.high,
        "coverage": row.coverage, "lon": row.lon, "lat": row.lat, "verdict": row.verdict.value,
        "country": row.country,
    }  # fmt: skip
    for each, cell in zip(report.criteria, row.cells, strict=True):
        held |= {
            f"{each.key}.raw": cell.raw,
            f"{each.key}.low": cell.low,
            f"{each.key}.high": cell.high,
            f"{each.key}.value": cell.value,
            f"{each.key}.weight": each.weight,
            f"{each.key}.contribution": cell.contribution,
        }
    return held


def _same(told: Told, held: Told) -> bool:
    if isinstance(told, str) or isinstance(held, str) or told is None or held is None:
        return told == held
    return abs(told - held) <= NEAR * max(1.0, abs(held))


def _said(value: Told) -> str:
    if value is None:
        return "unknown"
    return value if isinstance(value, str) else f"{value:.12g}"
