"""Capital that a site needs before it earns."""

from dataclasses import replace

import numpy as np

from siteselect.criteria._money import reckon
from siteselect.criteria._money_cells import (
    FACTS,
    LAYERS,
    READS,
    figure_column,
    millions,
    read_figure,
)
from siteselect.criteria.measure import Measure
from siteselect.language import later
from siteselect.model.decision_matrix import Column
from siteselect.model.places import Places, Reading
from siteselect.model.sites import Sites
from siteselect.model.study import Context
from siteselect.model.value_function import Linear
from siteselect.packs.pack import Pack
from siteselect.progress import Progress


def measure(sites: Sites, pack: Pack, context: Context, progress: Progress) -> Column:
    """Return building, line, machines bought and the move, in million USD."""
    found = figure_column("capital", sites, pack, context, millions)
    lines = reckon(sites, pack, context).spent.line_notes
    told = [
        replace(each, note=f"{each.note}; {line}") if line and not np.isnan(value) else each
        for each, line, value in zip(found.provenance, lines, found.value, strict=True)
    ]
    return replace(found, provenance=tuple(told))


def read(places: Places, pack: Pack, context: Context) -> Reading:
    """Return the same at every point."""
    return read_figure("capital", places, pack, context, millions)


MEASURE = Measure(
    title=later("Capital needed"),
    unit="million USD",
    group=later("Money"),
    about=(
        later(
            "Building with its connection, a line of its own where the distance "
            "to a substation is known, machines if they are bought, and the "
            "move: freight over an open crossing, duty, import tax, breakage, "
            "days without work. Anchors 10 to 60 million USD are judgement for "
            "some 50 MW."
        )
    ),
    measure=measure,
    read=read,
    value=Linear(worst=60, best=10),
    layers=LAYERS,
    facts=FACTS,
    reads=READS,
)
