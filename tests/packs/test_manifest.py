import subprocess
import sys
from datetime import date

import pytest

from siteselect.errors import PackError
from siteselect.packs.manifest import read_manifest
from tests.packs.making import TOY

GOOD = b"""
[pack]
format = 1
name = "x"
version = "1"
title = "X"
bounds = [0, 0.0, 1, 1]
"""


def test_reads_all_that_the_toy_says():
    manifest = read_manifest((TOY / "pack.toml").read_bytes(), "pack.toml")
    assert manifest.reference == "toy@1"
    assert manifest.bounds == (0.0, -1.0, 4.5, 1.0)
    assert manifest.first_day == date(2019, 1, 1)
    assert manifest.jurisdictions["AA"].parent == "UN"
    assert manifest.jurisdictions["AA"].code == "AA"
    assert manifest.sources["invented"].retrieved == date(2026, 11, 1)
    assert manifest.layers["regions"].sources == ("invented",)


def test_lineage_follows_parents_and_ends_in_a_circle():
    circle = GOOD + b'[jurisdictions.A]\ntitle="A"\nparent="B"\n[jurisdictions.B]\ntitle="B"\n'
    manifest = read_manifest(circle + b'parent="A"\n', "pack.toml")
    assert manifest.lineage("A") == ("A", "B")
    assert manifest.lineage("nowhere") == ("nowhere",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[pack", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"title = 1", "no [pack] table"),
        (GOOD.replace(b"format = 1", b"format = 9"), "format 9"),
        (GOOD.replace(b'name = "x"', b"name = 3"), "pack.name"),
        (GOOD.replace(b"bounds = [0, 0.0, 1, 1]", b'bounds = [0, 0, 1, "a"]'), "pack.bounds"),
        (GOOD.replace(b"bounds = [0, 0.0, 1, 1]", b"bounds = [0, 0]"), "pack.bounds"),
        (GOOD.replace(b'title = "X"', b""), "pack.title"),
        (GOOD + b"first_day = 'soon'", "pack.first_day"),
        (GOOD + b"[layers.a]\nfile = 'a.fgb'\nsources = 'b'", "sources"),
        (GOOD + b"[jurisdictions]\nKZ = 1", "jurisdictions"),
        (GOOD + b"[layers]\nKZ = 1", "layers"),
    ],
)
def test_damage_ends_in_a_sentence_that_names_the_place(content, words):
    with pytest.raises(PackError) as caught:
        read_manifest(content, "pack.toml")
    assert words in str(caught.value)
    assert str(caught.value).startswith("pack.toml ")
    assert str(caught.value).endswith(".")


def test_opening_a_pack_imports_no_geopandas():
    code = (
        "import sys; from siteselect.packs.catalogue import open_pack\n"
        f"open_pack({str(TOY)!r}).facts\n"
        "sys.exit('geopandas' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
