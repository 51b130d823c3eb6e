import pytest
from PySide6.QtGui import QImage

from siteselect.mcda.evaluate import evaluate
from siteselect.packs.catalogue import open_pack
from siteselect.progress import silent
from siteselect.project.region_day import region_day
from siteselect.ui.export_preview import ExportPreview
from siteselect.ui.print.wish import Wish
from tests.ui.made import TOY, MadeGround, make_study


@pytest.fixture(scope="module")
def case():
    study, pack = make_study(12), open_pack(TOY)
    matrix = MadeGround().build(study, silent)
    return study, pack, evaluate(study.scenario, matrix), region_day(pack, study.context.as_of)


def test_what_is_read_shows_its_first_page(qapp, case):
    preview = ExportPreview(*case)
    shown = preview(Wish("pdf_report", accent="#AA0000"))
    assert isinstance(shown, QImage)
    assert shown.pixelColor(100, 1).name() == "#aa0000"
    tall = preview(Wish("pdf_report", paper="a4")).height()
    assert preview(Wish("pdf_report", paper="letter")).height() < tall


def test_a_table_shows_its_first_lines_as_they_will_be(qapp, case):
    preview = ExportPreview(*case)
    assert preview(Wish("csv_table", separator=";")).startswith("rank;name;country")
    assert preview(Wish("json_list")).startswith("{\n")


def test_what_cannot_be_shown_is_told(qapp, case):
    preview = ExportPreview(*case)
    assert "Weights" in preview(Wish("xlsx_workbook"))
    assert "stations" in preview(Wish("geopackage"))


def test_without_a_day_the_page_stands_without_a_map(qapp, case):
    assert isinstance(ExportPreview(*case[:3], None)(Wish("html_page")), QImage)
