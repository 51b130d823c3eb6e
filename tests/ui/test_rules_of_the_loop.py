"""Rules of the live loop that a reader of the code would have to remember."""

from pathlib import Path

from PySide6.QtCore import Signal

from siteselect.ui.session import Session
from siteselect.ui.tasks import Tasks

UI = Path(__file__).parents[2] / "siteselect" / "ui"


def test_signals_are_blocked_only_inside_widgets():
    """Everywhere else a program must not sound like a person in the first place."""
    found = [
        str(path.relative_to(UI))
        for path in UI.rglob("*.py")
        if "QSignalBlocker" in path.read_text(encoding="utf-8")
        or "blockSignals" in path.read_text(encoding="utf-8")
    ]
    assert [name for name in found if not name.startswith("widgets")] == []


def test_threads_are_started_in_one_file():
    found = [
        path.name
        for path in UI.rglob("*.py")
        if any(
            word in path.read_text(encoding="utf-8")
            for word in ("ThreadPoolExecutor", "QThread(", "threading.Thread")
        )
    ]
    assert found == ["tasks.py"]


def test_the_session_has_three_signals_and_tasks_two():
    def signals(kind):
        return {name for name, value in vars(kind).items() if isinstance(value, Signal)}

    assert signals(Session) == {"changed", "concluded", "selected"}
    assert signals(Tasks) == {"progressed", "stopped"}
