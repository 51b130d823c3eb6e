"""The whole scan: cells, measures, standing and score of each, whatever their number."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.scenario import Scenario
from siteselect.model.study import Study
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent
from siteselect.scan.cache import Cache, Numbers
from siteselect.scan.columns import Measured, measured
from siteselect.scan.engine import Engine
from siteselect.scan.region import Region, region_of
from siteselect.scan.standing import Standing
from siteselect.scan.surface import arrange, check_method, score
from siteselect.scan.values import Valued

AT_ONCE = 1 << 22
"""So many cells are scored together; a larger region goes stretch by stretch."""


@dataclass(frozen=True, eq=False, slots=True)
class Scanned:
    """Cells and columns: all that scenarios of a study can be asked of on one day."""

    region: Region
    measured: Measured


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """Standing and score of neighbouring blocks."""

    first: int
    """The number of the first block."""
    after: int
    """The number after the last block."""
    cells: slice
    held: Standing
    scores: Numbers
    """For each cell float32 in [0, 1]; NaN where it is closed or not asked for."""

    @property
    def standing(self) -> Numbers:
        """The standing of each cell (uint8)."""
        return self.held.codes


def needed(scenario: Scenario) -> tuple[str, ...]:
    """Return the measures of criteria and gates that are switched on."""
    keys = [each.measure for each in scenario.criteria if each.enabled]
    keys += [each.measure for each in scenario.gates if each.enabled]
    return tuple(dict.fromkeys(keys))


def scan(
    study: Study,
    pack: Pack,
    cell_km: float,
    engine: Engine,
    cache: Cache,
    progress: Progress = silent,
) -> Scanned:
    """Measure every cell for the scenario at work; what is kept on disk is not measured again.

    Raises
    ------
    StudyError
        If the scenario's method compares sites, or its measures do not exist.
    """
    scenario = study.scenario
    check_method(scenario)
    region = region_of(pack, cell_km, cache, progress)
    found = measured(
        region,
        pack,
        needed(scenario),
        study.context,
        engine,
        cache,
        facts=study.facts,
        layers=study.layers,
        own=study.measures,
        progress=progress,
    )
    return Scanned(region, found)


def stretches(
    scanned: Scanned,
    scenario: Scenario,
    chosen: Collection[str] | None = None,
    progress: Progress = silent,
    at_once: int = AT_ONCE,
) -> Iterator[Stretch]:
    """Yield standing and score of all cells, in the order of the blocks, in bounded memory."""
    region, valued = scanned.region, Valued(scanned.measured.columns)
    check_chosen(region, chosen)
    first = 0
    while first < len(region.blocks):
        start = int(region.starts[first])
        after = int(np.searchsorted(region.starts, start + at_once, side="right")) - 1
        after = max(after, first + 1)
        cells = slice(start, int(region.starts[after]))
        arrangement = arrange(region, valued, scenario, chosen, cells)
        scores = np.full(cells.stop - start, np.nan, dtype=np.float32)
        scores[arrangement.cells - start] = score(arrangement, scenario).scores
        yield Stretch(first, after, cells, arrangement.standing, scores)
        first = after
        progress(cells.stop / len(region), say("Scoring"))


def check_chosen(region: Region, chosen: Collection[str] | None) -> None:
    """Raise StudyError when a country is chosen that the scan does not reach."""
    lacking = [code for code in chosen or () if code not in region.codes]
    if lacking:
        raise StudyError(
            say(
                "The scan does not reach {lacking}. It reaches: {codes}.",
                lacking=", ".join(lacking),
                codes=", ".join(region.codes),
            )
        )
