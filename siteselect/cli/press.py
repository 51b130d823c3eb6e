"""What paints for the command line: it lives in the window's half, and is handed over by the door.

The commands know no Qt. A command that needs a picture asks for the press; where there is none,
because Qt is not installed or cannot start, it says so or does without.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import typer

from siteselect.errors import ExportError

if TYPE_CHECKING:
    from siteselect.export.exporter import Exporter
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack


class Press(Protocol):
    """Paints views of one study."""

    def svgs(self, study: "Study", pack: "Pack", evaluation: "Evaluation") -> Mapping[str, str]:
        """Return the pictures of a report as SVG, by key."""

    def pdf(self, study: "Study", pack: "Pack", evaluation: "Evaluation", paper: str) -> "Exporter":
        """Return what writes the report on paper, its pictures painted already."""

    def views(
        self,
        study: "Study",
        pack: "Pack",
        evaluation: "Evaluation",
        keys: Sequence[str],
        *,
        size: tuple[int, int],
        dpi: float,
        form: str,
        theme: str,
    ) -> Iterable[tuple[str, bytes]]:
        """Return each view with the bytes of its file, one after the other."""


MakePress = Callable[[], Press]


def press_of(context: typer.Context) -> Press:
    """Return the press; ExportError where there is none."""
    press = context.obj() if callable(context.obj) else None
    if press is None:
        raise ExportError(
            "Pictures cannot be painted here: the half of the program that paints is not there. "
            "Run `siteselect doctor`."
        )
    made: Press = press
    return made
