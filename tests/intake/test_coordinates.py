import time

import pytest

from siteselect.intake.coordinates import angle, is_dms, pair


@pytest.mark.parametrize(
    ("text", "degrees", "axis"),
    [
        ("43.25", 43.25, ""),
        ("-43,25", -43.25, ""),
        ("43.25°", 43.25, ""),
        ("43°15'", 43.25, ""),
        ("43°14'24\"N", 43.24, "lat"),
        ("43° 14′ 24″ с.ш.", 43.24, "lat"),
        ("76°57′00″ в.д.", 76.95, "lon"),
        ("43 14 24 S", -43.24, "lat"),
        ("43:14:24", 43.24, ""),
        ("E 76 57.0", 76.95, "lon"),
        ("北纬43度14分24秒", 43.24, "lat"),
        ("-0°30'", -0.5, ""),
        ("12°30' W", -12.5, "lon"),
    ],
)
def test_angles_as_people_write_them(text, degrees, axis):
    found = angle(text)
    assert found.degrees == pytest.approx(degrees)
    assert found.axis == axis


@pytest.mark.parametrize(
    "text", ["", "abc", "43°70'", "43.5°10'", "1 2 3 4", "1" * 100, "43°14'99\""]
)
def test_what_is_no_angle(text):
    with pytest.raises(ValueError):
        angle(text)


def test_minutes_are_told_from_plain_numbers():
    assert is_dms("43°15'")
    assert not is_dms("43.25")
    assert not is_dms("north")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("43.25, 76.95", 43.25, 76.95),
        ("(43.25; 76.95)", 43.25, 76.95),
        ("43,25 76,95", 43.25, 76.95),
        ("43,25, 76,95", 43.25, 76.95),
        ("43°15'N 76°57'E", 43.25, 76.95),
        ("43°15' 76°57'", 43.25, 76.95),
        ("POINT (76.95 43.25)", 76.95, 43.25),
        ("东经76.95 北纬43.25", 76.95, 43.25),
    ],
)
def test_two_angles_in_one_cell(text, first, second):
    found = pair(text)
    assert [each.degrees for each in found] == pytest.approx([first, second])


@pytest.mark.parametrize("text", ["", "hello", "43.25", "1 2 3", "1," * 300])
def test_what_is_no_pair(text):
    assert pair(text) is None


def test_no_pattern_is_kept_busy():
    began = time.monotonic()
    for text in ("1 " * 60_000 + "x", "1°" * 59, "9°" * 30, " " * 100_000, "1'" * 59):
        pair(text)
        with pytest.raises(ValueError):
            angle(text)
    assert time.monotonic() - began < 1.0
