"""What the scenes ask of the window's row of charts, which is a neighbour and not known here."""

from collections.abc import Sequence
from typing import Protocol


class Charts(Protocol):
    """What the desk asks of the row of charts."""

    @property
    def large(self) -> str | None:
        """The key of the chart that is large; None where none is."""

    def conclusions(self) -> tuple[object, ...]:
        """Return the slower conclusions told so far, the last of each kind."""

    def shown(self) -> tuple[str, ...]:
        """Return the keys of the charts in sight."""

    def choose(self, keys: Sequence[str] | None) -> None:
        """Show these charts."""
