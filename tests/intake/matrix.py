"""A hundred and eighty tables: twelve encodings, five languages, three ways to write a number.

`python -m benchmarks encodings` prints how many of them are read right, and how many of them hold
letters by which an encoding can be told at all.
"""

from pathlib import Path

from siteselect.errors import SiteSelectError

ENCODINGS = (
    "utf-8", "utf-8-sig", "gbk", "gb18030", "big5", "cp1251", "koi8-r", "cp866", "kz1048",
    "ptcp154", "utf-16", "utf-16-be",
)  # fmt: skip
TABLES = {
    "en": (
        ("name", "longitude", "latitude", "price", "currency", "note"),
        ("Ekibastuz plot", "Aksu siding", "Balkhash east", "Naryn yard"),
        ("beside the substation", "written offer", "wind at night", "old workshop"),
    ),
    "ru": (
        ("название", "долгота", "широта", "цена", "валюта", "примечание"),
        ("Экибастуз, участок", "Аксу — тупик", "Балхаш восток", "Нарын двор"),
        ("рядом с подстанцией", "письменное предложение", "ночью ветер", "старый цех"),
    ),
    "kk": (
        ("атауы", "бойлық", "ендік", "бағасы", "валюта", "ескерту"),
        ("Екібастұз учаскесі", "Ақсу тұйығы", "Балқаш шығыс", "Өскемен қоймасы"),
        ("қосалқы станция жанында", "жазбаша ұсыныс", "түнде жел", "ескі шеберхана"),
    ),
    "ky": (
        ("аталышы", "узундук", "кеңдик", "баасы", "валюта", "эскертүү"),
        ("Нарын короосу", "Көк-Жаңгак", "Өзгөн чыгыш", "Жалал-Абад участогу"),
        ("көмөкчү станциянын жанында", "жазуу жүзүндөгү сунуш", "түнкү шамал", "эски цех"),
    ),
    "zh": (
        ("名称", "经度", "纬度", "电价", "货币", "备注"),
        ("乌鲁木齐地块", "喀什东站", "伊犁河谷", "阿拉木图厂房"),
        ("靠近变电站", "书面报价", "夜间有风", "旧车间"),
    ),
}
POINTS = ((75.32287, 51.72341), (76.94512, 52.03218), (75.01233, 46.84567), (75.98744, 44.43219))
PRICES = (18.5, 1234.75, 21.25, 19.125)
STYLES = ("1234.5", "1234,5", "1 234,5")

_PLAIN_CYRILLIC = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ—", "агкноуухиАГКНОУУХИ-")
_PINYIN = {
    "名称": "name", "经度": "longitude", "纬度": "latitude", "电价": "price", "货币": "currency",
    "备注": "note", "乌鲁木齐地块": "Wulumuqi dikuai", "喀什东站": "Kashi dongzhan",
    "伊犁河谷": "Yili hegu", "阿拉木图厂房": "Alamutu changfang",
    "靠近变电站": "kaojin biandianzhan",
    "书面报价": "shumian baojia", "夜间有风": "yejian you feng", "旧车间": "jiu chejian",
}  # fmt: skip
_TRADITIONAL = {
    "名称": "名稱", "经度": "經度", "纬度": "緯度", "电价": "電價", "货币": "貨幣", "备注": "備註",
    "乌鲁木齐地块": "烏魯木齊地塊", "喀什东站": "喀什東站", "阿拉木图厂房": "阿拉木圖廠房",
    "靠近变电站": "靠近變電站", "书面报价": "書面報價", "夜间有风": "夜間有風", "旧车间": "舊車間",
}  # fmt: skip
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)


def written(text: str, encoding: str) -> str:
    """Return `text` as people write it where an encoding lacks its letters."""
    for way in (
        lambda said: said,
        lambda said: _TRADITIONAL.get(said, said),
        lambda said: said.translate(_PLAIN_CYRILLIC),
        lambda said: _PINYIN.get(said, said),
        lambda said: "".join(
            _LATIN.get(sign.lower(), sign) for sign in said.translate(_PLAIN_CYRILLIC)
        ),
    ):
        try:
            way(text).encode(encoding)
        except UnicodeEncodeError:
            continue
        return way(text)
    raise ValueError(f"{text} cannot be written in {encoding}")


def number(value: float, style: str) -> str:
    """Return a number in one of the three ways."""
    text = f"{value:,.5f}".rstrip("0")
    if style == "1234.5":
        return text.replace(",", "")
    whole, _, part = text.partition(".")
    return f"{whole.replace(',', ' ' if ' ' in style else '')},{part}"


def table(encoding: str, language: str, style: str) -> tuple[bytes, list[tuple[str, ...]]]:
    """Return a table as bytes, and the names and notes that it holds."""
    heads, names, notes = TABLES[language]
    sign = "," if style == "1234.5" else ";"
    rows = [tuple(written(head, encoding) for head in heads)]
    told = []
    for name, note, (lon, lat), price in zip(names, notes, POINTS, PRICES, strict=True):
        said = written(name, encoding), written(note, encoding)
        told.append(said)
        cell = f'"{said[0]}"' if sign in said[0] else said[0]
        rows.append(
            (cell, number(lon, style), number(lat, style), number(price, style), "KZT", said[1])
        )
    text = "\r\n".join(sign.join(row) for row in rows) + "\r\n"
    return text.encode(encoding), told


def is_right(path: Path, encoding: str, language: str, style: str) -> bool:
    """Return whether names, notes, points and prices of the table are read as they were written."""
    from siteselect.intake.offers import read_offers
    from tests.intake.test_offers import REGION

    data, told = table(encoding, language, style)
    path.write_bytes(data)
    sites = read_offers(path, REGION).sites
    if [(site.name, site.note) for site in sites] != [
        (" ".join(name.split()), " ".join(note.split())) for name, note in told
    ]:
        return False
    points = [(site.lon, site.lat) for site in sites]
    prices = [site.offer.price if site.offer else None for site in sites]
    return points == [*POINTS] and prices == [*PRICES]


def cases() -> list[tuple[str, str, str]]:
    """Return all hundred and eighty."""
    return [(e, lang, style) for e in ENCODINGS for lang in TABLES for style in STYLES]


def count(folder: Path) -> tuple[list[tuple[str, str, str]], int, int]:
    """Return the cases read wrong, how many there are, and how many hold more than ASCII."""
    wrong, telling = [], 0
    for place, case in enumerate(cases()):
        telling += not table(*case)[0].isascii()
        try:
            right = is_right(folder / f"t{place}.csv", *case)
        except SiteSelectError:
            right = False
        if not right:
            wrong.append(case)
    return wrong, len(cases()), telling
