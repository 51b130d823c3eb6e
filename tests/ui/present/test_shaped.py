from PySide6.QtWidgets import QWidget

from siteselect.ui.present.shaped import Shaped


def test_the_shape_is_kept_in_wide_and_in_high_boxes(qtbot):
    held = QWidget()
    box = Shaped(held)
    qtbot.addWidget(box)
    box.resize(1600, 1600)
    box.show()
    assert (held.width(), held.height()) == (1600, 900)
    box.resize(2000, 450)
    assert (held.width(), held.height()) == (800, 450)
    assert held.x() == 600
    assert box.heightForWidth(1600) == 900
    assert box.hasHeightForWidth()
