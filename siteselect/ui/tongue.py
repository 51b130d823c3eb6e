"""The language put on: the words of the program, those of Qt, and how numbers are typed."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from siteselect.language import ENGLISH, LANGUAGES, language, speak
from siteselect.pseudo import PSEUDO
from siteselect.ui.qt_words import QtWords

SYSTEM = ""
"""Chosen by a person who wants the language of the system."""


class _Worn:
    """The translators that Qt asks now: it keeps none alive itself."""

    translators: tuple[QTranslator, ...] = ()


def chosen_language(code: str) -> str:
    """Return the language of that code; for any other code the one that the system speaks."""
    return code if code in LANGUAGES or code == PSEUDO else system_language()


def system_language() -> str:
    """Return the first of our languages that the system's user reads; English when none."""
    for asked in QLocale.system().uiLanguages():
        for code in LANGUAGES:
            if code.split("_")[0] == asked.replace("_", "-").split("-")[0].lower():
                return code
    return ENGLISH


def put_on(code: str) -> None:
    """Let the program and Qt speak a language, and numbers be typed as it writes them."""
    speak(code)
    QLocale.setDefault(locale_of(code))
    app = QCoreApplication.instance()
    if app is None:
        return
    for old in _Worn.translators:
        app.removeTranslator(old)
    _Worn.translators = () if code == ENGLISH else tuple(_translators(code, app))
    for each in _Worn.translators:
        app.installTranslator(each)


def locale_of(code: str | None = None) -> QLocale:
    """Return how a language writes numbers; without a code the one that is spoken."""
    code = code or language()
    return QLocale.c() if code in {ENGLISH, PSEUDO} else QLocale(code)


def _translators(code: str, app: QCoreApplication) -> list[QTranslator]:
    """Return ours and then Qt's own: the last one is asked first, ours fills what it lacks."""
    made: list[QTranslator] = [QtWords(code, app)]
    theirs = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{code}", folder):
        made.append(theirs)
    return made
