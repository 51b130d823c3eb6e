"""Small decisions for tests: eighths on a scale of 0 to 8, where value is raw / 8."""

import numpy as np

from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Column, DecisionMatrix, MeasureInfo, Provenance
from siteselect.model.scenario import Scenario, UnknownPolicy
from siteselect.model.sites import Site, Sites
from siteselect.model.value_function import Linear
from tests.making import DAY


def matrix_of(raw, low=None, high=None, names=None) -> DecisionMatrix:
    """Sites S00, S01 ..., measures m0, m1 ..."""
    raw = np.asarray(raw, dtype=float)
    low = raw if low is None else np.asarray(low, dtype=float)
    high = raw if high is None else np.asarray(high, dtype=float)
    names = names or [f"S{row:02}" for row in range(len(raw))]
    where = (Provenance(""),) * len(raw)
    return DecisionMatrix(
        Sites(tuple(Site(name, "KZ", 70, 50) for name in names)),
        tuple(MeasureInfo(f"m{place}", f"M{place}", "km") for place in range(raw.shape[1])),
        tuple(
            Column(raw[:, place], where, low[:, place], high[:, place])
            for place in range(raw.shape[1])
        ),
        DAY,
        50.0,
    )


def scenario_of(weights, method="weighted_sum", policy=UnknownPolicy.PESSIMISTIC) -> Scenario:
    criteria = tuple(
        Criterion(f"m{place}", Linear(0, 8), float(weight)) for place, weight in enumerate(weights)
    )
    return Scenario("S", criteria, method=method, unknown=policy)
