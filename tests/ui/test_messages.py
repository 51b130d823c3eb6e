import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from siteselect.errors import PackError
from siteselect.ui.messages import FaultReport, MessageBar, Messages, fault_report, install_hook


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(qtbot, window):
    return MessageBar(window)


def test_a_fault_that_a_person_can_mend_is_a_sentence(window, bar):
    messages = Messages(bar, window)
    messages.fault(PackError("The pack is missing: choose another."))
    assert bar.text == "The pack is missing: choose another."
    assert not bar.isHidden()
    assert messages.reports == []
    messages.mended()
    assert bar.isHidden()


def test_a_notice_is_not_closed_by_mending(window, bar):
    messages = Messages(bar, window)
    messages.notice("Saved.")
    messages.mended()
    assert bar.text == "Saved."


def test_any_other_fault_is_a_report_that_can_be_copied(qtbot, window, bar):
    messages = Messages(bar, window)
    messages.fault(ZeroDivisionError("one by nought"))
    messages.fault(ZeroDivisionError("again, in the next paint"))
    assert len(messages.reports) == 1
    report = messages.reports[0]
    text = report.findChild(QPlainTextEdit).toPlainText()
    assert "ZeroDivisionError: one by nought" in text
    assert text.startswith("siteselect ")
    copy, close = report.findChildren(QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == text
    close.click()
    qtbot.waitUntil(lambda: messages.reports == [])


def test_a_report_holds_the_trail():
    with pytest.raises(ValueError, match="abc") as caught:
        int("abc")
    assert "test_messages.py" in fault_report(caught.value)


def test_the_hook_sends_uncaught_faults_to_the_bar_and_lets_the_keyboard_through(window, bar):
    messages = Messages(bar, window)
    through = []
    before = sys.excepthook
    sys.excepthook = lambda *args: through.append(args[0])
    try:
        install_hook(messages)
        sys.excepthook(PackError, PackError("A sentence."), None)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        sys.excepthook = before
    assert bar.text == "A sentence."
    assert through == [KeyboardInterrupt]


def test_markup_in_a_message_is_shown_as_it_stands(window, bar):
    Messages(bar, window).fault(PackError("<b>bold</b>"))
    assert bar.text == "<b>bold</b>"


def test_before_an_audience_sentences_are_quiet_and_reports_wait(window, bar):
    messages, quiet = Messages(bar, window), []
    messages.hold(quiet.append)
    messages.notice("Written: deck.pptx")
    messages.fault(PackError("The pack is gone."))
    messages.fault(ValueError("first"))
    messages.fault(ValueError("last"))
    assert quiet == ["Written: deck.pptx", "The pack is gone."]
    assert (bar.isHidden(), messages.reports) == (True, [])
    messages.release()
    (report,) = messages.reports
    assert "last" in report.findChild(QPlainTextEdit).toPlainText()
    report.accept()


def test_details_of_a_sentence_can_be_seen_and_copied(window, bar):
    try:
        try:
            int("x")
        except ValueError as cause:
            raise PackError("The pack is damaged: install it anew.") from cause
    except PackError as fault:
        Messages(bar, window).fault(fault)
    assert not bar.details.isHidden()
    bar.details.click()
    (report,) = window.findChildren(FaultReport)
    text = report.findChild(QPlainTextEdit).toPlainText()
    assert "ValueError: invalid literal" in text
    assert "Python" in text
    assert "Qt 6" in text
    report.findChildren(QPushButton)[0].click()
    assert QGuiApplication.clipboard().text() == text
    assert bar.text == "The pack is damaged: install it anew."


def test_a_notice_has_no_details_and_can_be_taken_back(window, bar):
    messages = Messages(bar, window)
    messages.fault(PackError("A sentence."))
    messages.quiet()
    assert bar.text == "A sentence."
    messages.notice("Wait…")
    assert bar.details.isHidden()
    messages.quiet()
    assert bar.isHidden()


def test_details_move_with_the_sentence_to_another_bar(window, bar):
    messages = Messages(bar, window)
    messages.fault(PackError("A sentence."))
    other = MessageBar(window)
    messages.move_to(other)
    assert other.text == "A sentence."
    assert not other.details.isHidden()
