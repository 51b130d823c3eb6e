"""The self-test's look at what the program stands on: projections, readers, tables, the window."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator

from siteselect.cli.selftest_bench import Bench, Check, Failed, demand

_PATIENCE_S = 180.0

_VECTORS = (
    ("EPSG:3857", -100.33333333333333, 24.381786944444446, -11169055.58, 2800000.00),
    ("EPSG:3035", 5.0, 50.0, 3962799.45, 2999718.85),
)
"""Worked examples of the Guidance Note 7-2 of the IOGP (EPSG): longitude, latitude, x, y."""
_FLINDERS = (144.424867888, -37.951033417)
_BUNINYONG = (143.926495527, -37.652821139)
_GEODESIC_M = 54972.271
"""The Geocentric Datum of Australia Technical Manual's worked line from Flinders Peak to Buninyong,
on GRS 80."""


def checks() -> Iterator[Check]:
    """Return the checks that need no window."""
    yield Check("Projections", _projections)
    yield Check("Geodesics", _geodesics)
    yield Check("Table of offers", _offers)
    yield Check("Reader in a process of its own", _reader)
    yield Check("Damaged files refused", _refused)


def window() -> Iterator[Check]:
    """Return the check that opens the window, in a child: Qt ends a process it cannot serve."""
    yield Check("Window and fonts", _window)


def _projections(bench: Bench) -> str:
    from pyproj import CRS, Transformer

    from siteselect.geo.crs import to_web_mercator

    for name, lon, lat, x, y in _VECTORS:
        found = Transformer.from_crs("EPSG:4326", name, always_xy=True).transform(lon, lat)
        off = max(abs(found[0] - x), abs(found[1] - y))
        demand(off < 0.02, f"{name} is off by {off:.3f} m")
    _, lon, lat, x, y = _VECTORS[0]
    own = to_web_mercator(lon, lat)
    demand(abs(float(own[0]) - x) + abs(float(own[1]) - y) < 0.02, "Web Mercator is off")
    CRS.from_user_input(bench.pack.manifest.grid_crs or "EPSG:4326")
    return f"{len(_VECTORS)} worked examples of EPSG met to 2 cm"


def _geodesics(_: Bench) -> str:
    from pyproj import Geod

    _, _, metres = Geod(ellps="GRS80").inv(*_FLINDERS, *_BUNINYONG)
    demand(abs(metres - _GEODESIC_M) < 0.01, f"{metres:.3f} m instead of {_GEODESIC_M} m")
    return "the worked line of the GDA Technical Manual met to 1 cm"


def _offers(bench: Bench) -> str:
    from siteselect.intake.country import region_of
    from siteselect.intake.offers import read_offers
    from siteselect.resources import resource

    taken = read_offers(resource("templates", "offers-example.csv"), region_of(bench.pack), ())
    demand(bool(taken.sites), "no row of the example was read")
    return f"{len(taken.sites)} rows of the example read"


def _reader(bench: Bench) -> str:
    import xlsxwriter

    from siteselect.intake.workbook import read_first_sheet

    path = bench.folder / "reader.xlsx"
    words = ["Almaty", "Алматы", "阿拉木图"]
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, words)
    ((_, cells),) = read_first_sheet(path, 10, 10)
    demand(cells == words, f"{cells} was read instead of {words}")
    return "a workbook in three scripts read"


def _refused(bench: Bench) -> str:
    from siteselect.errors import IntakeError, ProjectError
    from siteselect.intake.workbook import read_first_sheet
    from siteselect.project.file import open_project

    path = bench.folder / "damaged.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    for reader, kind in ((lambda: read_first_sheet(path, 10, 10), IntakeError),
                         (lambda: open_project(path), ProjectError)):  # fmt: skip
        try:
            reader()
        except kind:
            continue
        raise Failed("a damaged file was read as if it were whole")
    return "a damaged workbook and a damaged project, each with a sentence"


def program() -> list[str]:
    """Return the words that start this very program again, frozen or not."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "siteselect"]


def _window(bench: Bench) -> str:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    words = [*program(), "first-window", str(bench.folder / "window.png")]
    began = time.time()
    done = subprocess.run(
        words, env=environment, capture_output=True, timeout=_PATIENCE_S, check=False
    )
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        why = [line for line in lines if not line.startswith("[PYI-")]  # the freezer's own words
        raise Failed(
            f"it ended with {done.returncode}: {why[-1] if why else 'no word'}. "
            "Run `siteselect doctor`."
        )
    told = json.loads(done.stdout.decode().splitlines()[-1])
    demand(not told["lacking"], f"no shipped font has {told['lacking']}")
    ranked = len(bench.evaluation.matrix.sites.items)
    demand(told["sites"] == ranked, f"{told['sites']} sites in the window, {ranked} here")
    demand(told["first"] == bench.evaluation.leader, "window and command line disagree on rank 1")
    shown, stands = told["shown"] - began, told["stands"] - began
    families = ", ".join(told["families"])
    return f"shown after {shown:.2f} s, ranked after {stands:.2f} s, {told['platform']}; {families}"
