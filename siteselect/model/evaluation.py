"""All that was concluded from one scenario and one decision matrix."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import say
from siteselect.model.arrays import Floats, Ints
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.gate import GateResult, Verdict
from siteselect.model.scenario import Scenario


@dataclass(frozen=True, eq=False, slots=True)
class Evaluation:
    """Values, scores, intervals, ranks, contributions and verdicts; n sites, k criteria.

    `criteria` are the enabled ones; a criterion unknown for every site has share 0.
    """

    scenario: Scenario
    matrix: DecisionMatrix
    criteria: tuple[Criterion, ...]
    shares: Floats
    """k weights divided by their sum; 0 for a criterion that does not count."""
    values: Floats
    """n x k in [0, 1]; NaN is unknown."""
    values_low: Floats
    """n x k: the least each value could be; never NaN."""
    values_high: Floats
    """n x k: the greatest each value could be; never NaN."""
    filled: Floats
    """n x k: values with the unknown ones filled as the scenario's policy says."""
    scores: Floats
    """n in [0, 1]; NaN for sites that fail a gate."""
    scores_low: Floats
    scores_high: Floats
    """The interval of each score, unknown and uncertain values taken as worst and as best; NaN
    where a method that compares sites would take too long."""
    coverage: Floats
    """n in [0, 1]: the share of the weight whose values are known."""
    contributions: Floats
    """n x k: share x filled value; for the weighted sum they add up to the score."""
    gates: tuple[tuple[GateResult, ...], ...]
    """n tuples, one result for each enabled gate."""
    verdicts: tuple[Verdict, ...]
    ranks: Ints
    """n: 1 is best, equals share the better place; 0 means no rank (FAIL)."""
    order: Ints
    """Rows as listed: PASS and CONDITIONAL by rank, then UNKNOWN by rank, then FAIL by name."""

    @property
    def leader(self) -> str | None:
        """Name of the first site, or None when no site has a rank."""
        first = int(self.order[0]) if len(self.order) else -1
        return self.matrix.sites.items[first].name if first >= 0 and self.ranks[first] else None

    @property
    def passing(self) -> int:
        """How many sites pass the gates (PASS or CONDITIONAL)."""
        return sum(verdict.ranks for verdict in self.verdicts)

    def reasons(self, row: int) -> tuple[str, ...]:
        """Return why site `row` does not simply pass, one sentence a gate."""
        pinned = self.matrix.sites.items[row].pinned
        return tuple(
            say("Pinned in spite of this: {reason}", reason=result.reason)
            if pinned and not result.verdict.ranks
            else result.reason
            for result in self.gates[row]
            if result.verdict is not Verdict.PASS
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the ranking must know, one sentence each."""
        found = []
        for place, criterion in enumerate(self.criteria):
            title = criterion.title or self.matrix.info(criterion.measure).title
            raw = self.matrix.column(criterion.measure).value
            known = raw[np.isfinite(raw)]
            if known.size == 0 and raw.size:
                found.append(
                    say("{title} is unknown for every site and does not count.", title=title)
                )
            elif criterion.value.relative and self.shares[place] > 0:
                found.append(
                    say(
                        "{title} is judged by the sites at hand: adding a site can reorder "
                        "the others.",
                        title=title,
                    )
                )
                if np.unique(known).size == 1:
                    found.append(
                        say("{title} is the same for every site: each gets 1.", title=title)
                    )
        return tuple(found)
