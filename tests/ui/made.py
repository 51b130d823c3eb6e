"""A session on made data: no pack, no files; the matrix is built at once or in a task."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from siteselect.model.decision_matrix import DecisionMatrix
from siteselect.model.own_fact import OwnFact
from siteselect.model.sites import Sites
from siteselect.model.study import Context, Study
from siteselect.progress import Progress
from siteselect.ui.ground import Ground
from tests.making import DAY, make_matrix, make_scenario, make_sites

TOY = Path(__file__).parent.parent / "packs" / "toy"


def make_study(count: int = 30) -> Study:
    cheap = replace(make_scenario().with_weight("measure_0", 40.0), name="Lowest cost")
    return Study(
        "Relocation",
        "made@1",
        Context(DAY, 50.0),
        make_sites(count).items,
        (make_scenario(), cheap),
        "Balanced",
    )


class MadeGround:
    """Opens a ground that measures made sites, and counts how often it was asked."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.built: list[Context] = []
        self.days: list[date] = []
        self.facts: tuple[OwnFact, ...] = ()
        self.fault: Exception | None = None

    def __call__(self, reference: str, progress: Progress) -> Ground:
        self.opened.append(reference)
        return Ground(reference, None, self.build, self.read_day)

    def build(self, study: Study, progress: Progress) -> DecisionMatrix:
        progress(0.5, "measuring")
        if self.fault is not None:
            raise self.fault
        self.built.append(study.context)
        matrix = make_matrix(len(study.candidates))
        context = study.context
        sites = Sites(study.candidates)
        return replace(matrix, sites=sites, as_of=context.as_of, load_mw=context.load_mw)

    def read_day(self, day: date, facts: tuple[OwnFact, ...]) -> object:
        self.days.append(day)
        self.facts = facts
        return day


class ToyGround(MadeGround):
    """As made, with the toy pack beneath, so that a map has something to draw."""

    def __call__(self, reference: str, progress: Progress) -> Ground:
        from siteselect.packs.catalogue import open_pack
        from siteselect.project.region_day import region_day

        pack = open_pack(str(TOY))
        self.opened.append(reference)
        return Ground(reference, pack, self.build, lambda day, _: region_day(pack, day))
