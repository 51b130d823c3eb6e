import pytest
from PySide6.QtCore import Qt

from siteselect.ui.widgets.name_label import NameLabel


@pytest.fixture
def label(qtbot):
    made = NameLabel("Price")
    qtbot.addWidget(made)
    made.told = []
    made.edited.connect(made.told.append)
    made.resize(160, 24)
    made.show()
    return made


def test_a_double_click_opens_the_field_and_return_tells(qtbot, label):
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton)
    assert label.renaming
    assert label.field.selectedText() == "Price"
    qtbot.keyClicks(label.field, "Cost ")
    qtbot.keyClick(label.field, Qt.Key.Key_Return)
    assert label.told == ["Cost"]
    assert not label.renaming


def test_escape_and_the_same_name_tell_nothing(qtbot, label):
    label.rename()
    qtbot.keyClicks(label.field, "Cost")
    qtbot.keyClick(label.field, Qt.Key.Key_Escape)
    label.rename()
    qtbot.keyClick(label.field, Qt.Key.Key_Return)
    assert label.told == []
    assert label.name == "Price"


def test_a_heading_is_in_capitals_and_its_name_is_not(qtbot):
    heading = NameLabel("Law & risk", capitals=True)
    qtbot.addWidget(heading)
    assert (heading.label.text(), heading.name) == ("LAW & RISK", "Law & risk")
    heading.rename()
    assert heading.field.text() == "Law & risk"


def test_showing_a_name_is_no_edit(label):
    label.show_name("Law")
    assert label.name == "Law"
    assert label.field.accessibleName() == "Name of Law"
    assert label.told == []


def test_a_name_switched_off_meanwhile_closes_its_field(label):
    label.rename()
    label.setEnabled(False)
    assert not label.renaming
