"""From the rows of an evaluation to the sites of a report."""

from math import isfinite

from siteselect.export.report import Cell, GateCell, SiteRow
from siteselect.language import say, say_count, say_name
from siteselect.model.arrays import Floats, Ints
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.sites import Offer, Vat
from siteselect.packs.manifest import Manifest


def site_rows(evaluation: Evaluation, manifest: Manifest, order: Ints) -> tuple[SiteRow, ...]:
    """Return the sites of the list, read column by column: a list may be long."""
    scores, low, high, coverage = (
        _tidied(each[order])
        for each in (
            evaluation.scores, evaluation.scores_low, evaluation.scores_high, evaluation.coverage
        )
    )  # fmt: skip
    scored = [score is not None for score in scores]
    columns = [_cells(evaluation, at, order, scored) for at in range(len(evaluation.criteria))]
    gates = [
        _tidied(evaluation.matrix.column(gate.measure).value[order])
        for gate in evaluation.scenario.gates
        if gate.enabled
    ]
    found = []
    for place, row in enumerate(order.tolist()):
        site = evaluation.matrix.sites.items[row]
        country = manifest.jurisdictions.get(site.country)
        reasons, decisive = _reasons(evaluation, row)
        results = zip(evaluation.gates[row], gates, strict=True)
        found.append(
            SiteRow(
                name=site.name,
                country=site.country,
                country_title=say_name(country.title) if country else site.country,
                lon=site.lon,
                lat=site.lat,
                off_map=site.off_map,
                rank=int(evaluation.ranks[row]) or None,
                score=scores[place],
                low=low[place],
                high=high[place],
                coverage=coverage[place] or 0.0,
                verdict=evaluation.verdicts[row],
                reasons=reasons,
                decisive=decisive,
                cells=tuple(column[place] for column in columns),
                gates=tuple(
                    GateCell(values[place], tidy(each.margin), each.verdict, each.reason)
                    for each, values in results
                ),
                pinned=site.pinned,
                note="; ".join(part for part in (site.note, site.source) if part),
                offer=_offer_words(evaluation, row),
                offer_lacks=_offer_lacks(site.offer),
            )
        )
    return tuple(found)


def _cells(evaluation: Evaluation, at: int, order: Ints, scored: list[bool]) -> list[Cell]:
    """Return one criterion of the sites of the list."""
    column = evaluation.matrix.column(evaluation.criteria[at].measure)
    numbers = zip(
        scored,
        *(
            _tidied(each[order])
            for each in (
                column.value, column.low, column.high, evaluation.values[:, at],
                evaluation.filled[:, at], evaluation.values_low[:, at],
                evaluation.values_high[:, at], evaluation.contributions[:, at],
            )
        ),
        strict=True,
    )  # fmt: skip
    places = (column.provenance[row] for row in order.tolist())
    return [
        Cell(
            raw=raw,
            low=low,
            high=high,
            value=value,
            counted=counted or 0.0,
            least=least or 0.0,
            most=most or 0.0,
            contribution=contribution if takes_part else None,
            source=str(where) or say("no source is stated"),
            badge=where.badge,
            confidence=where.confidence.value if where.confidence else "",
            parts=where.parts,
        )
        for where, (takes_part, raw, low, high, value, counted, least, most, contribution) in zip(
            places, numbers, strict=True
        )
    ]


def _tidied(values: Floats) -> list[float | None]:
    return [tidy(value) for value in values.tolist()]


def tidy(value: float) -> float | None:
    """Return `value` to twelve figures, so that the last bits of a machine do not show."""
    return float(f"{value:.12g}") if isfinite(value) else None


def _reasons(evaluation: Evaluation, row: int) -> tuple[tuple[str, ...], int]:
    """Return why the site does not simply pass, the weightiest first, and how many are so."""
    order = list(Verdict)
    results = sorted(
        (each for each in evaluation.gates[row] if each.verdict is not Verdict.PASS),
        key=lambda each: -order.index(each.verdict),
    )
    decisive = sum(each.verdict is results[0].verdict for each in results)
    return tuple(each.reason for each in results), decisive


def _offer_words(evaluation: Evaluation, row: int) -> str:
    offer = evaluation.matrix.sites.items[row].offer
    if offer is None:
        return ""
    said = []
    if offer.price is not None:
        said.append(
            say(
                "{price:g} {currency}/kWh, VAT {vat}",
                price=offer.price,
                currency=offer.currency,
                vat=say(offer.vat.value),
            )
        )
    if offer.power_mw is not None:
        said.append(say("{power:g} MW", power=offer.power_mw))
    if offer.letter_date:
        said.append(say("letter of {day}", day=offer.letter_date.isoformat()))
    if offer.contract_months is not None:
        said.append(say_count("{count} month", "{count} months", offer.contract_months))
    if offer.voltage_kv is not None:
        said.append(say("{voltage:g} kV", voltage=offer.voltage_kv))
    if offer.ready_date:
        said.append(say("ready {day}", day=offer.ready_date.isoformat()))
    said += [offer.contact] if offer.contact else []
    return ", ".join(said)


def _offer_lacks(offer: Offer | None) -> tuple[str, ...]:
    wanted = (
        (say("the price of a kilowatt-hour"), "price"),
        (say("the power in MW"), "power_mw"),
        (say("the date of the letter"), "letter_date"),
        (say("how long it holds"), "contract_months"),
        (say("the voltage"), "voltage_kv"),
        (say("the day on which power is ready"), "ready_date"),
        (say("who stands for it"), "contact"),
    )
    return tuple(
        words for words, key in wanted if offer is None or getattr(offer, key) in {None, ""}
    ) + ((say("whether value added tax is in the price"),) if _vat_open(offer) else ())


def _vat_open(offer: Offer | None) -> bool:
    return offer is None or (offer.price is not None and offer.vat is Vat.NOT_STATED)
