"""The map of a report as SVG, drawn without Qt: what is where, what it costs, what is forbidden.

Colours are classes, so that the page's style decides about light and dark. Web Mercator, north up.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

import numpy as np

from siteselect.export._drawn_layers import DrawnLayer, credit_of, drawn_layers
from siteselect.export._svg_frame import Frame
from siteselect.export._svg_layers import draw_layers
from siteselect.export._svg_pins import Placed, Wanted, covered, label_box, place
from siteselect.export.report import RegionState, Report, SiteRow
from siteselect.export.words import figure, points, verdict_word
from siteselect.language import later, say, say_as, say_name
from siteselect.model.gate import Verdict
from siteselect.model.tint import Ramp, colour_at, share_of
from siteselect.packs.own_layers import redraws_borders

FUELS = ("coal", "gas", "hydro", "wind", "solar", "nuclear")
_FUEL_WORDS = {
    "coal": later("coal"),
    "gas": later("gas"),
    "hydro": later("hydro"),
    "wind": later("wind"),
    "solar": later("solar"),
    "nuclear": later("nuclear"),
    "other": later("other"),
}
SIZES = (100, 1000, 4000)
"""Power stations of the legend, in MW."""
_RAMP = ("#00306f", "#35456c", "#666970", "#948e77", "#c8b866", "#fdea45")
"""Cividis, dark to bright: safe for colour-blind eyes."""
_PIN, _SMALL_PIN = 10.0, 7.0
_CAPITAL = 10.5
"""Mean width of a spaced capital of the names of countries, in pixels."""


def draw(report: Report) -> str:
    """Return the SVG of the map; empty for a pack without a layer to draw."""
    pack = report.pack
    if not (pack.has_layer("countries") or pack.has_layer("regions")):
        return ""
    frame = Frame(*pack.manifest.bounds)
    width, height = frame.width, frame.height
    pins, own = _pins(report, frame), drawn_layers(report)
    head = f'<svg class="map" viewBox="0 0 {width:.0f} {height:.0f}" role="img"'
    told = say("Map: {title}, as of {day}", title=report.title, day=report.stamp.as_of)
    parts = [
        f'{head} xmlns="http://www.w3.org/2000/svg">',
        f"<title>{escape(told)}</title>",
        _PATTERNS,
        f'<rect class="sea" width="{width:.0f}" height="{height:.0f}"/>',
        *_countries(report, frame),
        *_regions(report, frame),
        *_lines(report, frame, redrawn=redraws_borders(each.layer for each in own)),
        *draw_layers(own, frame),
        *_stations(report, frame),
        *_names(report, frame, pins),
        *_draw_pins(report, pins),
        *_furniture(report, frame, own),
        "</svg>",
    ]
    return "\n".join(parts)


def station_radius(mw: float) -> float:
    """Return the radius of a power station: its area grows with its MW, the smallest still seen."""
    return max(1.3, 0.19 * math.sqrt(max(mw, 0.0)))


def fuel_word(fuel: str) -> str:
    """Return a fuel in a word."""
    return say(_FUEL_WORDS.get(fuel, fuel))


def price_span(regions: tuple[RegionState, ...]) -> tuple[float, float] | None:
    """Return the least and the greatest known price, in USD/MWh."""
    known = [each.price for each in regions if math.isfinite(each.price)]
    return (min(known), max(known)) if known else None


def score_span(rows: tuple[SiteRow, ...]) -> tuple[float, float] | None:
    """Return the least and the greatest score of the sites that rank."""
    known = [row.score for row in rows if row.score is not None and row.verdict.ranks]
    return (min(known), max(known)) if known else None


def score_colour(score: float, span: tuple[float, float]) -> str:
    """Return the colour of a score between the ends of `span`."""
    low, high = span
    part = (score - low) / (high - low) if high > low else 1.0
    at = min(max(part, 0.0), 1.0) * (len(_RAMP) - 1)
    first = min(int(at), len(_RAMP) - 2)
    ends = [_channels(_RAMP[first]), _channels(_RAMP[first + 1])]
    mixed = [round(a + (b - a) * (at - first)) for a, b in zip(*ends, strict=True)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


_PATTERNS = """<defs>
<pattern id="banned" width="9" height="9" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)">
<line class="hatch" x1="0" y1="0" x2="0" y2="9"/></pattern>
<pattern id="nodata" width="8" height="8" patternUnits="userSpaceOnUse">
<circle class="dot" cx="2" cy="2" r="0.9"/></pattern>
</defs>"""


def _read(report: Report, layer: str, *columns: str) -> list[tuple[Any, ...]]:
    """Return shape and columns of each row of a layer; nothing when the pack lacks the layer."""
    if not report.pack.has_layer(layer):
        return []
    frame = report.pack.layer(layer)
    parts = [frame.geometry.tolist(), *(frame[name].tolist() for name in columns)]
    return list(zip(*parts, strict=True))


def _countries(report: Report, frame: Frame) -> Iterator[str]:
    for shape, main in _read(report, "countries", "main"):
        data = frame.path(shape)
        if data:
            yield f'<path class="{"land" if main else "neighbour"}" d="{data}"/>'


def _regions(report: Report, frame: Frame) -> Iterator[str]:
    states = {each.code: each for each in report.regions}
    shades = Shades.of(report)
    for shape, code, name in _read(report, "regions", "code", "name"):
        data = frame.path(shape)
        if data:
            yield _region(data, str(name), states.get(code), shades)
    for shape, _ in _read(report, "lakes", "name"):
        data = frame.path(shape)
        if data:
            yield f'<path class="lake" d="{data}"/>'


@dataclass(frozen=True, slots=True)
class Shades:
    """How prices are tinted: between which, in which classes and colours."""

    low: float
    high: float
    edges: tuple[float, ...]
    """Where classes meet; none where prices are shaded evenly."""
    ramp: Ramp

    @classmethod
    def of(cls, report: Report) -> "Shades | None":
        """Return those of a report; None where no price is known."""
        span = price_span(report.regions)
        if span is None:
            return None
        edges = report.tint.edges((each.price for each in report.regions), *span)
        return cls(*span, edges, report.tint.ramp)

    def paint(self, share: float) -> str:
        """Return the attributes of a shape so far along the ramp; the page's style knows warm."""
        if self.ramp is Ramp.WARM:
            return f'class="tint" fill-opacity="{0.06 + 0.40 * share:.2f}"'
        return f'fill="{colour_at(self.ramp, share)}" fill-opacity="0.7"'

    def share(self, price: float) -> float:
        """Return how far along the ramp a price is."""
        return share_of(price, self.low, self.high, self.edges)

    def keys(self) -> tuple[list[str], list[str]]:
        """Return the paints of a legend, and what each class holds: nothing without classes."""
        if not self.edges:
            return [self.paint(step / 9) for step in range(10)], []
        told = [f"{each:g}" for each in np.round(self.edges, 1)]
        between = [f"{low} \u2013 {high}" for low, high in pairwise(told)]
        parts = [self.paint(place / len(told)) for place in range(len(told) + 1)]
        return parts, [f"< {told[0]}", *between, f"\u2265 {told[-1]}"]


