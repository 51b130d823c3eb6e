import pytest

from siteselect.cli import system_libraries


def test_a_library_that_does_not_load_is_missing(monkeypatch):
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_loads", lambda name: name != "libGL.so.1")
    assert system_libraries.missing_libraries() == ["libGL.so.1"]


def test_nothing_is_missed_outside_linux(monkeypatch):
    monkeypatch.setattr(system_libraries.sys, "platform", "darwin")
    monkeypatch.setattr(system_libraries, "_loads", lambda name: False)
    assert system_libraries.missing_libraries() == []


def test_the_line_names_the_packages(monkeypatch):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: None)
    line = system_libraries.install_line(["libxcb-cursor.so.0", "libglib-2.0.so.0"])
    assert line.endswith("libxcb-cursor0 libglib2.0-0")


@pytest.mark.parametrize(("code", "name"), [(0, "libglib2.0-0t64"), (100, "libglib2.0-0")])
def test_newer_systems_have_another_name(monkeypatch, code, name):
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: "/usr/bin/apt-cache")
    answer = type("Answer", (), {"returncode": code})
    monkeypatch.setattr(system_libraries.subprocess, "run", lambda *a, **k: answer)
    assert system_libraries.install_line(["libglib-2.0.so.0"]).split()[-1] == name
