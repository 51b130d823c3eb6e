"""What an export will look like: its first page painted, or its first lines."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.export import EXPORTERS
from siteselect.export.compose import make_report
from siteselect.export.csv_table import exporter as table
from siteselect.export.firm_table import firm_table
from siteselect.export.report import Report
from siteselect.language import say, speaking
from siteselect.model.evaluation import Evaluation
from siteselect.model.region_day import RegionDay
from siteselect.model.study import Study
from siteselect.packs.own_layers import laid_over
from siteselect.packs.pack import Pack
from siteselect.ui.conclusions import Basis
from siteselect.ui.map.backdrop import Backdrop
from siteselect.ui.map.map_data import MapData
from siteselect.ui.pictures import Drawing
from siteselect.ui.print import cover, pdf_report
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.order import PAINTED
from siteselect.ui.print.paper import POINT, paper_called
from siteselect.ui.print.studio import Subject, drawing
from siteselect.ui.print.wish import SURFACES, Wish

if TYPE_CHECKING:
    from siteselect.ui.finding.surface_file import SurfaceFile

_WIDE = 330
_LINES, _SIGNS, _TOP = 26, 46, 12
_TEXTS = {"csv_table", "json_list", "geojson", "kml"}


class ExportPreview:
    """Shows the first of what is wished, from the evaluation at hand; the map is painted once."""

    def __init__(
        self,
        study: Study,
        pack: Pack,
        evaluation: Evaluation,
        day: object,
        surface: "SurfaceFile | None" = None,
        beneath: Backdrop | None = None,
    ) -> None:
        self._study, self._pack, self._evaluation = study, pack, evaluation
        self._day = day if isinstance(day, RegionDay) else None
        self._surface = surface
        self._beneath = beneath
        self._map: Drawing | None = None

    def __call__(self, wish: Wish) -> QImage | str:
        """Return the first page of what is to be read, or the first lines of the others."""
        with speaking(wish.language):
            if wish.form in PAINTED:
                return self._page(wish)
            if wish.form in _TEXTS:
                return self._lines(wish)
            return self._words(wish)

    def _report(self, top: int | None = None) -> Report:
        pack = laid_over(self._pack, self._study)
        regions = self._day.regions if self._day is not None else ()
        firm = firm_table(self._evaluation)
        return make_report(
            self._evaluation, pack, self._study.title, regions, top, firm=firm,
            layers=self._study.layers, tint=self._study.tint,
        )  # fmt: skip

    def _page(self, wish: Wish) -> QImage:
        report = replace(self._report(_TOP), brand=wish.brand(), parts=wish.parts)
        paper = paper_called(wish.paper)
        flow = Flow(paper, wish.accent)
        flow.turn()
        cover.cover(flow, report, self._drawn(wish))
        flow.close()
        scale = _WIDE / paper.width
        image = QImage(_WIDE, round(paper.height * scale), QImage.Format.Format_RGB32)
        image.fill(QColor("#FFFFFF"))
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setClipRect(QRectF(image.rect()))
        painter.scale(scale / POINT, scale / POINT)
        painter.drawPicture(0, 0, flow.pages[0])
        painter.end()
        return image

    def _drawn(self, wish: Wish) -> dict[str, Drawing]:
        if "map" not in wish.parts or self._day is None:
            return {}
        if self._map is None:
            pack = laid_over(self._pack, self._study)
            data = MapData.of(pack).with_own(self._study.layers)
            data = replace(data, backdrop=self._beneath)
            subject = Subject(self._evaluation, Basis(self._evaluation, ()), data, self._day)
            self._map = drawing(subject, "map", pdf_report.SIZES["map"])
        return {"map": self._map}

    def _lines(self, wish: Wish) -> str:
        report = self._report(_TOP)
        form = table(wish.table()) if wish.form == "csv_table" else EXPORTERS[wish.form]
        text = form.make(report).decode("utf-8-sig")
        lines = [line[:_SIGNS] + ("…" if len(line) > _SIGNS else "") for line in text.splitlines()]
        return "\n".join(lines[:_LINES])

    def _words(self, wish: Wish) -> str:
        if wish.form in SURFACES and self._surface is not None:
            return self._surface.words(wish.form)
        sheets = {
            "xlsx_workbook": say(
                "Sheets: Ranking, Criteria values, Weights,\nGates, Money, Sources, Assumptions, "
                "Stamp.\n\nA reader changes a weight, and scores and\norder follow."
            ),
            "geopackage": say(
                "Layers: sites, stations, borders, regions,\nwith the styles in which QGIS shows "
                "them,\nand the stamp."
            ),
            "kmz": say("Sites for a globe, with what is known of\neach in its balloon; zipped."),
            "pptx_deck": say("A slide for each scene, with its notes and\nits sources."),
        }
        return sheets.get(wish.form, "")
