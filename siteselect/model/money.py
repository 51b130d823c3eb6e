"""What a person assumes about money: figures with their sources, network, partners, deadline.

A study keeps only what the person chose; all else is read from the pack on the as-of day, or stands
here as an assumption and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isclose, isfinite

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.figures import FIGURES, LAND_KEYS, Figure
from siteselect.model.fleet import Fleet


@dataclass(frozen=True, slots=True)
class Network:
    """The state of the Bitcoin network that earnings are reckoned with."""

    btc_usd: Figure
    difficulty: Figure
    subsidy: Figure
    """New coins in a block, BTC."""
    fee_share: Figure
    """Transaction fees as a share of the subsidy."""

    def __post_init__(self) -> None:
        for name, figure, least in (
            (say("BTC price"), self.btc_usd, 0.0),
            ("difficulty", self.difficulty, 1.0),
            ("subsidy", self.subsidy, 0.0),
            (say("fee share"), self.fee_share, 0.0),
        ):
            if figure.value < least:
                raise StudyError(
                    say(
                        "The {name} is {value:g}: give {least:g} or more.",
                        name=name,
                        value=figure.value,
                        least=least,
                    )
                )


@dataclass(frozen=True, slots=True)
class Partner:
    """One who bears a share of the cost and draws a share of the profit."""

    name: str
    cost_share: float
    profit_share: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the machines stand today."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Cut:
    """Power taken away at a season and at hours of the day, every year."""

    jurisdiction: str
    """Whose sites it hits; empty means all."""
    first: str
    """Month and day of the first day: 12-01."""
    last: str
    """Month and day of the last day, included; before `first` it lies in the next year."""
    hour_from: int = 0
    hour_to: int = 24
    share: float = 1.0
    source: str = "assumption"

    def __post_init__(self) -> None:
        for text in (self.first, self.last):
            month_day(text)
        if not (0 <= self.hour_from <= 24 and 0 <= self.hour_to <= 24 and 0 <= self.share <= 1):
            raise StudyError(
                say(
                    "A cut from {first} to {last} wants hours of 0 to 24 and a share of 0 to 1.",
                    first=self.first,
                    last=self.last,
                )
            )


@dataclass(frozen=True, slots=True)
class Money:
    """What the person chose; whatever is not chosen comes from the pack."""

    fleet: Fleet | None = None
    buys_machines: bool = False
    """Whether the machines are bought for the site; else they are owned already."""
    figures: tuple[tuple[str, Figure], ...] = ()
    """Figures in place of the defaults, by their key in `FIGURES`."""
    by_land: tuple[tuple[str, str, Figure], ...] = ()
    """Figures of one land alone: jurisdiction, key of `LAND_KEYS`, figure."""
    network: Network | None = None
    partners: tuple[Partner, ...] = ()
    wanted_day: date | None = None
    """The day on which machines must run."""
    origin: Origin | None = None
    cuts: tuple[Cut, ...] | None = None
    """The calendar of cuts in place of the pack's; an empty one means no cuts."""

    def __post_init__(self) -> None:
        keys = [key for key, _ in self.figures]
        for key, figure in self.figures:
            if key not in FIGURES:
                raise StudyError(
                    say(
                        "There is no figure called {key}. There are: {figures}.",
                        key=key,
                        figures=", ".join(FIGURES),
                    )
                )
            FIGURES[key].check(figure)
        for land, key, figure in self.by_land:
            if key not in LAND_KEYS:
                raise StudyError(
                    say(
                        "The figure {key} of {land} is not one of a land: those are {keys}.",
                        key=key,
                        land=land,
                        keys=", ".join(LAND_KEYS),
                    )
                )
            FIGURES[key].check(figure)
        lands = [(land, key) for land, key, _ in self.by_land]
        keys += [f"{key} ({land})" for land, key in lands]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise StudyError(
                say("The figure {twice} stands twice: leave one of them.", twice=", ".join(twice))
            )
        for what in ("cost", "profit"):
            total = sum(getattr(each, f"{what}_share") for each in self.partners)
            shares = [getattr(each, f"{what}_share") for each in self.partners]
            if self.partners and not (
                all(isfinite(share) and share >= 0 for share in shares)
                and isclose(total, 1.0, abs_tol=1e-6)
            ):
                raise StudyError(
                    say(
                        "The partners' shares of {what} add up to {total:.0%}: they must "
                        "make 100 %.",
                        what=what,
                        total=total,
                    )
                )

    def figure(self, key: str) -> Figure | None:
        """Return the figure that the person chose; None where none was."""
        return dict(self.figures).get(key)

    def land_figures(self, codes: Sequence[str]) -> dict[str, Figure]:
        """Return the figures given for a land; those of the first of `codes` come before others.

        Parameters
        ----------
        codes
            The jurisdiction, then its parents.
        """
        found: dict[str, Figure] = {}
        for code in reversed(codes):
            found |= {key: figure for land, key, figure in self.by_land if land == code}
        return found

    def with_land_figure(self, code: str, key: str, figure: Figure | None) -> "Money":
        """Return this with a figure of one land chosen, or with the default again."""
        kept = [each for each in self.by_land if each[:2] != (code, key)]
        if figure is not None:
            kept.append((code, key, figure))
        order = list(FIGURES)
        kept.sort(key=lambda each: (each[0], _place(order, each[1])))
        return replace(self, by_land=tuple(kept))

    def with_figure(self, key: str, figure: Figure | None) -> "Money":
        """Return this with one figure chosen, or with the default again."""
        chosen = {name: each for name, each in self.figures if name != key}
        if figure is not None:
            chosen[key] = figure
        order = list(FIGURES)
        known = sorted(chosen.items(), key=lambda each: _place(order, each[0]))
        return replace(self, figures=tuple(known))


def month_day(text: str) -> tuple[int, int]:
    """Return month and day of a text such as 12-01; StudyError for all else."""
    try:
        day = date.fromisoformat(f"2024-{text}")  # a leap year: 02-29 is a day
    except ValueError:
        raise StudyError(
            say("{words!r} is no day of the year: write it as 12-01.", words=text)
        ) from None
    return day.month, day.day


def _place(order: list[str], key: str) -> int:
    return order.index(key) if key in order else len(order)
