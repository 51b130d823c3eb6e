"""Files from outside: how many attacks, malformed files, mutants and defects, each counted.

`SITESELECT_MUTANTS=20000 python -m benchmarks mutants` is the nightly run; `make fuzz` starts all.
"""

import os
import tempfile
import time
from pathlib import Path

from tests.intake.attacks import ATTACKS, SECRET, Lair, Listener
from tests.intake.defects import DEFECTS
from tests.intake.malformed import run
from tests.intake.matrix import count
from tests.intake.trying import Readers

LONGEST_S = 10.0


def attacks() -> None:
    """Run every named attack, and count those blocked."""
    listener, blocked, bad = Listener(), 0, []
    with Readers() as readers:
        for name, (make, words) in ATTACKS.items():
            with tempfile.TemporaryDirectory() as folder:
                path = make(Lair(Path(folder), listener.port))
                began = time.monotonic()
                told = readers.attempt(path)
                late = time.monotonic() - began > LONGEST_S
            right = not words or any(each in told for each in words.split("|"))
            if right and not late and not listener.calls() and SECRET not in told:
                blocked += 1
            else:
                bad.append(name)
        bad += [name for name, _ in readers.lost]
    listener.close()
    print(f"attacks: {blocked} of {len(ATTACKS)} blocked; {', '.join(bad) or 'none got through'}")


def malformed() -> None:
    """Read five hundred and fifty malformed files."""
    _mutants("malformed files", 550, 0)


def mutants() -> None:
    """Read as many thousand mutants as SITESELECT_MUTANTS says."""
    _mutants("mutants", int(os.environ.get("SITESELECT_MUTANTS", "2200")), 10_000)


def encodings() -> None:
    """Read the hundred and eighty tables."""
    with tempfile.TemporaryDirectory() as folder:
        wrong, whole, telling = count(Path(folder))
    print(
        f"encodings: {whole - len(wrong)} of {whole} tables read right "
        f"({telling} hold letters beyond ASCII); wrong: {wrong or 'none'}"
    )


def defects() -> None:
    """Read every planted defect, and count those flagged."""
    missed = []
    with Readers() as readers:
        for name, (make, words) in DEFECTS.items():
            with tempfile.TemporaryDirectory() as folder:
                told = "\n".join(readers.read(make(Path(folder))).report.lines)
            if not any(each in told for each in words.split("|")):
                missed.append(name)
    flagged = len(DEFECTS) - len(missed)
    print(f"defects: {flagged} of {len(DEFECTS)} flagged; missed: {', '.join(missed) or 'none'}")


def _mutants(what: str, count_of_them: int, first: int) -> None:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told, bad = run(Path(folder), count_of_them, first)
    read = sum(number for name, number in told.items() if name.endswith("read"))
    took = time.monotonic() - began
    print(
        f"{what}: {count_of_them} in {took:.0f} s, {count_of_them - read - len(bad)} refused, "
        f"{read} read; crashes, hangs and wordless ends: {len(bad)}"
    )
    for name, how in bad[:20]:
        print(f"  {name}: {how}")
    for name, number in sorted(told.items()):
        print(f"  {name}: {number}")
