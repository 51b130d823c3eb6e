"""What the gates do together: who fails which, how many remain, and which gate removed how many."""

from dataclasses import dataclass
from math import isnan

from siteselect.language import say, say_count
from siteselect.mcda.gates import tiers
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Gate, GateResult, Verdict


@dataclass(frozen=True, slots=True)
class Margin:
    """How far one site lies inside the bound of one gate."""

    site: str
    verdict: Verdict
    margin: float
    """In the measure's unit, negative outside; NaN when the value is unknown."""


@dataclass(frozen=True, slots=True)
class GateCount:
    """One enabled gate: what it says of every site, the other gates left aside."""

    gate: Gate
    title: str
    unit: str
    sites: tuple[str, ...]
    results: tuple[GateResult, ...]
    """What it says of each site."""
    alone: tuple[str, ...]
    """Sites that only this gate keeps out: they would rank without it."""

    @property
    def margins(self) -> tuple[Margin, ...]:
        """Every site: the nearest to the bound first, unknown ones last."""
        return _margins(self.sites, self.results)

    def named(self, verdict: Verdict) -> tuple[str, ...]:
        """Return the sites of which the gate says so, the nearest to its bound first."""
        return tuple(each.site for each in self.margins if each.verdict is verdict)

    def count(self, verdict: Verdict) -> int:
        """Return of how many sites the gate says so."""
        return [each.verdict for each in self.results].count(verdict)

    @property
    def removed(self) -> int:
        """How many sites it fails."""
        return self.count(Verdict.FAIL)


@dataclass(frozen=True, eq=False, slots=True)
class GateSummary:
    """All gates of a scenario over all sites."""

    evaluation: Evaluation
    total: int
    remaining: int
    """Sites that rank: PASS, CONDITIONAL, and those pinned in spite of a gate."""
    open: int
    """Sites below the line: a gate knows too little of them."""
    failed: int
    pinned: tuple[str, ...]
    """Sites that rank in spite of a gate, because the user keeps them."""
    gates: tuple[GateCount, ...]
    """The enabled gates in the order of the scenario."""

    @property
    def sentence(self) -> str:
        """How many remain, and what each gate removed."""
        if self.total == 0:
            return say("There are no sites.")
        if not self.gates:
            return say("No gate is demanded: all {total} sites rank.", total=self.total)
        removed = [(each.removed, each.title) for each in self.gates]
        parts = [
            say("{title} fails {count}", title=title, count=count)
            for count, title in sorted(removed, key=lambda each: -each[0])
            if count
        ]
        parts += [
            say_count("{count} is not known enough", "{count} are not known enough", self.open)
        ] * (self.open > 0)
        remain = say(
            "{remaining} of {total} sites rank", remaining=self.remaining, total=self.total
        )
        first = (
            remain
            if self.remaining
            else say("None of {total} sites passes the gates", total=self.total)
        )
        said = f"{first}: {', '.join(parts)}." if parts else f"{first}."
        return f"{said} {self._help}" if not self.remaining and self._help else said

    @property
    def _help(self) -> str:
        """Which one gate to look at when nothing passes."""
        best = max(self.gates, key=lambda each: len(each.alone), default=None)
        if best is None or not best.alone:
            return ""
        return say_count(
            "Without the gate {title}, {count} site would rank.",
            "Without the gate {title}, {count} sites would rank.",
            len(best.alone),
            title=best.title,
        )


def gate_summary(evaluation: Evaluation) -> GateSummary:
    """Return what the enabled gates of a scenario say of all sites.

    Parameters
    ----------
    evaluation
        What was concluded.

    Returns
    -------
    Counts and names for each gate, and for all together.
    """
    names, rows = evaluation.matrix.sites.names, evaluation.gates
    blocking = [[at for at, each in enumerate(row) if not each.verdict.ranks] for row in rows]
    tier = tiers(evaluation.scenario.gates, evaluation.matrix)
    enabled = [gate for gate in evaluation.scenario.gates if gate.enabled]
    gates = []
    for place, gate in enumerate(enabled):
        info = evaluation.matrix.info(gate.measure)
        results = tuple(each[place] for each in rows)
        alone = tuple(name for name, held in zip(names, blocking, strict=True) if held == [place])
        gates.append(GateCount(gate, info.title, info.unit, names, results, alone))
    items = evaluation.matrix.sites.items
    return GateSummary(
        evaluation,
        len(names),
        int((tier == 0).sum()),
        int((tier == 1).sum()),
        int((tier == 2).sum()),
        tuple(
            site.name for site, held in zip(items, blocking, strict=True) if site.pinned and held
        ),
        tuple(gates),
    )


def _margins(names: tuple[str, ...], results: tuple[GateResult, ...]) -> tuple[Margin, ...]:
    found = [
        Margin(name, each.verdict, each.margin) for name, each in zip(names, results, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: (isnan(each.margin), abs(each.margin))))
