"""What a study stands on, and what it was measured to be on that ground."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from siteselect.language import say
from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.own_fact import OwnFact
from siteselect.model.region_day import RegionDay
from siteselect.model.sites import Site
from siteselect.model.study import Context, Study
from siteselect.model.tint import Tint
from siteselect.model.user_layer import MEASURED, UserLayer
from siteselect.model.user_measure import UserMeasure
from siteselect.progress import Progress

if TYPE_CHECKING:  # the geographic half is imported by a task, after the window stands
    from siteselect.packs.pack import Pack


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """What a study stands on: an open pack, and what reads sites and days from it."""

    reference: str
    """The pack as the study names it."""
    pack: "Pack"
    build: Callable[[Study, Progress], DecisionMatrix]
    read_day: Callable[[date, tuple[OwnFact, ...]], object]
    """What held on a day, the user's own facts laid over the pack's."""
    covered: str = ""
    """How much of the official capacity the pack's stations hold, in brief."""

    def day_of(self, study: Study, day: date) -> object:
        """Return what held on a day, in the colours of a study and with its own facts."""
        held = self.read_day(day, study.facts)
        return replace(held, tint=study.tint) if isinstance(held, RegionDay) else held


OpenGround = Callable[[str, Progress], Ground]


def open_ground(reference: str, progress: Progress) -> Ground:
    """Open the pack `reference`; slow the first time, for it imports the geographic half."""
    progress(0.05, say("Opening the pack"))
    from siteselect.packs.catalogue import open_pack
    from siteselect.packs.coverage import capacity_in_brief
    from siteselect.packs.own_facts import lay_over
    from siteselect.project.build import MatrixBuilder
    from siteselect.project.region_day import region_day

    pack = open_pack(reference)

    def read_day(day: date, facts: tuple[OwnFact, ...]) -> object:
        return region_day(lay_over(pack, facts), day)

    covered = capacity_in_brief(pack)
    return Ground(reference, pack, MatrixBuilder(pack).build, read_day, covered)


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that a matrix depends on."""

    pack: str
    candidates: tuple[Site, ...]
    measures: frozenset[str]
    own: tuple[UserMeasure, ...]
    facts: tuple[OwnFact, ...]
    layers: tuple[UserLayer, ...]
    """Of the user's, those that measures read."""
    context: Context

    @classmethod
    def of(cls, study: Study) -> "Wanted":
        """Return what a study asks for."""
        asked = [key for each in study.scenarios for key in each.measures]
        asked += [key for each in study.measures for key in each.needs]
        return cls(
            pack=study.pack,
            candidates=study.candidates,
            measures=frozenset(asked),
            own=study.measures,
            facts=study.facts,
            layers=tuple(
                replace(each, visible=True, colour="", width=0.0)
                for each in study.layers
                if each.role in MEASURED
            ),
            context=study.context,
        )

    def differs_in_context_only(self, other: "Wanted | None") -> bool:
        """Return whether the sites stay where they are, so that only facts are read anew."""
        return other is not None and (
            (self.pack, self.candidates, self.layers)
            == (other.pack, other.candidates, other.layers)
            and self.measures <= other.measures
        )


@dataclass(frozen=True, slots=True)
class Day:
    """All that a day depends on as it is told: where, when, whose facts, in which colours."""

    ground: Ground
    day: date
    facts: tuple[OwnFact, ...]
    tint: Tint


@dataclass(frozen=True, eq=False, slots=True)
class Held:
    """What held on a day."""

    day: Day
    told: object


@dataclass(frozen=True, eq=False, slots=True)
class Measured:
    """What a study was measured to be, at once or in the background."""

    ground: Ground
    matrix: DecisionMatrix
    held: Held
    seconds: float

    @classmethod
    def now(
        cls, study: Study, ground: Ground, known: Held | None, progress: Progress
    ) -> "Measured":
        """Measure the sites, and read the day unless it is `known`; raise as `build` does."""
        started = time.perf_counter()
        matrix = ground.build(study, progress)
        day = Day(ground, matrix.as_of, study.facts, study.tint)
        held = read(study, day, known)
        return cls(ground, matrix, held, time.perf_counter() - started)


def read(study: Study, day: Day, known: Held | None) -> Held:
    """Return what held on a day, by the facts of a study; read anew unless it is `known`."""
    if known is not None and known.day == day:
        return known
    return Held(day, day.ground.day_of(replace(study, facts=day.facts), day.day))
