"""The scenes of a study as slides: each with the report of its own day and scenario."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from siteselect.export.compose import make_report
from siteselect.export.report import RegionState, Report, Slide
from siteselect.model.evaluation import Evaluation
from siteselect.model.scene import Scene
from siteselect.model.study import Study
from siteselect.model.user_layer import UserLayer
from siteselect.packs.pack import Pack
from siteselect.progress import Progress, silent


@dataclass(frozen=True, eq=False, slots=True)
class View:
    """What a scene shows, reckoned: enough to paint its map."""

    scene: Scene
    evaluation: Evaluation
    region_day: object
    layers: tuple[UserLayer, ...] = ()
    """The user's own."""


Painter = Callable[[Pack, Sequence[View]], Sequence[bytes | None]]
"""Paints the maps of scenes as PNG, None where it cannot; it lives where Qt does."""
Reckon = Callable[[Study], tuple[Evaluation, object]]
"""From a study to its ranking, and to what held in the regions on its day."""


def make_slides(
    study: Study,
    pack: Pack,
    reckon: Reckon,
    painter: Painter | None,
    progress: Progress = silent,
) -> tuple[Slide, ...]:
    """Return a slide for each scene of the study, or one of the study as it stands."""
    scenes = study.scenes or (_as_it_stands(study),)
    views = []
    for place, scene in enumerate(scenes):
        progress(place / (2 * len(scenes)), scene.headline)
        evaluation, region_day = reckon(study.at_scene(scene))
        views.append(View(scene, evaluation, region_day, study.layers))
    pictures: Sequence[bytes | None] = [None] * len(views)
    if painter is not None:
        progress(0.5, "")
        pictures = painter(pack, views)
    made = []
    for view, picture in zip(views, pictures, strict=True):
        regions: Sequence[RegionState] = getattr(view.region_day, "regions", ())
        report = make_report(
            view.evaluation, pack, study.title, regions, layers=study.layers, tint=study.tint
        )
        made.append(Slide(view.scene, report, picture))
    return tuple(made)


def _as_it_stands(study: Study) -> Scene:
    overlays = ("borders", "lakes", "law", "places", "regions", "sites", "stations", "tariffs")
    return Scene(study.title, study.active, study.context.as_of, overlays=overlays)


def with_slides(report: Report, slides: tuple[Slide, ...]) -> Report:
    """Return a report that tells these slides too."""
    return replace(report, slides=slides)
