"""Writes the sample project that ships: `python -m packbuild.sample`.

The places are the pack's own tables: candidates, and comparators beyond the map. Two runs give the
same bytes.
"""

import sys
from datetime import date
from pathlib import Path

from siteselect.model.sites import Site
from siteselect.model.study import Context, Study
from siteselect.packs.catalogue import open_pack
from siteselect.packs.pack import Pack
from siteselect.project.default_scenarios import default_scenarios
from siteselect.project.file import project_text

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "resources" / "packs" / "central-asia"
SAMPLE = ROOT / "resources" / "samples" / "relocation-2021.siteselect"


def sample(pack: Pack) -> Study:
    """Return the study of the spring of 2021: every place of the pack, no invented offers."""
    scenarios = default_scenarios()
    return Study(
        title="Relocation 2021",
        pack=pack.reference,
        context=Context(as_of=date(2021, 6, 2), load_mw=50.0),
        candidates=(*_sites(pack, "candidates"), *_sites(pack, "comparators")),
        scenarios=scenarios,
        active=scenarios[0].name,
    )


def _sites(pack: Pack, table: str) -> tuple[Site, ...]:
    west, south, east, north = pack.manifest.bounds
    return tuple(
        Site(
            name=row["name"],
            country=row["jurisdiction"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            note=row["point_note"],
            source=row["source"],
            off_map=not (west <= float(row["lon"]) <= east and south <= float(row["lat"]) <= north),
        )
        for row in pack.table(table)
    )


def main() -> int:
    """Write the sample."""
    study = sample(open_pack(PACK))
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    SAMPLE.write_text(project_text(study), encoding="utf-8")
    print(f"{SAMPLE.name}: {len(study.candidates)} sites, {len(study.scenarios)} scenarios")
    return 0


if __name__ == "__main__":
    sys.exit(main())
