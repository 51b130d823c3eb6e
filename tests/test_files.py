import errno
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from siteselect import files


def test_a_new_file_holds_what_was_given_and_nothing_else_is_left(tmp_path):
    files.write_whole(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_three_backups_are_kept_youngest_first(tmp_path):
    path = tmp_path / "a.txt"
    for word in (b"1", b"2", b"3", b"4", b"5"):
        files.write_whole(path, word, backups=3)
    assert path.read_bytes() == b"5"
    assert [files.backup(path, n).read_bytes() for n in (1, 2, 3)] == [b"4", b"3", b"2"]
    assert not files.backup(path, 4).exists()


def test_writing_the_same_again_costs_no_backup(tmp_path):
    path = tmp_path / "a.txt"
    for word in (b"1", b"2", b"2", b"2"):
        files.write_whole(path, word, backups=3)
    assert files.backup(path, 1).read_bytes() == b"1"
    assert not files.backup(path, 2).exists()


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("step", ["fsync", "replace", "copy", "read back"])
def test_whatever_fails_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, fault, step):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_, **__):
        raise OSError(fault, os.strerror(fault))

    if step == "fsync":
        monkeypatch.setattr(files.os, "fsync", fail)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif step == "copy":
        monkeypatch.setattr(files.shutil, "copy2", fail)
    else:
        monkeypatch.setattr(files, "_compare", fail)
    with pytest.raises(OSError, match=os.strerror(fault)):
        files.write_whole(path, b"new", backups=3)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] in (
        ["a.txt"],
        ["a.txt.bak1"],
        ["a.txt.bak1", "a.txt"],
        ["a.txt", "a.txt.bak1"],
    )


def test_a_short_write_is_noticed(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(files, "_write", lambda fresh, data: fresh.write_bytes(data[:-1]))
    with pytest.raises(OSError, match="differs"):
        files.write_whole(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_full_device_is_told_and_the_old_file_stays(tmp_path):
    resource = pytest.importorskip("resource")
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    import signal

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(OSError):
            files.write_whole(path, b"x" * 1_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_old_temporaries_are_swept_and_young_ones_left(tmp_path):
    path = tmp_path / "a[1].txt"
    old, young, other = (
        tmp_path / name
        for name in (".a[1].txt.0a.saving", ".a[1].txt.0b.saving", ".b.txt.0a.saving")
    )
    for each in (old, young, other):
        each.write_bytes(b"")
    long_ago = time.time() - 3600
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    files.sweep(path)
    assert [each.exists() for each in (old, young, other)] == [False, True, True]


def test_a_temporary_of_a_dead_process_is_swept_at_once_and_of_a_living_one_never(tmp_path):
    path = tmp_path / "a.txt"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    machine = files._machine()
    left = tmp_path / f".a.txt.{machine}-{dead.pid}-0a.saving"
    mine = tmp_path / f".a.txt.{machine}-{os.getpid()}-0b.saving"
    for each in (left, mine):
        each.write_bytes(b"half")
    long_ago = time.time() - 3600  # or the clock has jumped
    os.utime(mine, (long_ago, long_ago))
    files.sweep(path)
    assert [each.exists() for each in (left, mine)] == [False, True]


def test_a_name_as_long_as_the_system_takes_is_saved(tmp_path):
    path = tmp_path / ("ж" * 120 + ".siteselect")  # 251 bytes
    files.write_whole(path, b"old", backups=3)
    files.write_whole(path, b"new", backups=3)
    assert path.read_bytes() == b"new"
    assert files.backup(path, 1).read_bytes() == b"old"
    stray = tmp_path / files._temporary(path).name.replace(f"-{os.getpid()}-", "-4194999-")
    stray.write_bytes(b"half")
    files.sweep(path)
    assert not stray.exists()


def test_saves_that_fail_again_and_again_push_no_backup_out(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    for word in (b"1", b"2", b"3", b"4"):
        files.write_whole(path, word, backups=3)
    move = Path.replace

    def stuck(self, target):
        if Path(target) == path:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", stuck)
    for _ in range(5):
        with pytest.raises(OSError, match=os.strerror(errno.ESTALE)):
            files.write_whole(path, b"5", backups=3)
    assert path.read_bytes() == b"4"
    assert [files.backup(path, n).read_bytes() for n in (1, 2, 3)] == [b"4", b"3", b"2"]


def test_links_are_followed_and_permissions_kept(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_the_digest_is_sha256():
    assert files.digest(b"").startswith("e3b0c44298fc1c14")


def test_reading_stops_at_the_bound(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert files.read_bounded(path, 5) == b"12345"
    with pytest.raises(OSError, match="larger than"):
        files.read_bounded(path, 4)
    with pytest.raises(OSError, match="larger than 1 MB"):
        files.read_bounded(Path("/dev/zero"), 2**20)


def test_a_pipe_without_a_writer_is_empty_and_nobody_waits(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert files.read_bounded(tmp_path / "pipe", 10) == b""


def test_what_somebody_writes_into_a_pipe_is_read_to_its_end():
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as file:
        file.write(b"weights")
    try:
        assert files.read_bounded(Path(f"/dev/fd/{reader}"), 10) == b"weights"
    finally:
        os.close(reader)


def test_links_in_a_circle_are_no_target(tmp_path):
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        files.write_whole(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").is_symlink()


def test_a_pipe_is_not_replaced_by_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(OSError, match="no plain file"):
        files.write_whole(tmp_path / "pipe.csv", b"new")
    assert stat.S_ISFIFO((tmp_path / "pipe.csv").stat().st_mode)


WRITERS = {
    "files.py",
    "backdrops/tile_cache.py",  # what can be fetched again
    "cli/app.py",  # to nowhere, when its output was closed
    "cli/selftest_machine.py",  # into a folder of its own, which it takes away again
    "export/geopackage.py",  # into a temporary folder; the bytes then go through files.py
    "intake/_osm.py",  # what GDAL is to heed, into the reader's empty room
    "intake/containers.py",  # as above
    "project/lock.py",  # locks, which are made whole by a link
    "scan/cache.py",  # what can be measured again
    "ui/contact_sheet.py",  # the program's own pictures
    "ui/map/map_cache.py",  # what can be drawn again
    "ui/screenshots.py",  # the program's own pictures
}


def test_whatever_a_person_keeps_is_written_through_this_module():
    root = Path(files.__file__).parent
    direct = re.compile(
        r"write_bytes\(|write_text\(|\.open\(\s*[\"'][wxa]|open\([^)]*[\"'][wxa]b?[\"']|"
        r"\.save\(str\(|write_dataframe\(|to_parquet|\.to_csv\(|\.to_file\("
    )
    found = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if direct.search(path.read_text(encoding="utf-8"))
    }
    assert found - WRITERS == set()
