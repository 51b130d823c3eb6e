"""A report with everything in it, made for the tests of the pages."""

from dataclasses import replace

from siteselect.export.firm_table import firm_table
from siteselect.export.picture_words import worded
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.paper import A4
from siteselect.ui.svg import svg_of
from tests.export.making import made_evaluation, made_money, made_report


def full_report(**changes):
    """Return a report with money, firmness and the words of two pictures."""
    return replace(
        made_report(),
        money=made_money(),
        firm=firm_table(made_evaluation()),
        pictures=(worded("map"), worded("contributions")),
        **changes,
    )


def told_by(*chapters, report=None, drawings=None):
    """Return all words that chapters set, page by page."""
    flow = Flow(A4, "#0F766E")
    flow.turn()
    for chapter in chapters:
        chapter(flow, report or full_report(), drawings or {})
    flow.close()
    return [words_of(page) for page in flow.pages]


def words_of(page):
    """Return the words of a page, line by line."""
    svg = svg_of(page, 2400, 3400)
    parts = [part.split(">", 1)[1].split("</text>")[0] for part in svg.split("<text ")[1:]]
    return "\n".join(parts)
