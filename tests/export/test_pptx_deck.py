import io
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation

from siteselect.export.pptx_deck import EXPORTER, make
from siteselect.export.report import Slide
from siteselect.export.slides import with_slides
from siteselect.model.scene import Scene
from tests.export.making import EVIL, made_report

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8"
    "cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
DAY = date(2021, 6, 2)


def made_deck(picture: bytes | None = PIXEL) -> bytes:
    report = made_report()
    scenes = (
        Scene("Екібастұз leads", "Balanced", DAY, notes="Әлия speaks.\nThen 库尔勒."),
        Scene(f"Beta {EVIL}", "Balanced", DAY),
    )
    return make(with_slides(report, tuple(Slide(each, report, picture) for each in scenes)))


def pages(data: bytes):
    return list(Presentation(io.BytesIO(data)).slides)


def shapes(page, kind):
    return [each for each in page.shapes if getattr(each, kind, False)]


def test_one_slide_a_scene_and_one_for_the_sources():
    deck = Presentation(io.BytesIO(made_deck()))
    assert (deck.slide_width / deck.slide_height) == pytest.approx(16 / 9, abs=0.001)
    titles = [page.shapes.title.text_frame.text for page in deck.slides]
    assert titles == ["Екібастұз leads", f"Beta {EVIL}", "Where the numbers come from"]


def test_the_chart_is_native_and_its_numbers_add_up_to_the_scores():
    report = made_report()
    (frame,) = shapes(pages(made_deck())[0], "has_chart")
    plot = frame.chart.plots[0]
    ranked = [row for row in report.rows if row.rank and row.verdict.ranks]
    assert list(plot.categories) == [f"{row.rank}  {row.name}" for row in ranked]
    for place, row in enumerate(ranked):
        whole = sum(series.values[place] for series in plot.series)
        assert whole == pytest.approx(100 * row.score, abs=1e-5)
    assert frame.chart.part.chart_workbook.xlsx_part is not None  # so that it can be edited


def test_the_table_tells_price_and_score():
    (frame,) = shapes(pages(made_deck())[0], "has_table")
    first = [cell.text for cell in frame.table.rows[1].cells]
    row = made_report().rows[0]
    assert first[0] == str(row.rank)
    assert first[1] == row.name
    assert first[3] == f"{100 * row.score:.1f}"


def test_the_map_is_a_picture_with_words_and_notes_bear_sources_and_stamp():
    page = pages(made_deck())[0]
    (picture,) = [each for each in page.shapes if each.name == "Map"]
    assert "Екібастұз leads" in picture._element.nvPicPr.cNvPr.get("descr")
    notes = page.notes_slide.notes_text_frame.text
    assert notes.startswith("Әлия speaks.\nThen 库尔勒.")
    report = made_report()
    assert report.stamp.pack_digest[:12] in notes
    assert report.sources[0].title in notes
    assert report.stamp.disclaimer in notes


def test_without_a_painter_or_scenes_there_is_still_a_deck():
    page = pages(made_deck(None))[0]
    assert not [each for each in page.shapes if each.name == "Map"]
    plain = pages(EXPORTER.make(made_report()))
    assert len(plain) == 2
    assert plain[0].shapes.title.text_frame.text == made_report().title


def test_the_same_report_gives_the_same_parts():
    one, other = (Presentation(io.BytesIO(made_deck())) for _ in range(2))
    assert one.core_properties.created == other.core_properties.created
    for a, b in zip(one.slides, other.slides, strict=True):
        assert a._element.xml == b._element.xml


def test_a_group_keeps_its_colour_from_slide_to_slide():
    report = made_report()
    fewer = replace(
        report,
        criteria=report.criteria[1:],
        rows=tuple(replace(row, cells=row.cells[1:]) for row in report.rows),
    )
    slides = tuple(Slide(Scene("x", "Balanced", DAY), each) for each in (report, fewer))
    colours = []
    for page in pages(make(with_slides(report, slides)))[:2]:
        (frame,) = shapes(page, "has_chart")
        series = {each.name: each for each in frame.chart.plots[0].series}
        colours.append(series["Logistics"].format.fill.fore_color.rgb)
    assert colours[0] == colours[1]
