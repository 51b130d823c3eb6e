"""Pages of the manual that the program writes about itself: measures, methods, data, commands."""

import inspect
import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import typer

from siteselect.cli.app import app
from siteselect.criteria import MEASURES
from siteselect.criteria.measure import Measure
from siteselect.export import EXPORTERS
from siteselect.mcda.method import Method
from siteselect.mcda.methods import METHODS
from siteselect.packs.catalogue import installed_packs, open_pack
from siteselect.packs.coverage import coverage_of
from siteselect.packs.layer_form import FORMS
from siteselect.packs.manifest import Manifest
from siteselect.packs.money_rows import MONEY_READERS
from siteselect.packs.readers import READERS
from siteselect.ui.actions import MENUS, TABLE
from siteselect.ui.shortcuts import HANDS

FORMULAS = tomllib.loads((Path(__file__).parent / "formulas.toml").read_text(encoding="utf-8"))
READS = {"day": "the day", "load": "the load wanted", "money": "the assumptions of money"}


def pages() -> dict[str, str]:
    """Return every generated page by its path below the manual."""
    found = {"measures/index.md": _measure_list(), "methods/index.md": _method_list()}
    found |= {f"measures/{key}.md": measure_page(key, each) for key, each in MEASURES.items()}
    found |= {f"methods/{key}.md": method_page(key, each) for key, each in METHODS.items()}
    found |= {"data.md": _data(), "commands.md": _commands(), "keys.md": _keys()}
    found["licences.md"] = _licences()
    return found


def tables() -> dict[str, str]:
    """Return what stands for the words in capitals of hand-written pages."""
    exporters = [(f"`{each.suffix}`", each.title) for each in EXPORTERS.values()]
    layers = [
        (f"`{name}`", ", ".join(sorted(form.geometry)), ", ".join(form.columns) or "any")
        for name, form in FORMS.items()
    ]
    rows = "\n".join(f"| {' | '.join(row)} |" for row in layers)
    return {
        "EXPORTERS_TABLE": _table(("ending", "form"), sorted(exporters)),
        "LAYERS_TABLE": rows,
        "FACTS_TABLE": "\n".join(f"| {' | '.join(row)} |" for row in _fact_tables()),
    }


_HOLDS = {
    "candidates": "places that a new project begins with",
    "comparators": "places off the map to compare with",
    "tariffs": "prices of power per kWh, in parts or delivered",
    "rules": "law: bans, duties, taxes, cuts, by day",
    "mining_fee": "steps of a fee by the price of power",
    "rates": "exchange rates",
    "indicators": "governance, carbon intensity, official capacity, by year",
    "machines": "machines: what they take and give, from when",
    "network": "price of a coin, difficulty, fees, by month",
    "move_and_build": "what moving and building cost",
    "figures": "other figures that money is reckoned with",
    "cuts": "hours and seasons without power",
}
_PLACES = ("id", "name", "jurisdiction", "lon", "lat", "confidence", "source")


def _fact_tables() -> list[tuple[str, str, str]]:
    """Return each table of a pack with what it holds and the columns that it must have."""
    columns = {name: found for name, (found, _) in (READERS | MONEY_READERS).items()}
    columns |= dict.fromkeys(("candidates", "comparators"), _PLACES)
    return [(f"`{name}`", told, ", ".join(columns[name])) for name, told in _HOLDS.items()]


def measure_page(key: str, measure: Measure) -> str:
    """Return what is known of one measure: formula, unit, what it reads, how it is judged."""
    told = inspect.getdoc(measure.measure) or ""
    formula = FORMULAS["measures"].get(key)
    value = measure.value
    low, high = value.reach(np.array([np.nan]))
    anchors = f"{type(value).__name__} from {low:g} to {high:g} {measure.unit}"
    told = re.sub(r"^Return (\w)", lambda found: found[1].upper(), _sentences(told))
    lines = [f"# {measure.title}", "", measure.about, "", f"What is reckoned: *{told}*", ""]
    if formula:
        lines += ["```text", formula, "```", ""]
    rows = [
        ("key in projects and commands", f"`{key}`"),
        ("unit", measure.unit or "none"),
        ("group", measure.group),
        ("value function by default", f"{anchors}, {_way(value.objective.name)}"),
        ("weight by default", f"{measure.weight:g}" if measure.weight else "switched off"),
        ("layers of the pack", ", ".join(f"`{each}`" for each in measure.layers) or "none"),
        ("tables of the pack", ", ".join(f"`{each}`" for each in measure.facts) or "none"),
        ("changes with", ", ".join(sorted(READS.get(each, each) for each in measure.reads))
         or "the place alone"),
    ]  # fmt: skip
    lines += [_table(("what", "here"), rows), "", *_where_known(measure)]
    return "\n".join(lines) + "\n"


