"""Scenarios side by side: how sites rank in each, and who is near the top in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Ints, frozen_ints
from siteselect.model.evaluation import Evaluation


@dataclass(frozen=True, eq=False, slots=True)
class ScenarioComparison:
    """The ranks of every site in each of several scenarios."""

    evaluations: tuple[Evaluation, ...]
    ranks: Ints
    """scenarios x sites; 0 where a site has no rank."""

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The names of the scenarios."""
        return tuple(each.scenario.name for each in self.evaluations)

    def robust(self, top: int = 3) -> tuple[str, ...]:
        """Return the sites that pass the gates and rank among the best `top` in every scenario."""
        names = self.evaluations[0].matrix.sites.names
        return tuple(
            name
            for row, name in enumerate(names)
            if all(
                0 < each.ranks[row] <= top and each.verdicts[row].ranks for each in self.evaluations
            )
        )


def compare_scenarios(evaluations: Sequence[Evaluation]) -> ScenarioComparison:
    """Return evaluations of the same sites side by side.

    Parameters
    ----------
    evaluations
        One or more, each of the same sites in the same order.

    Returns
    -------
    The ranks of every site in each.
    """
    if not evaluations:
        raise StudyError(say("There are no scenarios to compare: name at least one."))
    names = evaluations[0].matrix.sites.names
    if any(each.matrix.sites.names != names for each in evaluations):
        raise StudyError(
            say("These scenarios were evaluated on different sites: evaluate them anew.")
        )
    ranks = frozen_ints([each.ranks.tolist() for each in evaluations])
    return ScenarioComparison(tuple(evaluations), ranks)
