"""A measure as judged in one scenario."""

from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.class_value import Category, Step
from siteselect.model.relative_value import Percentile, ZScore
from siteselect.model.value_function import (
    Gaussian,
    Linear,
    Logistic,
    Piecewise,
    Power,
    Relative,
)

AnyValueFunction = (
    Linear
    | Piecewise
    | Logistic
    | Gaussian
    | Power
    | Step
    | Category
    | Relative
    | Percentile
    | ZScore
)
"""Every value function by name: what a project file can hold."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A measure with its value function and its weight, as the person gave it."""

    measure: str
    value: AnyValueFunction
    weight: float = 1.0
    group: str = ""
    enabled: bool = True
    title: str = ""
    """The person's own name for it; empty means the measure's title."""
    name: str = ""
    """Its key within the scenario where a measure is judged twice; empty means the measure's."""
    locked: bool = False
    """Whether its share stays when the others are balanced to a total of 100."""

    @property
    def key(self) -> str:
        """What it is called by within its scenario: each key once, a measure as often as wanted."""
        return self.name or self.measure

    def __post_init__(self) -> None:
        if not np.isfinite(self.weight) or self.weight < 0:
            raise StudyError(
                say(
                    "The weight of {key} is {weight:g}: give a finite number, 0 or more.",
                    key=self.key,
                    weight=self.weight,
                )
            )
