"""Every command that README and manual tell exists, with every option named."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from siteselect.__main__ import FIRST_WINDOW, PICTURES
from siteselect.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs/pages").rglob("*.md")]
TOLD = re.compile(r"(?m)^    siteselect ([^\n]+)|`siteselect ([^`\n]+)`")


def told(path):
    for match in TOLD.finditer(path.read_text(encoding="utf-8")):
        line = match[1] or match[2]
        for part in re.split(r";\s*(?:siteselect )", line):
            yield shlex.split(part.partition(" #")[0])


def commands(group, words):
    """Return the command that the words name, and the words left."""
    while words and hasattr(group, "commands") and words[0] in group.commands:
        group, words = group.commands[words[0]], words[1:]
    return group, words


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_command_exists_with_its_options(path):
    whole = typer.main.get_command(app)
    for words in told(path):
        if words[0] in (FIRST_WINDOW, *PICTURES) or words[0].endswith(".siteselect"):
            continue
        found, left = commands(whole, words)
        assert found is not whole, f"siteselect {shlex.join(words)}"
        known = {opt for each in found.params for opt in (*each.opts, *each.secondary_opts)}
        for word in left:
            if word.startswith("--"):
                assert word.partition("=")[0] in known, f"siteselect {shlex.join(words)}"


def test_the_pages_tell_many_commands():
    assert sum(len(list(told(path))) for path in PAGES) > 40
