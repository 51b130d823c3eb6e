import os
import stat
import zipfile

import pytest

from siteselect.errors import PackError
from siteselect.packs import store
from siteselect.packs.store import inside, open_store
from tests.packs.making import TOY, copy_of_toy, zip_of


@pytest.mark.parametrize("name", ["a.csv", "facts/a.csv", "a b/ü.fgb"])
def test_plain_relative_names_are_inside(name):
    assert inside(name)


@pytest.mark.parametrize(
    "name", ["", "/etc/passwd", "../a", "a/../../b", "C:/a", "a\\b", "a\0b", "//host/share"]
)
def test_names_that_lead_out_are_refused(name):
    assert not inside(name)


@pytest.mark.parametrize("inner", ["", "some folder/"])
def test_folder_and_zip_hold_the_same(tmp_path, inner):
    folder, zipped = open_store(TOY), open_store(zip_of(TOY, tmp_path / "toy.zip", inner))
    assert folder.names() == zipped.names()
    assert "facts/rules.csv" in folder.names()
    assert all(folder.read(name) == zipped.read(name) for name in folder.names())


def test_hidden_files_do_not_belong_to_a_pack(tmp_path):
    copy = copy_of_toy(tmp_path)
    (copy / ".DS_Store").write_bytes(b"x")
    assert open_store(copy).names() == open_store(TOY).names()


def test_a_folder_does_not_read_beyond_itself(tmp_path):
    copy = copy_of_toy(tmp_path)
    (tmp_path / "secret").write_text("secret")
    (copy / "link.csv").symlink_to(tmp_path / "secret")
    for name in ("../secret", str(tmp_path / "secret"), "link.csv"):
        with pytest.raises(PackError, match="leads out of the pack"):
            open_store(copy).read(name)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(PackError, match=r"facts/none\.csv"):
        open_store(TOY).read("facts/none.csv")
    with pytest.raises(PackError, match=r"facts/none\.csv is missing"):
        open_store(zip_of(TOY, tmp_path / "toy.zip")).read("facts/none.csv")


@pytest.mark.parametrize("name", ["../evil.csv", "/evil.csv", "a/../../evil", "C:evil"])
def test_a_zip_whose_names_lead_out_is_refused(tmp_path, name):
    path = zip_of(TOY, tmp_path / "toy.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "x")
    with pytest.raises(PackError, match="leads out of the pack"):
        open_store(path)


def test_a_bomb_is_refused_before_anything_is_read(tmp_path):
    path = zip_of(TOY, tmp_path / "toy.zip")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("facts/zeros.csv", b"0" * (11 << 20))
    with pytest.raises(PackError, match="200 times its size"):
        open_store(path)


def test_too_much_in_all_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST_FILES", 3)
    with pytest.raises(PackError, match="more than 3 files"):
        open_store(zip_of(TOY, tmp_path / "toy.zip"))


def test_links_and_doubles_in_a_zip_are_refused(tmp_path):
    linked = zip_of(TOY, tmp_path / "linked.zip")
    with zipfile.ZipFile(linked, "a") as archive:
        link = zipfile.ZipInfo("facts/link.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(PackError, match="holds a link"):
        open_store(linked)
    double = zip_of(TOY, tmp_path / "double.zip")
    with zipfile.ZipFile(double, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("facts/rules.csv", "x")
    with pytest.raises(PackError, match=r"facts/rules\.csv twice"):
        open_store(double)


def test_a_damaged_member_is_named(tmp_path):
    path = tmp_path / "toy.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.write(TOY / "pack.toml", "pack.toml")
        archive.writestr("facts/a.csv", "id,name\n1,sound\n")
    path.write_bytes(path.read_bytes().replace(b"sound", b"spoil"))
    with pytest.raises(PackError, match=r"facts/a\.csv .* is damaged"):
        open_store(path).read("facts/a.csv")


def test_a_member_that_cannot_be_inflated_is_damaged(tmp_path):
    path = zip_of(TOY, tmp_path / "toy.zip")
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("pack.toml").header_offset + 30 + len("pack.toml")
    content = bytearray(path.read_bytes())
    content[start : start + 40] = b"\xff" * 40
    path.write_bytes(content)
    with pytest.raises(PackError, match=r"pack\.toml .* is damaged"):
        open_store(path).read("pack.toml")


def test_a_pipe_in_a_pack_is_empty_and_nobody_waits(tmp_path):
    copy = copy_of_toy(tmp_path)
    os.mkfifo(copy / "facts/pipe.csv")
    assert open_store(copy).read("facts/pipe.csv") == b""


def test_what_is_no_pack_is_told(tmp_path):
    (tmp_path / "text.zip").write_text("no zip")
    zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
    for path, words in (
        (tmp_path / "nothing", "There is no pack at"),
        (tmp_path, "holds no pack.toml"),
        (tmp_path / "text.zip", "neither a folder nor a readable zip"),
        (tmp_path / "empty.zip", "holds no pack.toml"),
    ):
        with pytest.raises(PackError, match=words):
            open_store(path)
