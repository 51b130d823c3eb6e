"""Measures that a person adds to a study: a column, values typed by hand, or an expression."""

import re
from dataclasses import dataclass, replace
from keyword import iskeyword

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.expression import FUNCTIONS, LARGEST, Expression, parse_expression

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class UserMeasure:
    """One column of the matrix that no module of the program measures.

    Where an expression is given it is computed; where a column is named it is read from the
    sites' own values; else the values are those typed here.
    """

    key: str
    """What criteria, gates and expressions call it: small letters, digits and underscores."""
    title: str
    unit: str = ""
    group: str = ""
    column: str = ""
    """Name of a column of the sites' own values (`Site.values`)."""
    expression: str = ""
    """Arithmetic over other measures: "power_price * 1.2 + station_distance / 100"."""
    typed: tuple[tuple[str, float], ...] = ()
    """Values typed by the user, by the name of the site."""

    def __post_init__(self) -> None:
        reserved = self.key in FUNCTIONS or iskeyword(self.key)
        if reserved or not _KEY.fullmatch(self.key):
            raise StudyError(
                say(
                    "A measure cannot be called {key!r}: take up to 40 small letters, "
                    "digits and underscores, a letter first, and no word such as "
                    "{functions}, if, or.",
                    key=self.key,
                    functions=", ".join(FUNCTIONS),
                )
            )
        if not self.title.strip():
            raise StudyError(say("The measure {key} has no title: give it one.", key=self.key))
        if sum(bool(each) for each in (self.column, self.expression, self.typed)) > 1:
            raise StudyError(
                say(
                    "The measure {title} is said twice: give a column, an expression or "
                    "typed values, and only one of them.",
                    title=self.title,
                )
            )
        names = [name for name, _ in self.typed]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise StudyError(
                say(
                    "The measure {title} has two values for {twice}: keep one.",
                    title=self.title,
                    twice=", ".join(twice),
                )
            )
        for name, value in self.typed:
            if not abs(value) <= LARGEST:  # NaN compares false
                raise StudyError(
                    say(
                        "The value of {title} for {name} is {value:g}: give a finite number, "
                        "or leave it out where it is not known.",
                        title=self.title,
                        name=name,
                        value=value,
                    )
                )
        if self.expression and self.key in self.parsed.names:
            raise StudyError(
                say("The measure {title} cannot be computed from itself.", title=self.title)
            )

    @property
    def parsed(self) -> Expression:
        """The expression, read; StudyError where there is none."""
        return parse_expression(self.expression)

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys of the measures that the expression names."""
        return self.parsed.names if self.expression else ()

    def with_value(self, site: str, value: float | None) -> "UserMeasure":
        """Return this measure with the value typed for one site; None takes it away."""
        rest = tuple((name, held) for name, held in self.typed if name != site)
        typed = rest if value is None else (*rest, (site, float(value)))
        return replace(self, typed=tuple(sorted(typed)))

    def with_site_renamed(self, old: str, new: str) -> "UserMeasure":
        """Return this measure with the value of a site kept under the site's new name."""
        return replace(
            self, typed=tuple((new if name == old else name, held) for name, held in self.typed)
        )


def in_order(measures: tuple[UserMeasure, ...]) -> tuple[UserMeasure, ...]:
    """Return `measures` so that each comes after those that its expression names.

    Raises
    ------
    StudyError
        If expressions name each other in a circle.
    """
    waiting = {each.key: each for each in measures}
    ordered: list[UserMeasure] = []
    while waiting:
        ready = [each for each in waiting.values() if not waiting.keys() & set(each.needs)]
        if not ready:
            raise StudyError(
                say(
                    "The expressions of {waiting} name each other in a circle: break it.",
                    waiting=", ".join(each.title for each in waiting.values()),
                )
            )
        for each in ready:
            ordered.append(each)
            del waiting[each.key]
    return tuple(ordered)