def _region(data: str, name: str, state: RegionState | None, shades: Shades | None) -> str:
    """Return the path of a region, tinted by its price, hatched where mining is unlawful."""
    if state is None:
        return f'<path class="region" d="{data}"/>'
    told = [name, say("price {price}", price=figure(state.price, "USD/MWh")), state.note, state.law]
    title = escape(". ".join(text.rstrip(".") for text in told if text))
    fill = f'<path class="nodata" d="{data}"/>'
    if shades and math.isfinite(state.price):
        fill = f'<path {shades.paint(shades.share(state.price))} d="{data}"/>'
    hatch = f'<path class="banned" d="{data}"/>' if state.verdict is Verdict.FAIL else ""
    return f'<g><title>{title}</title>{fill}{hatch}<path class="region" d="{data}"/></g>'


def _lines(report: Report, frame: Frame, *, redrawn: bool) -> Iterator[str]:
    """Yield borders: whole countries, parts with rules of their own, and what is disputed.

    Where a file of the user's tells those of countries they are left to it.
    """
    parts = {code for code, each in report.pack.manifest.jurisdictions.items() if each.parent}
    for shape, jurisdiction in _read(report, "regions", "jurisdiction"):
        data = frame.path(shape.boundary) if jurisdiction in parts else ""
        if data:
            yield f'<path class="province" d="{data}"/>'
    for shape, main in _read(report, "countries", "main"):
        data = frame.path(shape.boundary) if main and not redrawn else ""
        if data:
            yield f'<path class="border" d="{data}"/>'
    for shape, name in _read(report, "disputed", "name"):
        data, title = (
            frame.path(shape),
            f"<title>{escape(say('Disputed: {name}', name=name))}</title>",
        )
        if data:
            yield f'<path class="disputed" d="{data}">{title}</path>'


