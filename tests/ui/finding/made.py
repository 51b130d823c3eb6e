"""A session on the toy pack, and what the Find place shows of it."""

from dataclasses import replace
from functools import cache

import numpy as np

from siteselect.model.gate import Gate
from siteselect.packs.own_facts import lay_over
from siteselect.project.build import MatrixBuilder
from siteselect.project.region_day import region_day
from siteselect.scan.shortlist import suggest
from siteselect.scan.surface import Best, arrange, score
from siteselect.scan.values import Valued
from siteselect.ui.finding.found import Found, Suggested
from siteselect.ui.ground import Ground
from tests.criteria.toy import BETA, EAST, WEST
from tests.scan.made import made_study, scanned, toy

GATES = (Gate("legal_status", at_least=2.0, band=1.0), Gate("station_distance", at_most=60.0))


def study(**changes):
    return replace(made_study(**({"gates": GATES} | changes)), candidates=(WEST, EAST, BETA))


def ground(reference="toy@1", progress=None):
    del progress

    def read_day(day, facts):
        return region_day(lay_over(toy(), facts), day)

    return Ground(reference, toy(), MatrixBuilder(toy()).build, read_day)


@cache
def found(gates=GATES):
    held, scenario = scanned(), made_study(gates=gates).scenario
    arrangement = arrange(held.region, Valued(held.measured.columns), scenario)
    surface = score(arrangement, scenario)
    levels = surface.levels()
    best = arrangement.cells[Best(100).of(surface.open_scores)]
    return Found(held, surface, levels, surface.histogram(levels), best, 0.0042)


@cache
def suggested():
    made = found()
    arrangement = made.surface.arrangement
    cells = arrangement.cells[: arrangement.open]
    places = suggest(made.region, cells, made.surface.open_scores, 3, 40.0, toy())
    facts = tuple((500.0, 30.0, 28.0, 33.0) if each.rank > 1 else (np.nan,) * 4 for each in places)
    return Suggested(made.surface, places, facts)
