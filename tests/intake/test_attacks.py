"""Attacks by name: each is refused with its cause, calls nobody, and writes nothing."""

import time

import pytest

from siteselect.errors import IntakeError
from siteselect.intake.source import open_source
from siteselect.intake.vector import read_layer
from tests.intake.attacks import ATTACKS, SECRET, Lair, Listener
from tests.intake.trying import Readers

LONGEST = 10.0


@pytest.fixture(scope="module")
def readers():
    with Readers() as made:
        yield made


@pytest.fixture(scope="module")
def listener():
    made = Listener()
    yield made
    made.close()


def files(room):
    return {path: path.stat().st_mtime_ns for path in room.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_blocked(name, tmp_path, readers, listener):
    make, words = ATTACKS[name]
    path = make(Lair(tmp_path, listener.port))
    before, began, lost = files(tmp_path), time.monotonic(), len(readers.lost)
    told = readers.attempt(path)
    assert time.monotonic() - began < LONGEST
    assert SECRET not in told
    assert listener.calls() == 0
    assert files(tmp_path) == before
    assert readers.lost[lost:] == []
    if words:
        assert any(each in told for each in words.split("|")), told or "it was read"
        assert told.endswith(".")


def test_there_are_sixty_named_attacks():
    assert len(ATTACKS) >= 60


def test_whole_doors_are_shut_too(tmp_path, listener):
    lair = Lair(tmp_path, listener.port)
    for name in ("vrt_as_geojson", "address_http", "kml_that_reads_a_file"):
        for door in (open_source, read_layer):
            with pytest.raises(IntakeError):
                door(ATTACKS[name][0](lair))
    assert listener.calls() == 0
