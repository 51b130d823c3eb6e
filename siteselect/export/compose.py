"""From an evaluation and its pack to the report."""

from collections.abc import Sequence
from importlib import metadata

import numpy as np

from siteselect.export.money_table import MoneyTable
from siteselect.export.report import (
    Cell,
    GateCell,
    JudgedCriterion,
    JudgedGate,
    RegionState,
    Report,
    SiteRow,
    SourceRow,
    Stamp,
)
from siteselect.export.words import (
    METHOD_REMARK,
    OBJECTIVES,
    gate_words,
    known_words,
    own_words,
    value_words,
    why,
)
from siteselect.mcda.methods import METHODS
from siteselect.model.criterion import Criterion
from siteselect.model.decision_matrix import Provenance
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.sites import Offer, Vat
from siteselect.packs.manifest import Manifest
from siteselect.packs.pack import Pack

DISCLAIMER = (
    "A ranking is as good as its facts and its weights. Check price, law and capacity on the spot "
    "before anything is signed."
)


def make_report(
    evaluation: Evaluation,
    pack: Pack,
    title: str,
    regions: Sequence[RegionState] = (),
    top: int | None = None,
    money: MoneyTable | None = None,
) -> Report:
    """Return the report on `evaluation`.

    Parameters
    ----------
    evaluation
        What was concluded.
    pack
        Where its facts come from.
    title
        The study's title.
    regions
        Price and law of each region on the day, for the map.
    top
        How many sites of the list are told; None tells all.
    money
        What each site costs and earns, for the forms that tell it.
    """
    scenario, manifest = evaluation.scenario, pack.manifest
    method = METHODS[scenario.method]
    relative = any(each.value.relative for each in evaluation.criteria) or not method.rowwise
    unused = [each.title for each in _criteria(evaluation) if each.share == 0 and each.weight > 0]
    remarks = [known_words(evaluation), own_words(pack)]
    remarks += [METHOD_REMARK] if relative else []
    remarks += [f"Known for no site, and so without effect: {', '.join(unused)}."] if unused else []
    return Report(
        title=title,
        stamp=_stamp(evaluation, pack),
        method_title=method.title,
        method_reference=method.reference,
        remarks=tuple(text for text in remarks if text),
        criteria=_criteria(evaluation),
        switched_off=_switched_off(evaluation),
        gates=_gates(evaluation),
        rows=tuple(_row(evaluation, int(row), manifest) for row in evaluation.order[:top]),
        why=tuple(text for place in range(3) if (text := why(evaluation, place))),
        sources=_sources(manifest),
        notes=tuple(text for text in (manifest.borders_note, manifest.regions_note) if text),
        pack=pack,
        regions=tuple(regions),
        money=money,
    )


def tidy(value: float) -> float | None:
    """Return `value` to twelve figures, so that the last bits of a machine do not show."""
    return float(f"{value:.12g}") if np.isfinite(value) else None


def version() -> str:
    """Return the version of the program."""
    try:
        return metadata.version("siteselect")
    except metadata.PackageNotFoundError:
        return "unknown"


def _stamp(evaluation: Evaluation, pack: Pack) -> Stamp:
    scenario, matrix = evaluation.scenario, evaluation.matrix
    gates = tuple(
        gate_words(gate, matrix.info(gate.measure)) for gate in scenario.gates if gate.enabled
    )
    return Stamp(
        program="siteselect",
        version=version(),
        pack=pack.reference,
        pack_digest=pack.digest,
        as_of=matrix.as_of.isoformat(),
        load_mw=float(matrix.load_mw),
        scenario=scenario.name,
        method=scenario.method,
        method_parameters=dict(scenario.method_parameters),
        unknown=scenario.unknown.value,
        weights={each.key: float(each.weight) for each in evaluation.criteria},
        shares={
            each.key: tidy(float(share)) or 0.0
            for each, share in zip(evaluation.criteria, evaluation.shares, strict=True)
        },
        gates=gates,
        verdicts={each.value: evaluation.verdicts.count(each) for each in Verdict},
        borders_note=pack.manifest.borders_note,
        disclaimer=DISCLAIMER,
    )


def _criteria(evaluation: Evaluation) -> tuple[JudgedCriterion, ...]:
    return tuple(
        _criterion(evaluation, each, float(share))
        for each, share in zip(evaluation.criteria, evaluation.shares, strict=True)
    )


def _criterion(evaluation: Evaluation, each: Criterion, share: float) -> JudgedCriterion:
    info = evaluation.matrix.info(each.measure)
    return JudgedCriterion(
        key=each.key,
        measure=each.measure,
        title=each.title or info.title,
        unit=info.unit,
        group=each.group or info.group,
        weight=float(each.weight),
        share=tidy(share) or 0.0,
        known=evaluation.matrix.column(each.measure).known,
        objective=OBJECTIVES[each.value.objective.value],
        value=value_words(each.value, info.unit),
        relative=each.value.relative,
    )


def _switched_off(evaluation: Evaluation) -> tuple[str, ...]:
    known = {info.key: info.title for info in evaluation.matrix.infos}
    return tuple(
        each.title or known.get(each.measure, each.key)
        for each in evaluation.scenario.criteria
        if not each.enabled
    )


