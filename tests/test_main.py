"""The door: what opens the window, what stays headless."""

import subprocess
import sys

import pytest

import siteselect.__main__ as door


@pytest.fixture
def opened(monkeypatch):
    calls = []
    monkeypatch.setattr(door, "_window", lambda file: calls.append(("window", file)) or 0)
    monkeypatch.setattr(door, "_pictures", lambda rest: calls.append(("pictures", rest)) or 0)
    return calls


def test_without_arguments_the_window_opens(opened):
    assert door.main([]) == 0
    assert opened == [("window", None)]


def test_a_project_opens_in_the_window_even_when_it_is_missing(opened, tmp_path):
    path = tmp_path / "mine.siteselect"
    assert door.main([str(path)]) == 0
    assert opened == [("window", path)]


def test_pictures_are_asked_for_by_either_word(opened):
    door.main(["screenshots", "out"])
    door.main(["--screenshots", "out"])
    assert opened == [("pictures", ["out"]), ("pictures", ["out"])]


def test_a_missing_library_of_qt_is_one_sentence(monkeypatch, capsys):
    assert door._no_qt(ImportError("libGL.so.1: cannot open shared object file")) == 1
    assert "siteselect doctor" in capsys.readouterr().err


_HEADLESS = """
import sys
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "pyqtgraph"}:
            raise ImportError(name)
sys.meta_path.insert(0, Wall())
from siteselect.__main__ import main
sys.exit(main(["rank", "--top", "3", "--format", "json"]))
"""


def test_a_command_imports_no_qt():
    done = subprocess.run(
        [sys.executable, "-c", _HEADLESS], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"sites"' in done.stdout
