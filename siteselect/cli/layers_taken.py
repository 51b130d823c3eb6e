"""The own layers of a project, taken in before anything is measured; what lacks is told."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from siteselect.model.study import Study


def take_layers_of(study: "Study", project: Path | None) -> None:
    """Take the files of a study's layers from beside its project; say which cannot be used."""
    if not study.layers or project is None:
        return
    from siteselect.intake.vector import read_layer
    from siteselect.project.layer_files import take_layers
    from siteselect.project.side_folder import side_folder

    for fault in take_layers(study, side_folder(project), read_layer):
        print(f"{fault} What it would tell is unknown.", file=sys.stderr)
