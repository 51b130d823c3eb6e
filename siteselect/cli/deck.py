"""Slides from the command line: each scene reckoned, its map painted where a painter is at hand."""

from typing import TYPE_CHECKING

from siteselect.cli.choices import evaluated

if TYPE_CHECKING:
    from siteselect.export.report import Report
    from siteselect.export.slides import Painter
    from siteselect.model.evaluation import Evaluation
    from siteselect.model.study import Study
    from siteselect.packs.pack import Pack


class Painting:
    """Who paints maps: handed over at the door, for the commands themselves know no window."""

    painter: "Painter | None" = None


def with_scenes(report: "Report", study: "Study", pack: "Pack") -> "Report":
    """Return the report with a slide for each scene of the study."""
    from siteselect.export.slides import make_slides, with_slides
    from siteselect.packs.own_layers import laid_over
    from siteselect.project.region_day import study_day

    own = laid_over(pack, study)

    def reckon(shown: "Study") -> "tuple[Evaluation, object]":
        return evaluated(shown, pack), study_day(own, shown)

    return with_slides(report, make_slides(study, own, reckon, Painting.painter))
