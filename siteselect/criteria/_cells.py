"""Cells of a column, one a site: a value with its source, or the sentence why it is unknown."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import numpy as np

from siteselect.economics.amount import Amount
from siteselect.language import later, say, say_name
from siteselect.model.decision_matrix import Column, Provenance
from siteselect.packs.manifest import Manifest
from siteselect.packs.pack import Pack

BEYOND = later("Beyond the pack's region: its layers do not reach this site.")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in the unit of its measure."""

    amount: Amount
    provenance: Provenance


def known(value: float, provenance: Provenance) -> Cell:
    """Return a cell whose value is certain."""
    return Cell(Amount.exactly(float(value)), provenance)


def unknown(reason: str) -> Cell:
    """Return a cell without a value; `reason` is a whole sentence."""
    return Cell(Amount.exactly(nan), Provenance(say(reason)))


def column(cells: Iterable[Cell]) -> Column:
    """Return the cells as a column."""
    held = list(cells)
    return Column(
        np.array([each.amount.value for each in held]),
        tuple(each.provenance for each in held),
        np.array([each.amount.low for each in held]),
        np.array([each.amount.high for each in held]),
    )


def layer_source(pack: Pack, name: str) -> str:
    """Return where a layer or grid of the pack comes from, as a reader is told."""
    entry = pack.manifest.layers.get(name) or pack.manifest.grids[name]
    sources = [pack.manifest.sources[key].title for key in entry.sources]
    return "; ".join(sources) or entry.title or entry.file


def layer_day(pack: Pack, name: str) -> str:
    """Return the day of a layer that the user brought; empty for the pack's own, told elsewhere."""
    keys = pack.manifest.layers[name].sources
    days = [
        entry.retrieved.isoformat()
        for key in keys
        if key not in pack.opened.manifest.sources
        and (entry := pack.manifest.sources[key]).retrieved
    ]
    return max(days, default="")


def title_of(pack: Pack, jurisdiction: str) -> str:
    """Return the name of a jurisdiction, or its code where the pack does not know it."""
    return title_of_code(pack.manifest, jurisdiction)


def title_of_code(manifest: Manifest, jurisdiction: str) -> str:
    """Return the name of a jurisdiction, or its code where the manifest does not know it."""
    entry = manifest.jurisdictions.get(jurisdiction)
    return say_name(entry.title) if entry else jurisdiction or say("a site without a country")
