import shutil
import stat
import zipfile

import pytest

from siteselect import files
from siteselect.errors import ProjectError
from siteselect.project.file import open_project, project_text, save_project
from siteselect.project.side_folder import (
    copy_side_folder,
    pack_project,
    side_folder,
    unpack_project,
)
from tests.project.test_file import made_study


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "mine.siteselect"
    save_project(made_study(), path)
    lines = side_folder(path) / "lines"
    lines.mkdir(parents=True)
    (lines / "grid.fgb").write_bytes(b"fgb" * 1000)
    (side_folder(path) / "plots.csv").write_text("name\nOsh\n")
    return path


def test_a_project_and_its_folder_travel_in_one_file(tmp_path, project):
    packed = tmp_path / "mine.siteselect.zip"
    assert pack_project(made_study(), project, packed) == 3
    again = unpack_project(packed, tmp_path / "elsewhere")
    assert again == tmp_path / "elsewhere" / "mine" / "mine.siteselect"
    assert open_project(again) == made_study()
    assert (side_folder(again) / "lines" / "grid.fgb").read_bytes() == b"fgb" * 1000
    assert (side_folder(again) / "plots.csv").read_text() == "name\nOsh\n"


def test_the_same_project_gives_the_same_bytes(tmp_path, project):
    for name in ("a.zip", "b.zip"):
        pack_project(made_study(), project, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_folder_that_is_there_is_not_written_over(tmp_path, project):
    packed = tmp_path / "mine.siteselect.zip"
    pack_project(made_study(), project, packed)
    first, second = (unpack_project(packed, tmp_path / "out") for _ in range(2))
    assert second.parent.name == "mine 2"
    assert open_project(first) == open_project(second)


def test_what_is_packed_is_the_study_at_hand_not_the_file(tmp_path, project):
    packed = tmp_path / "mine.siteselect.zip"
    pack_project(made_study("At hand"), project, packed)
    assert open_project(unpack_project(packed, tmp_path / "out")).title == "At hand"
    assert open_project(project).title == "Golden"


def hostile(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in entries:
            zipped.writestr(name, data)
    return path


TEXT = project_text(made_study())


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([("a.siteselect", TEXT), ("../evil.txt", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), ("/etc/evil", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), ("a.siteselect.d/../../evil", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), ("a.siteselect.d/c:evil", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), ("a.siteselect.d/b\\..\\evil", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), ("other.d/b", "x")], "no part of a project"),
        ([("a.siteselect", TEXT), (link("a.siteselect.d/b"), "/etc/passwd")], "no part of"),
        ([("a.siteselect", TEXT), ("a.siteselect", TEXT)], "there are 2"),
        (
            [("a.siteselect", TEXT), ("a.siteselect.d/b", "1"), ("a.siteselect.d/b", "2")],
            "no part of a project",
        ),
        ([("a.siteselect", TEXT), ("b.siteselect", TEXT)], "there are 2"),
        ([("a.txt", "x")], "there are 0"),
        ([("a.siteselect", TEXT), ("a.siteselect.d/b", b"0" * 30_000_000)], "more than a packed"),
        (
            [("a.siteselect", TEXT), *((f"a.siteselect.d/{n}", "") for n in range(1001))],
            "more than a packed",
        ),
        ([("a.siteselect", "{")], "is damaged"),
    ],
)  # fmt: skip
def test_a_zip_that_means_harm_is_refused(tmp_path, entries, words):
    packed = hostile(tmp_path / "x.zip", entries)
    with pytest.raises(ProjectError, match=words):
        unpack_project(packed, tmp_path / "out" / "deep")
    outside = list(tmp_path.rglob("*evil*"))
    assert outside == []


def test_what_is_no_zip_or_cut_short_is_told(tmp_path, project):
    packed = tmp_path / "mine.zip"
    pack_project(made_study(), project, packed)
    data = packed.read_bytes()
    for broken in (b"", b"no zip", data[: len(data) // 2], data.replace(b"fgb", b"gbf", 1)):
        packed.write_bytes(broken)
        with pytest.raises(ProjectError, match=r"mine\.zip is (damaged|no packed)"):
            unpack_project(packed, tmp_path / "out")
    with pytest.raises(ProjectError, match="cannot be read"):
        unpack_project(tmp_path / "none.zip", tmp_path / "out")


def test_a_full_disk_is_a_sentence(tmp_path, project, monkeypatch):
    packed = tmp_path / "mine.zip"
    pack_project(made_study(), project, packed)

    def full(*_):
        raise OSError(28, "No space left on device")

    before = packed.read_bytes()
    monkeypatch.setattr(files, "_write", full)
    with pytest.raises(ProjectError, match="cannot be written: No space left"):
        pack_project(made_study("New"), project, packed)
    assert packed.read_bytes() == before
    with pytest.raises(ProjectError, match=r"cannot be unpacked into .*: No space left"):
        unpack_project(packed, tmp_path / "out")


def test_a_layer_that_cannot_be_read_is_named(tmp_path, project, monkeypatch):
    monkeypatch.setattr("siteselect.project.side_folder.read_bounded", _closed)
    with pytest.raises(ProjectError, match=r"grid\.fgb cannot be packed: Permission denied"):
        pack_project(made_study(), project, tmp_path / "mine.zip")


def _closed(*_):
    raise PermissionError(13, "Permission denied")


def test_the_layers_follow_a_project_to_another_name(tmp_path, project):
    other = tmp_path / "deep" / "other.siteselect"
    copy_side_folder(project, other)
    assert (side_folder(other) / "lines" / "grid.fgb").read_bytes() == b"fgb" * 1000
    (side_folder(other) / "plots.csv").write_text("mine")
    copy_side_folder(project, other)
    assert (side_folder(other) / "plots.csv").read_text() == "mine"
    copy_side_folder(tmp_path / "none.siteselect", tmp_path / "new.siteselect")
    assert not side_folder(tmp_path / "new.siteselect").exists()


@pytest.mark.parametrize(
    "fault",
    [
        OSError(28, "No space left on device"),
        shutil.Error([("a", "b", "No space left on device")]),
    ],
)
def test_layers_that_cannot_be_copied_are_told_and_no_half_is_left(
    tmp_path, project, monkeypatch, fault
):
    def full(_, target):
        target.mkdir()
        (target / "half").touch()
        raise fault

    monkeypatch.setattr("siteselect.project.side_folder.shutil.copytree", full)
    with pytest.raises(ProjectError, match=r"cannot be copied to .*No space left on device\."):
        copy_side_folder(project, tmp_path / "other.siteselect")
    assert not side_folder(tmp_path / "other.siteselect").exists()


def test_layers_that_were_never_saved_are_packed(tmp_path):
    import shapely

    from siteselect.model.user_layer import Role
    from tests.packs.test_own_layers import layer_of

    layer = layer_of([shapely.Point(3, 3)], Role.OTHER, tmp_path)
    study = made_study().with_layer(layer)
    packed = tmp_path / "p.siteselect.zip"
    assert pack_project(study, tmp_path / "p.siteselect", packed) == 2
    project = unpack_project(packed, tmp_path / "there")
    assert (side_folder(project) / layer.file).is_file()
