"""What the card says of a site: a title, four figures, a sentence; made from numbers alone."""

from dataclasses import dataclass

import numpy as np

from siteselect.economics.price_unit import PLAIN, PricesTold
from siteselect.language import say, say_as
from siteselect.model.arrays import Floats
from siteselect.model.badge import badge_words
from siteselect.model.evaluation import Evaluation
from siteselect.model.gate import Verdict
from siteselect.ui import figures
from siteselect.ui.grouping import title_of
from siteselect.ui.price_words import price, symbol
from siteselect.ui.rows import placed, rows_of

LISTED = 3
"""So many unknown criteria are named in the sentence; the rows beneath tell all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures: what it is, the number, what a reader must know beside it."""

    label: str
    value: str
    note: str = ""
    brief: bool = False
    """Whether the first words of the note tell enough where not all of them fit."""


def row_of(evaluation: Evaluation, names: frozenset[str]) -> int | None:
    """Return the row to speak of: the best placed of `names`, else the first of the list."""
    rows = rows_of(evaluation, names)
    wanted = evaluation.order[np.isin(evaluation.order, list(rows))] if rows else evaluation.order
    return int(wanted[0]) if len(wanted) else None


def rival_of(evaluation: Evaluation, row: int, names: frozenset[str] = frozenset()) -> int | None:
    """Return whom to compare with: the other of two picked, the runner-up, or the leader."""
    pair = rows_of(evaluation, names)
    if len(pair) == 2 and row in pair:
        return next(each for each in pair if each != row)
    first = placed(evaluation)[:2].tolist()
    if not first or first == [row]:
        return None
    return int(first[1] if row == first[0] else first[0])


def title(evaluation: Evaluation, row: int) -> str:
    """Return the heading of the card."""
    name, verdict = evaluation.matrix.sites.items[row].name, evaluation.verdicts[row]
    if verdict is Verdict.FAIL:
        failed = [each for each in evaluation.gates[row] if each.verdict is Verdict.FAIL]
        gates = ", ".join(evaluation.matrix.info(each.gate.measure).title for each in failed)
        return say("{name} fails: {gates}", name=name, gates=gates)
    if verdict is Verdict.UNKNOWN:
        return say("{name} is not known enough to pass", name=name)
    place = int(evaluation.ranks[row])
    shared = int((evaluation.ranks == place).sum()) > 1
    if place == 1:
        return (
            say("{name} shares the first place", name=name)
            if shared
            else say("Why {name} is first", name=name)
        )
    ordinal = figures.ordinal(place)
    if shared:
        return say("{name} is {place}, with others", name=name, place=ordinal)
    return say("{name} is {place}", name=name, place=ordinal)


def origin(evaluation: Evaluation, row: int) -> str:
    """Return what the point of a site is, and where it was taken from; empty where nobody says."""
    site = evaluation.matrix.sites.items[row]
    told = [part for part in (site.note, site.source) if part]
    return say("The point: {told}", told=" · ".join(told)) if told else ""


def four_figures(
    evaluation: Evaluation, row: int, sure: Figure | None = None, prices: PricesTold = PLAIN
) -> tuple[Figure, ...]:
    """Return score, price, how sure it is (else what is known), and the distance to the next."""
    known = Figure(say("Known"), figures.percent(float(evaluation.coverage[row])), say("of weight"))
    return (
        _score(evaluation, row),
        _price(evaluation, row, prices),
        sure or known,
        _margin(evaluation, row),
    )


def sentence(evaluation: Evaluation, row: int, rival: int | None) -> str:
    """Return what lifts the site most against its rival, and what costs it most."""
    if not np.isfinite(evaluation.scores[row]):
        return _without_the_gate(evaluation, row)
    told = [_against(evaluation, row, rival)] if rival is not None else []
    unknown = [
        title_of(evaluation, each)
        for each, value, share in zip(
            evaluation.criteria, evaluation.values[row], evaluation.shares, strict=True
        )
        if np.isnan(value) and share > 0
    ]
    if unknown:
        gain = float(evaluation.scores_high[row] - evaluation.scores[row])
        more = (
            [say("{count} more", count=len(unknown) - LISTED)] if len(unknown) > LISTED + 1 else []
        )
        shown = unknown[:LISTED] if more else unknown
        share = figures.percent(float(evaluation.coverage[row]))
        words = say(
            "{share} of the weight is known. Unknown: {criteria}",
            share=share,
            criteria=_listed([*shown, *more]),
        )
        if gain > 0.0005:
            words = say(
                "{sentence}: knowing could add up to {gain} points",
                sentence=words,
                gain=figures.points(gain),
            )
        told.append(f"{words}.")
    return " ".join(told)


def differences(evaluation: Evaluation, row: int, rival: int) -> Floats:
    """Return by how much each criterion earns the site more than its rival."""
    difference: Floats = evaluation.contributions[row] - evaluation.contributions[rival]
    return difference


