import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from siteselect.ui import document_questions as questions
from siteselect.ui.document_questions import Answer, Changed, Held


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def press(monkeypatch, words, seen=None):
    """Answer the next box by the button that bears these words; none means Escape."""

    def answer(box):
        if seen is not None:
            seen.append((box.text(), box.informativeText()))
        for button in box.buttons():
            if button.text().replace("&", "") == words:
                button.click()
                return 0
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)


def test_unsaved_changes_have_three_answers(window, monkeypatch):
    kind = QMessageBox.StandardButton
    for button, wanted in (
        (kind.Save, Answer.SAVE),
        (kind.Discard, Answer.DISCARD),
        (kind.Cancel, Answer.CANCEL),
    ):
        monkeypatch.setattr(QMessageBox, "exec", lambda _, button=button: button.value)
        assert questions.ask_unsaved("Mine", window) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Save a copy…", Changed.COPY),
        ("Overwrite", Changed.OVERWRITE),
        ("Reload", Changed.RELOAD),
        ("Cancel", Changed.CANCEL),
        ("", Changed.CANCEL),
    ],
)
def test_a_changed_file_has_four_answers_and_the_safe_one_is_first(
    window, monkeypatch, words, wanted
):
    seen = []
    press(monkeypatch, words, seen)
    assert questions.ask_changed("a.siteselect", window) is wanted
    assert seen[0][0] == "a.siteselect was changed on disk since it was opened."
    assert "it stays as a backup" in seen[0][1]


def test_reloading_over_changes_is_asked(window, monkeypatch):
    press(monkeypatch, "Reload")
    assert questions.ask_reload("a.siteselect", window)
    press(monkeypatch, "Cancel")
    assert not questions.ask_reload("a.siteselect", window)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Open to read", Held.READ), ("Take over", Held.SEIZE), ("Cancel", Held.CANCEL)],
)
def test_a_project_open_elsewhere_has_three_answers(window, monkeypatch, words, wanted):
    seen = []
    press(monkeypatch, words, seen)
    assert questions.ask_held("a.siteselect", "anna on the machine dell-7", window) is wanted
    assert seen[0][0] == "a.siteselect is open already: anna on the machine dell-7."
