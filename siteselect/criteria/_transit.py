"""Power from abroad of which the transit fee alone is known: a floor, and no price."""

from siteselect.criteria._charges import in_dollars, rate_words
from siteselect.criteria._drafts import Ask, Draft, told
from siteselect.economics.amount import Amount
from siteselect.language import say
from siteselect.model.route import RoutePart
from siteselect.packs.prices import tariffs_on
from siteselect.packs.rows import Route

TRANSIT = "transit"
"""The component of a row of the grid that stands for power passed through from abroad."""


def transit(ask: Ask) -> Draft | None:
    """Return the route of imported power at a place; None where no fresh transit fee is known."""
    rows = [
        each
        for each in tariffs_on(ask.facts, ask.jurisdiction, ask.day, Route.GRID)
        if each.tariff.component == TRANSIT
        and not each.stale
        and (not each.tariff.regions or ask.region in each.tariff.regions)
    ]
    if not rows:
        return None
    first, row = rows[0], rows[0].tariff
    turned = in_dollars(ask.facts, Amount.between(row.price, row.price_high), row.currency, ask.day)
    if turned is None:
        return None
    fee, rate = turned
    part = RoutePart(
        "Grid: transit", fee.value, fee.low, fee.high, str(row.source), str(row.validity),
        first.confidence, row.vat, "; ".join(told((row.area, row.note, first.note))), (row.id,),
    )  # fmt: skip
    return Draft(
        Amount.at_least(0.0),
        str(row.source),
        str(row.validity),
        first.confidence,
        ("floor", first.badge),
        (f"{row.area}: {row.consumer_class}", row.note, first.note, rate_words(rate)),
        fee,
        (part,),
        row.vat,
        why_unknown=say(
            "Power is bought abroad at a price that is not known: only the transit fee of "
            "{fee:.1f} USD/MWh is ({row}).",
            fee=fee.value,
            row=row.id,
        ),
        rows=(row.id,),
    )
