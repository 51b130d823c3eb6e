"""Make or refresh `.venv`, and see that the system libraries of Qt are there.

Usage: python3 packaging/prepare.py run|dev|package

`package` makes an environment of its own, `.venv-package`, in which every file is checked against
requirements/package.hashes.txt: what goes into other people's hands is built from known bytes.

Runs on the standard library alone. The environment is made anew when the requirement files or
pyproject.toml have changed since it was made, or when its Python is gone.
"""

from __future__ import annotations  # an older Python must reach the sentence below

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VENV_PACKAGE = ROOT / ".venv-package"
sys.path.insert(0, str(ROOT))

from siteselect.cli.system_libraries import install_line, missing_libraries  # noqa: E402


def main() -> int:
    """Prepare for `run` (the program), `dev` (tests and checks too) or `package`."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "run"
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever python3 the system has
        print("siteselect wants Python 3.11 or newer; this is", sys.version.split()[0])
        return 1
    if kind not in _FILES:
        print(f"There is no environment called {kind}: run, dev or package.")
        return 2
    return prepare_venv(kind) or prepare_system()


def prepare_venv(kind: str) -> int:
    """Install what `kind` needs unless the stamp says that it is there."""
    venv = VENV_PACKAGE if kind == "package" else VENV
    python = venv / PYTHON.relative_to(VENV)
    wanted = [ROOT / f"requirements/{name}" for name in _FILES[kind]]
    text = b"".join(path.read_bytes() for path in (*wanted, ROOT / "pyproject.toml"))
    stamp, digest = venv / f"prepared-{kind}", hashlib.sha256(text + sys.version.encode())
    if python.exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return 0
    if venv.exists() and not _runs(python):
        shutil.rmtree(venv)
    if not python.exists():
        print(f"Making {venv.name} ...", flush=True)
        made = subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False)
        if made.returncode:
            print("Python cannot make a virtual environment: apt-get install -y python3-venv")
            return 1
    print(f"Installing what siteselect needs ({kind}) ...", flush=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    checked = ["--require-hashes"] if kind == "package" else []
    itself = ["--no-deps", "--no-build-isolation"] if kind == "package" else ["--no-deps"]
    for arguments in ([*checked, "-r", str(wanted[-1])], [*itself, "-e", str(ROOT)]):
        done = subprocess.run(pip + arguments, check=False)
        if done.returncode:
            print("pip could not install the requirements; its message stands above.")
            return done.returncode
    stamp.write_text(digest.hexdigest())
    return 0


_FILES = {
    "run": ["run.txt"],
    "dev": ["run.txt", "dev.txt"],
    "package": ["package.hashes.txt"],
}
"""What each kind is made from; the last one names the others."""


def _runs(python: Path) -> bool:
    """Return whether the environment's Python starts and is the version that runs this."""
    if not python.exists():
        return False
    ask = [str(python), "-c", "import sys; print(sys.version)"]
    told = subprocess.run(ask, capture_output=True, text=True, check=False)
    return told.returncode == 0 and told.stdout.strip() == sys.version


def prepare_system() -> int:
    """Install missing system libraries when the user may, else name the line that does."""
    missing = missing_libraries()
    if not missing:
        return 0
    line = install_line(missing)
    sudo = _permission()
    if sudo is None or shutil.which("apt-get") is None:
        print(f"Qt wants system libraries that are not here ({', '.join(missing)}). Paste this:")
        print(f"sudo apt-get update && sudo {line}")
        return 1
    print("Installing system libraries of Qt ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False, env=environment)
    line = install_line(missing)  # the list of packages may only now be known
    done = subprocess.run([*sudo, *line.split()], check=False, env=environment)
    return done.returncode


def _permission() -> list[str] | None:
    """Return the words to put before a command that installs, or None when the user may not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if allowed.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
