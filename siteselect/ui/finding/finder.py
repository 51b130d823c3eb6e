"""Finds places in the background: cells measured once, arranged anew for gates, scored at once."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer

from siteselect.errors import SiteSelectError
from siteselect.language import say
from siteselect.model.scenario import Scenario
from siteselect.model.study import Study
from siteselect.progress import Progress
from siteselect.scan.cache import Cache, default_folder
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import Scanned, needed, scan
from siteselect.scan.shortlist import as_sites, suggest
from siteselect.scan.surface import Arrangement, Best, Surface, arrange, check_method, score
from siteselect.scan.values import Valued
from siteselect.ui.finding.found import Found, Looking, NothingFound, Suggested
from siteselect.ui.finding.surface_file import SurfaceFile
from siteselect.ui.ground import Ground
from siteselect.ui.pace import Pace
from siteselect.ui.session import Session
from siteselect.ui.tasks import Advance, Tasks

if TYPE_CHECKING:
    from siteselect.scan.cache import Numbers

TASK, ARRANGE, SUGGEST = "scan", "arrange", "suggest"
CELLS_KM = (10.0, 5.0, 2.0, 1.0)
"""Sides of a cell that one can choose."""
FIRST_KM, AT_FIRST_KM = 10.0, 2.0
"""Something is seen soon on coarse cells; then comes what was asked for."""
REST_MS = 160
"""So long the hand must rest before places are suggested anew."""
TOP = 100


@dataclass(frozen=True, slots=True)
class Search:
    """What a person asks of the search, beside the study."""

    cell_km: float = AT_FIRST_KM
    countries: frozenset[str] | None = None
    """None means all."""
    above: float = 0.0
    """Only cells that score so much are coloured."""
    count: int = 7
    apart_km: float = 50.0


class Finder(QObject):
    """Concludes `Found` at every tick, `Suggested` when the hand rests, `Looking` on the way.

    Asleep it does nothing; awakened it looks at what has changed since.
    """

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        failed: Callable[[Exception], None],
        cache: Cache | None = None,
    ) -> None:
        super().__init__(session)
        self._session, self._tasks, self._failed = session, tasks, failed
        self._cache = cache or Cache(default_folder())
        self.search = Search()
        self.found: Found | None = None
        self.suggested: Suggested | None = None
        self._awake = False
        self._pace = Pace()
        self._stopped: Hashable = None
        """What was wanted when a person stopped the measuring."""
        self._scanned: Scanned | None = None
        self._scanned_for: Hashable = None
        self._measuring: Hashable = None
        self._valued = Valued({})
        self._arrangement: Arrangement | None = None
        self._arranged_for: Hashable = None
        self._arranging: Hashable = None
        self._room_for: Arrangement | None = None
        self._room: Numbers = np.empty(0, np.float32)
        self._levels: Numbers = np.empty(0, np.uint16)
        self._best = Best(TOP)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._suggest)
        session.changed.connect(self._changed)
        tasks.progressed.connect(self._advanced)
        tasks.stopped.connect(self._was_stopped)

    @property
    def settled(self) -> bool:
        """Whether all that follows from the last evaluation has been told."""
        running = {TASK, ARRANGE, SUGGEST} & self._tasks.running
        return not (self._rest.isActive() or running)

    def wake(self, *, awake: bool) -> None:
        """Look for places from now on, or rest."""
        self._awake = awake
        if awake:
            self._look()

    def ask(self, search: Search) -> None:
        """Search otherwise: other cells, countries, threshold, number or distance."""
        before, self.search = self.search, search
        if (before.cell_km, before.countries) != (search.cell_km, search.countries):
            self._stopped = None
            self._look()
        elif (before.count, before.apart_km) != (search.count, search.apart_km):
            self._rest.start()

    def stop(self) -> None:
        """Stop the measuring; what is on show stays."""
        self._stopped = self._measuring
        self._measuring = None
        self._tasks.cancel(TASK)
        self._session.conclude(NothingFound(say("The search was stopped."), again=True))

    def again(self) -> None:
        """Begin anew after a stop."""
        self._stopped = None
        self._look()

    def add(self) -> None:
        """Put the suggested places on the list, as one step that can be undone."""
        held, study = self.suggested, self._session.study
        if held is None or not held.places or self.found is None:
            return
        names = {site.name for site in study.candidates}
        km = self.found.region.grid.cell_km
        sites = as_sites(held.places, names, study.context.as_of, km)
        told = say("Add {count} places found", count=len(sites))
        self._session.edit(replace(study, candidates=(*study.candidates, *sites)), told)

    def file(self) -> SurfaceFile | None:
        """Return what the surface is written from; None before any was found."""
        ground, study, search = self._session.ground, self._session.study, self.search
        if self.found is None or ground is None or ground.pack is None:
            return None
        fits = self._scanned_for == _measures_wanted(study, search.cell_km)
        held = self._scanned if fits else None
        return SurfaceFile(study, ground.pack, search.cell_km, search.countries, self._cache, held)

    # following the study

    def _changed(self, evaluation: object) -> None:
        del evaluation
        if self._awake:
            self._look()

    def _look(self) -> None:
        ground, study = self._session.ground, self._session.study
        if ground is None or ground.pack is None or ground.reference != study.pack:
            return
        try:
            check_method(study.scenario)
        except SiteSelectError as fault:
            self._session.conclude(NothingFound(str(fault)))
            return
        wanted = _measures_wanted(study, self.search.cell_km)
        if wanted not in {self._scanned_for, self._measuring, self._stopped}:
            self._measure(ground, study, wanted)
        if self._scanned is not None:
            self._arrange_or_tick(study)

    def _measure(self, ground: Ground, study: Study, wanted: Hashable) -> None:
        self._measuring = wanted
        coarse = self._scanned is None and self.search.cell_km < FIRST_KM
        km = FIRST_KM if coarse else self.search.cell_km
        pack, cache = ground.pack, self._cache

        def work(progress: Progress) -> Scanned:
            engine = HereEngine(pack, 1)  # the window keeps the other processor
            return scan(study, pack, km, engine, cache, progress)

        self._session.conclude(Looking(0.0, say("Measuring the region")))
        self._tasks.start(TASK, work, lambda value: self._measured(wanted, value), self._fault)

    def _measured(self, wanted: Hashable, value: object) -> None:
        if not isinstance(value, Scanned):
            raise TypeError(f"The task {TASK} brought {type(value).__name__}")
        self._measuring = None
        whole = value.region.grid.cell_km == self.search.cell_km
        self._scanned, self._scanned_for = value, wanted if whole else ("coarse", wanted)
        self._arranged_for = self._arranging = None
        self._valued = self._valued.taking(value.measured.columns)
        for remark in value.measured.remarks:
            self._failed(SiteSelectError(remark))
        self._look()

    def _arrange_or_tick(self, study: Study) -> None:
        scanned = self._scanned
        if scanned is None or not set(needed(study.scenario)) <= set(scanned.measured.columns):
            return  # the columns are on their way
        wanted = _arrangement_wanted(study.scenario, scanned, self.search.countries)
        if wanted == self._arranged_for:
            self._tick(study.scenario)
        elif wanted != self._arranging:
            self._arranging = wanted
            valued, chosen, scenario = self._valued, self.search.countries, study.scenario

            def work(progress: Progress) -> Arrangement:
                progress(0.1, say("Judging the cells"))
                return arrange(scanned.region, valued, scenario, chosen)

            self._tasks.start(ARRANGE, work, lambda it: self._arranged(wanted, it), self._fault)

    def _arranged(self, wanted: Hashable, value: object) -> None:
        if not isinstance(value, Arrangement):
            raise TypeError(f"The task {ARRANGE} brought {type(value).__name__}")
        self._arrangement, self._arranged_for, self._arranging = value, wanted, None
        self._look()

    def _tick(self, scenario: Scenario) -> None:
        arrangement, scanned = self._arrangement, self._scanned
        if arrangement is None or scanned is None:
            return
        if self._room_for is not arrangement:
            self._room_for = arrangement
            self._room = arrangement.room()
            self._levels = np.empty(len(arrangement.cells), np.uint16)
        started = time.perf_counter()
        try:
            surface = score(arrangement, scenario, self._room)
        except SiteSelectError as fault:
            self._session.conclude(NothingFound(str(fault)))
            return
        levels = surface.levels(self._levels)
        best = arrangement.cells[self._best.of(surface.open_scores)]
        histogram = surface.histogram(levels)
        seconds = time.perf_counter() - started
        self.found = Found(scanned, surface, levels, histogram, best, seconds)
        self._session.conclude(self.found)
        self._rest.start()

    def _suggest(self) -> None:
        found, ground = self.found, self._session.ground
        if found is None or ground is None or not self._awake:
            return
        search, pack = self.search, ground.pack
        surface = _still(found.surface)

        def work(progress: Progress) -> Suggested:
            progress(0.1, say("Choosing places"))
            arrangement = surface.arrangement
            cells = arrangement.cells[: arrangement.open]
            places = suggest(
                found.region, cells, surface.open_scores, search.count, search.apart_km, pack
            )
            return Suggested(surface, places, tuple(_facts(found, each.cell) for each in places))

        self._tasks.start(SUGGEST, work, self._show_suggested, self._failed)

    def _show_suggested(self, value: object) -> None:
        if isinstance(value, Suggested):
            self.suggested = value
            self._session.conclude(value)

    def _advanced(self, advance: object) -> None:
        if isinstance(advance, Advance) and advance.key == TASK:
            part = 1.0 if advance.over else advance.part
            left = self._pace.left(advance.part, advance.what)
            self._session.conclude(Looking(part, advance.what, left))

    def _was_stopped(self, key: str) -> None:
        if key == TASK:
            self.stop()
        elif key == ARRANGE:
            self._arranging = None

    def _fault(self, fault: Exception) -> None:
        self._measuring = self._arranging = None
        if isinstance(fault, SiteSelectError):
            self._session.conclude(NothingFound(str(fault)))
        else:
            self._failed(fault)


def _measures_wanted(study: Study, cell_km: float) -> Hashable:
    """Return all that the columns depend on."""
    keys = frozenset(needed(study.scenario))
    return (study.pack, cell_km, keys, study.context, study.facts, study.layers, study.measures)


def _arrangement_wanted(
    scenario: Scenario, scanned: Scanned, chosen: frozenset[str] | None
) -> Hashable:
    """Return all that an arrangement depends on: everything but the weights."""
    criteria = tuple((each.measure, each.value) for each in scenario.criteria if each.enabled)
    gates = tuple(each for each in scenario.gates if each.enabled)
    product = scenario.method == "weighted_product"
    return (id(scanned), criteria, gates, product, scenario.unknown, chosen)


def _still(surface: Surface) -> Surface:
    """Return the surface with scores that no later tick writes over."""
    return replace(surface, scores=surface.scores.copy())


def _facts(found: Found, cell: int) -> tuple[float, float, float, float]:
    columns = found.scanned.measured.columns
    near, price = columns.get("capacity_50km"), columns.get("power_price")
    power = float(near.value[cell]) if near is not None else np.nan
    if price is None:
        return power, np.nan, np.nan, np.nan
    return power, float(price.value[cell]), float(price.low[cell]), float(price.high[cell])
