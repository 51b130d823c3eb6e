"""What a reader of a written surface needs to get the same one again."""

import importlib.metadata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from siteselect.model.study import Study
from siteselect.packs.own_layers import lay_layers_over
from siteselect.packs.pack import Pack
from siteselect.scan.region import Region

ABOUT = (
    "Score of every cell of land, 0 to 100, by the scenario named; NaN where a gate closes the "
    "cell, and beyond the countries. Standing: 0 open, 1 a gate knows nothing of it, 2 closed, "
    "3 not asked for. A scan proposes places to look at; it is no permit, no survey and no offer."
)


@dataclass(frozen=True, slots=True)
class ScanStamp:
    """Plain values, in the order in which they are written."""

    program: str
    version: str
    pack: str
    pack_digest: str
    attribution: tuple[str, ...]
    as_of: str
    load_mw: float
    cell_km: float
    cells: int
    countries: tuple[str, ...]
    scenario: str
    method: str
    unknown: str
    weights: dict[str, float]
    gates: tuple[str, ...]
    about: str = ABOUT

    def as_dict(self) -> dict[str, Any]:  # Any: text, numbers, lists of text
        """Return what JSON can hold."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        return {key: list(each) if isinstance(each, tuple) else each for key, each in plain.items()}


def stamp_of(
    study: Study, pack: Pack, region: Region, chosen: Collection[str] | None = None
) -> ScanStamp:
    """Return the stamp of a scan of the study's scenario at work."""
    scenario = study.scenario
    sources = lay_layers_over(pack, study.layers).manifest.sources.values()
    return ScanStamp(
        program="siteselect",
        version=version(),
        pack=pack.reference,
        pack_digest=pack.digest,
        attribution=tuple(dict.fromkeys(each.attribution for each in sources if each.attribution)),
        as_of=study.context.as_of.isoformat(),
        load_mw=float(study.context.load_mw),
        cell_km=region.grid.cell_km,
        cells=len(region),
        countries=tuple(code for code in region.codes if chosen is None or code in chosen),
        scenario=scenario.name,
        method=scenario.method,
        unknown=scenario.unknown.value,
        weights={each.key: float(each.weight) for each in scenario.criteria if each.enabled},
        gates=tuple(_bounds(each.measure, each.at_least, each.at_most)
                    for each in scenario.gates if each.enabled),
    )  # fmt: skip


def version() -> str:
    """Return the version of the program; "unknown" where it was not installed."""
    try:
        return importlib.metadata.version("siteselect")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _bounds(measure: str, least: float | None, most: float | None) -> str:
    parts = [measure]
    parts += [f"at least {least:g}"] if least is not None else []
    parts += [f"at most {most:g}"] if most is not None else []
    return " ".join(parts)
