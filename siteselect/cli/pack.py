"""`siteselect pack`: whether a pack is sound, and how much of the world it holds."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from siteselect.cli.facts import Format
from siteselect.packs.catalogue import DEFAULT, find_pack, installed_packs, open_pack
from siteselect.packs.check import check_pack
from siteselect.packs.coverage import Coverage, TableCoverage, coverage_of

app = typer.Typer(help="Look into packs: the data of a region.", no_args_is_help=True)

PackArgument = Annotated[str, typer.Argument(metavar="[PACK]", help="Name or path of a pack.")]
_WIDE = 120
_LAST_YEARS = 8


@app.command("list")
def list_packs() -> None:
    """Print the packs that were found, and where they lie."""
    for each in installed_packs():
        print(f"{each.manifest.reference}  {each.manifest.title}  {each.path}")


@app.command()
def check(pack: PackArgument = DEFAULT) -> None:
    """Print every fault of a pack in sentences; exit 1 when there is one."""
    path = find_pack(pack)
    faults = check_pack(path)
    for fault in faults:
        print(fault)
    if faults:
        print(f"{path}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}.")
        raise typer.Exit(1)
    print(f"{path}: no faults found.")


@app.command()
def coverage(
    pack: PackArgument = DEFAULT,
    form: Annotated[Format, typer.Option("--format", help="Table or JSON.")] = Format.TABLE,
) -> None:
    """Print how much of the installed capacity a pack counts, what it holds, and how old it is."""
    found = coverage_of(open_pack(pack))
    if form is Format.JSON:
        print(json.dumps(_plain(found), indent=2, ensure_ascii=False))
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    console.print(_capacity(found))
    for title, tables in (("Tables", found.tables), ("Layers", found.layers)):
        console.print(_holdings(f"{title} of {found.reference}", tables))


def _plain(found: Coverage) -> dict[str, Any]:  # Any: JSON values
    told = asdict(found)
    for line, each in zip(told["capacity"], found.capacity, strict=True):
        line["share"] = each.share
        for key in ("official_mw", "share"):
            line[key] = None if math.isnan(line[key]) else line[key]
    return told


def _capacity(found: Coverage) -> Table:
    title = "Power stations counted, against official installed capacity"
    table = Table(title=title, title_justify="left")
    for name in ("where", "fuel", "stations", "counted MW", "official MW", "share", "year"):
        right = name in {"stations", "counted MW", "official MW", "share"}
        table.add_column(name, justify="right" if right else "left")
    table.add_column("source", overflow="fold")
    for each in found.capacity:
        known = not math.isnan(each.official_mw)
        table.add_row(
            each.jurisdiction,
            each.fuel,
            str(each.stations),
            f"{each.counted_mw:,.0f}",
            f"{each.official_mw:,.0f}" if known else "unknown",
            f"{each.share:.0%}" if known else "",
            each.observed,
            escape(each.source),
        )
    return table


def _holdings(title: str, tables: tuple[TableCoverage, ...]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("name")
    table.add_column("rows", justify="right")
    table.add_column("newest")
    for name in ("by kind", "by year"):
        table.add_column(name, overflow="fold")
    for each in tables:
        kinds = ", ".join(f"{kind or 'none'} {count}" for kind, count in each.kinds.items())
        table.add_row(each.name, str(each.rows), each.newest, escape(kinds), _years(each.years))
    return table


def _years(years: Mapping[int, int]) -> str:
    """Return the last years one by one, and those before them as one sum."""
    last = list(years)[-_LAST_YEARS:]
    before = sum(count for year, count in years.items() if year < min(last))
    told = [f"before {last[0]}: {before}"] if before else []
    return ", ".join(told + [f"{year}: {years[year]}" for year in last])
