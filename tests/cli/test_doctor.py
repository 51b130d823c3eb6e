import pytest
import typer

from siteselect.cli import doctor
from siteselect.cli.doctor import Finding, examine


def test_a_sound_machine_has_nothing_to_mend():
    assert [finding for finding in examine() if not finding.good] == []


def test_a_missing_library_is_told_with_the_line_to_paste(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    with pytest.raises(typer.Exit) as ended:
        doctor.doctor()
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
