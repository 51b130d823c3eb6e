"""Values made for tests: a matrix and an evaluation without a pack."""

from dataclasses import replace
from datetime import date

import numpy as np

from siteselect.mcda.evaluate import evaluate
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.fact import Confidence
from siteselect.model.gate import Gate
from siteselect.model.scenario import Scenario
from siteselect.model.sites import Site, Sites
from siteselect.model.value_function import Linear

DAY = date(2021, 6, 2)
GROUPS = ("Power", "Law & risk", "Logistics", "Climate & site")


def make_sites(count: int) -> Sites:
    generator = np.random.default_rng(7)
    lon, lat = generator.uniform(50, 95, count), generator.uniform(37, 55, count)
    countries = ("KZ", "KG", "CN-XJ")
    return Sites(
        tuple(
            Site(f"Site {row:04}", countries[row % 3], float(lon[row]), float(lat[row]))
            for row in range(count)
        )
    )


def make_matrix(count: int = 30, criteria: int = 6, *, unknown: float = 0.1) -> DecisionMatrix:
    """Return raw values of 0 to 100, some unknown, some uncertain, and a legal status."""
    generator = np.random.default_rng(11)
    infos, columns = [], []
    for place in range(criteria):
        raw = generator.uniform(0, 100, count)
        raw[generator.random(count) < unknown] = np.nan
        spread = np.where(generator.random(count) < 0.2, 5.0, 0.0)
        where = tuple(
            Provenance("No source known.")
            if np.isnan(value)
            else Provenance(f"source {place}", "2021", Confidence.HIGH)
            for value in raw
        )
        infos.append(MeasureInfo(f"measure_{place}", f"Measure {place}", "km", GROUPS[place % 4]))
        columns.append(Column(raw, where, raw - spread, raw + spread))
    legal = np.array([(2.0, 0.0, 1.0)[row % 3] for row in range(count)])
    words = ("lawful", "banned since spring", "notice to the ministry")
    infos.append(MeasureInfo("legal_status", "Mining lawful", "status", "Law & risk"))
    columns.append(
        Column(legal, tuple(Provenance("R00", note=words[row % 3]) for row in range(count)))
    )
    return DecisionMatrix(make_sites(count), tuple(infos), tuple(columns), DAY, 50.0)


def make_scenario(criteria: int = 6, method: str = "weighted_sum") -> Scenario:
    return Scenario(
        "Balanced",
        tuple(
            Criterion(
                f"measure_{place}",
                Linear(100, 0) if place % 2 else Linear(0, 100),
                10.0 + place,
                GROUPS[place % 4],
            )
            for place in range(criteria)
        ),
        (Gate("legal_status", at_least=2.0, band=1.0),),
        method,
    )


def make_evaluation(count: int = 30, criteria: int = 6, method: str = "weighted_sum") -> Evaluation:
    return evaluate(make_scenario(criteria, method), make_matrix(count, criteria))


def make_aged(evaluation: Evaluation) -> Evaluation:
    """Return it with an old value of the first measure at the first site."""
    matrix = evaluation.matrix
    first = matrix.columns[0]
    old = replace(first.provenance[0], badge="observed 2016, stale")
    column = replace(first, provenance=(old, *first.provenance[1:]))
    return replace(evaluation, matrix=replace(matrix, columns=(column, *matrix.columns[1:])))
