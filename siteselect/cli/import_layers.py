"""Layers out of files into a project: an extract of OpenStreetMap, or one layer under a role."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from siteselect.errors import SiteSelectError
from siteselect.intake.report import Finding, IntakeReport

if TYPE_CHECKING:
    from siteselect.cli.origin import Origin
    from siteselect.intake.choices import Choices
    from siteselect.intake.own_layer import TakenLayer
    from siteselect.model.study import Study


class LayerRole(StrEnum):
    """What a layer is to the criteria."""

    substations = "substations"
    roads = "roads"
    railways = "railways"
    avoided = "avoided"
    power_lines = "power_lines"
    borders = "borders"
    other = "other"


def holds_osm(file: Path) -> LayerRole | None:
    """Return a role for an extract of OpenStreetMap, whose layers have roles of their own."""
    from siteselect.intake.osm import extract_form

    try:
        return LayerRole.other if extract_form(file) else None
    except (SiteSelectError, OSError):
        return None  # whoever reads the file says what is wrong with it


def with_layers(
    study: "Study",
    origin: "Origin",
    role: LayerRole,
    choices: "Choices",
    told: dict[str, Any],  # what JSON holds
) -> "tuple[Study, IntakeReport]":
    """Return the study with the layers of an origin; those of the same names are replaced."""
    from siteselect.intake.own_layer import with_taken

    layers, notes = _read(origin, role, choices)
    for each in layers:
        study = with_taken(study, each)
    told["layers"] = [
        {"title": each.title, "role": each.role.value, "features": len(each)} for each in layers
    ]
    counted = [Finding(f"{each.title}: {len(each):,} features.") for each in layers]
    taken = sum(len(each) for each in layers)
    found = (*counted, *(Finding(note) for note in notes))
    return study, IntakeReport(origin.name, taken, found, "feature")


def _read(
    origin: "Origin", role: LayerRole, choices: "Choices"
) -> "tuple[tuple[TakenLayer, ...], tuple[str, ...]]":
    from siteselect.intake.osm import extract_form, is_of_osm, osm_layers, read_osm
    from siteselect.intake.own_layer import taken_of, voltage_column
    from siteselect.model.user_layer import Role

    if origin.is_file and extract_form(origin.file) is not None:
        taken = read_osm(origin.file, _progress())
        return taken.layers, taken.notes
    layer = origin.layer(choices)
    notes = tuple(str(each) for each in layer.report.findings)
    if role is LayerRole.other and is_of_osm(layer):
        return osm_layers([layer], origin.name), notes
    one = taken_of(layer, layer.name, Role(role.value), origin.name, voltage_column(layer))
    return (one,), notes


def _progress() -> "Any":  # a call of progress; silent where nobody looks
    from siteselect.progress import silent

    if not sys.stderr.isatty():
        return silent

    def tell(share: float, what: str) -> None:
        print(f"\r{what} {share:4.0%} ", end="" if share < 1 else "\n", file=sys.stderr, flush=True)

    return tell
