"""What the charts of the Money place share: they are drawn from what was reckoned in the task."""

from typing import ClassVar

from siteselect.model.evaluation import Evaluation
from siteselect.ui.charts.chart import Chart
from siteselect.ui.money_day import MoneyDay


class MoneyChart(Chart):
    """A chart of slower conclusions; until the next ones come it shows the last."""

    share: ClassVar[float] = 1.0
    """How much of its column's height it is given at first."""

    @property
    def day(self) -> MoneyDay | None:
        """What was reckoned last."""
        return self.concluded(MoneyDay, stale=True)

    def draw(self, evaluation: Evaluation) -> None:
        """Show what was reckoned last; an evaluation brings order and selection at most."""
        del evaluation
        self.refresh()

    def draw_conclusion(self, conclusion: object) -> None:
        """Show what has been reckoned."""
        del conclusion
        self.refresh()

    def refresh(self) -> None:
        """Bring the conclusions at hand on the screen; each chart has its own way."""
        raise TypeError(f"{type(self).__name__} does not say how it shows what was reckoned")

    def choose_one(self, name: str, together: bool = False) -> None:
        """Let a hand pick a site, alone or beside those already picked."""
        held = frozenset({name})
        self.choose(self.names ^ held if together else held)