def _stations(report: Report, frame: Frame) -> Iterator[str]:
    """Yield the power stations that stand on the day, the greatest beneath."""
    year = int(report.stamp.as_of[:4])
    rows = _read(report, "power_stations", "mw", "id", "name", "fuel", "year", "counts")
    yield '<g class="stations">'
    for point, mw, _, name, fuel, built, counts in sorted(rows, key=lambda row: (-row[1], row[2])):
        unbuilt = built is not None and built > year  # an unknown year (None, NaN) counts
        if counts and not unbuilt and frame.holds(point.x, point.y):
            told = escape(f"{name}: {fuel_word(fuel)}, {figure(mw, 'MW')}")
            kind = fuel if fuel in FUELS else "other"
            x, y, radius = frame.x(point.x), frame.y(point.y), station_radius(mw)
            yield (
                f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}">'
                f"<title>{told}</title></circle>"
            )
    yield "</g>"


def _names(
    report: Report, frame: Frame, pins: list[tuple[SiteRow, Wanted, Placed]]
) -> Iterator[str]:
    """Yield the names of countries, and of parts with rules of their own."""
    places = report.pack.manifest.jurisdictions
    parts = {code: each.parent for code, each in places.items() if each.parent}
    regions = _read(report, "regions", "jurisdiction", "name")
    named = [(shape, name) for shape, within, name in regions if within in parts]
    wholes = {parts[within] for _, within, _ in regions if within in parts}
    countries = _read(report, "countries", "code", "name")
    named += [(shape, name) for shape, code, name in countries if code not in wholes]
    discs = [(pin.x, pin.y, want.radius + 2) for _, want, pin in pins]
    boxes = [label_box(want.name, pin) for _, want, pin in pins if pin.anchor]
    for shape, name in named:
        spot = frame.label_point(shape)
        if spot is None:
            continue
        told = say_name(str(name))
        half = _CAPITAL * len(told) / 2
        for shift in (0, 20, -20, 40, -40, 60, -60):
            x, y = min(max(spot[0], half + 6), frame.width - half - 6), spot[1] + shift
            box = (x - half, y - 11, x + half, y + 3)
            if 14 < y < frame.height - 34 and not covered(box, boxes, discs):
                boxes.append(box)
                yield _text(x, y, told, "country", "middle")
                break


def _pins(report: Report, frame: Frame) -> list[tuple[SiteRow, Wanted, Placed]]:
    """Return the sites in the picture with the place of each pin."""
    rows = [row for row in report.rows if not row.off_map and frame.holds(row.lon, row.lat)]
    wanted = [
        Wanted(
            frame.x(row.lon),
            frame.y(row.lat),
            _PIN if row.verdict.ranks else _SMALL_PIN,
            say_name(row.name),
        )
        for row in rows
    ]
    return list(zip(rows, wanted, place(wanted, frame.width, frame.height), strict=True))