def _way(objective: str) -> str:
    words = {"MIN": "less is better", "MAX": "more is better", "TARGET": "a target is best"}
    return words[objective]


def _where_known(measure: Measure) -> list[str]:
    """Return the sources, and what each pack notes of what the measure reads."""
    lines = ["## Sources and limits", ""]
    for installed in installed_packs():
        manifest = installed.manifest
        lines.append(f"**{manifest.title}**")
        lines.append("")
        for kind, names in (("layers", measure.layers), ("facts", measure.facts)):
            for name in names:
                entry = getattr(manifest, kind).get(name)
                if entry is None:
                    lines.append(f"- `{name}` is not in the pack: unknown there.")
                    continue
                made = "; ".join(manifest.sources[each].title for each in entry.sources)
                lines.append(f"- {entry.title}: {made}. {entry.note}".rstrip())
        if not (measure.layers or measure.facts):
            lines.append("- Needs neither layer nor table.")
        lines.append("")
    return lines


def method_page(key: str, method: Method) -> str:
    """Return what is known of one method: formula, reference, parameters, an example."""
    told = inspect.getdoc(method.score) or ""
    text, _, _ = told.partition("\nParameters\n")
    _, _, example = told.partition("Examples\n--------\n")
    module = inspect.getdoc(inspect.getmodule(method.score)) or ""
    formula = FORMULAS["methods"].get(key)
    lines = [f"# {method.title}", "", module, ""]
    if formula:
        lines += ["```text", formula, "```", ""]
    text = re.sub(r"^Return (\w)", lambda found: found[1].upper(), text.strip())
    lines += [text, "", f"Reference: {method.reference}", ""]
    lines.append(
        "A site's score hangs on its own values alone: another site more or less reorders none."
        if method.rowwise
        else "Sites are compared with each other: adding or removing one can reorder the others."
    )
    if method.parameters:
        rows = [
            (each.title, f"`{each.key}`", f"{each.default:g}", f"{each.low:g} to {each.high:g}",
             each.about)
            for each in method.parameters
        ]  # fmt: skip
        lines += ["", "## What may be set", ""]
        lines.append(_table(("", "key", "default", "range", ""), rows))
    if example:
        lines += ["", "## Example", "", "```python", example.strip(), "```"]
    lines += ["", f"On the command line: `siteselect rank --method {key}`."]
    return "\n".join(lines) + "\n"


def _measure_list() -> str:
    lines = ["# Measures", "", "What can be measured for a place. Raw values are in the unit told;",
             "a value function brings them to 0 (worst) to 1 (best).", ""]  # fmt: skip
    for group in dict.fromkeys(each.group for each in MEASURES.values()):
        rows = [
            (f"[{each.title}]({key}.md)", each.unit, each.about.split(". ")[0].rstrip(".") + ".")
            for key, each in MEASURES.items()
            if each.group == group
        ]
        lines += [f"## {group}", "", _table(("measure", "unit", "what it is"), rows), ""]
    return "\n".join(lines)


def _method_list() -> str:
    rows = [
        (f"[{each.title}]({key}.md)", "alone" if each.rowwise else "compared", each.reference)
        for key, each in METHODS.items()
    ]
    return (
        "# Methods\n\nHow values and weights become one number a place. All take values in [0, 1] "
        "with 1 as best, and weights that sum to 1.\n\n"
        + _table(("method", "a site is judged", "reference"), rows)
        + "\n"
    )


def _data() -> str:
    lines = ["# The data and their limits", "",
             "What the packs hold, how much of the world that is, and what is missing. The numbers",
             "are counted from the packs themselves; `siteselect pack coverage` prints the same.",
             ""]  # fmt: skip
    for installed in installed_packs():
        lines += _pack(installed.manifest)
    return "\n".join([*lines, _MEANS])


_MEANS = """## What this means for an answer

- **Thin tariffs**: where no delivered price is published, the price is a national estimate, a
  floor, or unknown, and the screen says which. A contract you type beats all of them.
- **Age**: every layer and row tells when it was observed. What was built since is not in it.
- **Borders** show who holds a place, not who claims it. Disputed lines are dashed; no view on any
  claim is meant. You may swap the file.
- **Law**: rules are quoted with their source. Nothing here is legal advice.
"""


