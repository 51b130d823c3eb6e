"""A link of the manual that leads nowhere is found, whichever way it is broken."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def links():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        yield importlib.import_module("links")
    finally:
        sys.path.remove(str(ROOT / "docs"))


def page(folder, name, body):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")


def test_what_is_there_is_no_fault(links, tmp_path):
    page(tmp_path, "a.html", '<h1 id="top">A</h1><a href="b/c.html#где">c</a><a href="#top">t</a>')
    page(tmp_path, "b/c.html", '<p id="где"><a href="../a.html?q=1">a</a><img src="p.png"></p>')
    (tmp_path / "b/p.png").touch()
    assert links.broken(tmp_path) == []


def test_an_address_of_the_world_is_not_looked_up(links, tmp_path):
    page(tmp_path, "a.html", '<a href="https://example.org/x">x</a><a href="mailto:a@b">y</a>')
    assert links.broken(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="gone.html">x</a>', "a.html leads to gone.html: there is no such file."),
        ('<img src="p/q.png">', "a.html leads to p/q.png: there is no such file."),
        ('<a href="#gone">x</a>', "a.html leads to #gone: the page has no such place."),
        ('<a href="b.html#x">x</a>', "a.html leads to b.html#x: the page has no such place."),
        ('<a href="b.html#%D0%B3">x</a>', "a.html leads to b.html#%D0%B3: the page has no such"),
    ],
)
def test_what_leads_nowhere_is_named(links, tmp_path, body, fault):
    page(tmp_path, "a.html", body)
    page(tmp_path, "b.html", '<p id="here"></p>')
    (found,) = links.broken(tmp_path)
    assert found.startswith(fault)


def test_a_folder_leads_to_its_index(links, tmp_path):
    page(tmp_path, "a.html", '<a href="b/">b</a>')
    page(tmp_path, "b/index.html", "")
    assert links.broken(tmp_path) == []
    (tmp_path / "b/index.html").unlink()
    assert links.broken(tmp_path) == ["a.html leads to b/: there is no such file."]
