"""What every chart is: a display whose title is the question that it answers."""

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from siteselect.ui.rows import rows_of
from siteselect.ui.widgets.display import Display


class Chart(Display):
    """A display with a question for a title, and perhaps controls for the head of its card."""

    key: ClassVar[str] = ""
    """Its name in what is remembered of a row of charts."""
    question: ClassVar[str] = ""
    marks_slowly: ClassVar[bool] = False
    """Whether a selection has it reckon anew, so that it may wait for its turn."""

    def controls(self) -> QWidget | None:
        """Return what stands beside the title, None where nothing does."""
        return None

    def picked(self) -> frozenset[int]:
        """Return the rows of the evaluation that are picked."""
        return rows_of(self.evaluation, self.names) if self.evaluation else frozenset()

    def pick(self, row: int, together: bool) -> None:
        """Let a hand pick a site, alone or together with those already picked."""
        if self.evaluation is None:
            return
        name = frozenset({self.evaluation.matrix.sites.items[row].name})
        self.choose(self.names ^ name if together else name)

    def state(self) -> dict[str, str]:
        """Return what is worth remembering of the chart's own settings."""
        return {}

    def restore(self, state: Iterable[tuple[str, str]]) -> None:
        """Take up what was remembered; what is not understood is left."""
        del state
