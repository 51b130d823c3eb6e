"""Dense screens: the same window at 100, 150, 200 and 300 per cent."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from siteselect.ui.workplaces import WORKPLACES

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.parametrize("factor", ["1", "1.5", "2", "3"])
def test_nothing_is_cut_at_any_density(tmp_path, factor):
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scale_job", str(tmp_path)],
        capture_output=True, text=True, timeout=300, check=False, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor,
             "SITESELECT_CACHE": str(tmp_path / "cache")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["density"] == float(factor)
    assert told["cut"] == {place: [] for place in WORKPLACES}
