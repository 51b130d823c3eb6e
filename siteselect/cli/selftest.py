"""`siteselect selftest`: the main job and every leaf, run for real on this machine, a line each."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from siteselect.cli import selftest_leaves, selftest_machine
from siteselect.cli.selftest_bench import Bench, Check


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check ended."""

    title: str
    good: bool
    told: str
    seconds: float


def selftest(
    window: Annotated[
        bool, typer.Option("--window/--no-window", help="Open the window too, without a screen.")
    ] = True,
) -> None:
    """Run the main job, every measure, method and exporter, and say a line on each."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="siteselect-selftest-") as folder:
        outcomes = [_say(outcome) for outcome in run_all(Path(folder), window=window)]
    bad = sum(not outcome.good for outcome in outcomes)
    took = time.monotonic() - began
    print(f"{len(outcomes)} checks, {bad or 'none'} failed, {took:.1f} s.")
    if bad:
        raise typer.Exit(1)


def run_all(folder: Path, *, window: bool = True) -> Iterator[Outcome]:
    """Run every check in turn; one that fails stops no other."""
    bench = Bench(folder)
    for check in checks(window=window):
        yield run(check.title, lambda check=check: check.run(bench))  # type: ignore[misc]


def checks(*, window: bool = True) -> Iterator[Check]:
    """Return all checks, in the order in which a person would look."""
    yield from selftest_leaves.main_job()
    yield from selftest_leaves.measures()
    yield from selftest_leaves.methods()
    yield from selftest_leaves.exporters()
    yield from selftest_machine.checks()
    if window:
        yield from selftest_machine.window()


def run(title: str, work: Callable[[], str]) -> Outcome:
    """Run one check; whatever it raises is its failure."""
    began = time.monotonic()
    try:
        told, good = work(), True
    except Exception as fault:  # a self-test reports every fault and goes on
        told, good = f"{type(fault).__name__}: {fault}", False
    return Outcome(title, good, told, time.monotonic() - began)


def _say(outcome: Outcome) -> Outcome:
    mark = "ok  " if outcome.good else "FAIL"
    print(f"{mark}  {outcome.title}: {outcome.told} ({outcome.seconds:.2f} s)")
    sys.stdout.flush()
    return outcome
