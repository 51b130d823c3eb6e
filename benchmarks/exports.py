"""Every form of export against pandas, geopandas and bare xlsxwriter writing the same table."""

import csv
import io
import os
import time
from collections.abc import Callable
from functools import partial

import geopandas
import pandas as pd
import xlsxwriter

from benchmarks.timing import table
from siteselect.export import EXPORTERS
from siteselect.export.compose import make_report
from siteselect.export.report import Report
from siteselect.mcda.evaluate import evaluate
from siteselect.packs.catalogue import open_pack
from tests.making import make_matrix, make_scenario

SIZES = ((200, 12, 5), (100_000, 6, 1))
"""Sites, criteria, and rounds of which the best counts."""


def main() -> None:
    """Print seconds and bytes for 200 and for 100,000 sites."""
    for count, criteria, rounds in SIZES:
        report, composed = made(count, criteria)
        rows = [("form", "seconds", "MB", "sites/s")]
        rows.append(("the report itself", f"{composed:.3f}", "", f"{count / composed:,.0f}"))
        for name, work in (ours(report) | peers(report)).items():
            rows.append(timed(name, work, count, rounds))
        table(f"Exports of {count:,} sites, {criteria} criteria", rows)


def ours(report: Report) -> dict[str, Callable[[], bytes]]:
    """Return every form of export by its name."""
    forms = {
        f"{key} ({each.suffix})": partial(each.make, report) for key, each in EXPORTERS.items()
    }
    return {**forms, "pdf_report (.pdf), its tables alone": partial(printed, report)}


def printed(report: Report) -> bytes:
    """Return the report on paper, without charts: those take the same time for any list."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from siteselect.ui.app import make_app
    from siteselect.ui.print import pdf_report

    app = make_app(["benchmarks"])
    pages = pdf_report.make(report, {})
    app.processEvents()
    return pages


def made(count: int, criteria: int) -> tuple[Report, float]:
    """Return a report and the seconds it took to compose."""
    matrix = make_matrix(count, criteria)
    evaluation = evaluate(make_scenario(criteria), matrix)
    start = time.perf_counter()
    report = make_report(evaluation, open_pack("central-asia"), "Benchmark")
    return report, time.perf_counter() - start


def timed(name: str, work: Callable[[], bytes], count: int, rounds: int) -> tuple[str, ...]:
    """Return the line of one form: the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        size = len(work())
        best = min(best, time.perf_counter() - start)
    return (name, f"{best:.3f}", f"{size / 2**20:.2f}", f"{count / best:,.0f}")


def peers(report: Report) -> dict[str, Callable[[], bytes]]:
    """Return what others write of the very cells of our table; their frames stand ready made."""
    text = EXPORTERS["csv_table"].make(report).decode()
    head, *lines = list(csv.reader(io.StringIO(text)))
    frame = pd.read_csv(io.StringIO(text))
    cells = [[number(cell) for cell in line] for line in lines]
    points = geopandas.points_from_xy(frame["lon"], frame["lat"], crs="EPSG:4326")
    places = geopandas.GeoDataFrame(frame, geometry=points)

    def to_excel() -> bytes:
        stream = io.BytesIO()
        frame.to_excel(stream, engine="xlsxwriter", index=False)
        return stream.getvalue()

    def bare() -> bytes:
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(stream, {"constant_memory": len(cells) > 5000})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, head)
        for place, line in enumerate(cells, 1):
            sheet.write_row(place, 0, line)
        book.close()
        return stream.getvalue()

    return {
        "pandas to_csv": lambda: frame.to_csv(index=False).encode(),
        "pandas to_json": lambda: frame.to_json(orient="records").encode(),
        "geopandas to_json": lambda: places.to_json().encode(),
        "pandas to_excel (xlsxwriter)": to_excel,
        "xlsxwriter, the bare table": bare,
    }


def number(cell: str) -> float | str:
    """Return a cell as the number that it is, if it is one."""
    try:
        return float(cell)
    except ValueError:
        return cell


if __name__ == "__main__":
    main()
