"""A language that nobody speaks: English, accented, bracketed and longer, to try a screen with.

A label that has room for it has room for Russian and Kazakh; a text without brackets was never
given to the catalogue.
"""

from collections.abc import Callable
from gettext import NullTranslations
from string import Formatter

PSEUDO = "xx"
"""Its code; it is offered in no menu."""
LONGER = 1.4
"""How much longer than English a text is told."""
_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_VOWELS = "aeiouy"


class Longer(NullTranslations):
    """The catalogue of this language: it holds no words and makes them all.

    Names it tells longer where `knows` says that another catalogue holds them.
    """

    def __init__(self, knows: Callable[[str], bool] = lambda _: False) -> None:
        super().__init__()
        self._knows = knows

    def gettext(self, message: str) -> str:
        """Return a text, told longer."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the text that fits a number, told longer."""
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return a text, told longer, wherever it stands."""
        return message if context == "name" and not self._knows(message) else longer(message)


def longer(text: str) -> str:
    """Return a text accented, in brackets and longer; its fields and its key stay as they are.

    Examples
    --------
    >>> longer("&Open {name}")
    '[&Óópééñ {name}~]'
    """
    if not text.strip():
        return text
    wanted = round(LONGER * len(text)) - len(text) - 2
    parts = []
    for plain, field, form, turn in Formatter().parse(text):
        told = _stretched(plain, wanted)
        wanted -= len(told) - len(plain)
        parts.append(told.replace("{", "{{").replace("}", "}}"))
        if field is not None:
            turned = f"!{turn}" if turn else ""
            parts.append(f"{{{field}{turned}{f':{form}' if form else ''}}}")
    return f"[{''.join(parts)}{'~' * min(max(wanted, 0), 8)}]"


def _stretched(plain: str, wanted: int) -> str:
    """Return a text with some of its vowels doubled, all of them accented; markup stays."""
    told, inside = [], False
    for letter in plain:
        inside = letter == "<" or (inside and letter != ">")
        if inside:
            told.append(letter)
            continue
        accented = letter.translate(_ACCENTED)
        told.append(accented)
        if wanted > 0 and letter.lower() in _VOWELS:
            told.append(accented.lower())
            wanted -= 1
    return "".join(told)
