import ast
from pathlib import Path

import pytest

from siteselect.ui.actions import TABLE
from siteselect.ui.whats_this_words import COMMANDS, PARTS

ROOT = Path(__file__).parent.parent.parent
GENERATED = {"methods/index", "measures/index", "data", "commands", "keys", "licences"}


def test_every_command_has_a_text_and_no_text_is_left_over():
    assert set(COMMANDS) == {entry.key for entry in TABLE}


def test_every_part_that_has_a_text_exists():
    classes = {
        node.name
        for path in (ROOT / "siteselect/ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef)
    }
    assert set(PARTS) <= classes


def test_every_panel_has_a_text():
    """What is laid out as a panel in the window's places is explained by its own name."""
    places = ("TopBar", "CriteriaPanel", "MapView", "Timeline", "RankingTable", "SiteCard",
              "ChartRow", "StatusLine", "FindPanel", "SurfaceView", "ShortlistView",
              "AssumptionsPanel", "MoneyCard", "ScenesPlace", "SceneList", "Stage")  # fmt: skip
    assert set(places) <= set(PARTS)


@pytest.mark.parametrize("told", [*PARTS.values(), *COMMANDS.values()])
def test_a_text_is_one_or_two_sentences_and_its_page_is_in_the_manual(told):
    assert told.words.endswith(".")
    assert len(told.words) < 180
    page = ROOT / "docs" / "pages" / f"{told.page}.md"
    assert page.is_file() or told.page in GENERATED
