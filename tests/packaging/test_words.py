import ast
from datetime import UTC, datetime

import pytest
from babel.messages.catalog import Catalog

from tests.packaging.loading import load

words = load("words")


@pytest.fixture
def catalog():
    made = Catalog(locale="ru", charset="utf-8", creation_date=datetime(2031, 5, 6, tzinfo=UTC))
    made.add("{name} leads", "{name} лидирует")
    made.add(("{count} site", "{count} sites"), ("{count} площадка", "{count} площадки", "{count}"))
    return made


def test_a_compiled_catalogue_does_not_tell_when_it_was_compiled(catalog):
    compiled = words.as_mo(catalog)
    assert b"2000-01-01" in compiled
    assert b"2031" not in compiled
    assert str(datetime.now(UTC).year).encode() not in compiled


def test_a_text_within_an_f_string_and_one_of_several_lines_are_gathered(tmp_path, monkeypatch):
    code = """
told = f"{title} {say('better')}"
more = say("a long "
           "sentence", name=name)
many = say_count("{count} row", "{count} rows", count)
there = say_as("where", "Place")
mark = later("marked")
none = say(variable)
"""
    ast.parse(code)
    (tmp_path / "siteselect").mkdir()
    (tmp_path / "siteselect" / "a.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(words, "ROOT", tmp_path)
    found = {(context, text) for _, _, text, context in words._in_code()}
    assert found == {
        (None, "better"),
        (None, "a long sentence"),
        (None, ("{count} row", "{count} rows")),
        ("where", "Place"),
        (None, "marked"),
    }


def test_a_translation_that_loses_a_field_is_a_fault(catalog):
    catalog.add("{name} at {place}", "{name}")
    faults = [fault for message in catalog if message.id for fault in words.faults_of(message)]
    assert faults == ["fields differ in '{name}': place"]
