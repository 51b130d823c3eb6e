import zipfile

import pytest
import typer

from siteselect.cli import doctor
from siteselect.cli.doctor import Finding, examine


def test_a_sound_machine_has_nothing_to_mend():
    assert [finding for finding in examine() if not finding.good] == []


def test_a_missing_library_is_told_with_the_line_to_paste(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    with pytest.raises(typer.Exit) as ended:
        doctor.doctor(None)
    assert ended.value.exit_code == 1
    told = capsys.readouterr().out
    assert "MEND  System libraries of Qt" in told
    assert "libxcb-cursor0" in told


def test_no_screen_is_told_and_harms_nothing(monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    found = next(each for each in examine() if each.title == "Screen")
    assert found == Finding(
        "Screen", good=True, told="none: the window needs one, the commands do not"
    )


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    found = next(each for each in examine() if each.title == "no-such-package")
    assert not found.good
    assert "make run" in found.told


def test_a_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor.os, "access", lambda *_: False)
    found = doctor._folder("Own packs", tmp_path / "not" / "yet")
    assert not found.good
    assert str(tmp_path) in found.told


def test_a_full_disk_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "ROOM_MB", 2**60)
    assert "make room" in doctor._folder("Scratch files", tmp_path).told


def test_a_stray_table_of_projections_is_named(monkeypatch):
    import pyproj

    def breaks(_):
        raise RuntimeError("no database context specified")

    monkeypatch.setattr(pyproj, "CRS", breaks)
    monkeypatch.setenv("PROJ_DATA", "/nowhere")
    found = doctor._projections()
    assert not found.good
    assert "unset PROJ_DATA" in found.told


def test_in_a_bundle_what_is_gone_is_brought_back_by_installing_anew(monkeypatch):
    monkeypatch.setattr(doctor.sys, "frozen", True, raising=False)
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    found = next(each for each in examine() if each.title == "no-such-package")
    assert found.told == "is not installed: install siteselect anew"


def test_a_report_is_written_on_request_and_says_what_is_in_it(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    doctor.doctor(tmp_path / "report")
    told = capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        assert "doctor.txt" in file.namelist()
    assert "doctor.txt" in told
    assert "sent to nobody" in told
