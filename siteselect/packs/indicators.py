"""Slow indicators: the vintage nearest to a day, with its year as a badge."""

from datetime import date

from siteselect.packs.facts import Facts
from siteselect.packs.rows import Indicator


def indicator_near(
    facts: Facts, name: str, jurisdiction: str, day: date, detail: str = ""
) -> Indicator | None:
    """Return the value of an indicator observed nearest to `day`; of two as near, the earlier.

    Where the jurisdiction has no value of its own, its parent's serves: Xinjiang reads China's.
    Rows on a part of the whole are passed over unless `detail` asks for that part.
    """
    for code in facts.lineage(jurisdiction):
        rows = facts.indicators_of(name, code, detail)
        if rows:
            return min(rows, key=lambda row: (abs(row.year - day.year), row.year))
    return None