def _without_the_gate(evaluation: Evaluation, row: int) -> str:
    """Return what the values of a failed site would earn, where a method adds them up."""
    judged = np.flatnonzero(np.isfinite(evaluation.scores))
    earned = evaluation.contributions.sum(axis=1)
    if len(judged) == 0 or not np.allclose(earned[judged], evaluation.scores[judged], atol=1e-9):
        return ""
    place = 1 + int((evaluation.scores[evaluation.ranks > 0] > earned[row] + 1e-12).sum())
    size = figures.points(float(earned[row]))
    return say(
        "Without the gate its values would earn {size} points: the {place} place.",
        size=size,
        place=figures.ordinal(place),
    )


def _against(evaluation: Evaluation, row: int, rival: int) -> str:
    name, other = (evaluation.matrix.sites.items[each].name for each in (row, rival))
    gap = float(evaluation.scores[row] - evaluation.scores[rival])
    if not np.isfinite(gap):
        return say("{other} fails a gate and has no score to compare with.", other=other)
    parts = differences(evaluation, row, rival)
    order = np.argsort(-parts)
    gains = [_part(evaluation, int(k), parts) for k in order[:2] if parts[k] > 0.0005]
    loss = _part(evaluation, int(order[-1]), parts) if parts[order[-1]] < -0.0005 else ""
    size = figures.points(abs(gap))
    level = abs(gap) < 0.0005
    named = {"name": name, "other": other, "size": size}
    if level:
        head = say("{name} and {other} are level", name=name, other=other)
    elif gap > 0:
        head = say("{name} leads {other} by {size} points", **named)
    else:
        head = say("{name} trails {other} by {size} points", **named)
    pieces = [head]
    if gap >= 0:
        if gains:
            pieces.append(say("lifted most by {gains}", gains=_listed(gains)))
        words = ", ".join(pieces)
        words += say("; it gives up most on {loss}", loss=loss) if loss else ""
    else:
        if loss:
            pieces.append(say("lost most on {loss}", loss=loss))
        words = ", ".join(pieces)
        told = _listed(gains) if gains else ""
        if len(gains) > 1:
            words += say("; {gains} count for it", gains=told)
        elif gains:
            words += say("; {gain} counts for it", gain=told)
    earned = evaluation.contributions[[row, rival]].sum(axis=1)
    additive = np.allclose(earned, evaluation.scores[[row, rival]], atol=1e-9)
    if additive:
        return f"{words}."
    return say("{sentence} (weighted values; they do not add up).", sentence=words)


def _part(evaluation: Evaluation, place: int, parts: Floats) -> str:
    name = title_of(evaluation, evaluation.criteria[place])
    return f"{name} ({figures.points(float(parts[place]), sign=True)})"


def _score(evaluation: Evaluation, row: int) -> Figure:
    score = float(evaluation.scores[row])
    low, high = float(evaluation.scores_low[row]), float(evaluation.scores_high[row])
    note = "of 100"
    if not np.isfinite(score):
        note = say("fails a gate")
    elif np.isfinite([low, high]).all() and high - low > 0.0005:
        note = figures.span(100 * low, 100 * high, 1)
    return Figure(say("Score"), figures.points(score), note)


def _price(evaluation: Evaluation, row: int, prices: PricesTold) -> Figure:
    unit = prices.of(evaluation.matrix.sites.items[row].country)
    label = say("All-in, {unit}", unit=symbol(unit).split("/")[0])
    if all(info.key != figures.PRICE for info in evaluation.matrix.infos):
        return Figure(label, figures.DASH, say("not measured"))
    column = evaluation.matrix.column(figures.PRICE)
    value = float(column.value[row])
    text = price(unit, value, float(column.low[row]), float(column.high[row]))
    where = column.provenance[row]
    confidence = say(where.confidence.value) if where.confidence is not None else ""
    note = say("unknown") if np.isnan(value) else badge_words(where.badge) or confidence
    return Figure(label, text, note, brief=True)


def _margin(evaluation: Evaluation, row: int) -> Figure:
    """Return the lead over the second, or the distance to the place above."""
    rows = placed(evaluation)
    at = np.flatnonzero(rows == row)
    if not len(at) or len(rows) < 2:
        return Figure(say("Margin"), figures.DASH, say("no other") if len(at) else say("no place"))
    here = int(at[0])
    other = int(rows[1] if here == 0 else rows[here - 1])
    gap = float(evaluation.scores[row] - evaluation.scores[other])
    name = evaluation.matrix.sites.items[other].name
    words = say("over {name}", name=name) if here == 0 else say_as("gap", "to {name}", name=name)
    return Figure(say("Margin"), figures.points(gap, sign=True), words)


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return say("{names} and {last}", names=", ".join(words[:-1]), last=words[-1])
