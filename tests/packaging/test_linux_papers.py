"""What desktops read of the program: parsed here; their own validators run where they are."""

import configparser
import plistlib
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging/linux"


def test_the_desktop_file_names_program_icon_and_type():
    entries = configparser.ConfigParser(interpolation=None)
    entries.read(LINUX / "siteselect.desktop", encoding="utf-8")
    entry = entries["Desktop Entry"]
    assert entry["Exec"] == "siteselect %f"
    assert entry["MimeType"] == "application/x-siteselect;"
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", LINUX / "siteselect.desktop"], check=True)


def test_the_metainfo_tells_the_version_of_the_program():
    tree = ET.parse(LINUX / "org.siteselect.siteselect.metainfo.xml")  # noqa: S314 - our own file
    release = tree.find("releases/release")
    assert f'version = "{release.get("version")}"' in (ROOT / "pyproject.toml").read_text()
    assert tree.findtext("launchable") == "siteselect.desktop"
    if shutil.which("appstreamcli"):
        words = [
            "appstreamcli",
            "validate",
            "--no-net",
            LINUX / f"{tree.findtext('id')}.metainfo.xml",
        ]
        subprocess.run(words, check=True, capture_output=True)


def test_the_mime_type_is_that_of_projects():
    tree = ET.parse(LINUX / "siteselect-mime.xml")  # noqa: S314 - our own file
    glob = tree.find(".//{*}glob")
    assert glob.get("pattern") == "*.siteselect"


def test_every_file_that_the_flatpak_takes_exists():
    folder = ROOT / "packaging/flatpak"
    manifest = yaml.safe_load((folder / "org.siteselect.siteselect.yml").read_text())
    files = [each["path"] for each in manifest["modules"][0]["sources"] if each["type"] == "file"]
    assert len(files) == 4
    assert all((folder / path).is_file() for path in files)


def test_the_entitlements_are_a_property_list():
    path = ROOT / "packaging/macos/entitlements.plist"
    assert plistlib.loads(path.read_bytes()) == {
        "com.apple.security.cs.disable-library-validation": True
    }


def test_the_work_of_a_public_host_is_described_in_sound_yaml():
    for path in (ROOT / ".github").rglob("*.yml"):
        assert yaml.safe_load(path.read_text()), path
    jobs = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text())["jobs"]
    assert jobs["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
