"""A report made for tests: the toy pack, five sites, every verdict."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from siteselect.export.compose import make_report
from siteselect.export.money_table import Assumption, MoneyCell, MoneyFigure, MoneyTable
from siteselect.export.report import Report
from siteselect.mcda.evaluate import evaluate
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import (
    Column,
    DecisionMatrix,
    MeasureInfo,
    Part,
    Provenance,
)
from siteselect.model.evaluation import Evaluation
from siteselect.model.fact import Confidence
from siteselect.model.gate import Gate, Verdict
from siteselect.model.scenario import Scenario
from siteselect.model.sites import Offer, Site, Sites, Vat
from siteselect.model.value_function import Linear
from siteselect.packs.catalogue import open_pack

TOY = Path(__file__).parents[1] / "packs" / "toy"
EVIL = '<script>alert("1")</script>'
SITES = (
    Site("Alpha", "AA", 0.5, 0.0, note="town", offer=Offer(0.5, "AAD", Vat.EXCLUDED, 60.0)),
    Site("Beta", "BB", 3.0, 0.1),
    Site(EVIL, "AA", 0.9, 0.2),
    Site("=1+1", "AA", 0.51, 0.01),
    Site("Gone", "CC", -60.0, 30.0, off_map=True),
)


@dataclass(frozen=True)
class State:
    code: str
    name: str
    price: float
    verdict: Verdict
    law: str
    note: str


REGIONS = (
    State("AA-W", "West", 50.0, Verdict.PASS, "lawful", ""),
    State("AA-E", "East", float("nan"), Verdict.FAIL, f"banned {EVIL}", "no row"),
    State("BB-1", "One", 70.0, Verdict.CONDITIONAL, "licence", "carried"),
)


def made_evaluation() -> Evaluation:
    """Price 40, 60, unknown, 50, 45; distance 10, 20, 30, 40 and known for nobody else."""
    nan = np.nan
    price = Column(
        np.array([40.0, 60.0, nan, 50.0, 45.0]),
        (
            Provenance(
                "row T1",
                "2021",
                Confidence.HIGH,
                parts=(Part("energy", 30.0), Part("grid", 10.0, "a note", "row T2")),
            ),
            Provenance("row T3", badge="carried", note="carried from 2020"),
            Provenance("No row holds on this day."),
            Provenance("@row"),
            Provenance("row T4"),
        ),
        low=np.array([35.0, 60.0, nan, 50.0, 45.0]),
        high=np.array([45.0, 60.0, nan, 50.0, 45.0]),
    )
    far = Column(np.array([10.0, 20.0, 30.0, 40.0, nan]), tuple(Provenance("layer") for _ in SITES))
    nobody = Column(np.full(5, nan), tuple(Provenance("No layer.") for _ in SITES))
    law = Column(
        np.array([2.0, 1.0, 2.0, 0.0, nan]),
        tuple(
            Provenance("R1", note=text)
            for text in ("lawful", "a licence is wanted", "lawful", f"banned {EVIL}", "")
        ),
    )
    infos = (
        MeasureInfo("power_price", "All-in price", "USD/MWh", "Power"),
        MeasureInfo("far", "Distance", "km", "Logistics"),
        MeasureInfo("nobody", "Known to nobody", "km", "Logistics"),
        MeasureInfo("legal_status", "Mining lawful", "status", "Law"),
    )
    matrix = DecisionMatrix(Sites(SITES), infos, (price, far, nobody, law), date(2021, 6, 2), 50.0)
    scenario = Scenario(
        "Balanced",
        (
            Criterion("power_price", Linear(75, 35), 30, "Power"),
            Criterion("far", Linear(50, 0), 10, "Logistics"),
            Criterion("nobody", Linear(50, 0), 5, "Logistics"),
            Criterion("legal_status", Linear(0, 2), 99, "Law", enabled=False),
        ),
        (Gate("legal_status", at_least=2, band=1),),
    )
    return evaluate(scenario, matrix)


def made_report(top: int | None = None, method: str = "weighted_sum") -> Report:
    evaluation = made_evaluation()
    if method != "weighted_sum":
        evaluation = evaluate(replace(evaluation.scenario, method=method), evaluation.matrix)
    return make_report(evaluation, open_pack(TOY), f"Toy {EVIL}", REGIONS, top)


def made_money() -> MoneyTable:
    """Two figures: one known to the first site alone, one that never comes to pass."""
    known = (MoneyCell(1000.0, 900.0, 1200.0), MoneyCell(None, 20.0, None, never=True))
    unknown = (
        MoneyCell(None, None, None, why="No price."),
        MoneyCell(None, None, None, why="No price."),
    )
    return MoneyTable(
        (
            MoneyFigure("npv", "Net present value", "USD"),
            MoneyFigure("payback", "Payback", "months"),
        ),
        {site.name: unknown if place else known for place, site in enumerate(SITES)},
        (Assumption("Network", "Decay", "share", 0.02, 0.01, 0.03, "assumption", True, False),),
        ("Known for 1 of 5 sites.",),
    )
