import pytest

from siteselect.errors import PackError
from siteselect.packs import catalogue
from siteselect.packs.catalogue import (
    VARIABLE,
    find_pack,
    folders_of_packs,
    installed_packs,
    open_pack,
)
from tests.packs.making import TOY, copy_of_toy, edit, zip_of


@pytest.fixture(autouse=True)
def _nothing_else_installed(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(catalogue, "resource", lambda *parts: tmp_path / "shipped")
    monkeypatch.setattr(catalogue.platformdirs, "user_data_path", lambda *_, **__: tmp_path / "own")


def version(folder, name, number):
    copy = copy_of_toy(folder, name)
    edit(copy / "pack.toml", 'version = "1"', f'version = "{number}"')
    return copy


def test_packs_are_looked_for_in_four_places(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "env"))
    assert folders_of_packs((tmp_path / "given",)) == (
        tmp_path / "given",
        tmp_path / "env",
        tmp_path / "own" / "packs",
        tmp_path / "shipped",
    )


def test_by_name_version_and_path(tmp_path):
    folder = tmp_path / "shipped"
    folder.mkdir()
    copy_of_toy(folder)
    assert open_pack("toy").reference == "toy@1"
    assert open_pack("toy@1").path == folder / "toy"
    assert open_pack(TOY).path == TOY
    assert open_pack(str(TOY)).path == TOY


def test_the_newest_version_is_taken_unless_one_is_named(tmp_path):
    folder = tmp_path / "own" / "packs"
    folder.mkdir(parents=True)
    for number in ("2026.9", "2026.10", "2026.2"):
        version(folder, f"toy-{number}", number)
    assert find_pack("toy") == folder / "toy-2026.10"
    assert find_pack("toy@2026.2") == folder / "toy-2026.2"
    with pytest.raises(PackError, match=r"not its version 7\. There is: toy@2026\.10, "):
        find_pack("toy@7")


def test_a_zip_is_found_like_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    zip_of(TOY, tmp_path / "any name.zip")
    assert open_pack("toy@1").path == tmp_path / "any name.zip"


def test_the_nearer_of_two_alike_wins(tmp_path):
    for name in ("own/packs", "shipped"):
        (tmp_path / name).mkdir(parents=True)
        copy_of_toy(tmp_path / name)
    assert [each.path for each in installed_packs()] == [tmp_path / "own/packs/toy"]
    given = tmp_path / "given"
    given.mkdir()
    copy_of_toy(given)
    assert find_pack("toy", [given]) == given / "toy"


def test_a_damaged_pack_is_passed_over_until_it_is_asked_for(tmp_path):
    folder = tmp_path / "shipped"
    folder.mkdir()
    edit(copy_of_toy(folder) / "pack.toml", "[pack]", "[pack")
    assert installed_packs() == ()
    with pytest.raises(PackError, match="not valid TOML"):
        open_pack("toy")


def test_an_unknown_name_is_told_with_what_there_is(tmp_path):
    with pytest.raises(PackError, match=r"no pack called 'mars'\. Installed: none\."):
        open_pack("mars")
    (tmp_path / "shipped").mkdir()
    copy_of_toy(tmp_path / "shipped")
    with pytest.raises(PackError, match="Installed: toy@1"):
        open_pack("mars@3")
    with pytest.raises(PackError, match="There is no pack at"):
        open_pack(tmp_path / "nowhere")
