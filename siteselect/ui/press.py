"""Pictures for the command line: views are made, painted and let go, on no screen at all."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings

from siteselect.errors import ExportError
from siteselect.export.exporter import Exporter
from siteselect.export.picture_words import IN_REPORT
from siteselect.language import say
from siteselect.model.evaluation import Evaluation
from siteselect.model.study import Study
from siteselect.packs.own_layers import laid_over
from siteselect.packs.pack import Pack
from siteselect.project.region_day import study_day
from siteselect.ui import dress
from siteselect.ui.app import make_app, make_window
from siteselect.ui.conclusions import Basis
from siteselect.ui.map.map_data import MapData
from siteselect.ui.pictures import FORMATS, Drawing, draw, fitted
from siteselect.ui.print import pdf_report
from siteselect.ui.print.paper import paper_called
from siteselect.ui.print.studio import VIEWS, Subject, conclude_all, drawing, drawings
from siteselect.ui.screenshots import settle
from siteselect.ui.settings import Settings
from siteselect.ui.theme import LIGHT, THEMES, Theme

WHOLE = ("window", "money")
"""Views of the whole window, in each of its places."""
ALL = (*VIEWS, *WHOLE)


class Press:
    """Paints views of a study."""

    def __init__(self) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._app = make_app(["siteselect"])

    def svgs(self, study: Study, pack: Pack, evaluation: Evaluation) -> Mapping[str, str]:
        """Return the pictures of a report as SVG, by key."""
        made = self._of_report(study, pack, evaluation)
        return {key: each.svg(mark=f"{key}-") for key, each in made.items()}

    def pdf(self, study: Study, pack: Pack, evaluation: Evaluation, paper: str) -> Exporter:
        """Return what writes the report on paper, its pictures painted already."""
        sheet = paper_called(paper)
        return pdf_report.exporter(self._of_report(study, pack, evaluation), sheet)

    def views(
        self,
        study: Study,
        pack: Pack,
        evaluation: Evaluation,
        keys: Sequence[str],
        *,
        size: tuple[int, int],
        dpi: float,
        form: str,
        theme: str,
    ) -> Iterator[tuple[str, bytes]]:
        """Yield each view with the bytes of its file, one after the other."""
        look = _look(theme)
        if form not in FORMATS:
            raise ExportError(
                say(
                    "There are no pictures in the format {form}: use {formats}.",
                    form=form,
                    formats=", ".join(FORMATS),
                )
            )
        unknown = [key for key in keys if key not in ALL]
        if unknown:
            raise ExportError(
                say(
                    "There is no view called {unknown}: choose from {all}.",
                    unknown=unknown[0],
                    all=", ".join(ALL),
                )
            )
        wide, high, scale = fitted(size, dpi)
        dress.put_on(look)
        subject = None
        for key in keys:
            if key in WHOLE:
                made = _window(study, key, (wide, high), look)
            else:
                subject = subject or _subject(study, pack, evaluation, look)
                made = drawing(subject, key, (wide, high), titled=True)
            yield key, made.as_format(form, scale)

    def _of_report(self, study: Study, pack: Pack, evaluation: Evaluation) -> dict[str, Drawing]:
        dress.put_on(LIGHT)
        subject = _subject(study, pack, evaluation, LIGHT)
        return drawings(subject, report_views(subject))


def report_views(subject: Subject) -> list[tuple[str, tuple[int, int]]]:
    """Return the views that a report on this subject shows, and their sizes."""
    measures = {each.measure for each in subject.evaluation.criteria}
    return [
        (key, pdf_report.SIZES[key])
        for key in IN_REPORT
        if (key != "map" or subject.data is not None)
        and (key != "price_stack" or "power_price" in measures)
    ]


def _subject(study: Study, pack: Pack, evaluation: Evaluation, theme: Theme) -> Subject:
    own = laid_over(pack, study)
    return Subject(
        evaluation,
        conclude_all(Basis(evaluation, study.scenarios)),
        MapData.of(pack).with_own(study.layers),
        study_day(own, study),
        theme=theme,
    )


def _look(name: str) -> Theme:
    if name not in THEMES:
        raise ExportError(
            say(
                "There is no look called {name}: choose from {themes}.",
                name=name,
                themes=", ".join(THEMES),
            )
        )
    return THEMES[name]


def _window(study: Study, key: str, size: tuple[int, int], theme: Theme) -> Drawing:
    """Return the whole window at work on the study."""
    with tempfile.TemporaryDirectory() as places:
        store = QSettings(str(Path(places) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.theme = theme.name
        settings.workplace = "compare"
        window = make_window(settings)
        try:
            least = window.minimumSize()
            if size[0] < least.width() or size[1] < least.height():
                raise ExportError(
                    say(
                        "The window does not fit on {wide} x {high} pixels of the screen: "
                        "it takes at least {width} x {height}. Ask for a larger picture or "
                        "for fewer dots to the inch.",
                        wide=size[0],
                        high=size[1],
                        width=least.width(),
                        height=least.height(),
                    )
                )
            window.resize(*size)
            window.session.open(study)
            window.show()
            window.begin()
            settle(window)
            if key != "window":
                window.workplaces.go(key)
                settle(window)
            window.map.home()
            settle(window)
            return draw(window, window.windowTitle())
        finally:
            window.session.history.setClean()
            window.close()
            window.deleteLater()
