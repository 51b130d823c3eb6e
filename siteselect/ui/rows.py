"""Rows of an evaluation by name and by tier, worked out once for all displays."""

from functools import lru_cache

import numpy as np

from siteselect.model.arrays import Ints, frozen_ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.sites import Sites

RANKED, BELOW, FAILED = 0, 1, 2
"""Tiers: PASS and CONDITIONAL, UNKNOWN, FAIL."""


@lru_cache(maxsize=2)
def rows_by_name(sites: Sites) -> dict[str, int]:
    """Return the row of each site."""
    return {site.name: row for row, site in enumerate(sites.items)}


def rows_of(evaluation: Evaluation, names: frozenset[str]) -> frozenset[int]:
    """Return the rows of the sites of these names; names of no site are passed over."""
    if not names:
        return frozenset()
    held = rows_by_name(evaluation.matrix.sites)
    return frozenset(held[name] for name in names if name in held)


@lru_cache(maxsize=2)
def tiers(evaluation: Evaluation) -> Ints:
    """Return the tier of each row."""
    verdicts = evaluation.verdicts
    tier = {id(each): RANKED for each in Verdict}  # by identity: an enum hashes slowly
    tier |= {id(Verdict.FAIL): FAILED, id(Verdict.UNKNOWN): BELOW}
    return frozen_ints(
        np.fromiter(map(tier.__getitem__, map(id, verdicts)), np.intp, len(verdicts))
    )


def placed(evaluation: Evaluation) -> Ints:
    """Return the rows that have a rank, in their order."""
    order = evaluation.order
    rows: Ints = order[evaluation.ranks[order] > 0]
    return rows
