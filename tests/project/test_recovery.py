import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from siteselect import files
from siteselect.errors import ProjectError
from siteselect.project import recovery
from siteselect.project.file import save_project
from siteselect.project.recovery import Keeper, discard, left_behind, recovery_folder
from tests.project.test_file import made_study

CRASH = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from siteselect.project.file import open_project
from siteselect.project.recovery import Keeper
folder, project, title = sys.argv[1:]
keeper = Keeper(Path(folder))
study = replace(open_project(project), title=title)
keeper.keep(study, Path(project), "abc", ("Title", "Weight of Power price"), 1)
os.kill(os.getpid(), signal.SIGKILL)
"""


def crash(folder, project, title):
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(folder), str(project), title], check=False, cwd=Path.cwd()
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "a.siteselect"
    save_project(made_study(), path)
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "recovery"


def test_the_work_of_crashed_windows_is_found_with_its_time_and_its_edits(folder, project):
    crash(folder, project, "First")
    crash(folder, project, "Second")
    found = left_behind(folder)
    assert {each.study.title for each in found} == {"First", "Second"}
    for each in found:
        assert each.project == project
        assert each.digest == "abc"
        assert each.edits == ("Title", "Weight of Power price")
        assert 0 <= time.time() - each.written.timestamp() < 60
        assert each.study == replace(made_study(), title=each.study.title)
    discard(found[0])
    assert left_behind(folder) == found[1:]
    discard(found[1])
    assert list(folder.iterdir()) == []


def test_the_user_s_file_is_never_written(folder, project):
    before = project.read_bytes()
    crash(folder, project, "First")
    left_behind(folder)
    assert project.read_bytes() == before
    assert [each.name for each in project.parent.iterdir() if each.is_file()] == [project.name]


def test_nothing_is_offered_of_a_living_window_nor_after_a_clean_exit(folder, project):
    keeper = Keeper(folder)
    assert keeper.keep(made_study("New"), project, None, (), 1)
    assert left_behind(folder) == ()
    assert keeper.path.exists()
    keeper.close()
    assert left_behind(folder) == ()
    assert list(folder.iterdir()) == []
    assert not keeper.keep(made_study("Late"), project, None, (), 2)
    assert list(folder.iterdir()) == []


def test_a_write_that_comes_late_does_not_bring_a_dropped_copy_back(folder, project):
    keeper = Keeper(folder)
    assert keeper.keep(made_study("Two"), None, None, (), 2)
    assert not keeper.keep(made_study("One"), None, None, (), 1)
    keeper.drop(3)
    assert not keeper.path.exists()
    assert not keeper.keep(made_study("Three"), None, None, (), 3)
    assert keeper.keep(made_study("Four"), None, None, (), 4)
    keeper.close()


def test_a_copy_that_says_no_more_than_its_project_is_swept(folder, project):
    crash(folder, project, "Saved after all")
    save_project(replace(made_study(), title="Saved after all"), project)
    assert left_behind(folder) == ()
    assert list(folder.iterdir()) == []


def test_a_copy_without_its_project_is_offered(folder, project):
    crash(folder, project, "First")
    project.unlink()
    assert [each.study.title for each in left_behind(folder)] == ["First"]


def test_a_damaged_copy_is_put_aside_and_hides_no_other(folder, project):
    crash(folder, project, "First")
    crash(folder, project, "Second")
    broken = next(folder.glob("*.recovery"))
    broken.write_text('{"siteselect_recovery": 1, "text": "{')
    assert len(left_behind(folder)) == 1
    assert broken.with_suffix(".damaged").exists()
    assert len(left_behind(folder)) == 1


def test_what_cannot_be_read_now_is_left_for_later(folder, project, monkeypatch):
    crash(folder, project, "First")

    def closed(*_):
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(recovery, "read_bounded", closed)
        assert left_behind(folder) == ()
    assert len(left_behind(folder)) == 1


def test_a_window_that_died_before_it_kept_anything_leaves_nothing(folder):
    folder.mkdir(parents=True)
    (folder / "1-ab.lock").write_text("")
    stray = f".1-ab.recovery.{files._machine()}-4194999-00.saving"
    (folder / stray).write_bytes(b"half")
    assert left_behind(folder) == ()
    assert list(folder.iterdir()) == []
    assert left_behind(folder / "none") == ()


def test_the_copy_of_another_machine_is_offered_after_a_quiet_day(folder, project):
    crash(folder, project, "Elsewhere")
    lock = next(folder.glob("*.lock"))
    lock.write_text(json.dumps(json.loads(lock.read_text()) | {"host": "dell-7"}))
    assert left_behind(folder) == ()
    yesterday = time.time() - 2 * 86_400
    os.utime(lock.with_suffix(".recovery"), (yesterday, yesterday))
    assert [each.study.title for each in left_behind(folder)] == ["Elsewhere"]
    lock.with_suffix(".recovery").unlink()
    assert left_behind(folder) == ()


def test_a_full_disk_is_a_sentence_and_the_copy_before_stays(folder, monkeypatch):
    keeper = Keeper(folder)
    keeper.keep(made_study("One"), None, None, (), 1)
    before = keeper.path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(
        ProjectError, match=r"cannot be kept in .*recovery: No space left on device"
    ):
        keeper.keep(made_study("Two"), None, None, (), 2)
    assert keeper.path.read_bytes() == before
    keeper.close()


def test_only_the_last_edits_are_named(folder):
    keeper = Keeper(folder)
    keeper.keep(made_study(), None, None, tuple(f"Edit {n}" for n in range(500)), 1)
    assert json.loads(keeper.path.read_text())["edits"][-1] == "Edit 499"
    assert len(json.loads(keeper.path.read_text())["edits"]) == 200
    keeper.close()


def test_the_folder_is_the_person_s_own():
    assert recovery_folder().name == "recovery"
    assert recovery_folder().parent.name == "siteselect"