def _pack(manifest: Manifest) -> list[str]:
    found = coverage_of(open_pack(manifest.reference))
    lines = [f"## {manifest.title} (`{manifest.reference}`)", ""]
    lines += [note for note in (manifest.borders_note, manifest.regions_note) if note]
    lines += ["", "### Power stations against official capacity", ""]
    rows = []
    for each in found.capacity:
        known = each.official_mw > 0  # NaN is not
        rows.append(
            (each.jurisdiction, each.fuel or "all", str(each.stations), f"{each.counted_mw:,.0f}",
             f"{each.official_mw:,.0f}" if known else "unknown",
             f"{each.share:.0%}" if known else "", each.observed)
        )  # fmt: skip
    heads = ("where", "fuel", "stations", "counted MW", "official MW", "share", "year")
    lines += [_table(heads, rows), "", "### What is in it", ""]
    for kind in ("layers", "grids", "facts"):
        rows = [
            (entry.title, ", ".join(manifest.sources[each].title for each in entry.sources),
             entry.note)
            for entry in getattr(manifest, kind).values()
        ]  # fmt: skip
        if rows:
            lines += [_table((kind, "from", "to be known of it"), rows), ""]
    held = [(each.name, str(each.rows), each.newest) for each in found.tables]
    lines += ["### Rows and age", "", _table(("table", "rows", "newest"), held), ""]
    return lines


def _commands() -> str:
    lines = ["# Command line", "",
             "`siteselect` alone opens the window; with a project's name it opens that project.",
             "The commands below need no screen. Without a project they use the shipped sample.",
             ""]  # fmt: skip
    for name, command in sorted(_leaves(typer.main.get_command(app))):
        arguments = [each for each in command.params if each.param_type_name == "argument"]
        words = " ".join(each.metavar or each.name.upper() for each in arguments)
        lines += [f"## siteselect {name}", "", f"`siteselect {name} {words}`".replace(" `", "`"),
                  "", _sentences(command.help or ""), ""]  # fmt: skip
        rows = [
            (", ".join(f"`{word}`" for word in (*each.opts, *each.secondary_opts)),
             _sentences(getattr(each, "help", None) or ""))
            for each in command.params
            if each.param_type_name == "option"
        ]  # fmt: skip
        if rows:
            lines += [_table(("option", ""), rows), ""]
    return "\n".join(lines)


def _leaves(group: Any) -> list[tuple[str, Any]]:  # Any: typer's own kinds of commands
    found: list[tuple[str, Any]] = []
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found += [(f"{name} {words}", each) for words, each in _leaves(command)]
        elif not command.hidden:
            found.append((name, command))
    return found


_ABOUT_KEYS = (
    "Every command of the window; **Ctrl+K** finds them by name. Any of their keys can be",
    "changed: **Ctrl+F1**, search the command, press the new keys. What holds them already is",
    "named before they are taken over; *Reset* gives a command its own keys back, *Reset all",
    "keys* all of them. The choice stays on this computer.",
    "",
    "Keys that belong to what holds the focus are fixed:",
    "",
)


def _keys() -> str:
    from PySide6.QtGui import QGuiApplication, QKeySequence

    program = QGuiApplication.instance() or QGuiApplication(["manual"])  # knows the system's keys
    lines = ["# Keys", "", *_ABOUT_KEYS, _table(("where", "keys"), HANDS), ""]
    for menu in MENUS:
        rows = [
            (each.text.replace("&", ""), QKeySequence(each.shortcut).toString() or "")
            for each in TABLE
            if each.menu == menu
        ]
        lines += [f"## {menu}", "", _table(("command", "keys"), rows), ""]
    del program
    return "\n".join(lines)


def _licences() -> str:
    lines = ["# Licences and attributions", "", "The program: Apache-2.0.", "", "## Data", ""]
    told = []
    for installed in installed_packs():
        for source in installed.manifest.sources.values():
            line = f"- **{source.title}**: {source.licence}. {source.attribution}."
            if line not in told:
                told.append(line)
    return "\n".join([*lines, *told, _PARTS])


_PARTS = """
## Fonts

The faces in `resources/fonts`: SIL Open Font License 1.1; the texts lie beside them.

## Parts

A package holds `LICENCES.txt` with the licence of every part, and `sbom.cdx.json`, its bill of
materials (CycloneDX). Qt is used under the LGPL 3: its libraries are files of their own, which you
may replace.
"""


def _sentences(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines)
