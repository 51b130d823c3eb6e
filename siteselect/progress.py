"""How long work tells where it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Part done in [0, 1], and what is being done; the call may raise `Cancelled`."""


class Cancelled(Exception):  # noqa: N818 - not an error: nobody wants the result any more
    """Raised by a progress call when nobody wants the result any more."""


def silent(done: float, what: str) -> None:
    """Take note of nothing."""
