"""What a method of aggregation is, and what a person may set about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number that a method lets a person set."""

    key: str
    title: str
    about: str
    default: float
    low: float
    high: float
    choices: tuple[str, ...] = ()
    """Names of the numbers low, low + 1 ... when only these are meant; else any number between."""

    def check(self, value: float) -> float:
        """Return `value`, or raise StudyError when it is not one of those meant."""
        whole = not self.choices or float(value).is_integer()
        if not (whole and self.low <= value <= self.high):  # NaN compares false
            wanted = say("a whole number") if self.choices else say("a number")
            raise StudyError(
                say(
                    "{title} ({key}) is {value:g}: give {wanted} from {low:g} to {high:g}.",
                    title=self.title,
                    key=self.key,
                    value=value,
                    wanted=wanted,
                    low=self.low,
                    high=self.high,
                )
            )
        return value


@dataclass(frozen=True, slots=True)
class Method:
    """A way to put values and weights together into one number a site.

    `score` takes an n x k matrix of values in [0, 1] (1 is best, no NaN), k weights that sum to 1,
    and the method's parameters by name; it returns n numbers as the reference defines them.
    """

    title: str
    reference: str
    score: Callable[..., Floats]
    rowwise: bool
    """Whether a site's score hangs on its own row alone, so that adding a site reorders nothing."""
    merit: Callable[[Floats], Floats] = lambda score: score
    """The reference's number brought to [0, 1] with 1 as best (VIKOR's Q is best when low)."""
    parameters: tuple[Parameter, ...] = ()
    parts: Callable[..., Floats] | None = None
    """Values and parameters to an n x k matrix whose product with the weights is the score.

    Methods that are linear in the weights have it; it makes a sweep of weights one product.
    """
    alone: Callable[..., Floats] | None = None
    """Values, rows, their other values and weights to the score of each such row, were it alone
    to change; methods that compare rows have it."""

    def settings(self, chosen: Mapping[str, float]) -> dict[str, float]:
        """Return every parameter of this method, as chosen or by default.

        What is chosen for other methods is passed over, so that it outlives a look at this one.

        Raises
        ------
        StudyError
            If a number lies outside what the parameter allows.
        """
        return {
            each.key: each.check(chosen.get(each.key, each.default)) for each in self.parameters
        }

    def merits(self, values: Floats, weights: Floats, settings: Mapping[str, float]) -> Floats:
        """Return the score of every row brought to [0, 1], 1 is best."""
        return self.merit(self.score(values, weights, **settings))

    def merits_alone(
        self,
        values: Floats,
        rows: Ints,
        other: Floats,
        weights: Floats,
        settings: Mapping[str, float],
    ) -> Floats:
        """Return what each of `rows` would get with the values in `other`, the rest as they are."""
        if self.alone is None:
            return self.merits(other, weights, settings)
        return self.merit(self.alone(values, rows, other, weights, **settings))
