from PySide6.QtCore import Qt

from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.segments import Segments


def test_a_hand_chooses_and_a_program_is_silent(qtbot):
    made = Segments(("Places", "Weights"), LIGHT)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.edited) as heard:
        qtbot.mouseClick(made.buttons[1], Qt.MouseButton.LeftButton)
    assert heard.args == [1]
    assert [each.isChecked() for each in made.buttons] == [False, True]
    with qtbot.assertNotEmitted(made.edited):
        made.show_choice(0)
        qtbot.mouseClick(made.buttons[0], Qt.MouseButton.LeftButton)
    assert made.choice == 0
    made.apply_theme(DARK)
