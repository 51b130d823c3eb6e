import pytest
from PySide6.QtCore import Qt

from siteselect.model.class_value import Category, Step
from siteselect.model.relative_value import ZScore
from siteselect.model.value_function import Linear, Logistic, Piecewise, Relative
from siteselect.ui.panels.value_form import ValueForm


@pytest.fixture
def form(qtbot):
    made = ValueForm()
    qtbot.addWidget(made)
    made.told, made.faults = [], []
    made.edited.connect(lambda value, gesture: made.told.append(value))
    made.refused.connect(made.faults.append)
    made.show()
    return made


def enter(qtbot, box, text):
    box.setFocus()
    box.lineEdit().setText(text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_anchors_are_shown_and_typed_in_the_unit_that_a_person_reads(qtbot, form):
    form.show_value(Linear(75.0, 35.0), "USD/MWh")
    box = form.boxes["Best (100)"]
    assert (box.value(), box.suffix()) == (3.5, " ¢/kWh")
    enter(qtbot, box, "3")
    assert form.told == [Linear(75.0, 30.0)]


def test_what_cannot_be_is_refused_in_a_sentence(form):
    form.show_value(Linear(75.0, 35.0), "km")
    form.boxes["Best (100)"].edited.emit(75.0, 1)
    assert form.told == []
    assert "give two different finite anchors" in form.faults[0]


def test_points_are_typed_and_kept_in_order(form):
    form.show_value(Piecewise(((0.0, 0.0), (10.0, 1.0))), "km")
    form.boxes["Point 2: value"].edited.emit(80.0, 3)
    assert form.told == [Piecewise(((0.0, 0.0), (10.0, 0.8)))]
    form.boxes["Point 1: raw value"].edited.emit(20.0, 4)
    assert "ascending" in form.faults[0]


def test_every_kind_shows_its_numbers(form):
    for value, names in (
        (Logistic(0, 9), {"Worst (0)", "Best (100)", "Steepness"}),
        (ZScore(), {"Standard deviations"}),
        (Relative(), set()),
        (Step(((1.0, 0.5),), 0.1), {"Below the first", "Class 1: raw value", "Class 1: value"}),
        (Category(((2.0, 1.0),)), {"Code 1: raw value", "Code 1: value"}),
    ):
        form.show_value(value, "km")
        assert set(form.boxes) == names
    assert not form.boxes["Code 1: raw value"].isEnabled()
    assert form.told == []


def test_showing_another_number_keeps_the_boxes(form):
    form.show_value(Linear(75.0, 35.0), "km")
    box = form.boxes["Worst (0)"]
    form.show_value(Linear(80.0, 35.0), "km")
    assert form.boxes["Worst (0)"] is box
    assert box.value() == 80.0
