import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from siteselect.ui.pictures import Drawing
from siteselect.ui.print.flow import Column, Drawn, Flow, laid_out
from siteselect.ui.print.paper import A4, POINT, TEXT
from siteselect.ui.svg import svg_of


@pytest.fixture
def flow():
    made = Flow(A4, "#0F766E")
    made.turn()
    yield made
    made.close()


def text_of(page):
    """Return the words of a page."""
    svg = svg_of(page, 2400, 3400)
    return " ".join(part.split("</text>")[0] for part in svg.split("xml:space")[1:])


def box_drawing(width=400, height=200):
    strokes = QPicture()
    painter = QPainter(strokes)
    painter.fillRect(QRectF(0, 0, width, height), QColor("red"))
    painter.end()
    return Drawing(strokes, width, height)


def test_words_fill_lines_and_move_the_pen_down(flow):
    start = flow.y
    flow.words("word " * 200)
    layout, step = laid_out("word " * 200, TEXT, flow.box.width())
    assert layout.lineCount() > 5
    assert flow.y == pytest.approx(start + layout.lineCount() * step)
    for place in range(layout.lineCount()):
        assert layout.lineAt(place).naturalTextWidth() <= flow.box.width()


def test_a_long_text_goes_on_on_the_next_page_and_nothing_is_lost(flow):
    words = [f"w{number}" for number in range(4000)]
    flow.words(" ".join(words))
    flow.close()
    assert len(flow.pages) > 1
    told = " ".join(text_of(page) for page in flow.pages)
    assert [word for word in words[::97] if word not in told] == []


def test_a_word_longer_than_the_line_is_broken(flow):
    layout, _ = laid_out("x" * 3000, TEXT, flow.box.width())
    assert layout.lineCount() > 1


def test_a_chapter_is_marked_with_its_page_and_keeps_its_text(flow):
    flow.chapter("First")
    flow.y = flow.box.bottom() - 20 * POINT
    flow.chapter("Second")
    assert [(mark.title, mark.page) for mark in flow.marks] == [("First", 0), ("Second", 1)]


def test_the_head_of_a_table_stands_on_every_page_of_it(flow):
    rows = [(f"row {number}", str(number)) for number in range(120)]
    flow.table((Column("Name of it", 3), Column("Number", 1, right=True)), rows)
    flow.close()
    assert len(flow.pages) >= 2
    for page in flow.pages:
        assert "Name of it" in text_of(page)
    assert "row 119" in text_of(flow.pages[-1])


def test_a_row_is_as_high_as_its_highest_cell(flow):
    start = flow.y
    flow.table((Column("", 1), Column("", 1)), [("short", "long " * 60)])
    one = flow.y - start
    start = flow.y
    flow.table((Column("", 1), Column("", 1)), [("short", "short")])
    assert one > 3 * (flow.y - start) / 2


def test_a_drawn_cell_is_given_its_box(flow):
    boxes = []
    flow.table(
        (Column("", 1), Column("", 1)),
        [("a", Drawn(30.0, lambda _painter, box: boxes.append(box)))],
    )
    assert boxes[0].height() == pytest.approx(30 * POINT)
    assert boxes[0].left() > flow.box.center().x()


def test_a_picture_is_as_wide_as_the_text_or_lower(flow):
    assert flow.height_of(box_drawing(), 1000.0) == pytest.approx(flow.box.width() / POINT / 2)
    assert flow.height_of(box_drawing(), 90.0) == 90.0
    flow.picture(box_drawing(), "A caption", most=90.0)
    flow.close()
    image = QImage(600, 842, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(1 / POINT, 1 / POINT)
    painter.drawPicture(0, 0, flow.pages[0])
    painter.end()
    middle = int(flow.box.center().x() / POINT)
    assert image.pixelColor(middle, int(flow.box.top() / POINT) + 45) == QColor("red")
    assert image.pixelColor(60, int(flow.box.top() / POINT) + 45) == QColor("white")


def test_a_picture_that_does_not_fit_turns_the_page(flow):
    flow.y = flow.box.bottom() - 40 * POINT
    flow.picture(box_drawing(), "", most=300.0)
    assert len(flow.pages) == 2
