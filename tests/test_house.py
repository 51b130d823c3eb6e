"""The house keeps its order: a test file for every module, and rules that a linter cannot know."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT / "siteselect")
    for path in (ROOT / "siteselect").rglob("*.py")
    if path.name != "__init__.py" and "_resources" not in path.parts
)


def test_every_module_has_its_test_file():
    lacking = [
        str(module)
        for module in MODULES
        if not (ROOT / "tests" / module.parent / f"test_{module.stem.strip('_')}.py").exists()
    ]
    assert lacking == []


def test_no_module_is_too_long():
    long = {
        str(module): lines
        for module in MODULES
        if (lines := len((ROOT / "siteselect" / module).read_text().splitlines())) > 400
    }
    assert long == {}


def test_signal_blockers_live_in_widgets_only():
    users = {
        str(module)
        for module in MODULES
        if "QSignalBlocker" in (ROOT / "siteselect" / module).read_text()
    }
    assert all(user.startswith("ui/widgets/") for user in users), users


def test_no_module_has_a_forbidden_name():
    forbidden = {"utils", "helpers", "common", "core", "base", "manager"}
    assert [str(module) for module in MODULES if module.stem in forbidden] == []


def test_the_headless_half_runs_where_qt_cannot_be_imported():
    code = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from siteselect.cli.app import main\n"
        "sys.exit(main(['rank', '--top', '3', '--format', 'csv']))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert told.returncode == 0, told.stderr
    assert len(told.stdout.strip().splitlines()) == 4


def test_dependencies_are_pinned_without_addresses():
    for name in ("run.txt", "dev.txt"):
        for line in (ROOT / "requirements" / name).read_text().splitlines():
            assert "://" not in line
            if line and not line.startswith(("#", "-r ")):
                assert re.match(r"^[A-Za-z0-9_.-]+==[^ ;]+(; python_version .*)?$", line), line


def test_the_pin_keeps_the_faulty_qt_out():
    project = (ROOT / "pyproject.toml").read_text()
    assert '"PySide6-Essentials>=6.8,<6.12"' in project
