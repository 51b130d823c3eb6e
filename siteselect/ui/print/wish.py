"""What a person wants handed over: the form, the file, and every choice beside them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from siteselect.errors import SiteSelectError
from siteselect.export.brand import brand_of
from siteselect.export.csv_table import DECIMALS, SEPARATORS, Form
from siteselect.export.languages import written
from siteselect.export.report import PARTS, Brand
from siteselect.language import language, say
from siteselect.ui.print.paper import PAPERS

PDF = "pdf_report"
SURFACE_TIF, SURFACE_TABLE = "surface_tif", "surface_table"
SURFACES = frozenset({SURFACE_TIF, SURFACE_TABLE})
"""Forms of the surface of scores: written as Find shows it, where it was looked at."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One form in which something can be handed over."""

    key: str
    title: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Wish:
    """Every choice of an export; what is remembered of it is asked for again the next time."""

    form: str = "xlsx_workbook"
    path: Path = Path()
    scenario: str = ""
    """Empty for the one at hand."""
    as_of: date | None = None
    """None for the day at hand."""
    language: str = "en"
    bom: bool = False
    separator: str = ","
    decimal: str = "."
    paper: str = "a4"
    parts: tuple[str, ...] = PARTS
    house: str = ""
    logo: str = ""
    """The path of a picture; empty for none."""
    accent: str = "#0F766E"

    def table(self) -> Form:
        """Return how a table is written; ExportError where separator and decimal are one."""
        return Form(self.bom, self.separator, self.decimal)

    def brand(self) -> Brand:
        """Return whose report it is; ExportError where the logo cannot be read."""
        return brand_of(self.house, Path(self.logo) if self.logo else None, self.accent)

    def remembered(self) -> dict[str, object]:
        """Return what is worth asking for again: not the file, the scenario or the day."""
        return {
            "form": self.form,
            "language": self.language,
            "bom": self.bom,
            "separator": self.separator,
            "decimal": self.decimal,
            "paper": self.paper,
            "parts": list(self.parts),
            "house": self.house,
            "logo": self.logo,
            "accent": self.accent,
        }


def wish_of(held: Mapping[str, object], forms: Mapping[str, Offered]) -> Wish:
    """Return the wish that was remembered; what is not understood is as if never chosen."""
    plain = Wish()
    parts = held.get("parts")
    known = tuple(each for each in PARTS if isinstance(parts, list) and each in parts)
    wish = Wish(
        form=_one_of(held.get("form"), forms, plain.form),
        language=_one_of(held.get("language"), written(), _spoken(plain.language)),
        bom=held.get("bom") is True,
        separator=_one_of(held.get("separator"), SEPARATORS, plain.separator),
        decimal=_one_of(held.get("decimal"), DECIMALS, plain.decimal),
        paper=_one_of(held.get("paper"), PAPERS, plain.paper),
        parts=known or PARTS,
        house=str(held.get("house") or ""),
        logo=str(held.get("logo") or ""),
        accent=str(held.get("accent") or plain.accent),
    )
    try:
        wish.brand()
    except SiteSelectError:  # the logo was moved: it is chosen anew
        wish = replace(wish, logo="", accent=plain.accent)
    return wish if wish.separator != wish.decimal else replace(wish, separator=";")


def forms() -> dict[str, Offered]:
    """Return every form that there is, those to be read first."""
    from siteselect.export import EXPORTERS

    known = {key: Offered(key, say(each.title), each.suffix) for key, each in EXPORTERS.items()}
    known[PDF] = Offered(PDF, say("report to print"), ".pdf")
    first = (PDF, "html_page", "pptx_deck", "xlsx_workbook")
    order = [key for key in first if key in known]
    return {key: known[key] for key in (*order, *(each for each in known if each not in order))}


def _spoken(otherwise: str) -> str:
    """Return the language of the window, where reports can be written in it."""
    return language() if language() in written() else otherwise


def _one_of(value: object, known: Collection[str], plain: str) -> str:
    return value if isinstance(value, str) and value in known else plain
