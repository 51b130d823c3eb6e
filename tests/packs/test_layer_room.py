import os
import time

import pytest

from siteselect.errors import PackError
from siteselect.model.user_layer import Role, UserLayer
from siteselect.packs import layer_room
from siteselect.packs.layer_room import MAGIC, held_layer, keep_layer, sweep_room


@pytest.fixture(autouse=True)
def room(tmp_path, monkeypatch):
    monkeypatch.setattr(layer_room, "layer_room", lambda: tmp_path / "layers")
    return tmp_path / "layers"


def test_a_file_is_kept_once_under_its_digest(room):
    digest = keep_layer(MAGIC + b"features")
    assert keep_layer(MAGIC + b"features") == digest
    held = held_layer(UserLayer("a", "A", Role.OTHER, digest))
    assert held is not None
    assert held.read_bytes() == MAGIC + b"features"
    assert [each.name for each in room.iterdir()] == [f"{digest}.fgb"]


def test_what_is_not_here_is_none():
    assert held_layer(UserLayer("a", "A", Role.OTHER, "0" * 64)) is None


def test_other_files_and_large_ones_are_refused(monkeypatch):
    with pytest.raises(PackError, match="FlatGeobuf"):
        keep_layer(b"SQLite format 3")
    monkeypatch.setattr(layer_room, "LARGEST", 10)
    with pytest.raises(PackError, match="take a part"):
        keep_layer(MAGIC + b"features")


def test_a_room_that_cannot_be_made_is_told(room):
    room.parent.joinpath("layers").write_text("a file")
    with pytest.raises(PackError, match="Make room there"):
        keep_layer(MAGIC)


def test_only_what_was_long_unused_is_swept(room):
    old, new = keep_layer(MAGIC + b"old"), keep_layer(MAGIC + b"new")
    long_ago = time.time() - 200 * 86_400
    os.utime(room / f"{old}.fgb", (long_ago, long_ago))
    assert sweep_room() == 1
    assert [each.stem for each in room.iterdir()] == [new]


def test_where_a_layer_comes_in_what_nobody_used_for_half_a_year_goes(room):
    old, used_last_week = keep_layer(MAGIC + b"old"), keep_layer(MAGIC + b"week")
    for digest, days in ((old, 181), (used_last_week, 7)):
        path = room / f"{digest}.fgb"
        then = path.stat().st_mtime - 86_400 * days
        os.utime(path, (then, then))
    fresh = keep_layer(MAGIC + b"fresh")
    names = {path.stem for path in room.glob("*.fgb")}
    assert {used_last_week, fresh} <= names
    assert old not in names
