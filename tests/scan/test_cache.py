import json
import os
import threading

import numpy as np
import pytest

from siteselect.scan import cache as room
from siteselect.scan.cache import Cache, default_folder, key_of, passing_folder


def written(cache, key="one", count=1000):
    writing = cache.begin(key, {"value": (count, "float32")})
    for start in range(0, count, 100):
        writing.put("value", start, np.arange(start, start + 100, dtype=np.float32))
    return writing.finish()


def test_what_was_written_is_read_again(tmp_path):
    found = written(Cache(tmp_path))
    again = Cache(tmp_path).read("one")
    np.testing.assert_array_equal(again["value"], np.arange(1000))
    np.testing.assert_array_equal(found["value"], again["value"])
    assert not again["value"].flags.writeable


def test_stretches_may_come_in_any_order_from_several_threads(tmp_path):
    writing = Cache(tmp_path).begin("one", {"value": (800, "int16")})
    parts = [threading.Thread(target=writing.put, args=("value", at, np.full(100, at, "int16")))
             for at in range(700, -1, -100)]  # fmt: skip
    for each in parts:
        each.start()
    for each in parts:
        each.join()
    found = writing.finish()["value"]
    assert found[::100].tolist() == list(range(0, 800, 100))


def test_a_missing_entry_is_none(tmp_path):
    assert Cache(tmp_path / "nowhere").read("one") is None


def test_an_entry_with_a_hole_is_not_believed(tmp_path):
    writing = Cache(tmp_path).begin("one", {"value": (200, "float32")})
    writing.put("value", 0, np.ones(100, np.float32))
    writing.finish()
    assert Cache(tmp_path).read("one") is None
    assert not (tmp_path / "one").exists()


@pytest.mark.parametrize("how", ["byte", "short", "sums", "gone", "list"])
def test_a_damaged_entry_is_thrown_away(tmp_path, how):
    written(Cache(tmp_path))
    value, told = tmp_path / "one" / "value.npy", tmp_path / "one" / "entry.json"
    if how == "byte":
        data = bytearray(value.read_bytes())
        data[500] ^= 1
        value.write_bytes(bytes(data))
    elif how == "short":
        value.write_bytes(value.read_bytes()[:-8])
    elif how == "sums":
        told.write_text("{")
    elif how == "list":
        told.write_text(json.dumps([1]))
    else:
        value.unlink()
    assert Cache(tmp_path).read("one") is None


def test_nothing_is_seen_before_it_is_whole(tmp_path):
    writing = Cache(tmp_path).begin("one", {"value": (10, "float32")})
    assert Cache(tmp_path).read("one") is None
    writing.abandon()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("when", [1, 5])
def test_a_disk_that_fills_up_on_the_way_leaves_the_arrays_in_memory(tmp_path, monkeypatch, when):
    left = [when]
    plain = room.Writing._write

    def filling(self, name, start, data):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        plain(self, name, start, data)

    monkeypatch.setattr(room.Writing, "_write", filling)
    writing = Cache(tmp_path).begin("one", {"value": (1000, "float32")})
    for start in range(0, 1000, 100):
        writing.put("value", start, np.arange(start, start + 100))
    assert writing.get("value", 50, 3).tolist() == [50.0, 51.0, 52.0]
    writing.add("low", 10, "float32")
    writing.put("low", 0, np.ones(10))
    found = writing.finish()
    np.testing.assert_array_equal(found["value"], np.arange(1000))
    assert found["low"].tolist() == [1.0] * 10
    assert "No space left" in writing.fault
    assert list(tmp_path.iterdir()) == []


def test_an_array_is_cut_to_what_there_was(tmp_path):
    writing = Cache(tmp_path).begin("one", {"value": (10**12, "uint16")})
    writing.put("value", 0, np.arange(1000))
    writing.cut("value", 1000)
    assert writing.finish()["value"].tolist() == list(range(1000))
    assert Cache(tmp_path).read("one")["value"].tolist() == list(range(1000))
    assert (tmp_path / "one" / "value.npy").stat().st_size < 2200


def test_an_array_is_cut_in_memory_where_the_disk_failed(tmp_path):
    (tmp_path / "file").write_text("")
    writing = Cache(tmp_path / "file").begin("one", {"value": (10**6, "uint16")})
    writing.put("value", 0, np.arange(5))
    writing.cut("value", 5)
    found = writing.finish()["value"]
    assert found.tolist() == [0, 1, 2, 3, 4]
    assert found.base is None  # the room for a million is given back


def test_a_folder_that_cannot_be_made_costs_only_the_keeping(tmp_path):
    (tmp_path / "file").write_text("")
    writing = Cache(tmp_path / "file").begin("one", {"value": (3, "float32")})
    writing.put("value", 0, np.ones(3))
    assert writing.finish()["value"].tolist() == [1.0, 1.0, 1.0]
    assert writing.fault


def test_what_was_used_longest_ago_goes_first(tmp_path):
    cache = Cache(tmp_path, most_bytes=10_000)
    for at, key in enumerate(("old", "young")):
        written(cache, key)
        os.utime(tmp_path / key / "entry.json", (1e9 + at, 1e9 + at))
    cache.read("old")  # used again, so the other one is older now
    written(cache, "fresh")
    assert cache.read("young") is None
    assert cache.read("old") is not None


def test_strays_of_a_scan_that_died_are_swept(tmp_path):
    stray = tmp_path / ".one.abcd"
    stray.mkdir()
    os.utime(stray, (1e9, 1e9))
    Cache(tmp_path).tidy()
    assert not stray.exists()


def test_a_stretch_outside_its_array_is_a_mistake(tmp_path):
    writing = Cache(tmp_path).begin("one", {"value": (10, "float32")})
    with pytest.raises(ValueError, match="within"):
        writing.put("value", 8, np.ones(5))
    writing.abandon()


def test_names_are_the_same_for_the_same_parts():
    assert key_of("a", 1) == key_of("a", 1) != key_of("a", 2)
    assert default_folder().name == "scan"


def test_a_passing_folder_goes_with_the_work(tmp_path):
    with passing_folder(tmp_path) as name:
        place = tmp_path / name
        assert place.is_dir()
    assert not place.exists()
