import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from siteselect.model.relative_value import Percentile
from siteselect.model.value_function import Gaussian, Linear, Logistic, Piecewise, Power, Relative
from siteselect.ui.panels.value_editor import KINDS, ValueFunctionEditor, made
from siteselect.ui.widgets.number_box import NumberBox

RAW = np.array([20.0, 40.0, np.nan, 60.0])


@pytest.fixture
def make_editor(qtbot):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)

    def make(value, unit="km"):
        return ValueFunctionEditor("Distance", value, RAW, unit, parent)

    return make


def boxes(editor):
    return {box.accessibleName(): box for box in editor.findChildren(NumberBox)}


def test_anchors_are_shown_in_the_unit_that_a_person_reads(make_editor):
    editor = make_editor(Linear(75.0, 35.0), "USD/MWh")
    assert boxes(editor)["Worst (0)"].value() == 7.5
    assert boxes(editor)["Worst (0)"].suffix() == " ¢/kWh"


def test_an_entered_anchor_is_told(qtbot, make_editor):
    editor = make_editor(Linear(75.0, 35.0), "USD/MWh")
    told = []
    editor.edited.connect(lambda value, gesture: told.append(value))
    box = boxes(editor)["Best (100)"]
    box.setFocus()
    box.lineEdit().setText("3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == [Linear(75.0, 30.0)]


def test_equal_anchors_are_refused_in_a_sentence(qtbot, make_editor):
    editor = make_editor(Linear(75.0, 35.0))
    told = []
    editor.edited.connect(lambda *each: told.append(each))
    editor._set("best", 75.0, gesture=1)
    assert told == []
    assert "give two different finite anchors" in editor._note.text()
    assert editor.value == Linear(75.0, 35.0)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Linear, Linear(60.0, 20.0)),
        (Logistic, Logistic(60.0, 20.0)),
        (Power, Power(60.0, 20.0)),
        (Piecewise, Piecewise(((20.0, 1.0), (40.0, 0.5), (60.0, 0.0)))),
        (Gaussian, Gaussian(40.0, 10.0)),
        (Relative, Relative(higher_is_better=False)),
        (Percentile, Percentile(higher_is_better=False)),
    ],
)
def test_another_kind_keeps_ends_and_direction(kind, wanted):
    assert made(kind, 20.0, 60.0, rising=False) == wanted


def test_choosing_a_kind_changes_form_and_value(make_editor):
    editor = make_editor(Linear(60.0, 20.0))
    told = []
    editor.edited.connect(lambda value, gesture: told.append(value))
    for name in KINDS:
        editor.kind.setCurrentText(name)
        editor._change_kind()
    assert len(told) == len(KINDS) - 1  # the straight line was there already
    assert "can reorder the others" in editor._note.text()
    assert editor.findChildren(QCheckBox)


def test_a_point_is_moved(make_editor):
    editor = make_editor(Piecewise(((0.0, 0.0), (10.0, 1.0))))
    told = []
    editor.edited.connect(lambda value, gesture: told.append(value))
    boxes(editor)["Point 2: value"].edited.emit(80.0, 3)
    assert told == [Piecewise(((0.0, 0.0), (10.0, 0.8)))]
