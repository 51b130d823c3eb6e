"""How QGIS draws the layers of a package: QML, the style that it keeps beside a layer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from siteselect.export._drawn_layers import LINES, DrawnLayer
from siteselect.export._svg_map import FUELS, score_colour
from siteselect.model.tint import Ramp, colour_at
from siteselect.model.user_layer import Role
from siteselect.packs.layer_look import HIGH_KV, VEIL, width_of

CLASSES = 6
_MM = 25.4 / 96
"""A pixel of the screen on paper."""
_FUEL_COLOURS = {
    "coal": "#575B63", "gas": "#A55A00", "hydro": "#0266A3", "wind": "#2C9787",
    "solar": "#A68300", "nuclear": "#9073BD",
}  # fmt: skip
_OTHER = "#7E756D"
_CLASSES = 4
_AMBER, _WARN, _MUTED, _TEXT = "#8A5A00", "#A8463E", "#5F6B77", "#1B2430"


@dataclass(frozen=True, slots=True)
class Symbol:
    """How what a rule catches is drawn: layers of a symbol, each a class with its settings."""

    kind: str
    """marker, line or fill"""
    layers: tuple[tuple[str, Mapping[str, str]], ...]
    size: str = ""
    """An expression for the size of a marker."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is drawn, and how; the last rule may be ELSE."""

    label: str
    filter: str
    symbol: Symbol
    inner: tuple[tuple[str, Mapping[str, str]], ...] = field(default=())
    """The lines of a hatch, where the symbol is one."""


def sites(span: tuple[float, float] | None) -> str:
    """Return the style of sites: colour by score, a ring for conditions, a cross for failures."""
    rules = []
    for verdict, edge in (("PASS", "#FFFFFF"), ("CONDITIONAL", _AMBER)):
        for label, low, high, colour in _classes(span):
            test = f'"verdict" = \'{verdict}\' AND "score" >= {low!r} AND "score" <= {high!r}'
            rules.append(Rule(f"{verdict.lower()}, {label}", test, _dot(colour, edge, "5")))
    rules += [
        Rule("not enough known", "\"verdict\" = 'UNKNOWN'", _dot("#FFFFFF", _MUTED, "3.4")),
        Rule("fails a gate", "\"verdict\" = 'FAIL'", _cross()),
    ]
    label = "coalesce(to_string(\"rank\") || '. ', '') || \"name\""
    return _style(rules, _labels(label))


def stations() -> str:
    """Return the style of power stations: colour by fuel, area by MW."""
    size = 'max(1.2, 0.12 * sqrt(coalesce("mw", 0)))'
    rules = [
        Rule(fuel, f"\"fuel\" = '{fuel}'", _dot(_FUEL_COLOURS[fuel], "#FFFFFF", "2", size))
        for fuel in FUELS
    ]
    return _style([*rules, Rule("other", "ELSE", _dot(_OTHER, "#FFFFFF", "2", size))])


def borders() -> str:
    """Return the style of borders: disputed ones are dashed."""
    rules = [
        Rule("border", "\"kind\" = 'border'", _line("#3C4650", "0.5", "solid")),
        Rule("disputed", "\"kind\" = 'disputed'", _line("#3C4650", "0.4", "dash")),
    ]
    return _style(rules)


def regions(
    span: tuple[float, float] | None, edges: tuple[float, ...] = (), ramp: Ramp = Ramp.WARM
) -> str:
    """Return the style of regions: tint by price, hatched where mining is unlawful."""
    rules = [Rule("price unknown", '"price" IS NULL', _fill("#EEF0EC"))]
    if span is not None:
        low, high = span
        step = (high - low) / _CLASSES
        inner = edges or tuple(low + place * step for place in range(1, _CLASSES))
        bounds = [min(low, inner[0]), *inner, max(high, inner[-1])]
        for place, ends in enumerate(pairwise(bounds)):
            colour = colour_at(ramp, place / len(inner))
            last = "<=" if place == len(inner) else "<"
            test = f'"price" >= {ends[0]!r} AND "price" {last} {ends[1]!r}'
            rules.append(Rule(f"{ends[0]:.1f}–{ends[1]:.1f} USD/MWh", test, _fill(colour)))
    hatch = Symbol("fill", (("LinePatternFill", {"angle": "45", "distance": "2"}),))
    lines = (("SimpleLine", {"line_color": _rgba(_WARN), "line_width": "0.3"}),)
    rules.append(Rule("mining unlawful", "\"verdict\" = 'FAIL'", hatch, lines))
    return _style(rules)


def own_points(drawn: DrawnLayer) -> str:
    """Return the style of points of the user's: a square for a substation, larger where high."""
    square = drawn.layer.role is Role.SUBSTATIONS
    settings = {"name": "square" if square else "diamond", "color": _rgba(drawn.colour),
                "outline_color": _rgba("#FFFFFF"), "outline_width": "0.3"}  # fmt: skip
    sizes = (("200 kV and more", f'"kv" >= {HIGH_KV:g}', "2.8"), ("other", "ELSE", "2"))
    rules = [
        Rule(label, test, Symbol("marker", (("SimpleMarker", {**settings, "size": size}),)))
        for label, test, size in (sizes if square else (("all", "TRUE", "2.4"),))
    ]
    return _style(rules)


