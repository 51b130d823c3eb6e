import threading
from datetime import date
from pathlib import Path

import pytest

from siteselect.criteria._prices import price_on
from siteselect.errors import StudyError
from siteselect.language import (
    LANGUAGES,
    decimal_mark,
    language,
    later,
    remembered,
    say,
    say_as,
    say_count,
    say_day,
    say_name,
    say_names,
    say_number,
    say_place,
    speak,
    speaking,
)
from siteselect.packs.catalogue import open_pack


def test_english_is_its_own_catalogue():
    assert say("{name} pays {price:.2f}", name="Aksu", price=3.14159) == "Aksu pays 3.14"
    assert say_count("{count} site", "{count} sites", 1) == "1 site"
    assert say_count("{count} site of {all}", "{count} sites of {all}", 2, all=5) == "2 sites of 5"
    assert say_as("verb", "Open") == later("Open") == "Open"


def test_braces_of_a_text_without_values_stay():
    assert say("a {brace}") == "a {brace}"


def test_the_language_of_a_block_ends_with_it():
    before = language()
    with speaking("kk"):
        assert language() == "kk"
        with speaking("zh"):
            assert language() == "zh_CN"
        assert language() == "kk"
    assert language() == before


def test_a_report_speaks_for_its_own_thread_alone():
    heard = []
    with speaking("ru"):
        other = threading.Thread(target=lambda: heard.append(language()))
        other.start()
        other.join()
    assert heard == ["en"]


def test_the_whole_program_can_be_told():
    try:
        speak("ky")
        assert language() == "ky"
    finally:
        speak("en")


@pytest.mark.parametrize(
    ("asked", "code"), [("ru_KZ", "ru"), ("zh-Hans", "zh_CN"), ("KK", "kk"), ("en_GB", "en")]
)
def test_a_code_of_the_system_finds_its_language(asked, code):
    with speaking(asked):
        assert language() == code


def test_a_language_without_words_is_refused_with_those_there_are():
    with pytest.raises(StudyError, match="There are: " + ", ".join(LANGUAGES)):
        speak("fr")


def test_a_day_is_told_in_words():
    assert say_day(date(2021, 6, 2)) == "2 June 2021"


def test_numbers_take_the_marks_of_the_language():
    assert say_number(1234567.25, 1) == "1\u2009234\u2009567.2"
    assert say_number(0.5, 0, group=",") == "0"
    with speaking("ru"):
        assert say_number(1234.5, 1) == "1\u00a0234,5"
        assert decimal_mark() == ","
    with speaking("zh_CN"):
        assert say_number(0.5, 2) == "0.50"
        assert decimal_mark() == "."


@pytest.mark.parametrize("code", ["ru", "kk", "ky"])
def test_numbers_within_a_sentence_take_them_too(code):
    with speaking(code):
        assert say("{price:.2f}; {worth:,.0f}; v{version}; {count}", price=3.14, worth=12500.0,
                   version="1.2", count=7) == "3,14; 12\u00a0500; v1.2; 7"  # fmt: skip


def test_what_is_remembered_is_remembered_language_by_language():
    asked = []

    @remembered(8)
    def told(day):
        asked.append(day)
        return f"{language()} {day}"

    assert [told(1), told(1), told(day=2)] == ["en 1", "en 1", "en 2"]
    with speaking("ru"):
        assert [told(1), told(1)] == ["ru 1", "ru 1"]
    assert told(1) == "en 1"
    assert asked == [1, 2, 1]
    assert told.__name__ == "told"


def test_sentences_of_a_price_are_said_anew_in_another_language():
    facts = open_pack(Path(__file__).parent / "packs" / "toy").facts
    told = price_on(facts, "ZZ", "", date(1990, 1, 1)).provenance.source
    with speaking("ru"):
        other = price_on(facts, "ZZ", "", date(1990, 1, 1)).provenance.source
    assert told.startswith("No price of power")
    assert other != told
    assert price_on(facts, "ZZ", "", date(1990, 1, 1)).provenance.source == told


@pytest.mark.parametrize(
    ("code", "told"),
    [("en", "Almaty"), ("ru", "Алматы"), ("kk", "Алматы"), ("ky", "Алматы"), ("zh_CN", "阿拉木图")],
)
def test_a_place_is_told_in_the_letters_of_the_reader(code, told):
    with speaking(code):
        assert say_place("Almaty", "Алматы", "阿拉木图") == told
        assert say_place("Nowhere") == "Nowhere"


@pytest.mark.parametrize(
    ("code", "told"),
    [("en", "Kemin, 5 km"), ("ru", "Кемин, 5 км"), ("ky", "Кемин, 5 км"), ("zh_CN", "克明、5 km")],
)
def test_what_ships_with_a_name_is_told_as_the_reader_calls_it(code, told):
    with speaking(code):
        assert say_names(("Kemin", f"5 {say_name('km')}")) == told
        assert say_name("A plot of mine") == "A plot of mine"


def test_a_field_that_is_a_name_is_told_by_itself():
    with speaking("ru"):
        assert "Караганда" in say("Scenario {name}", name="Karaganda")
        assert "Mine 7" in say("Scenario {name}", name="Mine 7")
    assert say("Scenario {name}", name="Karaganda") == "Scenario Karaganda"


def test_kazakh_and_kyrgyz_take_their_own_name_before_the_russian_one():
    with speaking("kk"):
        assert say_place("Karaganda", "Караганда") == "Қарағанды"
        assert say_place("Nowhere", "Нигде") == "Нигде"
    with speaking("ru"):
        assert say_place("Karaganda", "Караганда по источнику") == "Караганда по источнику"


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_nothing_stays_nothing_in_every_language(code):
    with speaking(code):
        assert say("") == ""


def test_no_space_stands_between_chinese_signs():
    with speaking("zh_CN"):
        assert say("Why {name} is first", name="Almaty") == "阿拉木图为何排第一"
        assert say("Why {name} is first", name="Mine 7") == "Mine 7 为何排第一"
