import logging

import pytest

from siteselect.ui.map import map_cache
from siteselect.ui.map.map_cache import MapCache


@pytest.fixture
def cache(tmp_path):
    return MapCache(tmp_path / "maps")


def test_what_was_kept_is_read_again(cache):
    cache.keep("one", b"\x00land\xff")
    assert cache.read("one") == b"\x00land\xff"
    assert cache.read("two") is None


@pytest.mark.parametrize("damage", ["cut", "turned", "other"])
def test_a_damaged_map_is_as_none_and_is_let_go(cache, damage):
    cache.keep("one", b"land" * 100)
    (path,) = cache.folder.iterdir()
    held = path.read_bytes()
    path.write_bytes(
        {"cut": held[:-3], "turned": held[:-1] + b"?", "other": b"what is this"}[damage]
    )
    assert cache.read("one") is None
    assert not path.exists()


def test_the_longest_unused_go_first(cache, monkeypatch):
    monkeypatch.setattr(map_cache, "MOST_BYTES", 3_000)
    for place, name in enumerate("abc"):
        cache.keep(name, b"x" * 900)
        (path,) = cache.folder.glob(f"{name}.map")
        map_cache.os.utime(path, (place, place))
    cache.read("a")  # lately used now
    cache.keep("d", b"x" * 900)
    assert cache.read("b") is None
    assert cache.read("a") is not None
    assert cache.read("d") is not None


def test_names_cannot_leave_the_folder(cache):
    cache.keep("../../outside@1", b"x")
    assert [path.name for path in cache.folder.iterdir()] == [".._.._outside_1.map"]
    assert cache.read("../../outside@1") == b"x"


def test_a_full_disk_keeps_nothing_and_leaves_no_litter(cache, monkeypatch, caplog):
    def full(*_):
        raise OSError(28, "No space left on device")

    cache.keep("one", b"before")
    monkeypatch.setattr(map_cache.Path, "replace", full)
    with caplog.at_level(logging.INFO):
        cache.keep("one", b"after")
    assert "No space left" in caplog.text
    assert cache.read("one") == b"before"
    assert len(list(cache.folder.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = MapCache(blocked / "maps")
    cache.keep("one", b"x")
    assert cache.read("one") is None


def test_the_folder_is_the_users_unless_a_variable_names_another(monkeypatch, tmp_path):
    monkeypatch.setenv("SITESELECT_CACHE", str(tmp_path))
    assert MapCache().folder == tmp_path / "maps"
    monkeypatch.delenv("SITESELECT_CACHE")
    assert MapCache().folder.parts[-2:] == ("siteselect", "maps")
