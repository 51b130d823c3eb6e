import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from siteselect.ui.restart import OURS, SCALE, command, enlarge, start_again


@pytest.fixture
def started(monkeypatch):
    told = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: told.append(words))
    return told


def window(path, closes=True):
    return SimpleNamespace(close=lambda: closes, documents=SimpleNamespace(path=path))


def test_another_window_opens_on_the_same_project(started, tmp_path):
    path = tmp_path / "a.siteselect"
    assert start_again(window(path))
    assert started == [[sys.executable, "-m", "siteselect", str(path)]]


def test_who_would_rather_stay_stays(started):
    assert not start_again(window(None, closes=False))
    assert started == []


def test_a_bundle_starts_itself_and_the_sample_has_no_name(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command(None) == [sys.executable]


@pytest.mark.parametrize(("size", "factor"), [(100, None), (125, "1.25"), (150, "1.5")])
def test_large_words_are_asked_of_qt_before_it_starts(monkeypatch, size, factor):
    monkeypatch.setattr(os, "environ", {})
    enlarge(size)
    assert os.environ.get(SCALE) == factor


def test_a_factor_that_was_asked_for_outside_is_left_alone(monkeypatch):
    monkeypatch.setattr(os, "environ", {SCALE: "2"})
    enlarge(150)
    assert os.environ == {SCALE: "2"}


def test_what_a_start_handed_down_is_changed_by_the_next(monkeypatch):
    monkeypatch.setattr(os, "environ", {SCALE: "1.25", OURS: "1.25"})
    enlarge(150)
    assert os.environ == {SCALE: "1.5", OURS: "1.5"}
    enlarge(100)
    assert os.environ == {}
