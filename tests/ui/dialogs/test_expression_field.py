from PySide6.QtCore import Qt

from siteselect.ui.dialogs.expression_field import ExpressionField


def test_a_name_is_completed_and_put_in(qtbot):
    field = ExpressionField(("power_price", "elevation"))
    qtbot.addWidget(field)
    field.show()
    told = []
    field.edited.connect(lambda: told.append(field.text()))
    qtbot.keyClicks(field.line, "2 * pow")
    field.line._completer.activated.emit("power_price")
    assert field.text() == "2 * power_price"
    assert told[-1] == "2 * power_price"
    qtbot.keyClicks(field.line, " + ")
    field.names.activated.emit(2)
    assert field.text() == "2 * power_price + elevation"
    assert field.names.currentIndex() == 0


def test_showing_an_expression_is_no_edit(qtbot):
    field = ExpressionField(("power_price",))
    qtbot.addWidget(field)
    told = []
    field.edited.connect(lambda: told.append(1))
    field.set_text("power_price")
    assert (field.text(), told) == ("power_price", [])


def test_return_is_left_to_the_list_of_names_while_it_is_open(qtbot):
    field = ExpressionField(("power_price",))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "pow")
    assert field.line._list.isVisible()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.line._list.hide()
    assert field.text() == "pow"
