"""The languages in which a report can be written: those whose words are there."""

from siteselect.errors import ExportError
from siteselect.export.exporter import Exporter
from siteselect.language import ENGLISH, LANGUAGES
from siteselect.resources import resource


def written() -> dict[str, str]:
    """Return code and own name of each language that has a catalogue; English is always there."""
    return {
        code: name
        for code, name in LANGUAGES.items()
        if code == ENGLISH
        or resource("translations", code, "LC_MESSAGES", "siteselect.mo").is_file()
    }


def spoken(code: str, exporter: Exporter | None) -> str:
    """Return the language in which a form is written: English where programs read it."""
    return ENGLISH if exporter is not None and exporter.machine else code


def checked(code: str) -> str:
    """Return a code, if its words are there; ExportError names those that are."""
    plain, there = code.replace("-", "_"), written()
    for each in there:
        if plain == each or plain.split("_")[0].lower() == each.split("_")[0]:
            return each
    raise ExportError(
        f"No report is written in the language {code}: its words are not there. "
        f"There are: {', '.join(there)}."
    )
