"""The report on paper: what a board reads, in the order in which it asks."""

from collections.abc import Callable, Mapping
from functools import partial

from siteselect.export.exporter import Exporter
from siteselect.export.report import Report
from siteselect.language import say, speaking
from siteselect.progress import Progress, silent
from siteselect.ui.pictures import Drawing
from siteselect.ui.print import chapters, cover, tables
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.paper import A4, Paper
from siteselect.ui.print.pdf_file import Running, pdf_of

SIZES: dict[str, tuple[int, int]] = {
    "map": (900, 620),
    "contributions": (660, 400),
    "acceptability": (660, 350),
    "tornado": (660, 350),
    "price_stack": (660, 330),
    "consensus": (660, 380),
}
"""The pictures of the report, and how large each is before it is set on paper."""

Drawings = Mapping[str, Drawing]
Chapter = Callable[[Flow, Report, Drawings], None]
CHAPTERS: dict[str, Chapter] = {
    "why": chapters.why,
    "ranking": chapters.ranking,
    "firmness": chapters.firmness,
    "money": tables.money,
    "gates": chapters.gates,
    "method": tables.method,
    "values": tables.values,
    "sources": tables.sources,
}


def set_pages(
    report: Report, drawings: Drawings, paper: Paper = A4, progress: Progress = silent
) -> Flow:
    """Return the pages of the report, set but not yet printed."""
    flow = Flow(paper, report.brand.accent)
    flow.turn()
    cover.cover(flow, report, drawings)
    for place, (part, chapter) in enumerate(CHAPTERS.items()):
        progress(0.5 * place / len(CHAPTERS), say("Setting the pages"))
        if report.has(part):
            chapter(flow, report, drawings)
    tables.stamp(flow, report)
    flow.close()
    return flow


def make(
    report: Report, drawings: Drawings, paper: Paper = A4, progress: Progress = silent
) -> bytes:
    """Return the report as a PDF, in its own language."""
    with speaking(report.language):
        flow = set_pages(report, drawings, paper, progress)
        stamp = report.stamp
        running = Running(
            title=report.title,
            right=say("{scenario} · facts as of {day}", scenario=stamp.scenario, day=stamp.as_of),
            foot=f"{stamp.program} {stamp.version} · {stamp.pack}",
            language=report.language,
            author=report.brand.name,
        )

        def told(part: float, what: str) -> None:
            progress(0.5 + 0.5 * part, what)

        return pdf_of(flow.pages, flow.marks, paper, running, told)


def exporter(drawings: Drawings, paper: Paper = A4, progress: Progress = silent) -> Exporter:
    """Return what writes the report with these drawings."""
    return Exporter(
        title=say("report to print"),
        suffix=".pdf",
        make=partial(make, drawings=drawings, paper=paper, progress=progress),
        money=True,
        firm=True,
        pictures=True,
    )
