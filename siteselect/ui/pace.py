"""How long work still takes, judged from how far it has come."""

from collections.abc import Callable
from time import monotonic

from siteselect.language import say, say_count

_SOON_S, _SOON_PART = 2.0, 0.01
"""Before so much has passed nothing is said: the first guess is a bad one."""
_HOUR, _MINUTE = 3600.0, 60.0


class Pace:
    """Told of each advance, knows the seconds left; begins anew with other work."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._what = ""
        self._begun, self._from, self._last = 0.0, 0.0, 2.0

    def left(self, part: float, what: str) -> float | None:
        """Return the seconds left; None while that cannot be said."""
        now = self._clock()
        if what != self._what or part < self._last:
            self._what, self._begun, self._from = what, now, part
        self._last = part
        passed, gone = now - self._begun, part - self._from
        if passed < _SOON_S or gone < _SOON_PART:
            return None
        return passed * (1.0 - part) / gone


def left_words(seconds: float) -> str:
    """Return a time left as people say it, rounded up."""
    if seconds < _MINUTE:
        return say("less than a minute left")
    if seconds < _HOUR:
        minutes = int(-(-seconds // _MINUTE))
        return say_count("about {count} minute left", "about {count} minutes left", minutes)
    hours = int(-(-seconds // _HOUR))
    return say_count("about {count} hour left", "about {count} hours left", hours)
