"""The manual's generated pages: one for each leaf, with formula, unit and reference."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from siteselect.criteria import MEASURES
from siteselect.export import EXPORTERS
from siteselect.mcda.methods import METHODS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generated():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        yield importlib.import_module("generated")
    finally:
        sys.path.remove(str(ROOT / "docs"))


@pytest.fixture(scope="module")
def pages(qapp, generated):
    return generated.pages()


def test_every_measure_has_a_page_with_unit_and_value_function(pages):
    for key, each in MEASURES.items():
        page = pages[f"measures/{key}.md"]
        assert each.title in page
        assert f"| unit | {each.unit or 'none'} |" in page
        assert "value function by default" in page
        assert f"]({key}.md)" in pages["measures/index.md"]


def test_every_method_has_a_page_with_formula_and_reference(pages, generated):
    for key, each in METHODS.items():
        page = pages[f"methods/{key}.md"]
        assert generated.FORMULAS["methods"][key] in page
        assert each.reference in page


def test_formulas_name_leaves_that_exist(generated):
    assert set(generated.FORMULAS["methods"]) == set(METHODS)
    assert set(generated.FORMULAS["measures"]) <= set(MEASURES)


def test_the_data_page_counts_from_the_packs(pages):
    assert "central-asia@" in pages["data.md"]
    assert "| TJ | all | 10 | 5,063 | unknown |" in pages["data.md"]
    assert re.search(r"\| CN-XJ \| all \| \d+ \| [\d,]+ \| [\d,]+ \| \d+% \|", pages["data.md"])


def test_every_command_stands_on_its_page(pages):
    for name in ("rank", "export", "pack check", "selftest", "doctor"):
        assert f"## siteselect {name}" in pages["commands.md"]


def test_hand_written_pages_leave_no_word_unfilled(generated):
    tables = generated.tables()
    assert all(each.suffix in tables["EXPORTERS_TABLE"] for each in EXPORTERS.values())
    for path in (ROOT / "docs/pages").rglob("*.md"):
        words = set(re.findall(r"^[A-Z]+_TABLE$", path.read_text(), re.MULTILINE))
        assert words <= set(tables), path


def test_every_page_of_the_list_is_there(pages):
    listed = set(re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(), re.MULTILINE))
    written = {str(path.relative_to(ROOT / "docs/pages"))
               for path in (ROOT / "docs/pages").rglob("*.md")}  # fmt: skip
    assert listed <= written | set(pages)
    assert written <= listed
