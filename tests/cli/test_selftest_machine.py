import json
import subprocess
import sys

import pytest

from siteselect.cli import selftest_machine as machine
from siteselect.cli.selftest_bench import Bench, Failed


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    return Bench(tmp_path_factory.mktemp("bench"))


def test_every_check_of_a_sound_machine_tells_what_it_found(bench):
    for check in machine.checks():
        assert check.run(bench), check.title


def test_a_projection_that_is_off_fails(bench, monkeypatch):
    vectors = [("EPSG:3857", 10.0, 50.0, 0.0, 0.0)]
    monkeypatch.setattr(machine, "_VECTORS", vectors)
    with pytest.raises(Failed, match="EPSG:3857 is off"):
        machine._projections(bench)


def test_the_program_starts_itself_frozen_or_not(monkeypatch):
    assert machine.program() == [sys.executable, "-m", "siteselect"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert machine.program() == [sys.executable]


def answered(monkeypatch, code, out=b"", err=b""):
    done = subprocess.CompletedProcess([], code, out, err)
    monkeypatch.setattr(machine.subprocess, "run", lambda *_, **__: done)


def test_a_window_that_dies_is_told_with_its_last_word(bench, monkeypatch):
    answered(monkeypatch, -6, err=b"some line\nqt.qpa.plugin: Could not load the plugin")
    with pytest.raises(Failed, match=r"ended with -6: qt.qpa.plugin.*siteselect doctor"):
        machine._window(bench)


def test_a_window_that_shows_another_winner_fails(bench, monkeypatch):
    told = {"shown": 1.0, "stands": 2.0, "platform": "offscreen", "families": ["Inter"],
            "lacking": "", "sites": len(bench.study.candidates), "first": "Nowhere"}  # fmt: skip
    answered(monkeypatch, 0, json.dumps(told).encode())
    with pytest.raises(Failed, match="disagree on rank 1"):
        machine._window(bench)


def test_a_letter_without_a_face_fails(bench, monkeypatch):
    told = {"lacking": "木"}
    answered(monkeypatch, 0, json.dumps(told).encode())
    with pytest.raises(Failed, match="no shipped font has 木"):
        machine._window(bench)
