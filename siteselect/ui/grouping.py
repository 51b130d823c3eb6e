"""Criteria by the heading under which they stand: names, colours and sums."""

from dataclasses import dataclass

import numpy as np

from siteselect.language import later, say
from siteselect.model.arrays import Floats, Ints, frozen_ints
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.ui.theme import GROUPS

OTHER = later("Other")


@dataclass(frozen=True, eq=False, slots=True)
class Grouping:
    """The groups of a scenario in the order of their first criterion; colours follow from it."""

    names: tuple[str, ...]
    of: Ints
    """The group of each criterion of the evaluation."""

    def colour(self, group: int) -> str:
        """Return the colour of a group, by its place."""
        return GROUPS[group % len(GROUPS)]

    def sums(self, contributions: Floats) -> Floats:
        """Return n x g: what each group earns, from n x k contributions."""
        member = np.zeros((len(self.of), len(self.names)))
        member[np.arange(len(self.of)), self.of] = 1.0
        total: Floats = contributions @ member
        return total


def grouping(evaluation: Evaluation) -> Grouping:
    """Return the groups of the scenario; one switched off keeps its place, so colours stay."""
    names = tuple(
        dict.fromkeys(group_of(evaluation, each) for each in evaluation.scenario.criteria)
    )
    of = [names.index(group_of(evaluation, each)) for each in evaluation.criteria]
    return Grouping(names, frozen_ints(of))


def group_of(evaluation: Evaluation, criterion: Criterion) -> str:
    """Return the heading of a criterion: its own, else its measure's."""
    if criterion.group or all(i.key != criterion.measure for i in evaluation.matrix.infos):
        return criterion.group or say(OTHER)
    return evaluation.matrix.info(criterion.measure).group or say(OTHER)


def title_of(evaluation: Evaluation, criterion: Criterion) -> str:
    """Return the name of a criterion: the person's own, else its measure's."""
    return criterion.title or evaluation.matrix.info(criterion.measure).title
