import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from siteselect.project.file import sample_path
from siteselect.ui import foyer
from siteselect.ui.foyer import Foyer, outline_for
from siteselect.ui.map.kept_data import outline_of
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.outline import key_of, packed
from siteselect.ui.theme import LIGHT
from tests.ui.map.small_pack import make_data


@pytest.fixture
def outline():
    return outline_of(make_data(), "abc")


@pytest.fixture
def cache(tmp_path):
    return MapCache(tmp_path / "maps")


def test_the_map_stands_where_it_stood(qtbot, outline):
    lobby = Foyer(LIGHT, outline, QRect(300, 52, 400, 300))
    qtbot.addWidget(lobby)
    lobby.resize(1000, 640)
    assert lobby.map_room() == QRect(300, 52, 400, 300)
    picture = lobby.grab().toImage()
    assert QColor(picture.pixel(100, 300)).name() == LIGHT.panel.lower()
    seen = {QColor(picture.pixel(x, 200)).name() for x in range(300, 700, 2)}
    assert LIGHT.land.lower() in seen


def test_a_room_that_no_longer_fits_is_the_whole_below_the_bar(qtbot):
    lobby = Foyer(LIGHT, None, QRect(300, 52, 4000, 300))
    qtbot.addWidget(lobby)
    lobby.resize(1000, 640)
    assert lobby.map_room() == QRect(0, foyer.TOP, 1000, 640 - foyer.TOP)
    assert QColor(lobby.grab().toImage().pixel(50, 300)).name() == LIGHT.water.lower()


def test_the_outline_is_that_of_the_project(cache, outline, tmp_path):
    cache.keep(key_of("far@2"), packed(outline))
    path = tmp_path / "own.siteselect"
    path.write_text(json.dumps({"siteselect": 1, "study": {"pack": "far@2"}}))
    assert outline_for(path, cache).digest == "abc"
    assert outline_for(None, cache) is None
    reference = json.loads(sample_path().read_text(encoding="utf-8"))["study"]["pack"]
    cache.keep(key_of(reference), packed(outline))
    assert outline_for(None, cache).digest == "abc"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"study": 3}', '{"study": {"pack": 4}}', "\xff"])
def test_a_project_that_cannot_be_read_has_no_outline(cache, tmp_path, text):
    path = tmp_path / "own.siteselect"
    path.write_bytes(text.encode("latin-1"))
    assert outline_for(path, cache) is None
    assert outline_for(tmp_path / "missing", cache) is None
