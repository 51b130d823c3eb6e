import os

import pytest

from siteselect.files import digest
from siteselect.ui import disk_watch
from siteselect.ui.disk_watch import DiskWatch


@pytest.fixture
def told():
    return []


@pytest.fixture
def watch(qtbot, told):
    return DiskWatch(told.append)


def test_a_change_is_told_once_and_the_next_one_again(watch, told, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    watch.watch(path, digest(b"mine"))
    watch.look()
    assert told == []
    path.write_bytes(b"theirs")
    watch.look()
    watch.look()
    assert told == [True]
    path.write_bytes(b"theirs again")
    watch.look()
    assert told == [True, True]


def test_a_file_touched_but_not_changed_is_no_news(watch, told, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    watch.watch(path, digest(b"mine"))
    os.utime(path, (1, 1))  # also a clock that jumped
    watch.look()
    assert told == []


def test_a_file_that_went_and_came_back(watch, told, tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    watch.watch(path, digest(b"mine"))
    path.unlink()
    watch.look()
    watch.look()
    path.write_bytes(b"mine")
    watch.look()
    assert told == [False]


def test_nothing_is_watched_and_what_cannot_be_read_is_left(watch, told, tmp_path, monkeypatch):
    watch.look()
    watch.watch(None, None)
    watch.look()
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    watch.watch(path, "other")
    path.write_bytes(b"theirs")

    def closed(*_):
        raise PermissionError

    monkeypatch.setattr(disk_watch, "read_bounded", closed)
    watch.look()
    assert told == []
    assert watch._timer.isActive()
    watch.watch(None, None)
    assert not watch._timer.isActive()


def test_the_disk_is_looked_at_by_itself(qtbot, told, tmp_path):
    watch = DiskWatch(told.append)
    watch._timer.setInterval(10)
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    watch.watch(path, digest(b"mine"))
    path.write_bytes(b"theirs")
    qtbot.waitUntil(lambda: told == [True])
