"""One export, from the wish to the file, in three steps.

What is reckoned and what is written happens on any thread; what is painted, on the main one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from siteselect.export import EXPORTERS
from siteselect.export.compose import make_report
from siteselect.export.csv_table import exporter as table
from siteselect.export.exporter import Exporter
from siteselect.export.firm_table import firm_table
from siteselect.export.languages import spoken
from siteselect.export.money_table import money_table
from siteselect.export.picture_words import IN_REPORT, worded
from siteselect.export.report import Report
from siteselect.language import language, say, speaking
from siteselect.mcda.evaluate import evaluate
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.study import Study
from siteselect.packs.own_layers import laid_over
from siteselect.packs.pack import Pack
from siteselect.progress import Progress
from siteselect.project.build import MatrixBuilder
from siteselect.project.finance import finance
from siteselect.project.region_day import study_day
from siteselect.ui.conclusions import Basis
from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.map.map_data import MapData
from siteselect.ui.pictures import Drawing
from siteselect.ui.print import pdf_report
from siteselect.ui.print.paper import paper_called
from siteselect.ui.print.studio import Subject, conclude_all, drawings
from siteselect.ui.print.wish import PDF, Wish

PAINTED = (PDF, "html_page")
"""Forms that show pictures."""


@dataclass(frozen=True, eq=False, slots=True)
class Ready:
    """All that is reckoned for one export, before anything is painted."""

    wish: Wish
    report: Report
    subject: Subject | None
    """None where nothing is painted."""


def reckon(
    wish: Wish, study: Study, pack: Pack, evaluation: Evaluation | None, progress: Progress
) -> Ready:
    """Return what an export needs: the evaluation of its scenario and day, money, firmness.

    Parameters
    ----------
    wish
        What is wanted.
    study, pack
        What it is of.
    evaluation
        The one at hand; another scenario or day is measured anew.
    progress
        Told between the steps; the place where it can be stopped.
    """
    told = say("Writing {name}", name=wish.path.name)
    progress(0.05, told)
    code, here = _spoken(wish), language()
    with speaking(code):
        study = _turned(wish, study)
        held = evaluation
        if held is None or code != here or not _fits(held, study):
            held = evaluate(study.scenario, MatrixBuilder(pack).build(study))
        progress(0.2, told)
        money = firm = None
        if wish.form in {*PAINTED, "xlsx_workbook"}:
            money = money_table(finance(study, pack, held.matrix))
        progress(0.4, told)
        if wish.form in PAINTED:
            firm = firm_table(held)
        own = laid_over(pack, study)
        day = study_day(own, study)
        report = make_report(
            held,
            own,
            study.title,
            day.regions,
            money=money,
            firm=firm,
            layers=study.layers,
            tint=study.tint,
        )
        report = replace(report, brand=wish.brand(), parts=wish.parts)
        subject = None
        if wish.form in PAINTED:
            subject = _subject(held, study, own, day)
        progress(0.55, told)
    return Ready(wish, report, subject)


def paint(ready: Ready, beneath: Backdrop | None = None) -> dict[str, Drawing]:
    """Return the pictures of an export, with what lies beneath the map; on the main thread."""
    if ready.subject is None:
        return {}
    subject = ready.subject
    if beneath is not None and subject.data is not None:
        subject = replace(subject, data=replace(subject.data, backdrop=beneath))
    measures = {each.measure for each in ready.report.criteria}
    wanted = [
        (key, pdf_report.SIZES[key])
        for key in IN_REPORT
        if key != "price_stack" or "power_price" in measures
    ]
    with speaking(_spoken(ready.wish)):
        return drawings(subject, wanted)


def write(ready: Ready, painted: Mapping[str, Drawing], progress: Progress) -> None:
    """Write the file, whole or not at all."""
    wish = ready.wish
    writing = say("Writing {name}", name=wish.path.name)
    with speaking(_spoken(wish)):

        def told(part: float, _: str) -> None:
            progress(0.6 + 0.4 * part, writing)

        told(0.0, writing)
        svgs = {}
        if wish.form == "html_page":
            svgs = {key: each.svg(mark=f"{key}-") for key, each in painted.items()}
        pictures = tuple(worded(key, svgs.get(key, "")) for key in painted)
        report = replace(ready.report, pictures=pictures)
        _exporter(wish, painted, told).write(report, wish.path)


def _spoken(wish: Wish) -> str:
    return spoken(wish.language, EXPORTERS.get(wish.form))


def _exporter(wish: Wish, painted: Mapping[str, Drawing], progress: Progress) -> Exporter:
    if wish.form == PDF:
        return pdf_report.exporter(painted, paper_called(wish.paper), progress)
    if wish.form == "csv_table":
        return table(wish.table())
    return EXPORTERS[wish.form]


def _turned(wish: Wish, study: Study) -> Study:
    """Return the study with the scenario and the day that are wanted."""
    if wish.scenario and wish.scenario != study.active:
        study = replace(study, active=wish.scenario)
    if wish.as_of is not None and wish.as_of != study.context.as_of:
        study = study.with_day(wish.as_of)
    return study


def _fits(evaluation: Evaluation, study: Study) -> bool:
    return evaluation.scenario == study.scenario and evaluation.matrix.as_of == study.context.as_of


def _subject(evaluation: Evaluation, study: Study, pack: Pack, day: RegionDay) -> Subject:
    basis = conclude_all(Basis(evaluation, study.scenarios))
    return Subject(evaluation, basis, MapData.of(pack).with_own(study.layers), day)
