import random

import pytest

from siteselect.intake.encoding import ENCODINGS, decode, detect
from tests.intake.matrix import ENCODINGS as WRITTEN
from tests.intake.matrix import TABLES, cases, count

PROSE = {
    "cp1251": "Мощность подстанции «Северная» — 40 МВт; тариф без НДС; договор на 12 месяцев №7",
    "koi8-r": "мощность подстанции северная 40 мвт тариф без ндс договор на 12 месяцев",
    "cp866": "Мощность подстанции Северная 40 МВт, тариф без НДС, договор на 12 месяцев",
    "kz1048": "Қызылорда облысының қосалқы станциясы, қуаты 40 МВт, шарт мерзімі он екі ай",
    "ptcp154": "Қызылорда облысының қосалқы станциясы, қуаты 40 МВт, шарт мерзімі он екі ай",
    "gb18030": "准东经济技术开发区位于新疆昌吉州，五彩湾园区负荷较大，电费按月结算",
    "big5": "準東經濟技術開發區位於新疆昌吉州，五彩灣園區負荷較大，電費按月結算",
    "cp1252": "Façade près de Zürich, Größe über dem Maß, señal débil, naïve café, Århus",
}


@pytest.mark.parametrize("name", PROSE)
def test_prose_that_no_table_of_ours_holds_is_told_by_its_letters(name):
    data = PROSE[name].encode(name)
    assert decode(data, detect(data).encoding) == PROSE[name]


@pytest.mark.parametrize("name", ["cp1251", "koi8-r", "cp866"])
def test_capitals_alone_are_told_too(name):
    data = "НАЗВАНИЕ;ДОЛГОТА;ШИРОТА;ПРИМЕЧАНИЕ".encode(name)
    assert detect(data).encoding == name


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_in_any_dress(name):
    data = "name,мощность\nА,1\n".encode(name)
    assert decode(data, detect(data).encoding) == "name,мощность\nА,1\n"


def test_what_has_no_letters_beyond_ascii_is_utf_8_and_sure():
    assert detect(b"name,lon\nA,1\n").encoding == "utf-8"
    assert detect(b"").sure


def test_a_long_text_is_judged_by_its_beginning_and_cut_between_letters():
    data = ("乌鲁木齐，" * 60_000).encode("gbk")
    assert detect(data).encoding == "gb18030"
    assert detect(("мощность " * 40_000).encode()).encoding == "utf-8"


def test_what_explains_nothing_is_not_sure_and_names_others():
    found = detect(bytes(byte | 0x80 for byte in random.Random(3).randbytes(300)))
    assert not found.sure
    assert set(found.others) <= set(ENCODINGS)


def test_a_person_may_name_utf_16_without_its_mark():
    assert decode("имя".encode("utf-16-be") + b"\0A", "utf-16") == "имяA"


def test_twelve_encodings_five_languages_three_ways_to_write_a_number(tmp_path):
    assert len(cases()) == 180 == len(WRITTEN) * len(TABLES) * 3
    wrong, all_of_them, telling = count(tmp_path)
    assert telling >= 120  # the rest hold nothing by which an encoding could be told
    assert len(wrong) <= all_of_them * 0.02, wrong
