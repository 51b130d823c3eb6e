import pytest

from siteselect.backdrops.freshness import (
    LATEST,
    LEAST,
    MOST,
    SOONEST,
    USUAL,
    freshness,
    retry_after,
)

NOW = 1_800_000_000.0
DATE = "Fri, 15 Jan 2027 08:00:00 GMT"  # NOW


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, USUAL),
        ({"cache-control": "max-age=86400"}, 86_400.0),
        ({"cache-control": "public, Max-Age = 86400"}, 86_400.0),
        ({"cache-control": "max-age=86400", "age": "6400"}, 80_000.0),
        ({"cache-control": "max-age=1"}, LEAST),
        ({"cache-control": "max-age=999999999999"}, MOST),
        ({"cache-control": "max-age=99999999999999999999"}, MOST),
        ({"cache-control": "no-cache, max-age=86400"}, LEAST),
        ({"cache-control": "s-maxage=5"}, USUAL),
        ({"cache-control": "max-age=nonsense"}, USUAL),
        ({"expires": "Sat, 16 Jan 2027 08:00:00 GMT"}, 86_400.0),
        ({"expires": "Sat, 16 Jan 2027 10:00:00 GMT", "date": "Sat, 16 Jan 2027 08:00:00 GMT"},
         7_200.0),
        ({"expires": "0"}, LEAST),
        ({"expires": "x" * 10_000}, LEAST),
        ({"expires": "Sat, 16 Jan 2027 08:00:00 GMT", "cache-control": "max-age=7200"}, 7_200.0),
    ],
)  # fmt: skip
def test_an_answer_is_fresh_as_it_says_within_bounds(headers, seconds):
    found = freshness(headers, NOW)
    assert found.until - NOW == pytest.approx(seconds)
    assert found.keep


def test_what_must_not_be_stored_is_not():
    assert not freshness({"cache-control": "no-store"}, NOW).keep


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("30", 30.0),
        ("0", SOONEST),
        ("999999999", LATEST),
        ("Fri, 15 Jan 2027 08:01:00 GMT", 60.0),
        ("Fri, 15 Jan 2021 08:01:00 GMT", SOONEST),
        ("soon", None),
        ("", None),
        ("-5", None),
    ],
)
def test_a_busy_server_is_asked_again_when_it_says(told, seconds):
    assert retry_after({"retry-after": told}, NOW) == seconds
