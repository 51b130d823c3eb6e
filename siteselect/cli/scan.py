"""`siteselect scan`: every cell of the region scored, the best places suggested."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.cli import choices
from siteselect.cli.choices import Choices
from siteselect.cli.terminal import console, line, table_of
from siteselect.errors import StudyError
from siteselect.language import say

if TYPE_CHECKING:
    from siteselect.model.sites import Site
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack
    from siteselect.progress import Progress
    from siteselect.scan.engine import Engine
    from siteselect.scan.scan import Scanned
    from siteselect.scan.shortlist import Suggestion
    from siteselect.scan.summary import Summary

CELL_KM, APART_KM = 2.0, 50.0


def scan(
    project: choices.Project = None,
    cell_km: Annotated[
        float, typer.Option("--cell-km", metavar="KM", help="The side of a cell.")
    ] = CELL_KM,
    to: Annotated[
        list[Path] | None,
        typer.Option("--to", metavar="FILE", help="surface.tif, .parquet or .zarr; may be again."),
    ] = None,
    top: Annotated[
        int | None, typer.Option("--top", min=1, max=10_000, help="Suggest the best N places.")
    ] = None,
    apart: Annotated[
        float, typer.Option("--apart", metavar="KM", min=0.0, help="Places so far from each other.")
    ] = APART_KM,
    to_sites: Annotated[
        Path | None,
        typer.Option("--to-sites", metavar="FILE", help="Suggested places as sites.geojson."),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option("--country", metavar="CODE", help="Only there: KZ, KG, CN-XJ; may be again."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="Work on a Dask cluster."),
    ] = None,
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, help="Of this machine; all by default.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="FOLDER", help="Where measures are kept.")
    ] = None,
    as_of: choices.AsOf = None,
    method: choices.Method = None,
    scenario: choices.ScenarioName = None,
    weights: choices.Weights = None,
    set_: choices.Set = None,
    load: choices.Load = None,
    pack: choices.PackName = None,
    unknown: choices.UnknownAs = None,
) -> None:
    """Score every cell of the region, and suggest the best places for the list."""
    from siteselect.scan.cache import Cache, default_folder, passing_folder
    from siteselect.scan.scan import check_chosen, stretches
    from siteselect.scan.scan import scan as measure_all
    from siteselect.scan.shortlist import as_sites
    from siteselect.scan.stamp import stamp_of
    from siteselect.scan.summary import Summary
    from siteselect.scan.writing import check_name, write_sites, write_surface

    for path in to or ():
        check_name(path)
    if to_sites is not None and top is None:
        raise StudyError(say("--to-sites writes suggested places: say how many with --top N."))
    chosen_study = Choices(
        project, as_of, method, scenario, weights, tuple(set_ or ()), load, None, pack, unknown
    )
    study, held_pack = chosen_study.study()
    chosen = frozenset(country) if country else None
    cache = Cache(keep or default_folder())
    with _engine(held_pack, scheduler, threads) as engine:
        scanned = measure_all(study, held_pack, cell_km, engine, cache, _told())
    check_chosen(scanned.region, chosen)
    for remark in scanned.measured.remarks:
        print(remark, file=sys.stderr)
    stamp = stamp_of(study, held_pack, scanned.region, chosen)
    with passing_folder(cache.folder) as folder:
        summary = Summary(scanned.region, Cache(Path(folder)))
        flows = (stretches(scanned, study.scenario, chosen) for _ in count())
        watched = summary.watch(next(flows))
        for path in to or ():
            write_surface(path, scanned, watched, stamp)
            print(f"{path}: {len(scanned.region):,} cells written.")
            watched = next(flows)
        if not to:
            deque(watched, maxlen=0)
        _print_summary(study, scanned, summary)
        if top is not None:
            found = summary.suggest(top, apart, held_pack)
            sites = as_sites(found, (), study.context.as_of, cell_km)
            _print_sites(found, sites, top, apart)
            if to_sites is not None:
                write_sites(to_sites, sites, found, stamp)
                print(f"{to_sites}: {len(sites)} places written.")


@contextmanager
def _engine(pack: "Pack", scheduler: str | None, threads: int | None) -> "Iterator[Engine]":
    if scheduler is None:
        from siteselect.scan.engine import HereEngine

        yield HereEngine(pack, threads)
        return
    from siteselect.scan.cluster import ClusterEngine

    engine = ClusterEngine(scheduler)
    try:
        yield engine
    finally:
        engine.close()


def _told() -> "Progress":
    """Return a line that is written over while the work goes on; nothing where nobody looks."""
    from siteselect.progress import silent

    if not sys.stderr.isatty():
        return silent

    def tell(done: float, what: str) -> None:
        end = "\n" if done >= 1.0 else ""
        print(f"\r{what}: {100 * done:3.0f} %", end=end, file=sys.stderr, flush=True)

    return tell


def _print_summary(study: "Study", scanned: "Scanned", summary: "Summary") -> None:
    out, scenario, context = console(), study.scenario, study.context
    cells, km = len(scanned.region), scanned.region.grid.cell_km
    out.print(line(f"{study.title} · {scenario.name}", "bold"))
    asked = f"As of {context.as_of}, {context.load_mw:g} MW wanted"
    out.print(line(f"{asked}, {cells:,} cells of {km:g} km, {summary.land:,} of them asked for"))
    for each in summary.gates:
        told = f"{each.gate.measure}: closes {each.closed:.1%}, knows nothing of {each.unknown:.1%}"
        out.print(line(told.replace("%", " %")))
    told = f"{summary.open / max(summary.land, 1):.1%} open".replace("%", " %")
    if summary.open:
        marks = ", ".join(f"{100.0 * each:.1f}" for each in summary.quartiles)
        told += f"; quartiles of the score {marks}"
    out.print(line(told))


def _print_sites(
    found: "Sequence[Suggestion]", sites: "Sequence[Site]", top: int, apart: float
) -> None:
    out = console()
    rows = [
        (str(each.rank), site.name, site.country, f"{100.0 * each.score:.1f}",
         f"{site.lat:.3f}", f"{site.lon:.3f}")
        for each, site in zip(found, sites, strict=True)
    ]  # fmt: skip
    titles = ("#", "Place", "Country", "Score", "Lat", "Lon")
    out.print()
    out.print(table_of(titles, rows, ("Place", "Country")))
    if len(found) < top:
        out.print(line(f"Only {len(found)} open places lie {apart:g} km from each other."))
