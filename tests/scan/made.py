"""A scan of the toy pack, made once: half a thousand cells and every measure of a scenario."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from siteselect.criteria import MEASURES
from siteselect.model.gate import Gate
from siteselect.model.sites import Site
from siteselect.model.study import Context, Study
from siteselect.packs.pack import Pack
from siteselect.project.default_scenarios import default_scenarios
from siteselect.scan.cache import Cache
from siteselect.scan.engine import HereEngine
from siteselect.scan.scan import scan
from tests.packs.make_toy import TOY

DAY = date(2021, 6, 15)


@cache
def toy() -> Pack:
    return Pack(Path(TOY))


def made_study(day=DAY, **changes) -> Study:
    scenarios = default_scenarios()
    study = Study("Toy", "toy@1", Context(day, 50.0), (), scenarios, scenarios[0].name)
    return study.with_scenario(replace(study.scenario, **changes)) if changes else study


@cache
def kept_cache() -> Cache:
    return Cache(Path(mkdtemp(prefix="siteselect-test-")))


@cache
def scanned(km=20.0, day=DAY):
    return scan(made_study(day), toy(), km, HereEngine(toy(), 1), kept_cache())


def sites_at(region, cells):
    """Return the middles of cells as sites that a person might have typed."""
    lon, lat = region.lon_lat(cells)
    return tuple(
        Site(f"Cell {cell}", region.codes[region.country[cell]], float(lon[row]), float(lat[row]))
        for row, cell in enumerate(cells.tolist())
    )


def all_measures():
    """Return a study whose one scenario asks for every measure there is."""
    study = made_study()
    gates = (Gate("legal_status", at_least=2.0, band=1.0),)
    criteria = tuple(
        replace(study.scenario.criteria[0], measure=key, value=measure.value, weight=1.0,
                enabled=True, name=key)
        for key, measure in MEASURES.items()
        if key != "legal_status"
    )  # fmt: skip
    return study.with_scenario(replace(study.scenario, criteria=criteria, gates=gates))
