from PySide6.QtWidgets import QWidget

from siteselect.ui.widgets.waiting import Waiting


def test_it_stays_in_the_middle_until_it_ends(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(400, 300)
    label = Waiting("Reading the region…", view)
    view.show()
    view.resize(800, 600)
    middle = label.geometry().center()
    assert abs(middle.x() - 400) <= 1
    assert abs(middle.y() - 300) <= 1
    label.ended()
    assert label.isHidden()


def test_a_long_reason_is_told_whole_and_in_the_middle(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    label = Waiting("Measuring the region…", view)
    label.tell("There is no measure called this or that. " * 12)
    assert label.isVisible()
    assert label.height() >= label.heightForWidth(label.width()) > 100
    middle = label.geometry().center()
    assert abs(middle.x() - 400) <= 1
    assert abs(middle.y() - 300) <= 1
    assert label.geometry().bottom() < 600
