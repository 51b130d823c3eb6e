"""Make what people install: `python packaging/package.py [wheel] [bundle] [deb]`; all by default.

Runs in the environment that `prepare.py package` made. Everything goes to dist/, and two runs of
one commit give the same bytes as far as the tools allow (see packaging/README.md).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle import LARGEST_MB, finish, megabytes  # noqa: E402

STAGE = ROOT / "build/package"
BUNDLE = ROOT / "build/bundle/siteselect"
DIST = ROOT / "dist"
PARTS = ("wheel", "bundle", "deb")


def main(arguments: list[str]) -> int:
    """Make the parts named, in their order."""
    unknown = sorted(set(arguments) - set(PARTS))
    if unknown:
        print(f"Nothing is called {', '.join(unknown)}: there is {', '.join(PARTS)}.")
        return 2
    os.environ.setdefault("SOURCE_DATE_EPOCH", _day_of_the_source())
    os.environ["PYTHONHASHSEED"] = "0"
    STAGE.mkdir(parents=True, exist_ok=True)
    DIST.mkdir(exist_ok=True)
    _papers()
    for part in PARTS:
        if part in (arguments or PARTS):
            began = time.monotonic()
            _MAKERS[part]()
            print(f"{part}: {time.monotonic() - began:.0f} s", flush=True)
    for path in sorted(DIST.iterdir()):
        if path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            print(f"{digest}  {path.stat().st_size:>11,}  {path.name}")
    return 0


def _day_of_the_source() -> str:
    """Return the second of the last commit: what every archive bears in place of today."""
    words = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    return told.stdout.strip() or str(int((ROOT / "pyproject.toml").stat().st_mtime))


def _papers() -> None:
    """Write the list of licences, the bill of materials, the man page and the pictures."""
    for script, arguments, name in (
        ("licences.py", ["check"], None),
        ("licences.py", ["list"], "LICENCES.txt"),
        ("bill.py", [], "sbom.cdx.json"),
        ("man_page.py", [], "siteselect.1"),
    ):
        words = [sys.executable, str(ROOT / "packaging" / script), *arguments]
        done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        if name:
            (STAGE / name).write_bytes(done.stdout)
    words = [sys.executable, str(ROOT / "packaging/icons.py"), str(STAGE)]
    subprocess.run(words, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def _wheel() -> None:
    """Make the wheel and the sdist; the wheel holds the manual when `make docs` has made it."""
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def _bundle() -> None:
    """Make the folder that needs no Python, and see that it is not too large."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    words += ["--distpath", str(BUNDLE.parent), "--workpath", str(ROOT / "build/pyinstaller")]
    words += [str(ROOT / "packaging/pyinstaller/siteselect.spec")]
    subprocess.run(words, check=True, cwd=ROOT)
    finish(BUNDLE, int(os.environ["SOURCE_DATE_EPOCH"]))
    size = megabytes(BUNDLE)
    print(f"The bundle holds {size:.0f} MB.")
    if size > LARGEST_MB:
        raise SystemExit(f"The bundle may hold {LARGEST_MB} MB: see packaging/trim.py.")


def _deb() -> None:
    """Make the Debian package of the bundle, where there is dpkg-deb."""
    if shutil.which("dpkg-deb") is None or not sys.platform.startswith("linux"):
        print("deb: no dpkg-deb here, left out.")
        return
    words = [sys.executable, str(ROOT / "packaging/deb/build.py"), str(BUNDLE), str(DIST)]
    subprocess.run(words, check=True)


_MAKERS = {"wheel": _wheel, "bundle": _bundle, "deb": _deb}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
