import zipfile

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.containers import inspect_container, one_of, unpack_part
from siteselect.intake.limits import Limits
from tests.intake.making import pack


def test_a_sound_container_gives_its_parts(tmp_path):
    path = pack(tmp_path / "a.zip", {"b/doc.kml": "x" * 50, "doc.kml": "y", "._doc.kml": "z"})
    parts = inspect_container(path)
    assert one_of(parts, ".kml") == ["doc.kml", "b/doc.kml"]
    to = unpack_part(path, "b/doc.kml", tmp_path / "out.kml", 100)
    assert to.read_text() == "x" * 50


def test_what_unpacks_to_more_than_it_may_is_stopped(tmp_path):
    path = pack(tmp_path / "a.zip", {"doc.kml": "x" * 50})
    with pytest.raises(IntakeError, match="unpacks to more than"):
        unpack_part(path, "doc.kml", tmp_path / "out.kml", 10)


def test_bounds_are_those_of_the_limits(tmp_path):
    path = pack(tmp_path / "a.zip", {"a": "x" * 5000, "b": ""})
    for limits in (Limits(zip_entries=1), Limits(zip_bytes=10), Limits(zip_small=1, zip_ratio=2)):
        with pytest.raises(IntakeError, match="unpacks to"):
            inspect_container(path, limits)


def test_damage_in_a_part_is_told_with_its_name(tmp_path):
    path = pack(tmp_path / "a.zip", {"doc.kml": bytes(range(256)) * 20})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(bytes(data))
    assert isinstance(inspect_container(path)[0], zipfile.ZipInfo)
    with pytest.raises(IntakeError, match=r"damaged in doc\.kml"):
        unpack_part(path, "doc.kml", tmp_path / "out.kml", 10**6)
