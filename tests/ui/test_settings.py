from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings

from siteselect.ui.settings import RECENT, VIEWS, Settings


@pytest.fixture
def store(tmp_path):
    return QSettings(str(tmp_path / "siteselect.ini"), QSettings.Format.IniFormat)


def test_an_empty_store_gives_defaults(store):
    settings = Settings(store)
    assert settings.theme == "system"
    assert settings.recent == ()
    assert settings.hidden == frozenset()
    assert settings.place("window") is None
    assert settings.folder == Path.home()


def test_recent_projects_are_few_and_the_last_is_first(store, tmp_path):
    settings = Settings(store)
    for number in range(RECENT + 3):
        settings.remember(tmp_path / f"{number}.siteselect")
    settings.remember(tmp_path / "5.siteselect")
    assert len(settings.recent) == RECENT
    assert settings.recent[0] == tmp_path / "5.siteselect"
    assert settings.recent.count(tmp_path / "5.siteselect") == 1


def test_one_recent_project_and_one_hidden_place_survive_the_file(store, tmp_path):
    settings = Settings(store)
    settings.remember(tmp_path / "a.siteselect")
    settings.hidden = frozenset({"charts"})
    settings.theme = "dark"
    settings.folder = tmp_path
    settings.keep_place("window", QByteArray(b"abc"))
    store.sync()
    again = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert again.recent == (tmp_path / "a.siteselect",)
    assert again.hidden == {"charts"}
    assert again.theme == "dark"
    assert again.folder == tmp_path
    assert again.place("window") == QByteArray(b"abc")


def test_reset_layout_forgets_places_but_not_projects(store, tmp_path):
    settings = Settings(store)
    settings.keep_place("window", QByteArray(b"abc"))
    settings.hidden = frozenset({"charts"})
    settings.remember(tmp_path / "a.siteselect")
    settings.forget_places()
    assert settings.place("window") is None
    assert settings.hidden == frozenset()
    assert len(settings.recent) == 1


def test_damaged_values_are_defaults(store):
    store.setValue("theme", 12)
    store.setValue("recent", 3)
    store.setValue("hidden", 4)
    settings = Settings(store)
    assert (settings.theme, settings.recent, settings.hidden) == ("system", (), frozenset())


def test_charts_are_remembered_and_a_damaged_memory_is_none(store):
    settings = Settings(store)
    assert settings.charts == {}
    settings.charts = {"chosen": ["slope"], "widths": [300], "states": {"slope": {"a": "b"}}}
    again = Settings(store)
    assert again.charts["chosen"] == ["slope"]
    assert again.charts["states"] == {"slope": {"a": "b"}}
    store.setValue("charts", "{not json")
    assert again.charts == {}
    store.setValue("charts", "[1]")
    assert again.charts == {}
    settings.charts = {"chosen": None}
    settings.forget_places()
    assert again.charts == {}


def test_the_place_of_work_is_remembered(store):
    settings = Settings(store)
    assert settings.workplace == "compare"
    settings.workplace = "money"
    assert Settings(store).workplace == "money"


def test_the_room_of_the_map_is_remembered(settings):
    assert settings.map_room.isEmpty()
    settings.map_room = QRect(1, 2, 30, 40)
    assert settings.map_room == QRect(1, 2, 30, 40)
    settings.forget_places()
    assert settings.map_room.isEmpty()


def test_pinned_projects_are_not_crowded_out(store, tmp_path):
    settings = Settings(store)
    for name in ("a", "b"):
        settings.remember(tmp_path / name)
        settings.pin(tmp_path / name, pinned=True)
    for number in range(RECENT + 5):
        settings.remember(tmp_path / f"{number}")
    assert len(settings.recent) == RECENT
    assert {tmp_path / "a", tmp_path / "b"} <= set(settings.recent)
    settings.pin(tmp_path / "a", pinned=False)
    settings.remember(tmp_path / "more")
    assert settings.pinned == {tmp_path / "b"}
    assert tmp_path / "a" not in settings.recent[: RECENT - 1]


def test_how_projects_were_looked_at_is_kept_for_the_last_ones(store):
    settings = Settings(store)
    assert settings.view("/a/b.siteselect") == {}
    for number in range(VIEWS + 3):
        settings.keep_view(f"/{number}", {"place": "money", "map": [1.5, 2, 3]})
    assert settings.view("/0") == {}
    assert settings.view(f"/{VIEWS}") == {"place": "money", "map": [1.5, 2, 3]}
    settings.keep_view("/5", {"place": "compare"})
    assert Settings(store).view("/5") == {"place": "compare"}


def test_packs_columns_and_the_way_to_start_are_remembered(store, tmp_path):
    settings = Settings(store)
    assert not settings.reopens
    assert settings.pack_folders == ()
    settings.reopens = True
    settings.add_pack_folder(tmp_path)
    settings.columns = {"widths": {"score": 90}}
    again = Settings(store)
    assert again.reopens
    assert again.pack_folders == (tmp_path,)
    assert again.columns == {"widths": {"score": 90}}
    again.forget_places()
    assert again.columns == {}
    store.setValue("columns", "{")
    store.setValue("pinned", 7)
    assert (settings.columns, settings.pinned) == ({}, frozenset())


def test_flights_are_on_until_somebody_switches_them_off(settings):
    assert settings.motion
    settings.motion = False
    assert not settings.motion


def test_language_and_size_of_text_are_remembered(store):
    settings = Settings(store)
    assert settings.language == ""
    assert settings.text_size == 100
    settings.language, settings.text_size = "kk", 125
    again = Settings(store)
    assert (again.language, again.text_size) == ("kk", 125)
    store.setValue("text_size", "900")
    assert again.text_size == 100


def test_what_was_chosen_of_backdrops_is_kept(settings):
    assert settings.backdrops == {}
    settings.backdrops = {"online": "openstreetmap"}
    assert settings.backdrops == {"online": "openstreetmap"}
