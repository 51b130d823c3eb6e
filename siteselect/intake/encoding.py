"""In which encoding a text from outside is written: told by its marks, else judged by its letters.

Every encoding that can decode the bytes is asked for its text, and each text is judged by how
likely its letters are: Russian, Kazakh and Kyrgyz words, or the characters of everyday Chinese.
What none explains well is left to charset-normalizer.
"""

import codecs
import math
import unicodedata
from dataclasses import dataclass

from siteselect.language import later

ENCODINGS: dict[str, str] = {
    "utf-8": "UTF-8",
    "gb18030": later("Chinese, GBK or GB18030"),
    "big5": later("Chinese, Big5"),
    "cp1251": later("Cyrillic, Windows-1251"),
    "kz1048": later("Kazakh, KZ-1048"),
    "ptcp154": later("Asian Cyrillic, PTCP154"),
    "koi8-r": later("Cyrillic, KOI8-R"),
    "cp866": later("Cyrillic, DOS 866"),
    "utf-16": "UTF-16",
    "cp1252": later("Western, Windows-1252"),
}
"""What a person may choose, with the words for it."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 2**17
_LEGACY = ("cp1251", "koi8-r", "cp866", "kz1048", "ptcp154", "gb18030", "big5", "cp1252")
_POOR = -6.5
"""Below so much a byte, no candidate explains the text."""
_FAIR = -4.8
"""Below so much, a text is read with a doubt."""
_CLOSE = 0.25

_RUSSIAN = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (11.0, 8.5, 8.0, 7.4, 6.7, 6.3, 5.5, 4.7, 4.5, 4.4, 3.5, 3.2, 3.0, 2.8, 2.6, 2.0, 1.9, 1.7,
         1.7, 1.65, 1.6, 1.4, 1.2, 1.0, 0.9, 0.7, 0.6, 0.5, 0.4, 0.3, 0.3, 0.05, 0.1),
        strict=True,
    )
)  # fmt: skip
_TURKIC = dict.fromkeys("әғқңөұүі", 1.6) | {"һ": 0.2}
_LETTERS = {letter: math.log(share / 100) for letter, share in {**_RUSSIAN, **_TURKIC}.items()}
_SIGNS = frozenset("«»—–№…“”„’‘°′″±×·§©®€ \u00a0\u202f\u2009₸₽、。，：；（）《》！？　￥％")
_EVERYDAY = frozenset(
    "的一是了在不和有人中大为上国地到以说时要就出会可你对生能而子那得于着下自之年过发后作里用道行所"
    "然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "市区县省州站厂电力价格新疆名称度北南东西山水火风光阳变所号线路公司工业园业煤矿河湖城镇乡村"
    "功率容量货币元备注联系合同期限日月报税含未知高低压千瓦兆时用户场址点坐标位置哈萨克斯坦吉尔"
    "乌鲁木齐喀什伊犁昌吉石河阿拉图巴音郭楞和田吐番塔城克依准噶五家渠博乐泰勒達電價廠區縣國時經緯"
    "稱東發點業號線礦鎮鄉備註聯繫約"
)
_STEP = {"case": -4.0, "mixed": -5.0, "control": -12.0, "strange": -9.0, "foreign": -7.0}


@dataclass(frozen=True, slots=True)
class Detected:
    """An encoding, and whether another would do nearly as well."""

    encoding: str
    sure: bool = True
    others: tuple[str, ...] = ()
    """Other encodings that can decode the text, the likeliest first."""


def detect(data: bytes) -> Detected:
    """Return the encoding in which `data` is most likely written.

    Examples
    --------
    >>> detect("Алматы;Шымкент".encode("koi8-r")).encoding
    'koi8-r'
    >>> detect("乌鲁木齐,喀什".encode("gbk")).encoding
    'gb18030'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Detected(name)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return Detected(_wide(sample))
    if sample.isascii() and data.isascii():
        return Detected("utf-8")
    if _decoded(sample, "utf-8", whole=len(sample) == len(data)) is not None:
        return Detected("utf-8")
    return _judged(sample, len(sample) == len(data))


