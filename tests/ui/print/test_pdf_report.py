from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from siteselect.export.report import PARTS
from siteselect.ui.print.paper import LETTER
from siteselect.ui.print.pdf_report import CHAPTERS, SIZES, exporter, make, set_pages
from tests.ui.print.made_report import full_report
from tests.ui.print.test_flow import box_drawing


def read(report, **rest):
    return PdfReader(BytesIO(make(report, {}, **rest)))


def test_every_part_of_a_report_has_its_chapter():
    assert set(CHAPTERS) == set(PARTS) - {"map"}


def test_the_report_holds_every_chapter_in_order():
    titles = [each.title for each in read(full_report()).outline]
    assert titles == [
        "Why the first three",
        "The ranking",
        "How firm is it?",
        "What it costs and earns",
        "Gates, and who failed",
        "How it was judged",
        "Every value, with its source",
        "Sources and licences",
        "Borders, law, and the stamp",
    ]


def test_only_the_wanted_parts_are_printed():
    report = full_report(parts=("ranking", "sources"))
    titles = [each.title for each in read(report).outline]
    assert titles == ["The ranking", "Sources and licences", "Borders, law, and the stamp"]


def test_the_paper_is_the_one_asked_for():
    assert float(read(full_report(), paper=LETTER).pages[0].mediabox.height) == pytest.approx(792)


def test_the_same_report_gives_the_same_text():
    one, other = ([page.extract_text() for page in read(full_report()).pages] for _ in range(2))
    assert one == other


def test_pictures_are_set_where_they_are_given():
    drawings = {key: box_drawing(*size) for key, size in SIZES.items()}
    bare, shown = (set_pages(full_report(), each) for each in ({}, drawings))
    assert len(shown.pages) > len(bare.pages)


def test_the_exporter_writes_the_file(tmp_path):
    path = tmp_path / "r.pdf"
    exporter({}).write(replace(full_report(), language="ru"), path)
    assert path.read_bytes().startswith(b"%PDF-1.4")
    assert PdfReader(path).trailer["/Root"]["/Lang"] == "ru"
