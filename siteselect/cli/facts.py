"""`siteselect facts`: what held on a day, with its source."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from siteselect.cli.fact_table import Kind, Told, fact_table
from siteselect.errors import PackError, StudyError
from siteselect.model.fact import Confidence
from siteselect.model.gate import Verdict
from siteselect.model.own_fact import OwnFact
from siteselect.model.study import Study
from siteselect.packs.catalogue import DEFAULT, open_pack
from siteselect.packs.facts import Facts
from siteselect.packs.indicators import indicator_near
from siteselect.packs.law import legal_status, rules_on
from siteselect.packs.own_facts import lay_over, pack_row
from siteselect.packs.pack import Pack
from siteselect.packs.prices import fees_on, tariffs_on
from siteselect.packs.rates import rate_on
from siteselect.packs.rows import FeeStep, Rate, Rule, Tariff
from siteselect.packs.table import as_day
from siteselect.project.conflicts import conflicts
from siteselect.project.file import open_project

_WIDE = 160
"""Characters in a line where there is no terminal to ask."""


class Format(StrEnum):
    """How it is told."""

    TABLE = "table"
    JSON = "json"


def facts(
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="The day: 2021-06-02; else the project's."),
    ] = None,
    pack: Annotated[str | None, typer.Option("--pack", help="Name or path of a pack.")] = None,
    project: Annotated[
        Path | None,
        typer.Option("--project", metavar="FILE", help="With the facts that a project adds."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="One kind only.")] = None,
    jurisdiction: Annotated[
        str, typer.Option("--jurisdiction", help="One jurisdiction only: KZ, KG, CN-XJ ...")
    ] = "",
    form: Annotated[Format, typer.Option("--format", help="Table or JSON.")] = Format.TABLE,
) -> None:
    """Print what held on a day: tariffs, rules, rates, fees, indicators, with their sources."""
    study = open_project(project) if project else None
    day = _day(as_of, study)
    own = study.facts if study else ()
    opened = lay_over(open_pack(pack or (study.pack if study else DEFAULT)), own)
    places = opened.manifest.jurisdictions
    if jurisdiction and jurisdiction not in places:
        raise PackError(
            f"The pack {opened.reference} has no jurisdiction {jurisdiction!r}. "
            f"It has: {', '.join(places)}."
        )
    codes = (jurisdiction,) if jurisdiction else tuple(places)
    kinds = (kind,) if kind else tuple(Kind)
    told = {each.value: _TELLERS[each](opened.facts, codes, day) for each in kinds}
    if not any(rows for name, rows in told.items() if kind or name != Kind.INDICATORS):
        raise PackError(
            f"The pack {opened.reference} has no {kind or 'facts'} that held on {day}"
            f"{f' in {jurisdiction}' if jurisdiction else ''}: choose another day."
        )
    apart = [] if kind else [each for each in conflicts(opened, day) if each.jurisdiction in codes]
    if form is Format.JSON:
        stamp = {"pack": opened.reference, "digest": opened.digest, "as_of": f"{day}"}
        added = {"own_facts": [_own(opened, each) for each in own]} if own else {}
        more = {} if kind else {"conflicts": [asdict(each) for each in apart]}
        print(json.dumps({**stamp, **told, **more, **added}, indent=2, ensure_ascii=False))
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    for each in kinds:
        if each is Kind.RULES:
            console.print(_verdicts(opened.facts, codes, day), highlight=False)
        console.print(fact_table(f"{each.capitalize()} on {day}", each, told[each.value]))
    for clash in apart:
        words = f"Conflict in {clash.jurisdiction}, {clash.subject}: {clash.text}"
        console.print(words, highlight=False, markup=False)
    if own:
        rows = [_own(opened, each) for each in own]
        words = ", ".join(
            f"{row['table']} {row['id']}{' (corrects the pack)' if row['corrects'] else ''}"
            for row in rows
        )
        console.print(f"Yours, in {project}: {words}", highlight=False, markup=False)


def _day(as_of: str | None, study: Study | None) -> date:
    if as_of is None:
        if study is None:
            raise typer.BadParameter("say the day: --as-of 2021-06-02.", param_hint="--as-of")
        return study.context.as_of
    day = as_day(as_of)
    if day is None:
        raise StudyError(f"--as-of is {as_of!r}, which is not a day: write it like 2021-06-02.")
    return day


def _own(pack: Pack, fact: OwnFact) -> Told:
    """Return a fact of the user's, and whether it stands in for a row of the pack."""
    corrects = pack_row(pack, fact.table, fact.id) is not None
    return {"table": fact.table.value, **dict(fact.cells), "corrects": corrects}


def _mark(row: Tariff | Rule | Rate | FeeStep) -> str:
    """Return the word that tells a row of the user's from one of the pack."""
    return "yours" if row.confidence is Confidence.USER else ""


