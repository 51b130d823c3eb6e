"""How long an answer of a server may be shown again: as it says, within bounds of our own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

LEAST, USUAL, MOST = 600.0, 7 * 86_400.0, 30 * 86_400.0
"""Seconds for which a tile is not asked for again: at least, where nothing is said, and at most."""
SOONEST, LATEST = 2.0, 3600.0
"""Seconds within which a server is asked again that said when."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What an answer says of keeping it."""

    keep: bool
    """Whether it may be written to the disk at all."""
    until: float
    """The moment from which it is asked for again, in seconds since 1970."""


def freshness(headers: Mapping[str, str], now: float) -> Freshness:
    """Return how long an answer with these headers, their names in small letters, is fresh."""
    control = headers.get("cache-control", "").lower()
    words = {each.strip().partition("=")[0] for each in control.split(",")}
    age = _seconds(re.search(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,12})", control))
    if age is not None:
        age -= _seconds(re.fullmatch(r"\s*(\d{1,12})\s*", headers.get("age", ""))) or 0.0
    elif "expires" in headers:
        expires = _moment(headers["expires"])
        said = _moment(headers.get("date", ""))
        age = 0.0 if expires is None else expires - (now if said is None else said)
    if words & {"no-cache", "no-store"}:
        age = 0.0
    bounded = min(max(USUAL if age is None else age, LEAST), MOST)
    return Freshness("no-store" not in words, now + bounded)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return after how many seconds a busy server wants to be asked again; None where unsaid."""
    told = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", told):
        seconds = float(told)
    else:
        moment = _moment(told)
        if moment is None:
            return None
        seconds = moment - now
    return min(max(seconds, SOONEST), LATEST)


def _seconds(found: re.Match[str] | None) -> float | None:
    return None if found is None else float(found[1])


def _moment(text: str) -> float | None:
    """Return a moment as mail writes it; None where it is none."""
    if not text or len(text) > 64:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
