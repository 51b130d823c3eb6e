import pytest
from PySide6.QtCore import QCoreApplication

from siteselect.ui.qt_words import QtWords, qt_words


@pytest.mark.parametrize("code", ["ky", "kk", "ru", "zh_CN"])
def test_every_word_keeps_places_and_keys(code):
    for source, text in qt_words(code).items():
        for place in ("%1", "%2", "%3", "(*)"):
            assert (place in source) == (place in text), source
        assert ("&" in source) == ("&" in text), source
        assert source.count("\n") == text.count("\n")


def test_what_is_not_held_is_left_to_others(qapp):
    words = QtWords("ky")
    assert words.translate("QPlatformTheme", "Cancel") == "Айнуу"
    assert words.translate("QPlatformTheme", "Nothing of Qt") is None
    QCoreApplication.installTranslator(words)
    assert QCoreApplication.translate("QPlatformTheme", "Nothing of Qt") == "Nothing of Qt"
    QCoreApplication.removeTranslator(words)
    assert not words.isEmpty()
    assert QtWords("en").isEmpty()
