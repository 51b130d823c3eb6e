"""Writes the sample project that ships: `python -m packbuild.sample`.

The places are the pack's own tables: candidates, and comparators beyond the map. Two runs give the
same bytes.
"""

import json
import sys
from datetime import date
from pathlib import Path

from siteselect.model.study import Study
from siteselect.packs.catalogue import open_pack
from siteselect.packs.pack import Pack
from siteselect.project.converter import structure_study, unstructure_study
from siteselect.project.file import project_text
from siteselect.project.new import new_study

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "resources" / "packs" / "central-asia"
SCENES = ROOT / "packbuild" / "tables" / "sample_scenes.json"
"""What the sample shows an audience: made in the window, kept as it writes them."""
SAMPLE = ROOT / "resources" / "samples" / "relocation-2021.siteselect"


def sample(pack: Pack) -> Study:
    """Return the study of the spring of 2021: every place of the pack, no invented offers."""
    plain = unstructure_study(new_study("Relocation 2021", pack, date(2021, 6, 2)))
    return structure_study({**plain, "scenes": json.loads(SCENES.read_text(encoding="utf-8"))})


def main() -> int:
    """Write the sample."""
    study = sample(open_pack(PACK))
    SAMPLE.parent.mkdir(parents=True, exist_ok=True)
    SAMPLE.write_text(project_text(study), encoding="utf-8")
    print(f"{SAMPLE.name}: {len(study.candidates)} sites, {len(study.scenarios)} scenarios")
    return 0


if __name__ == "__main__":
    sys.exit(main())
