"""The exporters, by the name of their module."""

import sys

from siteselect.export.exporter import Exporter
from siteselect.registry import collect

EXPORTERS: dict[str, Exporter] = collect(
    sys.modules[__name__],
    Exporter,
    (
        "agreement",
        "brand",
        "checklist",
        "compose",
        "dossier",
        "firm_table",
        "languages",
        "money_table",
        "money_words",
        "picture_words",
        "report",
        "scenario_words",
        "slides",
        "told_list",
        "words",
    ),
)
