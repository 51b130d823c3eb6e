import numpy as np
from PySide6.QtGui import QImage

from siteselect.ui.finding.two_lines import TwoLines
from siteselect.ui.theme import LIGHT
from siteselect.ui.widgets.plain_table import PlainTable


def inked(qtbot, text):
    """Return how much ink lies in the upper and in the lower half of a painted cell."""
    table = PlainTable("Places")
    qtbot.addWidget(table)
    table.resize(260, 120)
    table.show_rows(("Place",), [(text,)])
    delegate = TwoLines(LIGHT)
    table.setItemDelegateForColumn(0, delegate)
    table.setRowHeight(0, 42)
    table.show()
    box = table.visualItemRect(table.item(0, 0))
    picture = table.viewport().grab(box).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    held = np.array(picture.constBits()).reshape(picture.height(), -1)[:, : picture.width()]
    dark = held.max() - held.astype(int)
    table.setItemDelegateForColumn(0, None)
    return dark[:21].sum(), dark[21:].sum()


def test_the_name_is_heavier_than_what_stands_beneath_it(qtbot):
    upper, lower = inked(qtbot, "Aksu 12 km NE\nAksu 12 km NE")
    assert upper > 1.3 * lower > 0


def test_one_line_stands_in_the_middle(qtbot):
    upper, lower = inked(qtbot, "Aksu")
    assert upper > 0
    assert lower > 0
    assert 0.2 < upper / lower < 5
