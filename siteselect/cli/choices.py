"""What commands let a person choose: one place, so that all mean the same."""

import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from siteselect.errors import IntakeError, StudyError

if TYPE_CHECKING:
    from siteselect.export.report import Report
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.scenario import Scenario
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack

Project = Annotated[
    Path | None, typer.Argument(help="A project; without one, the sample that ships is used.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="Read facts on DAY, as 2021-06-02.")
]
Method = Annotated[str | None, typer.Option(help="weighted_sum, topsis ...")]
ScenarioName = Annotated[str | None, typer.Option("--scenario", help="A scenario of the project.")]
Weights = Annotated[
    Path | None,
    typer.Option(metavar="FILE.json", help='Weights by criterion: {"power_price": 30}.'),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="weight.KEY=VALUE", help="One weight; may be given again."),
]
Load = Annotated[float | None, typer.Option(metavar="MW", help="The power wanted at the site.")]
SitesFile = Annotated[
    Path | None,
    typer.Option("--sites", metavar="FILE", help="A table of sites and offers to add (CSV, XLSX)."),
]
PackName = Annotated[
    str | None,
    typer.Option(
        "--pack",
        help="Another pack: its name, or the path of its folder. Without a project, its places.",
    ),
]


class Unknown(StrEnum):
    """What an unknown value counts as."""

    pessimistic = "pessimistic"
    neutral = "neutral"
    exclude = "exclude"


UnknownAs = Annotated[
    Unknown | None, typer.Option("--unknown", help="What an unknown value counts as.")
]


@dataclass(frozen=True, slots=True)
class Choices:
    """The project and every override, as given."""

    project: Path | None = None
    as_of: str | None = None
    method: str | None = None
    scenario: str | None = None
    weights: Path | None = None
    settings: tuple[str, ...] = ()
    load: float | None = None
    sites: Path | None = None
    pack: str | None = None
    unknown: Unknown | None = None

    def report(
        self, top: int | None = None, *, money: bool = False, firm: bool = False
    ) -> "Report":
        """Return the report on the study as chosen, with money and firmness where asked for."""
        return report_on(*self.case(), top, money=money, firm=firm)

    def case(self) -> "tuple[Study, Pack, Evaluation]":
        """Return the study as chosen, its pack, and what is concluded of it."""
        study, pack = self.study()
        return study, pack, evaluated(study, pack)

    def study(self) -> "tuple[Study, Pack]":
        """Return the study with every override in place, and its pack."""
        from siteselect.cli.layers_taken import take_layers_of
        from siteselect.model.scenario import UnknownPolicy
        from siteselect.packs.catalogue import open_pack
        from siteselect.project.file import open_project, sample_study
        from siteselect.project.new import new_study

        study = open_project(self.project) if self.project else sample_study()
        take_layers_of(study, self.project)
        pack = open_pack(study.pack if self.pack is None else self.pack)
        if self.project is None and _name(pack.reference) != _name(study.pack):
            study = new_study(pack.manifest.title, pack, study.context.as_of)
        elif self.pack is not None:
            study = replace(study, pack=self.pack)
        if self.as_of is not None:
            study = study.with_day(day_of(self.as_of))
        if self.load is not None:
            study = study.with_load(self.load)
        if self.sites is not None:
            study = _with_sites(study, pack, self.sites)
        study = _with_scenario(study, self.scenario)
        scenario = _with_weights(study.scenario, [*_file_weights(self.weights), *self._set()])
        if self.method is not None:
            scenario = replace(scenario, method=self.method)
        if self.unknown is not None:
            scenario = replace(scenario, unknown=UnknownPolicy(self.unknown.value))
        check_day(study.context.as_of, pack)
        return study.with_scenario(scenario), pack

    def _set(self) -> list[tuple[str, float]]:
        given: dict[str, float] = {}
        for text in self.settings:
            name, _, value = text.partition("=")
            what, _, key = name.strip().partition(".")
            if what != "weight" or not key:
                raise StudyError(f"--set {text} is not understood: write weight.KEY=VALUE.")
            if key in given:
                raise StudyError(f"The weight of {key} is set twice: say it once.")
            try:
                given[key] = float(value)
            except ValueError:
                raise StudyError(f"--set {text}: {value!r} is no number.") from None
        return list(given.items())


def _name(reference: str) -> str:
    """Return the name of a pack without its version."""
    return reference.partition("@")[0]


def evaluated(study: "Study", pack: "Pack") -> "Evaluation":
    """Measure every site and judge it: the same two steps that the window takes."""
    from siteselect.mcda.evaluate import evaluate
    from siteselect.project.build import MatrixBuilder

    return evaluate(study.scenario, MatrixBuilder(pack).build(study))


def report_on(
    study: "Study",
    pack: "Pack",
    evaluation: "Evaluation",
    top: int | None = None,
    *,
    money: bool = False,
    firm: bool = False,
) -> "Report":
    """Return the report on one evaluation of a study."""
    from siteselect.export.compose import make_report
    from siteselect.export.firm_table import firm_table
    from siteselect.export.money_table import money_table
    from siteselect.packs.own_layers import laid_over
    from siteselect.project.finance import finance
    from siteselect.project.region_day import region_day

    reckoned = money_table(finance(study, pack, evaluation.matrix)) if money else None
    held = firm_table(evaluation) if firm else None
    pack = laid_over(pack, study)
    regions = region_day(pack, study.context.as_of).regions
    return make_report(
        evaluation, pack, study.title, regions, top, reckoned, held, study.layers, study.tint
    )


def day_of(text: str) -> date:
    """Return the day that `text` writes as 2021-06-02, and in no other way."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # weeks and days without dashes are read as well
        raise StudyError(f"{text!r} is no day: write it as 2021-06-02.")
    return day


def check_day(day: date, pack: "Pack") -> None:
    """Raise StudyError for a day on which the pack can hold no facts."""
    first, today = pack.manifest.first_day, datetime.now(UTC).date()
    if (first is not None and day < first) or day > today:
        raise StudyError(
            f"The pack {pack.reference} holds no facts for {day.isoformat()}: "
            f"choose a day from {first.isoformat() if first else 'its first fact'} to {today}."
        )


def _with_sites(study: "Study", pack: "Pack", path: Path) -> "Study":
    from siteselect.intake.country import region_of
    from siteselect.intake.offers import merge, read_offers

    intake = read_offers(path, region_of(pack), study.candidates)
    for line in intake.report.lines:
        print(line, file=sys.stderr)
    if not intake.sites:
        raise IntakeError(f"{path} gives no site to rank: mend its rows, or leave out --sites.")
    return replace(study, candidates=merge(study.candidates, intake.sites))


def _with_scenario(study: "Study", name: str | None) -> "Study":
    if name is None:
        return study
    names = [each.name for each in study.scenarios]
    found = next((each for each in names if each.casefold() == name.casefold()), None)
    if found is None:
        raise StudyError(
            f"The study {study.title} has no scenario called {name}. It has: {', '.join(names)}."
        )
    return replace(study, active=found)


def _with_weights(scenario: "Scenario", weights: list[tuple[str, float]]) -> "Scenario":
    """Return the scenario with weights replaced; a criterion that gets one is switched on."""
    for key, weight in weights:
        criterion = scenario.criterion(key)
        scenario = scenario.with_criterion(
            replace(criterion, weight=weight, enabled=criterion.enabled or weight > 0)
        )
    return scenario


def _file_weights(path: Path | None) -> list[tuple[str, float]]:
    from siteselect.project.weights_file import read_weights

    return [] if path is None else [*read_weights(path).items()]
