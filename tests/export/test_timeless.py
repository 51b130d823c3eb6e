import io
import zipfile

import pytest

from siteselect.export._timeless import timeless

PROPERTIES = (
    '<cp:coreProperties xmlns:dcterms="t"><dcterms:created xsi:type="dcterms:W3CDTF">{hour}'
    "</dcterms:created><title>Kept</title></cp:coreProperties>"
)


def office(hour, inner=None):
    """Return a zipped file as an office program leaves it at an hour of a day."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as out:
        for name, content in {
            "[Content_Types].xml": b"<Types/>",
            "docProps/core.xml": PROPERTIES.format(hour=f"2026-11-23T{hour:02}:00:00Z").encode(),
            **({"ppt/embeddings/Sheet1.xlsx": inner} if inner else {}),
        }.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 11, 23, hour, 0, 0)), content)
    return held.getvalue()


def test_files_that_differ_in_their_hour_alone_become_one():
    early, late = office(7, office(7)), office(19, office(20))
    assert early != late
    assert timeless(early) == timeless(late)


def test_all_else_is_kept_in_its_order():
    with zipfile.ZipFile(io.BytesIO(timeless(office(7, office(9))))) as even:
        names = even.namelist()
        assert names == ["[Content_Types].xml", "docProps/core.xml", "ppt/embeddings/Sheet1.xlsx"]
        assert even.read("[Content_Types].xml") == b"<Types/>"
        assert b"<title>Kept</title>" in even.read("docProps/core.xml")
        assert b"2026" not in even.read("docProps/core.xml")
        assert even.testzip() is None


def test_what_is_no_zipped_file_is_refused():
    with pytest.raises(zipfile.BadZipFile):
        timeless(b"no zip")
