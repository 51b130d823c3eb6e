"""The rows of the ranking in their order: three tiers, a heading above the second and the third."""

from collections.abc import Callable

import numpy as np

from siteselect.language import later
from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict

UNKNOWN_LINE, FAIL_LINE = -1, -2
"""Entries that are no site but the heading of those below."""
HEADINGS = {
    UNKNOWN_LINE: later("not known enough to pass: below the line"),
    FAIL_LINE: later("fail a gate"),
}
Keys = Callable[[Ints], Floats]
"""From rows of the evaluation to what they are sorted by."""


def arranged(
    evaluation: Evaluation, *, wanted: str = "", keys: Keys | None = None, falling: bool = False
) -> Ints:
    """Return the rows to show: those that hold `wanted`, each tier by `keys`; NaN stands last."""
    failed = evaluation.verdicts.count(Verdict.FAIL)
    unknown = evaluation.verdicts.count(Verdict.UNKNOWN)
    count = len(evaluation.order)
    tiers = np.split(evaluation.order, [count - failed - unknown, count - failed])
    keep = _holding(evaluation, wanted) if wanted else None
    rows: list[Ints] = []
    for heading, tier in zip((0, UNKNOWN_LINE, FAIL_LINE), tiers, strict=True):
        kept = tier if keep is None else tier[keep[tier]]
        if keys is not None:
            key = keys(kept)
            kept = kept[np.argsort(-key if falling else key, kind="stable")]
        if heading and len(kept):
            rows.append(np.array([heading], dtype=np.intp))
        rows.append(kept)
    return np.concatenate(rows).astype(np.intp)


def alphabetical(names: tuple[str, ...]) -> Floats:
    """Return the place of each name in the alphabet."""
    places = np.empty(len(names))
    places[np.argsort(np.array([name.casefold() for name in names], dtype=object))] = np.arange(
        len(names)
    )
    return places


def _holding(evaluation: Evaluation, wanted: str) -> np.ndarray:
    held = [
        wanted in site.name.casefold() or wanted == site.country.casefold()
        for site in evaluation.matrix.sites.items
    ]
    return np.array(held, dtype=bool)
