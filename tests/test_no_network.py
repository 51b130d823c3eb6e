"""No network unless asked: the main job runs behind a wall, and nothing knocks."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.ui.print.wish import forms

ROOT = Path(__file__).parent.parent


def run(*words, folder):
    homes = ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    return subprocess.run(
        [sys.executable, "-m", "tests.main_job", *words],
        capture_output=True, text=True, timeout=600, check=False, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen",
             "SITESELECT_CACHE": str(folder / "cache"), **dict.fromkeys(homes, str(folder))},
    )  # fmt: skip


@pytest.mark.slow
def test_the_main_job_never_knocks_at_the_network(tmp_path):
    done = run(str(tmp_path), folder=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["told"] == []
    assert told["moved"]
    assert told["written"] == sorted(forms())
    if sys.platform.startswith("linux"):
        assert told["watched"]


def test_an_attempt_would_be_noticed(tmp_path):
    done = run("--attempt", folder=tmp_path)
    assert done.returncode != 0
    if sys.platform.startswith("linux"):
        assert done.returncode == -signal.SIGSYS


def test_projections_fetch_nothing():
    import pyproj.network

    assert not pyproj.network.is_network_enabled()
