"""Processes killed while they save and keep work aside: whether files are whole, and all is found.

`python -m benchmarks survive` kills 1,000 savers and 10 whole windows, each at a random moment;
`python -m benchmarks.survive 25 0` fewer of them. It fails when one file is lost or damaged.
"""

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from siteselect.files import backup
from siteselect.model.study import Study
from siteselect.project.file import BACKUPS, open_project, sample_study, save_project
from siteselect.project.recovery import Keeper, discard, left_behind

KILLS, WINDOWS = 1000, 10
LATEST_S = 0.2
"""A saver is killed within so many seconds of its first step: it takes some ten in that time."""
StepOf = Callable[[Study], float]
"""Which step of a run a study is."""
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from siteselect.project.file import save_project
from siteselect.ui.app import make_app, make_window
from siteselect.ui.settings import Settings
folder, project = Path(sys.argv[1]), Path(sys.argv[2])
app = make_app(["siteselect"])
window = make_window(Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat)))
window.show()
window.desk.start(project, folder)
step = 0
def work():
    global step
    step += 1
    study = window.session.study
    window.session.edit(study.with_load(50.0 + step / 16), "Load")
    if window.desk.recovery.keep_now():
        print("kept", step, flush=True)
    if step % 5 == 0 and window.documents.save():
        print("saved", step, flush=True)
timer = QTimer(interval=0)
timer.timeout.connect(work)
timer.start()
app.exec()
"""


@dataclass(slots=True)
class Tally:
    """What became of all runs."""

    runs: int = 0
    amid: int = 0
    """Killed in the midst of a write: a temporary file was left."""
    lost: int = 0
    """A project that was not there, could not be read, or was older than its last known save."""
    backups: int = 0
    """Backups that could not be read."""
    due: int = 0
    """Runs that ended with work kept and not saved."""
    offered: int = 0
    strays: int = 0
    """Temporary files left after the next start."""

    @property
    def whole(self) -> bool:
        """Whether nothing was lost and everything due was offered."""
        return not (self.lost or self.backups or self.strays) and self.offered == self.due


def main(kills: int = KILLS, windows: int = WINDOWS) -> None:
    """Kill savers, then windows; print what became of them, and fail when anything was lost."""
    base = sample_study()
    told = []
    for name, runs, kill in (("savers", kills, kill_saver), ("windows", windows, kill_window)):
        tally = Tally()
        started = time.perf_counter()
        with tempfile.TemporaryDirectory(prefix="siteselect-survive-") as room:
            chance = random.Random(20210602)
            for _ in range(runs):
                kill(Path(room), base, chance, tally)
        told.append(tally)
        print(
            f"{name} killed: {tally.runs} in {time.perf_counter() - started:.0f} s, "
            f"{tally.amid} of them in the midst of a write\n"
            f"  projects lost or damaged: {tally.lost}; backups damaged: {tally.backups}\n"
            f"  recovery due {tally.due}, offered {tally.offered}; "
            f"temporary files left: {tally.strays}"
        )
    if not all(each.whole for each in told):
        sys.exit("Something was lost.")


def kill_saver(room: Path, base: Study, chance: random.Random, tally: Tally) -> None:
    """Fork a process that keeps and saves without end; kill it, and look at what it left."""
    project, folder = room / "mine.siteselect", room / "recovery"
    save_project(base, project)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _work(project, folder, base, writer)
    os.close(writer)
    said = os.read(reader, 64)  # it has begun
    time.sleep(chance.uniform(0.0, LATEST_S))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 65536):
        said += more
    os.close(reader)
    words = [line.split() for line in said.decode().splitlines() if " " in line]
    _judge(project, folder, words, tally, lambda study: float(study.title))


def _work(project: Path, folder: Path, base: Study, writer: int) -> None:
    keeper = Keeper(folder)
    os.write(writer, b"begun\n")
    for step in count(1):
        study = replace(base, title=str(step))
        keeper.keep(study, project, None, (f"Step {step}",), 2 * step)
        os.write(writer, f"kept {step}\n".encode())
        if step % 2 == 0:
            save_project(study, project)
            os.write(writer, f"saved {step}\n".encode())
            keeper.drop(2 * step + 1)


def kill_window(room: Path, base: Study, chance: random.Random, tally: Tally) -> None:
    """Start the real window, let it edit, keep and save; kill it, and look at what it left."""
    project, folder = room / "mine.siteselect", room / "recovery"
    save_project(base, project)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder), str(project)],
        stdout=subprocess.PIPE,
        env=environment,
    )
    if child.stdout is None:
        raise OSError("the window tells nothing")
    select.select([child.stdout], [], [], 120)
    time.sleep(chance.uniform(0.0, 1.5))
    child.kill()
    child.wait()
    said = child.stdout.read().decode()
    child.stdout.close()
    words = [line.split() for line in said.splitlines() if line.count(" ") == 1]
    _judge(project, folder, words, tally, lambda study: (study.context.load_mw - 50.0) * 16)


def _judge(
    project: Path, folder: Path, words: list[list[str]], tally: Tally, step_of: StepOf
) -> None:
    """Count what a killed process has left."""
    tally.runs += 1
    steps = {word: max([float(n) for w, n in words if w == word], default=0.0)
             for word in ("kept", "saved")}  # fmt: skip
    tally.amid += bool([*project.parent.glob(".*.saving"), *folder.glob(".*.saving")])
    try:
        there = step_of(open_project(project)) if steps["saved"] else _first(project, step_of)
        tally.lost += there < steps["saved"]
    except Exception as fault:
        print(f"  lost: {fault}")
        there = 0.0
        tally.lost += 1
    for number in range(1, BACKUPS + 1):
        kept = backup(project, number)
        try:
            if kept.exists():
                open_project(kept)
        except Exception as fault:
            print(f"  backup: {fault}")
            tally.backups += 1
    found = left_behind(folder)
    if steps["kept"] > max(there, steps["saved"]):
        tally.due += 1
        tally.offered += any(step_of(each.study) >= steps["kept"] for each in found)
    tally.strays += len([*project.parent.glob(".*.saving"), *folder.glob(".*.saving")])
    for each in found:
        discard(each)
    for each in folder.glob("*.lock"):
        tally.strays += 1
        each.unlink()


def _first(project: Path, step_of: StepOf) -> float:
    """Return the step of a project that may still be as it was before the first save."""
    study = open_project(project)
    try:
        return float(step_of(study))
    except ValueError:
        return 0.0


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
