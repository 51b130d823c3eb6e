"""A deck for PowerPoint and its kin: one slide a scene, charts and tables that can be edited."""

import io
from datetime import UTC, datetime
from typing import Any

from siteselect.export import _pptx_parts as parts
from siteselect.export._timeless import timeless
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, Slide
from siteselect.language import later
from siteselect.model.scene import Scene

SIZE = (13.333, 7.5)
"""Inches: sixteen to nine."""
_DAY_ZERO = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands as the time of writing, so that the same report gives the same deck."""


def make(report: Report) -> bytes:
    """Return the deck: a slide for each scene, then sources and stamp."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(SIZE[0]), Inches(SIZE[1])
    slides = report.slides or (_plain(report),)
    groups = list(dict.fromkeys(one.group for each in slides for one in each.report.criteria))
    for place, each in enumerate(slides):
        _scene(deck, each, (place, len(slides)), groups)
    parts.last_slide(_blank(deck), report)
    core = deck.core_properties
    core.title, core.author, core.language = report.title, "", report.language.replace("_", "-")
    core.comments = f"{report.stamp.program} {report.stamp.version}, {report.stamp.pack}"
    core.created = core.modified = _DAY_ZERO
    held = io.BytesIO()
    deck.save(held)
    return timeless(held.getvalue())


def _plain(report: Report) -> Slide:
    """Return the report as one slide, where no scene was taken."""
    day = datetime.fromisoformat(report.stamp.as_of).date()
    return Slide(Scene(report.title, report.stamp.scenario, day), report)


def _blank(deck: Any) -> Any:  # python-pptx carries no types
    return deck.slides.add_slide(deck.slide_layouts[5])  # a title and nothing else


def _scene(deck: Any, slide: Slide, place: tuple[int, int], groups: list[str]) -> None:
    page = _blank(deck)
    parts.head(page, slide)
    if slide.picture is not None:
        parts.map_picture(page, slide)
        parts.contributions(page, slide, 8.05, 4.85, groups)
        parts.first_sites(page, slide, left=8.05, width=4.85)
    else:
        parts.contributions(page, slide, 0.45, 7.4, groups)
        parts.first_sites(page, slide, left=8.05, width=4.85)
    parts.foot(page, slide, *place)
    parts.notes(page, slide)


EXPORTER = Exporter(later("Slides, one a scene, with charts that can be edited"), ".pptx", make)
