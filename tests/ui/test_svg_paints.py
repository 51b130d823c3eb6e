import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QRadialGradient, QTransform

from siteselect.ui.svg_paints import Paints, colour_of, matrix_words, number

PLAIN = QTransform()


@pytest.mark.parametrize(
    ("value", "told"), [(1.0, "1"), (0.126, "0.13"), (-0.001, "0"), (120.0, "120"), (2.5, "2.5")]
)
def test_a_number_bears_no_more_signs_than_are_seen(value, told):
    assert number(value) == told


def test_an_opaque_colour_is_its_name_and_a_faint_one_says_how_faint():
    assert colour_of("fill", QColor("#123456")) == ' fill="#123456"'
    faint = QColor("#123456")
    faint.setAlphaF(0.5)
    assert colour_of("stroke", faint, 0.5) == ' stroke="#123456" stroke-opacity="0.25"'


def test_a_matrix_is_told_in_the_order_of_svg():
    matrix = QTransform(1, 2, 3, 4, 5, 6)
    assert matrix_words(matrix) == "matrix(1 2 3 4 5 6)"


def test_nothing_fills_without_a_brush_or_a_colour():
    paints = Paints("s")
    assert paints.fill(QBrush(), PLAIN, 1.0) == ' fill="none"'
    assert paints.fill(QBrush(QColor(0, 0, 0, 0)), PLAIN, 1.0) == ' fill="none"'


def test_the_same_definition_is_told_once():
    paints = Paints("s")
    first, again, other = paints.clip("M0 0Z"), paints.clip("M0 0Z"), paints.clip("M1 0Z")
    assert first == again != other
    assert len(paints.defs) == 2
    assert f'id="{first}"' in paints.defs[0]


def test_gradients_hatches_and_tiles_become_definitions():
    paints = Paints("s")
    across = QLinearGradient(0, 0, 10, 0)
    across.setColorAt(0, QColor("#FF0000"))
    across.setColorAt(1, QColor(0, 0, 255, 0))
    round_one = QRadialGradient(5, 5, 4)
    tile = QImage(3, 3, QImage.Format.Format_ARGB32)
    tile.fill(Qt.GlobalColor.red)
    brushes = (
        QBrush(across),
        QBrush(round_one),
        QBrush(QColor("red"), Qt.BrushStyle.BDiagPattern),
        QBrush(tile),
    )
    for place, brush in enumerate(brushes):
        assert paints.fill(brush, PLAIN, 1.0) == f' fill="url(#s{place})"'
    kinds = [each.split(" ")[0] for each in paints.defs]
    assert kinds == ["<linearGradient", "<radialGradient", "<pattern", "<pattern"]
    assert 'stop-color="#0000ff" stop-opacity="0"' in paints.defs[0]


def test_opacity_of_the_painter_reaches_a_pattern():
    paints = Paints("s")
    brush = QBrush(QColor("red"), Qt.BrushStyle.BDiagPattern)
    assert paints.fill(brush, PLAIN, 0.25) == ' fill="url(#s0)" fill-opacity="0.25"'
