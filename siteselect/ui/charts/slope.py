"""Who is first under which view: the places of the sites in each scenario."""

from PySide6.QtWidgets import QWidget

from siteselect.language import later, say, say_name
from siteselect.mcda.scenario_difference import scenario_difference
from siteselect.mcda.scenarios import ScenarioComparison
from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.rank_chart import RankChart
from siteselect.ui.charts.rank_lines import Lines
from siteselect.ui.theme import Theme

TOP = 3
TOLD = 8
"""So many differences of two scenarios are told in a tool tip."""


class SlopeChart(RankChart):
    """A slope chart over all scenarios of the study."""

    key = "slope"
    question = later("Who is first under which view?")
    wants = (ScenarioComparison,)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, say("Other scenarios are not ranked yet"), parent)
        self._made: tuple[ScenarioComparison, Lines] | None = None

    def tell(self) -> None:
        """Show the places; as stale when they belong to an earlier evaluation."""
        held = self.concluded(ScenarioComparison, stale=True)
        if held is None:
            return
        fresh = self.concluded(ScenarioComparison)
        own = self.evaluation if fresh is not None else None
        if self._made is None or self._made[0] is not held:
            self._made = (held, lines_of(held, own))
        self.lines.show_lines(
            self._made[1], self.picked() if fresh else frozenset(), stale=fresh is None
        )
        self.write(finding(held) if fresh else say("Ranking in each scenario…"))


def lines_of(held: ScenarioComparison, own: Evaluation | None) -> Lines:
    """Return the rankings of the scenarios as lines; `own` is the one that the window shows."""
    at_work = next((place for place, each in enumerate(held.evaluations) if each is own), -1)
    first = held.evaluations[max(at_work, 0)]
    rows = first.order[(held.ranks[:, first.order] > 0).any(axis=0)]
    names = first.matrix.sites.names

    def about(column: int) -> str:
        from siteselect.export.scenario_words import difference_words  # the exporters are heavy

        other = held.evaluations[column].scenario
        told = difference_words(scenario_difference(first.scenario, other), first.matrix)
        more = [say("and {count} more", count=len(told) - TOLD)] if len(told) > TOLD else []
        return "\n".join([say_name(other.name), *told[:TOLD], *more])

    return Lines(
        columns=held.scenarios,
        own=at_work,
        ranks=held.ranks[:, rows],
        rows=rows,
        names=tuple(say_name(names[row]) for row in rows),
        about=about,
    )


def finding(held: ScenarioComparison) -> str:
    """Return which sites are near the top in every scenario."""
    count = len(held.scenarios)
    if count < 2:
        return say("One scenario only: copy it and judge otherwise to compare")
    leaders = {each.leader for each in held.evaluations}
    if len(leaders) == 1 and None not in leaders:
        return say("{site} is first in all {count} scenarios", site=leaders.pop(), count=count)
    robust = held.robust(TOP)
    if not robust:
        return say(
            "No site is among the first {top} in all {count} scenarios", top=TOP, count=count
        )
    return say(
        "Among the first {top} in all {count} scenarios: {robust}",
        top=TOP,
        count=count,
        robust=", ".join(robust),
    )
