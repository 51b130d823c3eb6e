"""The report as a value: what every exporter prints, and nothing else."""

from dataclasses import asdict, dataclass
from typing import Any, Protocol

from siteselect.errors import ExportError
from siteselect.export.firm_table import FirmTable
from siteselect.export.money_table import MoneyTable
from siteselect.language import say
from siteselect.model.decision_matrix import Part
from siteselect.model.gate import Verdict
from siteselect.model.scene import Scene
from siteselect.model.tint import AS_SHIPPED, Tint
from siteselect.model.user_layer import UserLayer
from siteselect.packs.pack import Pack


class RegionState(Protocol):
    """What a map shows of one region on the day: price in USD/MWh, and law."""

    @property
    def code(self) -> str:
        """Its code, as in the pack's layer of regions."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def price(self) -> float:
        """USD/MWh; NaN when unknown."""

    @property
    def verdict(self) -> Verdict:
        """What the law says."""

    @property
    def law(self) -> str:
        """The law in words."""

    @property
    def note(self) -> str:
        """What a reader must know of the price."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a reader needs to get the same list again."""

    program: str
    version: str
    pack: str
    pack_digest: str
    as_of: str
    load_mw: float
    scenario: str
    method: str
    method_parameters: dict[str, float]
    """What was chosen in place of the method's defaults."""
    unknown: str
    """The policy for unknown values."""
    weights: dict[str, float]
    """As given, by measure; a criterion that is switched off is not among them."""
    shares: dict[str, float]
    """The weights divided by their sum; 0 where no site knows the value."""
    gates: tuple[str, ...]
    verdicts: dict[str, int]
    borders_note: str
    disclaimer: str

    def as_dict(self) -> dict[str, Any]:
        """Return plain values in the order of the fields."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class JudgedCriterion:
    """One enabled criterion in words and numbers."""

    key: str
    measure: str
    title: str
    unit: str
    group: str
    weight: float
    share: float
    known: int
    """For how many sites of the study its value is known."""
    objective: str
    value: str
    relative: bool


@dataclass(frozen=True, slots=True)
class JudgedGate:
    """One enabled gate in words."""

    measure: str
    title: str
    unit: str
    wanted: str

    @property
    def coded(self) -> bool:
        """Whether its numbers are codes, which say nothing to a reader."""
        return self.unit == "status"


@dataclass(frozen=True, slots=True)
class Cell:
    """One criterion of one site; None is unknown, and `source` then says why."""

    raw: float | None
    low: float | None
    high: float | None
    value: float | None
    counted: float
    """The value, or what an unknown one counts as under the scenario's policy."""
    least: float
    most: float
    """The ends between which the value must lie."""
    contribution: float | None
    """None where the site has no score."""
    source: str
    badge: str
    confidence: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class GateCell:
    """One gate of one site."""

    raw: float | None
    margin: float | None
    """How far inside the bound, in the gate's unit; negative outside, None unknown."""
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site of the list."""

    name: str
    country: str
    country_title: str
    lon: float
    lat: float
    off_map: bool
    rank: int | None
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    verdict: Verdict
    reasons: tuple[str, ...]
    """Why it does not simply pass, the weightiest first."""
    decisive: int
    """How many of the reasons alone give this verdict."""
    cells: tuple[Cell, ...]
    """In the order of the report's criteria."""
    gates: tuple[GateCell, ...]
    """In the order of the report's gates."""
    pinned: bool
    """Kept in the ranking in spite of a failed gate."""
    note: str
    offer: str
    offer_lacks: tuple[str, ...]
    """What an offer should say and this one does not; all of it where there is no offer."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of the pack, and what was taken from it."""

    title: str
    licence: str
    attribution: str
    url: str
    retrieved: str
    used_for: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the report: the words of every form, and the drawing where a form holds it."""

    key: str
    """What it shows: map, contributions, acceptability ..."""
    title: str
    """The question that it answers."""
    caption: str
    """How it is to be read."""
    svg: str = ""
    """Empty where nothing could paint it."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose report it is."""

    name: str = ""
    logo: bytes = b""
    """A PNG, JPEG or SVG; empty for none."""
    accent: str = "#0F766E"


PARTS = (
    "map",
    "why",
    "ranking",
    "firmness",
    "money",
    "gates",
    "method",
    "values",
    "sources",
)
"""The parts of a report to be read, in their order; the head and the stamp are in every one."""


def parts_of(text: str | None) -> tuple[str, ...]:
    """Return the parts that a text names, in their order; all for None. ExportError for others."""
    if text is None:
        return PARTS
    wanted = {each.strip().lower() for each in text.split(",") if each.strip()}
    strange = sorted(wanted - set(PARTS))
    if strange or not wanted:
        raise ExportError(
            f"A report has no part called {', '.join(strange) or text!r}: choose from "
            f"{', '.join(PARTS)}."
        )
    return tuple(each for each in PARTS if each in wanted)


@dataclass(frozen=True, eq=False, slots=True)
class Report:
    """A ranked list with all that stands behind it."""

    title: str
    stamp: Stamp
    method_title: str
    method_reference: str
    remarks: tuple[str, ...]
    """What a reader must know of this list: prices known, a method that compares sites."""
    criteria: tuple[JudgedCriterion, ...]
    switched_off: tuple[str, ...]
    """Titles of the scenario's criteria that do not take part."""
    gates: tuple[JudgedGate, ...]
    rows: tuple[SiteRow, ...]
    why: tuple[str, ...]
    """A sentence for each of the first three."""
    sources: tuple[SourceRow, ...]
    notes: tuple[str, ...]
    pack: Pack
    """For the map; everything else is already in the rows."""
    regions: tuple[RegionState, ...]
    money: MoneyTable | None = None
    slides: tuple["Slide", ...] = ()
    """The scenes of the study, for the forms that tell them."""
    firm: FirmTable | None = None
    layers: tuple[UserLayer, ...] = ()
    """The user's own, for the map."""
    tint: Tint = AS_SHIPPED
    """Classes and colours of prices on the map."""
    pictures: tuple[Picture, ...] = ()
    parts: tuple[str, ...] = PARTS
    """Which parts a reader gets."""
    brand: Brand = Brand()
    language: str = "en"
    """In which it is written."""

    @property
    def finding(self) -> str:
        """What was found, in a sentence."""
        if self.firm is not None:
            return self.firm.sentence
        if self.why:
            return self.why[0]
        return say("No site has a rank: every one fails a gate or lacks what a gate asks for.")

    def picture(self, key: str) -> Picture | None:
        """Return the picture called `key`; None where there is none."""
        return next((each for each in self.pictures if each.key == key), None)

    def has(self, part: str) -> bool:
        """Return whether a part is wanted."""
        return part in self.parts


@dataclass(frozen=True, eq=False, slots=True)
class Slide:
    """One scene, told: its own report, and its map where somebody painted it."""

    scene: Scene
    report: Report
    picture: bytes | None = None
    """PNG; None where no painter was at hand."""
