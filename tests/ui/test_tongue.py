import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel

from siteselect.language import LANGUAGES, language
from siteselect.pseudo import PSEUDO
from siteselect.ui.tongue import SYSTEM, chosen_language, locale_of, put_on, system_language

SAVE = {"en": "Save", "ru": "Сохранить", "kk": "Сақтау", "ky": "Сактоо", "zh_CN": "保存"}
QT = [
    ("QPlatformTheme", "Cancel"),
    ("QFileDialog", "File &name:"),
    ("QFileDialog", "Files of type:"),
    ("QWidgetTextControl", "Select All"),
    ("QAbstractSpinBox", "&Step up"),
    ("QUndoModel", "<empty>"),
    ("QAbstractFileIconProvider", "Folder"),
]


@pytest.fixture(autouse=True)
def _english_afterwards(qapp):
    yield
    put_on("en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_reaches_the_buttons_of_qt(qtbot, code):
    put_on(code)
    assert language() == code
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(box)
    text = box.button(QDialogButtonBox.StandardButton.Save).text().replace("&", "")
    assert text == SAVE[code]


@pytest.mark.parametrize("code", [each for each in LANGUAGES if each != "en"])
@pytest.mark.parametrize(("context", "source"), QT)
def test_no_string_of_qt_that_is_seen_stays_english(code, context, source):
    put_on(code)
    assert QCoreApplication.translate(context, source) != source


def test_the_file_dialog_speaks_kyrgyz(qtbot):
    put_on("ky")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    told = {label.text() for label in dialog.findChildren(QLabel)}
    assert "Файлдын &аты:" in told


def test_a_key_has_the_name_of_the_language():
    put_on("ky")
    native = QKeySequence.SequenceFormat.NativeText
    assert QKeySequence("Ctrl+Left").toString(native) == "Ctrl+Солго"
    put_on("en")
    assert QKeySequence("Ctrl+Left").toString(native) == "Ctrl+Left"


def test_numbers_are_typed_as_the_language_writes_them():
    assert locale_of("ru").toString(1.5, "f", 1) == "1,5"
    assert locale_of("ky").toString(1.5, "f", 1) == "1,5"
    assert locale_of("zh_CN").toString(1.5, "f", 1) == "1.5"
    put_on("kk")
    assert QLocale().decimalPoint() == ","
    put_on("en")
    assert QLocale().decimalPoint() == "."


def test_what_is_no_language_of_ours_is_the_system_s(monkeypatch):
    class Kazakh:
        def uiLanguages(self):
            return ["de-DE", "kk-Cyrl-KZ", "en-US"]

    monkeypatch.setattr(QLocale, "system", Kazakh)
    assert system_language() == "kk"
    assert chosen_language(SYSTEM) == "kk"
    assert chosen_language("tlh") == "kk"
    assert chosen_language("zh_CN") == "zh_CN"
    assert chosen_language(PSEUDO) == PSEUDO
