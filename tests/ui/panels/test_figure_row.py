import pytest
from PySide6.QtCore import Qt

from siteselect.ui.panels.figure_row import FigureRow
from siteselect.ui.theme import DARK, LIGHT


@pytest.fixture
def row(qtbot):
    made = FigureRow("Discount rate a year", "share", LIGHT, most=1.0)
    qtbot.addWidget(made)
    made.resize(280, 50)
    made.show()
    return made


def test_grey_when_assumed_black_when_sourced_and_else_yours(row):
    row.show_figure(0.15, "assumption", chosen=False)
    assert (row.box.value(), row.tone) == (15.0, "assumed")
    assert LIGHT.muted in row.box.styleSheet()
    row.show_figure(0.15, "Q09: reckoned", chosen=False)
    assert row.tone == "sourced"
    assert not row.back.isVisible()
    row.show_figure(0.2, "yours", chosen=True)
    assert row.tone == "yours"
    assert row.back.isVisible()
    row.dress(DARK)
    assert DARK.accent in row.box.styleSheet()


def test_a_typed_number_comes_in_the_figures_own_unit(qtbot, row):
    row.show_figure(0.15, "assumption", chosen=False)
    told = []
    row.edited.connect(lambda value, at: told.append(value))
    row.box.selectAll()
    qtbot.keyClicks(row.box, "20")
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert told == [0.2]
    with qtbot.waitSignal(row.put_back):
        row.back.click()


def test_a_long_source_is_cut_and_told_whole(qtbot, row):
    text = "A very long source that stands in a report which nobody can read in one line & more"
    row.show_figure(0.15, text, chosen=False)
    row.resize(240, 50)
    assert row.source.source == text
    assert row.source.text().endswith("…")
    assert "&amp; more" in row.source.toolTip()
    assert row.source.accessibleName() == "Source of Discount rate a year"


def test_without_an_upper_bound_large_numbers_fit(qtbot):
    made = FigureRow("Difficulty", "T", LIGHT, least=1e9, factor=1e-12, decimals=3)
    qtbot.addWidget(made)
    made.show_figure(20.4e12, "N-2021-06", chosen=False)
    assert made.box.value() == 20.4
