"""The Debian package of a frozen folder: `build.py BUNDLE DIST`.

Needs dpkg-deb and dpkg-shlibdeps (package dpkg-dev). Proved on Debian 12: installed, started,
tested and removed in a bare root without Python (packaging/bare-test.sh).
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from email.utils import formatdate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

from bundle import libraries  # noqa: E402

STAGE = ROOT / "build/package"
LARGEST_MB = 110
MAINTAINER = os.environ.get("SITESELECT_MAINTAINER", "siteselect <nobody@siteselect.invalid>")
"""Whoever hands the package out stands for it: see packaging/README.md."""


def main(bundle: Path, dist: Path) -> int:
    """Lay out the tree, write the control files, and pack it."""
    version = _version()
    tree = ROOT / "build/deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(tree, bundle)
    _control(tree, version, _needed(tree))
    _set_times(tree)
    target = dist / f"siteselect_{version}_{_architecture()}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(target)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    size = target.stat().st_size / 1e6
    print(f"{target.name}: {size:.1f} MB")
    if size > LARGEST_MB:
        raise SystemExit(f"The package may hold {LARGEST_MB} MB: see packaging/trim.py.")
    return 0


def _version() -> str:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'(?m)^version = "([^"]+)"', text)
    if found is None:
        raise SystemExit("pyproject.toml names no version.")
    return found[1]


def _architecture() -> str:
    words = ["dpkg", "--print-architecture"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _lay_out(tree: Path, bundle: Path) -> None:
    """Put every file where the system looks for it."""
    share, linux = tree / "usr/share", ROOT / "packaging/linux"
    shutil.copytree(bundle, tree / "usr/lib/siteselect", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/siteselect").symlink_to("../lib/siteselect/siteselect")
    papers = share / "doc/siteselect"
    for source, target in (
        (linux / "siteselect.desktop", share / "applications/siteselect.desktop"),
        (linux / "siteselect-mime.xml", share / "mime/packages/siteselect.xml"),
        (
            linux / "org.siteselect.siteselect.metainfo.xml",
            share / "metainfo/org.siteselect.siteselect.metainfo.xml",
        ),
        (
            ROOT / "resources/icons/siteselect.svg",
            share / "icons/hicolor/scalable/apps/siteselect.svg",
        ),
        (STAGE / "sbom.cdx.json", papers / "sbom.cdx.json"),
    ):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for size in (16, 32, 48, 64, 128, 256):
        icon = share / f"icons/hicolor/{size}x{size}/apps/siteselect.png"
        icon.parent.mkdir(parents=True)
        shutil.copyfile(STAGE / f"siteselect-{size}.png", icon)
    _packed(STAGE / "siteselect.1", share / "man/man1/siteselect.1.gz")
    _packed(ROOT / "CHANGELOG.md", papers / "NEWS.md.gz")
    _packed(STAGE / "LICENCES.txt", papers / "LICENCES.txt.gz")
    (papers / "copyright").write_text(_copyright(), encoding="utf-8")
    changes = gzip.compress(_changes().encode(), 9, mtime=0)
    (papers / "changelog.gz").write_bytes(changes)
    overrides = share / "lintian/overrides/siteselect"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "packaging/deb/lintian-overrides", overrides)
    _rights(tree)


def _packed(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def _changes() -> str:
    """Return the list of changes as Debian reads it; what changed is told in NEWS.md.gz."""
    second = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return (
        f"siteselect ({_version()}) unstable; urgency=medium\n\n"
        "  * What changed is told in NEWS.md.gz.\n\n"
        f" -- {MAINTAINER}  {formatdate(second)}\n"
    )


def _copyright() -> str:
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: siteselect\n\n"
        "Files: *\nCopyright: 2026 The siteselect contributors\nLicense: Apache-2.0\n"
        " On Debian systems the whole text is in /usr/share/common-licenses/Apache-2.0.\n"
        "Comment: The parts that it is built from, fonts and data bear licences of their own: see\n"
        " LICENCES.txt.gz and sbom.cdx.json in this folder.\n"
    )


def _rights(tree: Path) -> None:
    """Give folders 755, programs 755 and all else 644."""
    program = tree / "usr/lib/siteselect/siteselect"
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def _needed(tree: Path) -> str:
    """Return what dpkg-shlibdeps finds that the libraries want of the system."""
    if shutil.which("dpkg-shlibdeps") is None:
        raise SystemExit("dpkg-shlibdeps is missing: apt-get install -y dpkg-dev")
    (tree / "DEBIAN").mkdir()  # by which it knows the root of the package
    own = libraries(tree / "usr/lib/siteselect")
    folders = sorted({str(path.parent) for path in own})
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "debian").mkdir()
        (Path(scratch) / "debian/control").write_text(
            "Source: siteselect\n\nPackage: siteselect\nArchitecture: any\n"
        )
        words = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
        words += [f"-l{folder}" for folder in folders] + [f"-e{path}" for path in own]
        told = subprocess.run(words, cwd=scratch, capture_output=True, text=True, check=False)
    if told.returncode:
        faults = [line for line in told.stderr.splitlines() if "error:" in line]
        raise SystemExit("\n".join(faults))
    return told.stdout.strip().removeprefix("shlibs:Depends=")


def _control(tree: Path, version: str, needed: str) -> None:
    folder = tree / "DEBIAN"
    kilobytes = sum(path.lstat().st_size for path in (tree / "usr").rglob("*")) // 1024
    (folder / "control").write_text(
        f"Package: siteselect\nVersion: {version}\nArchitecture: {_architecture()}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {kilobytes}\nSection: science\n"
        f"Priority: optional\nDepends: {needed}\n"
        "Recommends: xdg-utils\n"
        "Description: choose where to build a cryptocurrency mining site\n"
        " A map with power stations, borders and electricity prices; candidate sites\n"
        " scored by a weighted multi-criteria model, live while a slider moves; ranked\n"
        " lists handed over with the source of every number. Works without the network.\n",
        encoding="utf-8",
    )
    sums = [
        f"{_md5(path)}  {path.relative_to(tree)}\n"
        for path in sorted((tree / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")
    folder.chmod(0o755)  # whatever the umask: dpkg-deb refuses a folder that nobody may read
    for path in folder.iterdir():
        path.chmod(0o644)


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _set_times(tree: Path) -> None:
    second = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    for path in [*tree.rglob("*"), tree]:
        os.utime(path, (second, second), follow_symlinks=False)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
