import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.widgets.state_bar import StateBar


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def bar(window):
    return StateBar(window)


def test_it_is_hidden_until_there_is_something_the_matter(bar):
    assert not bar.isVisible()
    done = []
    bar.tell(
        "a", "It is <b>so</b>.", [("Mend it", lambda: done.append(1)), ("Leave it", bar.clear)]
    )
    assert bar.isVisible()
    assert bar.text == "It is <b>so</b>."
    assert [each.text() for each in bar.buttons] == ["Mend it", "Leave it"]
    bar.buttons[0].click()
    assert done == [1]
    bar.buttons[1].click()
    assert not bar.isVisible()
    assert bar.text == ""


def test_the_last_told_is_shown_and_the_one_before_comes_back(bar):
    bar.tell("a", "First.")
    bar.tell("b", "Second.")
    assert bar.text == "Second."
    bar.tell("a", "First again.")
    assert bar.text == "First again."
    assert bar.keys == ("b", "a")
    bar.clear("a", "none")
    assert bar.text == "Second."
    bar.clear("b")
    assert not bar.isVisible()