def _gates(evaluation: Evaluation) -> tuple[JudgedGate, ...]:
    held = [
        (gate, evaluation.matrix.info(gate.measure))
        for gate in evaluation.scenario.gates
        if gate.enabled
    ]
    return tuple(
        JudgedGate(info.key, info.title, info.unit, gate_words(gate, info)) for gate, info in held
    )


def _row(evaluation: Evaluation, row: int, manifest: Manifest) -> SiteRow:
    site = evaluation.matrix.sites.items[row]
    place = manifest.jurisdictions.get(site.country)
    reasons, decisive = _reasons(evaluation, row)
    return SiteRow(
        name=site.name,
        country=site.country,
        country_title=place.title if place else site.country,
        lon=site.lon,
        lat=site.lat,
        off_map=site.off_map,
        rank=int(evaluation.ranks[row]) or None,
        score=tidy(float(evaluation.scores[row])),
        low=tidy(float(evaluation.scores_low[row])),
        high=tidy(float(evaluation.scores_high[row])),
        coverage=tidy(float(evaluation.coverage[row])) or 0.0,
        verdict=evaluation.verdicts[row],
        reasons=reasons,
        decisive=decisive,
        cells=tuple(_cell(evaluation, row, at) for at in range(len(evaluation.criteria))),
        gates=tuple(
            GateCell(
                tidy(float(evaluation.matrix.column(each.gate.measure).value[row])),
                tidy(each.margin),
                each.verdict,
                each.reason,
            )
            for each in evaluation.gates[row]
        ),
        pinned=site.pinned,
        note=site.note,
        offer=_offer_words(evaluation, row),
        offer_lacks=_offer_lacks(site.offer),
    )


def _reasons(evaluation: Evaluation, row: int) -> tuple[tuple[str, ...], int]:
    """Return why the site does not simply pass, the weightiest first, and how many are so."""
    order = list(Verdict)
    results = sorted(
        (each for each in evaluation.gates[row] if each.verdict is not Verdict.PASS),
        key=lambda each: -order.index(each.verdict),
    )
    decisive = sum(each.verdict is results[0].verdict for each in results)
    return tuple(each.reason for each in results), decisive


def _cell(evaluation: Evaluation, row: int, at: int) -> Cell:
    column = evaluation.matrix.column(evaluation.criteria[at].measure)
    where: Provenance = column.provenance[row]
    scored = bool(np.isfinite(evaluation.scores[row]))
    return Cell(
        raw=tidy(float(column.value[row])),
        low=tidy(float(column.low[row])),
        high=tidy(float(column.high[row])),
        value=tidy(float(evaluation.values[row, at])),
        counted=tidy(float(evaluation.filled[row, at])) or 0.0,
        least=tidy(float(evaluation.values_low[row, at])) or 0.0,
        most=tidy(float(evaluation.values_high[row, at])) or 0.0,
        contribution=tidy(float(evaluation.contributions[row, at])) if scored else None,
        source=str(where) or "no source is stated",
        badge=where.badge,
        confidence=where.confidence.value if where.confidence else "",
        parts=where.parts,
    )


def _offer_words(evaluation: Evaluation, row: int) -> str:
    offer = evaluation.matrix.sites.items[row].offer
    if offer is None:
        return ""
    said = []
    if offer.price is not None:
        said.append(f"{offer.price:g} {offer.currency}/kWh, VAT {offer.vat.value}")
    if offer.power_mw is not None:
        said.append(f"{offer.power_mw:g} MW")
    if offer.letter_date:
        said.append(f"letter of {offer.letter_date.isoformat()}")
    if offer.contract_months is not None:
        said.append(f"{offer.contract_months} months")
    if offer.voltage_kv is not None:
        said.append(f"{offer.voltage_kv:g} kV")
    if offer.ready_date:
        said.append(f"ready {offer.ready_date.isoformat()}")
    said += [offer.contact] if offer.contact else []
    return ", ".join(said)


def _offer_lacks(offer: Offer | None) -> tuple[str, ...]:
    wanted = (
        ("the price of a kilowatt-hour", "price"),
        ("the power in MW", "power_mw"),
        ("the date of the letter", "letter_date"),
        ("how long it holds", "contract_months"),
        ("the voltage", "voltage_kv"),
        ("the day on which power is ready", "ready_date"),
        ("who stands for it", "contact"),
    )
    return tuple(
        words for words, key in wanted if offer is None or getattr(offer, key) in {None, ""}
    ) + (("whether value added tax is in the price",) if _vat_open(offer) else ())


def _vat_open(offer: Offer | None) -> bool:
    return offer is None or (offer.price is not None and offer.vat is Vat.NOT_STATED)


def _sources(manifest: Manifest) -> tuple[SourceRow, ...]:
    entries = [*manifest.layers.values(), *manifest.grids.values(), *manifest.facts.values()]
    return tuple(
        SourceRow(
            title=source.title,
            licence=source.licence,
            attribution=source.attribution,
            url=source.url,
            retrieved=source.retrieved.isoformat() if source.retrieved else "",
            used_for=", ".join(each.title or each.file for each in entries if key in each.sources),
        )
        for key, source in manifest.sources.items()
    )