def own_lines(drawn: DrawnLayer) -> str:
    """Return the style of lines of the user's: the greater ones wider, railways dashed."""
    dash = "dash" if drawn.layer.role is Role.RAILWAYS else "solid"
    width = _MM * width_of(drawn.layer)
    rules = [
        Rule(f"x {weight:g}", f'"width" = {weight!r}',
             _line(drawn.colour, f"{width * weight:.2f}", dash))
        for weight in sorted(set(drawn.weight[drawn.rows(LINES)].tolist()), reverse=True)
    ]  # fmt: skip
    return _style(rules)


def own_areas(drawn: DrawnLayer) -> str:
    """Return the style of areas of the user's: a veil of colour within their edge."""
    veil = f"{_rgba(drawn.colour, round(255 * VEIL))}"
    settings = {"color": veil, "style": "solid", "outline_color": _rgba(drawn.colour),
                "outline_width": "0.3"}  # fmt: skip
    return _style([Rule("all", "TRUE", Symbol("fill", (("SimpleFill", settings),)))])


def _classes(span: tuple[float, float] | None) -> Iterable[tuple[str, float, float, str]]:
    """Yield label, ends and colour of each class of scores."""
    if span is None:
        return
    low, high = span
    step = (high - low) / CLASSES
    for place in range(CLASSES) if step > 0 else (CLASSES - 1,):
        first = low + place * step if step > 0 else low
        last = high if place == CLASSES - 1 else low + (place + 1) * step
        colour = score_colour((first + last) / 2, span)
        yield f"{100 * first:.0f}–{100 * last:.0f} points", first, last, colour


def _dot(colour: str, edge: str, size: str, expression: str = "") -> Symbol:
    settings = {"name": "circle", "color": _rgba(colour), "outline_color": _rgba(edge),
                "outline_width": "0.5", "size": size}  # fmt: skip
    return Symbol("marker", (("SimpleMarker", settings),), expression)


def _cross() -> Symbol:
    settings = {"name": "cross2", "color": _rgba(_WARN), "outline_color": _rgba(_WARN),
                "outline_width": "0.5", "size": "2.6"}  # fmt: skip
    return Symbol("marker", (("SimpleMarker", settings),))


def _line(colour: str, width: str, style: str) -> Symbol:
    settings = {"line_color": _rgba(colour), "line_width": width, "line_style": style}
    return Symbol("line", (("SimpleLine", settings),))


def _fill(colour: str) -> Symbol:
    settings = {"color": _rgba(colour), "style": "solid", "outline_color": _rgba("#FFFFFF"),
                "outline_width": "0.2"}  # fmt: skip
    return Symbol("fill", (("SimpleFill", settings),))


def _rgba(colour: str, alpha: int = 255) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + f",{alpha}"


def _style(rules: Sequence[Rule], labels: str = "") -> str:
    told = "".join(
        f'<rule key="r{place}" symbol="{place}" label={quoteattr(rule.label)} '
        f"filter={quoteattr(rule.filter)}/>"
        for place, rule in enumerate(rules)
    )
    symbols = "".join(_symbol(rule, str(place)) for place, rule in enumerate(rules))
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.22.0" styleCategories="Symbology|Labeling" '
        f'labelsEnabled="{int(bool(labels))}">'
        '<renderer-v2 type="RuleRenderer" symbollevels="0" forceraster="0" enableorderby="0">'
        f'<rules key="root">{told}</rules><symbols>{symbols}</symbols></renderer-v2>{labels}'
        "</qgis>\n"
    )


def _symbol(rule: Rule, name: str) -> str:
    layers = "".join(_layer(kind, each, rule) for kind, each in rule.symbol.layers)
    return (
        f'<symbol type="{rule.symbol.kind}" name="{name}" alpha="1" clip_to_extent="1" '
        f'force_rhr="0">{layers}</symbol>'
    )


def _layer(kind: str, settings: Mapping[str, str], rule: Rule) -> str:
    told = "".join(f"<prop k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in settings.items())
    if rule.symbol.size:
        told += _by_expression("size", rule.symbol.size)
    if rule.inner:
        lines = "".join(_layer(name, each, Rule("", "", Symbol("line", ())))
                        for name, each in rule.inner)  # fmt: skip
        told += f'<symbol type="line" name="@0@0" alpha="1" clip_to_extent="1">{lines}</symbol>'
    return f'<layer class="{kind}" enabled="1" locked="0" pass="0">{told}</layer>'


def _by_expression(what: str, expression: str) -> str:
    return (
        '<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>'
        f'<Option name="properties" type="Map"><Option name="{what}" type="Map">'
        '<Option name="active" value="true" type="bool"/>'
        f'<Option name="expression" value={quoteattr(expression)} type="QString"/>'
        '<Option name="type" value="3" type="int"/></Option></Option>'
        '<Option name="type" value="collection" type="QString"/></Option>'
        "</data_defined_properties>"
    )


def _labels(expression: str) -> str:
    return (
        '<labeling type="simple"><settings calloutType="simple">'
        f'<text-style fieldName={quoteattr(expression)} isExpression="1" fontSize="8" '
        f'fontSizeUnit="Point" textColor="{_rgba(_TEXT)}" textOpacity="1" namedStyle="Regular">'
        '<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" '
        'bufferColor="255,255,255,255" bufferOpacity="0.9"/></text-style>'
        '<placement placement="6" dist="1" distUnits="MM"/><rendering obstacle="1"/>'
        "</settings></labeling>"
    )