def _draw_pins(report: Report, pins: list[tuple[SiteRow, Wanted, Placed]]) -> Iterator[str]:
    """Yield the sites: numbered and coloured by score, struck where a gate fails."""
    for _, want, pin in pins:
        if (want.x, want.y) != (pin.x, pin.y):
            yield (
                f'<line class="leader" x1="{want.x:.1f}" y1="{want.y:.1f}" x2="{pin.x:.1f}" '
                f'y2="{pin.y:.1f}"/>'
                f'<circle class="foot" cx="{want.x:.1f}" cy="{want.y:.1f}" r="2"/>'
            )
    span = score_span(report.rows) or (0.0, 1.0)
    for row, want, pin in reversed(pins):  # the first lies uppermost
        yield _pin(row, want, pin, span)
    for row, _, pin in pins:
        if pin.anchor:
            kind = "place" if row.verdict.ranks else "place faint"
            yield _text(pin.label_x, pin.label_y, say_name(row.name), kind, pin.anchor)


def _pin(row: SiteRow, want: Wanted, pin: Placed, span: tuple[float, float]) -> str:
    told = [f"{say_name(row.name)}, {row.country_title}", verdict_word(row.verdict)]
    if row.rank:
        told.append(say("rank {rank}, {points} points", rank=row.rank, points=points(row.score)))
    told += [row.reasons[0]] if row.reasons else []
    title = f"<title>{escape('. '.join(told))}</title>"
    where = f'cx="{pin.x:.1f}" cy="{pin.y:.1f}" r="{want.radius:g}"'
    if row.verdict is Verdict.FAIL:
        reach = want.radius * math.sqrt(0.5)
        return (
            f'<g class="struck">{title}<circle {where}/><line x1="{pin.x - reach:.1f}" '
            f'y1="{pin.y + reach:.1f}" x2="{pin.x + reach:.1f}" y2="{pin.y - reach:.1f}"/></g>'
        )
    if row.verdict is Verdict.UNKNOWN or row.score is None:
        return f'<g class="open">{title}<circle {where}/>{_number("?", pin, "")}</g>'
    colour = score_colour(row.score, span)
    kind = "pin conditional" if row.verdict is Verdict.CONDITIONAL else "pin"
    ink = "dark" if sum(_channels(colour)) > 3 * 125 else "bright"
    number = _number(str(row.rank or ""), pin, ink)
    return f'<g class="{kind}">{title}<circle fill="{colour}" {where}/>{number}</g>'


def _number(text: str, pin: Placed, ink: str) -> str:
    return _text(pin.x, pin.y + 3.6, text, f"number {ink}".strip(), "middle")


def _text(x: float, y: float, text: str, kind: str, anchor: str) -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _furniture(report: Report, frame: Frame, own: Sequence[DrawnLayer]) -> Iterator[str]:
    """Yield scale bar, north arrow and attribution."""
    km, pixels = frame.scale_bar()
    left, base = 18.0, frame.height - 18.0
    yield (
        f'<path class="scale" d="M{left:.1f} {base - 6:.1f}V{base:.1f}H{left + pixels:.1f}'
        f'V{base - 6:.1f}"/>'
    )
    yield _text(left, base - 10, say("{km:g} km at the centre", km=km), "small", "start")
    x, y = frame.width - 26.0, 20.0
    yield f'<path class="north" d="M{x} {y}l6 18l-6 -4l-6 4z"/>'
    yield _text(x, y + 32, say_as("north", "N"), "small", "middle")
    drawn = [report.pack.manifest.layers[name] for name in _DRAWN if report.pack.has_layer(name)]
    keys = dict.fromkeys(key for each in drawn for key in each.sources)
    credit = dict.fromkeys(credit_of(each.layer) for each in own)  # first: never cut
    credit |= dict.fromkeys(
        source.attribution or source.title
        for key in keys
        if (source := report.pack.manifest.sources.get(key))
    )
    text = " · ".join(credit)
    if len(text) > 150:
        text = say("{credit} … (see Sources)", credit=text[:150].rsplit(" ", 1)[0])
    wide = 5.5 * len(text) + 16
    yield (
        f'<rect class="plate" x="{frame.width - wide:.1f}" y="{frame.height - 20:.1f}" '
        f'width="{wide:.1f}" height="20"/>'
    )
    yield _text(frame.width - 8, frame.height - 6.5, text, "small", "end")


_DRAWN = ("countries", "regions", "lakes", "disputed", "power_stations")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