def decode(data: bytes, encoding: str) -> str:
    """Return the text in `data`; UnicodeDecodeError where it is not written so."""
    name = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    if name.lower() in ("utf-16", "utf16") and not data.startswith(
        (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        name = _wide(data[:_SAMPLE])
    return data.decode(name).removeprefix("\ufeff")


def _wide(sample: bytes) -> str:
    """Return which of two bytes comes first, by where the zeros stand."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if odd >= even else "utf-16-be"


def _judged(sample: bytes, whole: bool) -> Detected:
    scores: dict[str, float] = {}
    for name in _LEGACY:
        text = _decoded(sample, name, whole=whole)
        if text is not None:
            scores[name] = _score(text, name) / max(1, sum(byte > 127 for byte in sample))
    ranked = sorted(scores, key=lambda name: (-scores[name], _LEGACY.index(name)))
    if not ranked or scores[ranked[0]] < _POOR:
        other = _second_opinion(sample)
        if other:
            return Detected(other, sure=False, others=tuple(ranked[:4]))
    if not ranked:
        return Detected("cp1252", sure=False)
    best = ranked[0]
    near = [
        name
        for name in ranked[1:]
        if scores[best] - scores[name] < _CLOSE
        and _decoded(sample, name, whole=whole) != _decoded(sample, best, whole=whole)
    ]
    return Detected(best, not near and scores[best] >= _FAIR, tuple(ranked[1:5]))


def _decoded(sample: bytes, name: str, *, whole: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(sample, final=whole)
    except (UnicodeDecodeError, LookupError):
        return None


def _score(text: str, name: str) -> float:
    """Return how likely the letters of `text` beyond ASCII are, as a sum of logarithms."""
    judge = _chinese if name in ("gb18030", "big5") else _western if name == "cp1252" else _cyrillic
    total, before = 0.0, " "
    for sign in text:
        if sign > "\x7f":
            total += judge(sign, before)
        elif sign.isalpha() and before > "\x7f" and before.isalpha() and name != "cp1252":
            total += _STEP["mixed"]
        before = sign
    return total


def _cyrillic(sign: str, before: str) -> float:
    if sign in _SIGNS:
        return -5.0 if sign in "\u00a0 «»—–№₸" else -6.5
    low = sign.lower()
    if low not in _LETTERS:
        return _odd(sign)
    worth = _LETTERS[low]
    if sign != low:
        worth -= 0.7
        worth += _STEP["case"] if before.islower() else 0.0
    if before.isalpha() and before <= "\x7f":
        worth += _STEP["mixed"]
    return worth


def _chinese(sign: str, before: str) -> float:
    if sign in _EVERYDAY:
        return -5.5
    if sign in _SIGNS:
        return -7.0
    if sign.lower() in _LETTERS:  # both encodings hold Cyrillic letters, of two bytes or more
        return (
            2 * _cyrillic(sign, before) if before.isascii() or before.lower() in _LETTERS else -14.0
        )
    if unicodedata.category(sign) != "Lo":
        return 2 * _STEP["foreign"] if sign.isalpha() else 2 * _STEP["strange"]
    return -7.8 if _is_common(sign) else -14.0


def _is_common(sign: str) -> bool:
    """Return whether a character is on the first level of GB 2312 or of Big5."""
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = sign.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False


def _western(sign: str, before: str) -> float:
    if sign in "äöüßéèêëàâáçñóôòíîúûåøæšžÄÖÜÉÅØŠŽ":
        return -4.0 if before.isascii() else -8.0
    return -6.0 if sign in _SIGNS else _odd(sign)


def _odd(sign: str) -> float:
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Co", "Cn"):
        return _STEP["control"]
    return _STEP["foreign"] if kind.startswith("L") else _STEP["strange"]


def _second_opinion(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:16384]).best()
    return "" if best is None else best.encoding
