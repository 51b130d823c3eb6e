"""What a cell of the ranking says at length: the price, the score, why a site stands where."""

import numpy as np

from siteselect.economics.price_unit import CENTS, PriceUnit
from siteselect.language import say, say_name
from siteselect.model.badge import badge_words, is_stale, part_words
from siteselect.model.decision_matrix import Column
from siteselect.model.evaluation import Evaluation
from siteselect.ui import figures
from siteselect.ui import price_words as price_in_words
from siteselect.ui.grouping import title_of


def price_text(prices: Column | None, site: int, unit: PriceUnit = CENTS) -> str:
    """Return the price of a site, a dash where it is unknown."""
    if prices is None:
        return figures.DASH
    ends = float(prices.value[site]), float(prices.low[site]), float(prices.high[site])
    return price_in_words.price(unit, *ends)


def price_words(prices: Column | None, site: int, unit: PriceUnit = CENTS) -> str:
    """Return the price part by part with its source, or why it is unknown."""
    if prices is None:
        return say("No criterion of this scenario measures the price.")
    where = prices.provenance[site]
    if not np.isfinite(prices.value[site]):
        return say("Price unknown. {where}", where=where)
    ends = float(prices.value[site]), float(prices.low[site]), float(prices.high[site])
    head = price_in_words.whole_price(unit, *ends)
    told = [(each.title, price_in_words.amount(unit, each.amount)) for each in where.parts]
    parts = [f"{part_words(title)}: {amount}" for title, amount in told]
    rate = [unit.note] if unit.note else []
    return "\n".join([head, *parts, *rate, str(where)])


def score_words(evaluation: Evaluation, site: int) -> str:
    """Return the score, its interval, how much is known, and what is not."""
    score = float(evaluation.scores[site])
    if not np.isfinite(score):
        return say("No score. ") + " ".join(evaluation.reasons(site))
    low, high = float(evaluation.scores_low[site]), float(evaluation.scores_high[site])
    spread = figures.span(100 * low, 100 * high, 1)
    lines = [say("Score {score}", score=figures.points(score))]
    if spread != figures.points(score) and np.isfinite([low, high]).all():
        lines.append(
            say(
                "Between {spread}, unknown and uncertain values taken as worst and best",
                spread=spread,
            )
        )
    lines.append(
        say(
            "{percent} of the weight is known",
            percent=figures.percent(float(evaluation.coverage[site])),
        )
    )
    lines.extend(
        say("Unknown: {evaluation}", evaluation=title_of(evaluation, each))
        for each, value, share in zip(
            evaluation.criteria, evaluation.values[site], evaluation.shares, strict=True
        )
        if np.isnan(value) and share > 0
    )
    lines.extend(stale_words(evaluation, site))
    return "\n".join(lines)


def stale_words(evaluation: Evaluation, site: int) -> list[str]:
    """Return the criteria of a site whose value is stale, each with its badge."""
    told = []
    for each in evaluation.criteria:
        where = evaluation.matrix.column(each.measure).provenance[site]
        if is_stale(where.badge):
            told.append(f"{title_of(evaluation, each)}: {badge_words(where.badge)}")
    return told


def standing_words(evaluation: Evaluation, site: int) -> str:
    """Return name, note, verdict and the reason of each gate that does not simply pass."""
    item, reasons = evaluation.matrix.sites.items[site], evaluation.reasons(site)
    verdict = [f"{say(evaluation.verdicts[site].value)}:", *reasons] if reasons else []
    return "\n".join([say_name(item.name), *([item.note] if item.note else []), *verdict])
