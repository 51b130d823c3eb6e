"""From an evaluation and its pack to the report."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import metadata

from siteselect.export._site_rows import site_rows, tidy
from siteselect.export.firm_table import FirmTable
from siteselect.export.money_table import MoneyTable
from siteselect.export.report import (
    JudgedCriterion,
    JudgedGate,
    RegionState,
    Report,
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
from siteselect.language import ENGLISH, language, later, say, speaking
from siteselect.mcda.methods import METHODS
from siteselect.model.criterion import Criterion
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.model.tint import AS_SHIPPED, Tint
from siteselect.model.user_layer import UserLayer
from siteselect.packs.manifest import Manifest
from siteselect.packs.pack import Pack

DISCLAIMER = later(
    "A ranking is as good as its facts and its weights. Check price, law "
    "and capacity on the spot before anything is signed."
)


def make_report(
    evaluation: Evaluation,
    pack: Pack,
    title: str,
    regions: Sequence[RegionState] = (),
    top: int | None = None,
    money: MoneyTable | None = None,
    firm: FirmTable | None = None,
    layers: Sequence[UserLayer] = (),
    tint: Tint = AS_SHIPPED,
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
    firm
        How firm the ranking is, for the forms that tell it.
    layers
        The user's own, for the forms that draw a map; their files are drawn where they are here.
    tint
        Classes and colours of prices, for the forms that draw a map.
    """
    scenario, manifest = evaluation.scenario, pack.manifest
    method = METHODS[scenario.method]
    relative = any(each.value.relative for each in evaluation.criteria) or not method.rowwise
    unused = [each.title for each in _criteria(evaluation) if each.share == 0 and each.weight > 0]
    remarks = [known_words(evaluation), own_words(pack)]
    remarks += [say(METHOD_REMARK)] if relative else []
    remarks += (
        [say("Known for no site, and so without effect: {unused}.", unused=", ".join(unused))]
        if unused
        else []
    )
    return Report(
        title=title,
        stamp=_stamp(evaluation, pack),
        method_title=say(method.title),
        method_reference=method.reference,
        remarks=tuple(text for text in remarks if text),
        criteria=_criteria(evaluation),
        switched_off=_switched_off(evaluation),
        gates=_gates(evaluation),
        rows=site_rows(evaluation, manifest, evaluation.order[:top]),
        why=tuple(text for place in range(3) if (text := why(evaluation, place))),
        sources=_sources(manifest),
        notes=tuple(text for text in (manifest.borders_note, manifest.regions_note) if text),
        pack=pack,
        regions=tuple(regions),
        money=money,
        firm=firm,
        layers=tuple(layers),
        tint=tint,
        language=language(),
    )


def version() -> str:
    """Return the version of the program."""
    try:
        return metadata.version("siteselect")
    except metadata.PackageNotFoundError:
        return "unknown"


def _stamp(evaluation: Evaluation, pack: Pack) -> Stamp:
    scenario, matrix = evaluation.scenario, evaluation.matrix
    with speaking(ENGLISH):  # alike in every language, so that two lists can be compared
        gates = tuple(
            gate_words(gate, replace(matrix.info(gate.measure), title=gate.measure))
            for gate in scenario.gates
            if gate.enabled
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
        disclaimer=say(DISCLAIMER),
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
        group=_said(each.group or info.group),
        weight=float(each.weight),
        share=tidy(share) or 0.0,
        known=evaluation.matrix.column(each.measure).known,
        objective=say(OBJECTIVES[each.value.objective.value]),
        value=value_words(each.value, info.unit),
        relative=each.value.relative,
    )


def _said(heading: str) -> str:
    """Return a heading of ours in the language spoken; a person's own, and none, as it is."""
    return say(heading) if heading else ""


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
