"""What runs in the background and is worth a word: one entry for each key, the newest last."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from siteselect.language import say
from siteselect.ui.pace import Pace, left_words
from siteselect.ui.tasks import Advance


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: what it does, how far it is, and how long it still takes."""

    key: str
    what: str
    part: float
    seconds_left: float | None = None
    """None while that cannot be said."""


class RunningJobs:
    """Hears every `Advance` and knows what runs; each job is timed by its own progress."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held: dict[str, Job] = {}
        self._paces: dict[str, Pace] = {}

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All that runs; the last one to speak is the last."""
        return tuple(self._held.values())

    def hear(self, advance: Advance) -> None:
        """Take note of an advance; work that never had words is too quick to be told."""
        key = advance.key
        before = self._held.pop(key, None)
        if advance.over:
            self._paces.pop(key, None)
            return
        pace = self._paces.setdefault(key, Pace(self._clock))
        left = pace.left(advance.part, key)  # the words change, the work is one
        what = advance.what or (before.what if before is not None else "")
        if what:
            self._held[key] = Job(key, what, advance.part, left)


def state_words(job: Job) -> str:
    """Return how far a job is and how long it still takes; what is unknown is said."""
    left = say("time left unknown") if job.seconds_left is None else left_words(job.seconds_left)
    return say("{part:.0f} % · {left}", part=100 * min(job.part, 1.0), left=left)
