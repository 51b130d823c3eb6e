"""Slides from the window: reckoned in the background, painted here, written in the background."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from siteselect.export.report import Report
from siteselect.export.slides import View
from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.packs.pack import Pack
from siteselect.progress import Progress
from siteselect.ui.messages import Messages
from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks

TASK = "deck"


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """A report with its slides, and what their maps show."""

    report: Report
    pack: Pack
    views: tuple[View, ...]


class DeckWriter(QObject):
    """Writes the scenes of the study as slides."""

    def __init__(self, session: Session, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._session, self._tasks, self._messages = session, tasks, messages

    def write(self, path: Path) -> None:
        """Write the deck to `path`; the window goes on meanwhile."""
        evaluation, ground = self._session.evaluation, self._session.ground
        if evaluation is None or ground is None:
            return
        study, pack, build = self._session.study, ground.pack, ground.build

        def work(progress: Progress) -> Told:
            from siteselect.export.compose import make_report
            from siteselect.export.slides import make_slides, with_slides
            from siteselect.mcda.evaluate import evaluate
            from siteselect.packs.own_layers import laid_over

            own = laid_over(pack, study)
            views: list[View] = []

            def reckon(shown: Study) -> tuple[Evaluation, object]:
                matrix = build(shown, progress)
                day = ground.day_of(shown, shown.context.as_of)
                return evaluate(shown.scenario, matrix), day

            def keep(_: Pack, shown: Sequence[View]) -> list[None]:
                views.extend(shown)
                return [None] * len(views)

            slides = make_slides(study, own, reckon, keep, progress)
            report = with_slides(make_report(evaluation, own, study.title), slides)
            return Told(report, own, tuple(views))

        self._tasks.start(
            f"{TASK} {path}", work, lambda told: self._paint(told, path), self._messages.fault
        )

    def _paint(self, told: object, path: Path) -> None:
        """Paint the maps on this thread, where Qt wants it, and write in the background."""
        if not isinstance(told, Told):
            raise TypeError(f"The deck brought {type(told).__name__}")
        from siteselect.ui.present.scene_pictures import paint_scenes

        pictures = paint_scenes(told.pack, told.views)
        slides = tuple(
            replace(slide, picture=picture)
            for slide, picture in zip(told.report.slides, pictures, strict=True)
        )
        report = replace(told.report, slides=slides)

        def work(progress: Progress) -> Path:
            from siteselect.export.pptx_deck import EXPORTER

            progress(0.5, say("Writing {name}", name=path.name))
            EXPORTER.write(report, path)
            return path

        self._tasks.start(
            f"{TASK} {path}",
            work,
            lambda _: self._messages.notice(say("Written: {path}", path=path)),
            self._messages.fault,
        )
