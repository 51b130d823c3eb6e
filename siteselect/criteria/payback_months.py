"""Months until the capital is back."""

from collections.abc import Callable

import numpy as np

from siteselect.criteria._money_cells import (
    FACTS,
    LAYERS,
    READS,
    figure_column,
    months_reckoned,
    read_figure,
)
from siteselect.criteria.measure import Measure
from siteselect.language import later, say
from siteselect.model.arrays import Floats
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return the month that ends with the capital back; one more than reckoned with for never."""
    return figure_column("payback", sites, pack, context, _capped(pack, context), _told)


def _capped(pack: Pack, context: Context) -> Callable[[Floats], Floats]:
    beyond = months_reckoned(pack, context) + 1.0
    return lambda months: np.minimum(months, beyond)


def _told(months: float) -> str:
    return say("does not pay back within the months reckoned with") if np.isinf(months) else ""


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("payback", places, pack, context, _capped(pack, context))


MEASURE = Measure(
    title=later("Payback"),
    unit="months",
    group=later("Money"),
    about=(
        later(
            "The first month that ends with the capital back, undiscounted, "
            "while the hash price decays. A site that does not pay back within "
            "the months reckoned with counts as one month more, and says so. "
            "Anchors 6 to 48 months are judgement."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=48, best=6),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
