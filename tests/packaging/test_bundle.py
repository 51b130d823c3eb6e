from pathlib import Path

from tests.packaging.loading import load

bundle = load("bundle")


def test_vendored_libraries_and_qt_are_never_stripped():
    inside = Path("siteselect/_internal")
    assert bundle.may_be_stripped(inside / "libpython3.11.so.1.0")
    assert bundle.may_be_stripped(inside / "shapely/lib.so")
    assert not bundle.may_be_stripped(inside / "pyogrio.libs/libgdal-1.so")
    assert not bundle.may_be_stripped(inside / "PySide6/Qt/lib/libQt6Core.so.6")
    assert not bundle.may_be_stripped(Path("bundle/siteselect"))


def test_every_file_bears_the_time_of_the_source(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/file.txt").write_text("text")
    (tmp_path / "link").symlink_to("folder/file.txt")
    bundle.finish(tmp_path, 1_700_000_000)
    assert {path.lstat().st_mtime for path in tmp_path.rglob("*")} == {1_700_000_000.0}


def test_only_code_is_taken_for_libraries(tmp_path):
    (tmp_path / "one.so").write_bytes(b"\x7fELF and more")
    (tmp_path / "two.txt").write_bytes(b"text")
    (tmp_path / "three.so").symlink_to("one.so")
    assert [path.name for path in bundle.libraries(tmp_path)] == ["one.so"]
    assert 0 < bundle.megabytes(tmp_path) < 0.1
