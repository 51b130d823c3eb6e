"""A slider tick (score and rank) against pymcdm and scikit-criteria on the same matrices."""

import numpy as np
import pymcdm
from pymcdm.helpers import rankdata
from skcriteria import mkdm
from skcriteria.agg import simple, topsis

from benchmarks.timing import alternate, milliseconds, table
from siteselect.mcda.methods import METHODS
from siteselect.mcda.rank import shared_ranks

CRITERIA = 12


def main() -> None:
    """Print medians and ratios for 1e3 and 1e5 sites."""
    rows = [("sites, method", "ours", "pymcdm", "scikit-criteria", "ratio", "ratio")]
    for count in (1_000, 100_000):
        rows += compare(count)
    table(f"Slider tick: score and rank, {CRITERIA} criteria (peers get values ready made)", rows)


def compare(count: int) -> list[tuple[str, ...]]:
    """Return a row for each method, timed on one random matrix."""
    rows = []
    values = np.random.default_rng(3).random((count, CRITERIA))
    shares = np.full(CRITERIA, 1 / CRITERIA)
    types = np.ones(CRITERIA)
    dm = mkdm(values, [max] * CRITERIA, weights=shares)
    peers = {
        "weighted_sum": (pymcdm.methods.WSM(), simple.WeightedSumModel()),
        "topsis": (pymcdm.methods.TOPSIS(), topsis.TOPSIS()),
    }
    for method, (pym, skc) in peers.items():
        ours = METHODS[method].score
        times = alternate(
            {
                "ours": lambda ours=ours: shared_ranks(ours(values, shares)),
                "pymcdm": lambda pym=pym: rankdata(
                    pym(values, shares, types, validation=False), reverse=True
                ),
                "skcriteria": lambda skc=skc: skc.evaluate(dm).rank_,
            },
            rounds=5,
        )
        mine = times["ours"]
        rows.append(
            (
                f"{count:,} {method}",
                *(milliseconds(times[name]) for name in ("ours", "pymcdm", "skcriteria")),
                f"x{times['pymcdm'] / mine:.0f}",
                f"x{times['skcriteria'] / mine:.0f}",
            )
        )
    return rows


if __name__ == "__main__":
    main()
