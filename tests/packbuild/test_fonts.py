"""The fonts that travel with the program hold every sign that it writes."""

import ast
import tomllib
from pathlib import Path

import geopandas
import pytest
from fontTools.ttLib import TTFont

from packbuild.fonts import FONTS, gb2312

ROOT = Path(__file__).parents[2]
ALPHABETS = {
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№«»",
    "kk": "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
    "ky": "ҢңӨөҮү",
    "money": "₸₽¥€$\u20c0",
    "signs": "–—−×±≥≤→←↑↓°·…“”‘’\u2009\u202f▾⊘◐",
}
NOT_DRAWN = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff\ufeff\u200b\0")
"""Signs that are taken out of texts, and so named in the code."""


@pytest.fixture(scope="module")
def manifest():
    return tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))["font"]


@pytest.fixture(scope="module")
def held(manifest):
    signs = set()
    for entry in manifest:
        each = [set(TTFont(FONTS / file).getBestCmap()) for file in entry["files"]]
        signs |= set.intersection(*each)
    return signs


def lacking(text, held):
    drawn = {sign for sign in text if sign.isprintable() or sign in "\u2009\u202f"}
    return sorted(sign for sign in drawn - NOT_DRAWN if ord(sign) not in held)


def test_every_font_file_is_in_the_manifest_with_its_licence(manifest):
    named = [file for entry in manifest for file in entry["files"]]
    assert sorted(named) == sorted(path.name for path in FONTS.glob("*.otf"))
    for entry in manifest:
        assert entry["version"]
        assert "SIL OPEN FONT LICENSE" in (FONTS / entry["licence_file"]).read_text("utf-8")
        for file in entry["files"]:
            names = TTFont(FONTS / file)["name"]
            assert names.getDebugName(16) in {entry["family"], None}


@pytest.mark.parametrize("language", ALPHABETS)
def test_every_alphabet_is_held(language, held):
    assert lacking(ALPHABETS[language], held) == []


def test_chinese_is_held_as_far_as_gb_2312_goes(held):
    assert len(gb2312()) == 6763
    assert gb2312() <= held


def test_every_text_of_the_pack_and_of_the_samples_is_held(held):
    texts = [
        path.read_text(encoding="utf-8")
        for kind in ("*.csv", "*.toml", "*.siteselect")
        for path in (ROOT / "resources").rglob(kind)
    ]
    assert len(texts) > 10
    assert lacking("".join(texts), held) == []


def test_every_name_of_the_layers_is_held(held):
    names = set()
    for path in (ROOT / "resources" / "packs").rglob("*.fgb"):
        table = geopandas.read_file(path).drop(columns="geometry")
        for column in table.select_dtypes(exclude="number"):
            names |= {str(each) for each in table[column].dropna()}
    assert len(names) > 1000
    assert lacking("".join(names), held) == []


READ_NOT_SHOWN = {"coordinates.py", "draft.py", "encoding.py", "fields.py", "odd.py"}
"""Rooms of the intake whose signs are looked for in other people's tables, and never shown."""


def test_every_text_of_the_program_is_held(held):
    told = "".join(
        node.value
        for path in (ROOT / "siteselect").rglob("*.py")
        if path.name not in READ_NOT_SHOWN
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    assert lacking(told, held) == []


def test_figures_are_of_one_width_and_are_the_plain_ones(manifest):
    for file in manifest[0]["files"]:
        font = TTFont(FONTS / file)
        names = font.getBestCmap()
        widths = [font["hmtx"][names[ord(figure)]][0] for figure in "0123456789"]
        assert max(widths) - min(widths) <= font["head"].unitsPerEm / 500


def test_no_rule_replaces_a_letter_by_one_that_cannot_be_copied(manifest):
    kept = {"ccmp", "kern", "mark", "mkmk"}
    for entry in manifest:
        for file in entry["files"]:
            font = TTFont(FONTS / file)
            for table in ("GSUB", "GPOS"):
                records = font[table].table.FeatureList.FeatureRecord if table in font else []
                assert {record.FeatureTag for record in records} <= kept
