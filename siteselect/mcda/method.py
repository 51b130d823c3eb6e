"""What a method of aggregation is."""

from collections.abc import Callable
from dataclasses import dataclass

from siteselect.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class Method:
    """A way to put values and weights together into one number a site.

    `score` takes an n x k matrix of values in [0, 1] (1 is best, no NaN) and k weights that sum to
    1, and returns n numbers as the reference defines them.
    """

    title: str
    reference: str
    score: Callable[[Floats, Floats], Floats]
    rowwise: bool
    """Whether a score depends on its own row alone, so that adding a site reorders nothing."""
    merit: Callable[[Floats], Floats] = lambda score: score
    """The reference's number brought to [0, 1] with 1 as best (VIKOR's Q is best when low)."""
