from siteselect.ui.widgets.elided import ElidedLabel


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
