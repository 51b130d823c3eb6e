import pytest

from siteselect.errors import ExportError
from siteselect.export.brand import brand_of, kind_of
from siteselect.export.report import Brand


def test_nothing_asked_for_is_the_brand_of_nobody():
    assert brand_of() == Brand()


def test_a_logo_is_read_whole(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n...")
    made = brand_of(" Our house ", path, "#aa0000")
    assert (made.name, made.logo, made.accent) == ("Our house", path.read_bytes(), "#AA0000")


@pytest.mark.parametrize("accent", ["red", "#AA00", "#GG0000", "#AA0000; }"])
def test_what_is_no_colour_is_refused(accent):
    with pytest.raises(ExportError, match="no colour: write it as #0F766E"):
        brand_of(accent=accent)


def test_a_logo_that_is_no_picture_or_not_there_is_refused(tmp_path):
    with pytest.raises(ExportError, match="cannot be read: No such file"):
        brand_of(logo=tmp_path / "none.png")
    text = tmp_path / "logo.txt"
    text.write_text("hello")
    with pytest.raises(ExportError, match="no PNG, JPEG or SVG"):
        brand_of(logo=text)


def test_kinds_are_told_by_what_is_in_the_file():
    assert kind_of(b"\xff\xd8\xff\xe0") == "image/jpeg"
    assert kind_of(b"<?xml version='1.0'?><svg/>") == "image/svg+xml"
    assert kind_of(b"GIF89a") == ""
