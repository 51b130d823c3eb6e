from io import BytesIO

import pytest
from pypdf import PdfReader

from siteselect.errors import ExportError
from siteselect.ui.print.flow import Flow
from siteselect.ui.print.paper import A4, LETTER
from siteselect.ui.print.pdf_file import Running, pdf_of, with_contents

RUNNING = Running("Отчёт 阿勒泰", "Balanced", "siteselect", "kk", "Our house")
TEXTS = (
    "Экибастуз, Қарағанды, Ғ ғ Ә ә Ө ө Ұ ұ Ү ү Һ һ І і Ң ң",
    "Бишкек, Көк-Өң, Үч-Коргон: 12 345,67 \u20c0",
    "新疆维吾尔自治区 阿勒泰地区 哈密",
    "45.0 USD/MWh · 3 465 MW · ₸ ₽ ¥ € → ≥ −5",
)


def pages(paper, count=3):
    flow = Flow(paper, "#0F766E")
    flow.turn()
    for number in range(count):
        if number:
            flow.turn()
        flow.chapter(f"Chapter {number + 1}: Қ 第")
        for text in TEXTS:
            flow.paragraph(text)
    flow.close()
    return flow


def printed(paper=A4, count=3):
    flow = pages(paper, count)
    return PdfReader(BytesIO(pdf_of(flow.pages, flow.marks, paper, RUNNING)))


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_every_text_comes_out_as_it_went_in(paper):
    reader = printed(paper)
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(
        (paper.width, paper.height), abs=1
    )
    for page in reader.pages:
        told = " ".join(page.extract_text().split())
        assert [text for text in TEXTS if text not in told] == []


def test_every_font_is_embedded():
    fonts = {}
    for page in printed().pages:
        fonts |= dict(page["/Resources"]["/Font"].items())
    for font in fonts.values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        held = inner["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(held)


def test_the_file_says_title_language_and_contents():
    reader = printed()
    root = reader.trailer["/Root"]
    assert reader.metadata.title == RUNNING.title
    assert root["/Lang"] == "kk"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert [each.title for each in reader.outline] == [f"Chapter {n}: Қ 第" for n in (1, 2, 3)]
    assert [reader.get_destination_page_number(each) for each in reader.outline] == [0, 1, 2]


def test_pages_are_numbered_and_bear_running_heads_but_for_the_first():
    texts = [page.extract_text() for page in printed().pages]
    assert [f"Page {n} of 3" in text for n, text in enumerate(texts, 1)] == [True] * 3
    assert ["Balanced" in text for text in texts] == [False, True, True]


def test_a_pdf_without_an_end_is_refused():
    with pytest.raises(ExportError, match="cannot be finished"):
        with_contents(b"%PDF trailer << >> nothing", (), "en")


def test_progress_may_stop_the_printing():
    def stop(part, what):
        raise KeyboardInterrupt(what)

    flow = pages(A4)
    with pytest.raises(KeyboardInterrupt, match="Printing page 1"):
        pdf_of(flow.pages, flow.marks, A4, RUNNING, stop)