def _tariffs(facts: Facts, codes: Sequence[str], day: date) -> list[Told]:
    return [
        {
            "id": each.tariff.id,
            "mark": _mark(each.tariff),
            "jurisdiction": each.tariff.jurisdiction,
            "region": " ".join(each.tariff.regions),
            "route": each.tariff.route.value,
            "what": _joined(
                each.tariff.component, each.tariff.supplier, each.tariff.consumer_class
            ),
            "price": each.tariff.price,
            "price_high": _known(each.tariff.price_high),
            "unit": f"{each.tariff.currency}/kWh",
            "vat": each.tariff.vat.value,
            "valid": str(each.tariff.validity),
            "badge": each.note,
            "confidence": each.confidence.value,
            "source": each.tariff.source.text,
        }
        for code in codes
        for each in tariffs_on(facts, code, day)
    ]


def _rules(facts: Facts, codes: Sequence[str], day: date) -> list[Told]:
    rows = []
    for code in codes:
        verdict = legal_status(facts, code, day).verdict.value
        rows += [
            {
                "id": rule.id,
                "mark": _mark(rule),
                "jurisdiction": code,
                "issuer": rule.jurisdiction,
                "area": rule.area,
                "kind": rule.kind,
                "status": rule.status.value,
                "effect": rule.effect.value,
                "value": _known(rule.value),
                "unit": rule.unit,
                "valid": str(rule.validity),
                "verdict": verdict,
                "text": _joined(rule.text, rule.date_note),
                "confidence": rule.confidence.value,
                "source": rule.source.text,
            }
            for rule in rules_on(facts, code, day)
        ]
    return rows


def _rates(facts: Facts, codes: Sequence[str], day: date) -> list[Told]:
    places = facts.manifest.jurisdictions
    currencies = dict.fromkeys(places[code].currency for code in codes if places[code].currency)
    rates = [rate_on(facts, currency, day) for currency in currencies]
    return [
        {
            "id": each.rate.id,
            "mark": _mark(each.rate),
            "currency": each.rate.currency,
            "units_per_usd": each.units_per_usd,
            "carried": each.carried,
            "note": each.note,
            "confidence": each.rate.confidence.value,
            "source": each.rate.source.text,
        }
        for each in rates
        if each and each.rate
    ]


def _fees(facts: Facts, codes: Sequence[str], day: date) -> list[Told]:
    cases = tuple(dict.fromkeys(step.case for step in facts.fees))
    steps = [step for code in codes for case in cases for step in fees_on(facts, code, day, case)]
    return [
        {
            "id": step.id,
            "mark": _mark(step),
            "jurisdiction": step.jurisdiction,
            "case": step.case,
            "price_from": _known(step.price_from),
            "price_to": _known(step.price_to),
            "fee": _known(step.fee),
            "fee_high": _known(step.fee_high),
            "unit": f"{step.currency}/kWh",
            "status": step.status.value,
            "valid": str(step.validity),
            "note": step.note,
            "confidence": step.confidence.value,
            "source": step.source.text,
        }
        for step in dict.fromkeys(steps)
    ]


def _indicators(facts: Facts, codes: Sequence[str], day: date) -> list[Told]:
    names = tuple(dict.fromkeys((row.indicator, row.detail) for row in facts.indicators))
    near = [
        (code, row)
        for code in codes
        for name, detail in names
        if (row := indicator_near(facts, name, code, day, detail))
    ]
    return [
        {
            "id": row.id,
            "jurisdiction": code,
            "indicator": _joined(row.indicator, row.detail),
            "value": row.value,
            "unit": row.unit,
            "badge": f"observed {row.observed}",
            "confidence": row.confidence.value,
            "source": row.source.text,
        }
        for code, row in near
    ]


_TELLERS: Mapping[Kind, Callable[[Facts, Sequence[str], date], list[Told]]] = {
    Kind.TARIFFS: _tariffs,
    Kind.RULES: _rules,
    Kind.RATES: _rates,
    Kind.FEES: _fees,
    Kind.INDICATORS: _indicators,
}


def _known(number: float) -> float | None:
    """Return a number that JSON can hold; None for unknown and for no bound."""
    return number if math.isfinite(number) else None


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _verdicts(facts: Facts, codes: Sequence[str], day: date) -> str:
    """Return one line on whether mining was lawful, the places without a rule last."""
    told = {code: legal_status(facts, code, day).verdict for code in codes}
    known = [f"{code} {each.value}" for code, each in told.items() if each is not Verdict.UNKNOWN]
    unknown = [code for code, each in told.items() if each is Verdict.UNKNOWN]
    pieces = [", ".join(known)] if known else []
    pieces += [f"unknown for {', '.join(unknown)}"] if unknown else []
    return f"Is mining lawful on {day}? {'; '.join(pieces)}."
