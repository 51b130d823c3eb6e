"""A few of the thousand kills that `python -m benchmarks survive` deals out."""

import re
import subprocess
import sys
from pathlib import Path


def test_savers_that_are_killed_lose_nothing():
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.survive", "30", "0"],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told = done.stdout.splitlines()[0:3]
    assert re.match(r"savers killed: 30 in \d+ s, \d+ of them in the midst of a write", told[0])
    assert told[1] == "  projects lost or damaged: 0; backups damaged: 0"
    due, offered, strays = map(int, re.findall(r"\d+", told[2]))
    assert due == offered > 0
    assert strays == 0
