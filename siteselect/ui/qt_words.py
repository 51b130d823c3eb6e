"""Qt's own strings where Qt has no words for them: all of Kyrgyz, a few of the other languages."""

import json

from PySide6.QtCore import QObject, QTranslator

from siteselect.resources import resource


class QtWords(QTranslator):
    """Tells Qt what its buttons, file dialog, menus of text and keys are called in a language."""

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = qt_words(code)

    def isEmpty(self) -> bool:
        """Return whether there is nothing to tell; Qt asks nothing of an empty one."""
        return not self.words

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the words for a string of Qt; None, which Qt takes for none, where none are."""
        del context, disambiguation, n
        return self.words.get(source)


def qt_words(code: str) -> dict[str, str]:
    """Return Qt's strings in a language, by their English text."""
    path = resource("translations", code, "qt.json")
    if not path.is_file():
        return {}
    held = json.loads(path.read_text(encoding="utf-8"))
    return {source: text for source, text in held.items() if isinstance(text, str)}
