from siteselect.ui.widgets.elided import ElidedButton, ElidedLabel


def test_it_asks_for_no_width_and_tells_the_rest(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text("A long line <b>of words</b> that does not fit")
    assert label.minimumSizeHint().width() == 20
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(60, 20)
    short = label.grab().toImage()
    label.resize(400, 20)
    assert label.grab().toImage().width() > short.width()


def test_a_button_is_cut_where_it_must_and_bears_all_of_its_words(qtbot):
    button = ElidedButton("What moves the winner & why?", 22)
    qtbot.addWidget(button)
    button.resize(90, 30)
    button.show()
    assert button.text().endswith("…")
    assert button.accessibleName() == "What moves the winner & why?"
    button.resize(600, 30)
    assert button.text() == "What moves the winner && why?"
