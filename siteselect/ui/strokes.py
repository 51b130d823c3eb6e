"""Whether what is painted now goes to paper: then nothing kept as pixels is copied.

On the screen much is painted once and copied: names, pins, the ground of the map. A picture that
is to be printed, or read as vectors, must be made of the strokes themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_wanted: ContextVar[bool] = ContextVar("strokes", default=False)


def strokes_wanted() -> bool:
    """Return whether strokes are to be painted instead of what was kept as pixels."""
    return _wanted.get()


@contextmanager
def by_strokes() -> Iterator[None]:
    """Ask for strokes within the block."""
    token = _wanted.set(True)
    try:
        yield
    finally:
        _wanted.reset(token)
