"""The words in the reader's language: one catalogue a language, English where it has no word.

A sentence is written once, in English, as a whole: `say("{site} passes", site="Aksu")`. The
English text is the key under which the catalogues in `resources/translations` hold the others. A
report may speak another language than the window: `with speaking("ru"):` holds for the thread that
enters it.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache, wraps
from gettext import GNUTranslations, NullTranslations
from string import Formatter
from typing import ParamSpec, TypeVar

from siteselect.errors import StudyError
from siteselect.pseudo import PSEUDO, Longer
from siteselect.resources import resource

ENGLISH = "en"
LANGUAGES = {
    ENGLISH: "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "zh_CN": "简体中文",
}
"""Code of each language, and its name in its own words."""
NAME = "name"
"""Under it the catalogues hold names; `packaging/names.py` gathers them."""
_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Common:
    """The language of the whole program, for threads that were told no other."""

    code = ENGLISH


_here: ContextVar[str | None] = ContextVar("language", default=None)


def language() -> str:
    """Return the code of the language spoken here and now."""
    return _here.get() or _Common.code


def speak(code: str) -> None:
    """Let the whole program speak a language from now on."""
    _Common.code = _known(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language within the block, in this thread alone."""
    token = _here.set(_known(code))
    try:
        yield
    finally:
        _here.reset(token)


def say(text: str, /, **values: object) -> str:
    """Return a text in the language spoken, its fields filled with `values`."""
    code = language()
    # an empty text stays one: a catalogue keeps its own head under it
    told = _catalogue(code).gettext(text) if text and code != ENGLISH else text
    return _filled(told, values) if values else told


def say_count(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the text that fits a number of things; `{count}` in it stands for the number.

    Languages have one to three forms: the catalogue knows which fits.
    """
    code = language()
    if code == ENGLISH:
        told = one if count == 1 else many
    else:
        told = _catalogue(code).ngettext(one, many, count)
    return _filled(told, {"count": count, **values})


def say_as(context: str, text: str, /, **values: object) -> str:
    """Return a short text whose translation depends on where it stands: a verb or a noun."""
    code = language()
    told = text if code == ENGLISH else _catalogue(code).pgettext(context, text)
    return _filled(told, values) if values else told


def say_number(value: float, decimals: int, *, group: str = "\u2009") -> str:
    """Return a number with the decimal mark of the language; `group` stands between thousands.

    Where the mark is a comma a space that does not break stands there, whatever `group` is.

    Examples
    --------
    >>> say_number(1234.5, 1, group=" ")
    '1 234.5'
    """
    text = f"{value:,.{decimals}f}"
    marks = _marks()
    return text.translate(marks) if marks else text.replace(",", group)


def decimal_mark() -> str:
    """Return what stands before the decimals: a comma or a point."""
    return "," if _marks() else "."


def say_day(day: date) -> str:
    """Return a day in words: 2 June 2021, in the order and the case of the language."""
    return say("{day} {month} {year}", day=day.day, month=_of_day(day.month), year=day.year)


def say_name(name: str) -> str:
    """Return what ships with a name (a place, a unit, a scenario) as the reader calls it.

    What the catalogue does not know, such as what a person typed, stays as it is. A field of `say`
    is told so by itself.
    """
    code = language()
    return _catalogue(code).pgettext(NAME, name) if name and code != ENGLISH else name


def say_names(names: Iterable[str]) -> str:
    """Return names one after the other: A, B, C, each as the reader calls it."""
    return ("、" if language() == "zh_CN" else ", ").join(say_name(each) for each in names)


def say_place(name: str, russian: str = "", chinese: str = "") -> str:
    """Return the name of a place in the letters of the reader, where they are known."""
    code = language()
    known = {"zh_CN": chinese, "ru": russian}.get(code, "")
    told = known or say_name(name)
    return russian if russian and told == name and code in _COMMA else told


def bare(text: str) -> str:
    """Return the words of a command without its key: Chinese sets that in brackets behind them.

    Examples
    --------
    >>> bare("&Open…"), bare("打开(&O)…")
    ('Open…', '打开…')
    """
    return re.sub(r"\s?\(&\w\)", "", text).replace("&", "")


def later(text: str, /) -> str:
    """Return a text as it is, marked for translation: `say` is asked where it is shown."""
    return text


def remembered(most: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Return a decorator that keeps the last `most` results of a function, language by language.

    For functions whose results hold texts: what was said in one is not told in another.
    """

    def wrap(function: Callable[_P, _T]) -> Callable[_P, _T]:
        @lru_cache(maxsize=most)
        def held(_code: str, *args: Hashable, **named: Hashable) -> _T:
            return function(*args, **named)  # type: ignore[arg-type]  # its own, handed through

        @wraps(function)
        def asked(*args: _P.args, **named: _P.kwargs) -> _T:
            return held(language(), *args, **named)  # type: ignore[arg-type]  # keys must be so

        return asked

    return wrap


def _of_day(month: int) -> str:
    """Return the name of a month as it stands beside its day."""
    return (
        say_as("beside a day", "January"),
        say_as("beside a day", "February"),
        say_as("beside a day", "March"),
        say_as("beside a day", "April"),
        say_as("beside a day", "May"),
        say_as("beside a day", "June"),
        say_as("beside a day", "July"),
        say_as("beside a day", "August"),
        say_as("beside a day", "September"),
        say_as("beside a day", "October"),
        say_as("beside a day", "November"),
        say_as("beside a day", "December"),
    )[month - 1]


_BETWEEN_SIGNS = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
"""A space that a name in Latin letters would need, and a Chinese one does not."""
_COMMA = {"ru", "kk", "ky"}
"""Languages that write 1 234,5, and in Cyrillic letters."""
_COMMA_MARKS = str.maketrans({".": ",", ",": "\u00a0"})


def _marks() -> dict[int, str] | None:
    return _COMMA_MARKS if language() in _COMMA else None


class _Filler(Formatter):
    """Fills fields; numbers take the marks of the language."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as text."""
        text = format(value, format_spec)
        if isinstance(value, int | float):
            return text.translate(_COMMA_MARKS)
        return text


def _filled(told: str, values: Mapping[str, object]) -> str:
    if language() == ENGLISH:
        return told.format_map(values)
    named = {key: say_name(each) if type(each) is str else each for key, each in values.items()}
    if _marks():
        return _Filler().vformat(told, (), named)
    return _BETWEEN_SIGNS.sub("", told.format_map(named))


def _known(code: str) -> str:
    """Return the code of one of our languages: `ru_KZ` is `ru`, `zh` and `zh-Hans` are `zh_CN`."""
    plain = code.replace("-", "_")
    if plain in LANGUAGES or plain == PSEUDO:
        return plain
    start = plain.split("_")[0].lower()
    for each in LANGUAGES:
        if each.split("_")[0] == start:
            return each
    raise StudyError(
        f"There are no words in the language {code}. There are: {', '.join(LANGUAGES)}."
    )


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _catalogue(code: str) -> NullTranslations:
    if code == PSEUDO:
        names = _catalogue("ru")
        return Longer(lambda name: names.pgettext(NAME, name) != name)
    path = resource("translations", code, "LC_MESSAGES", "siteselect.mo")
    if not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        return GNUTranslations(file)
