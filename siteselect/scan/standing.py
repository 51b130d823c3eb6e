"""Where a cell stands: open to be ranked, unknown, closed by a gate, or not asked for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from siteselect.model.gate import Gate
from siteselect.scan.cache import Numbers
from siteselect.scan.columns import CellColumn
from siteselect.scan.region import Region

OPEN, UNKNOWN, CLOSED, OUTSIDE = range(4)
"""PASS and CONDITIONAL rank together; UNKNOWN below a line; FAIL not at all; other countries."""


@dataclass(frozen=True, slots=True)
class GateShare:
    """What one gate does to the land that is asked for."""

    gate: Gate
    closed: float
    """Share of the land that it closes, whatever the other gates say."""
    unknown: float
    """Share of the land of which it knows nothing."""


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """The standing of every cell, and the share of each gate in it."""

    codes: Numbers
    """One of OPEN, UNKNOWN, CLOSED and OUTSIDE for each cell (uint8)."""
    gates: tuple[GateShare, ...]
    land: int
    """How many cells are asked for."""

    def count(self, standing: int) -> int:
        """Return how many cells stand so."""
        return int(np.count_nonzero(self.codes == standing))

    @property
    def open_share(self) -> float:
        """The share of the land that is open."""
        return self.count(OPEN) / self.land if self.land else 0.0


def gate_codes(gate: Gate, value: Numbers) -> Numbers:
    """Return OPEN, UNKNOWN or CLOSED for each value; the same bounds as for a site."""
    raw = np.asarray(value, dtype=np.float64)
    margin = np.full(len(raw), np.inf)
    if gate.at_least is not None:
        margin = np.minimum(margin, raw - gate.at_least)
    if gate.at_most is not None:
        margin = np.minimum(margin, gate.at_most - raw)
    codes = np.where(margin >= -gate.band, OPEN, CLOSED).astype(np.uint8)
    codes[np.isnan(raw)] = UNKNOWN
    return codes


def standing_of(
    region: Region,
    gates: Sequence[Gate],
    columns: Mapping[str, CellColumn],
    chosen: Collection[str] | None = None,
    cells: slice = slice(None),
) -> Standing:
    """Return where the cells stand; `chosen` are jurisdictions, None means all of the pack's."""
    asked = np.array([chosen is None or code in chosen for code in region.codes], dtype=bool)
    inside = asked[np.asarray(region.country[cells])]
    land = int(np.count_nonzero(inside))
    codes = np.zeros(len(inside), dtype=np.uint8)
    shares = []
    for gate in gates:
        if not gate.enabled:
            continue
        said = gate_codes(gate, columns[gate.measure].value[cells])
        shares.append(
            GateShare(gate, _share(said == CLOSED, inside, land), _share(said == UNKNOWN, inside,
                                                                         land))
        )  # fmt: skip
        np.maximum(codes, said, out=codes)
    codes[~inside] = OUTSIDE
    return Standing(codes, tuple(shares), land)


def _share(where: Numbers, inside: Numbers, land: int) -> float:
    return float(np.count_nonzero(where & inside)) / land if land else 0.0
