"""The preparation of a fresh machine, with its commands replaced by notes of what would run."""

import importlib.util
from pathlib import Path
from types import SimpleNamespace

import pytest

PATH = Path(__file__).parents[2] / "packaging/prepare.py"


@pytest.fixture
def prepare(monkeypatch):
    spec = importlib.util.spec_from_file_location("prepare", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ran = []

    def run(command, **options):
        module.ran.append(command)
        return SimpleNamespace(returncode=0, stdout=module.sys.version, stderr="")

    monkeypatch.setattr(module, "subprocess", SimpleNamespace(run=run))
    return module


def test_nothing_is_done_when_the_stamp_is_fresh(prepare, tmp_path, monkeypatch):
    python = tmp_path / "bin/python"
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(prepare, "VENV", tmp_path)
    monkeypatch.setattr(prepare, "PYTHON", python)
    assert prepare.prepare_venv("run") == 0
    assert any("install" in command for command in prepare.ran)
    prepare.ran.clear()
    assert prepare.prepare_venv("run") == 0
    assert prepare.ran == []
    (tmp_path / "prepared-run").write_text("of another day")
    assert prepare.prepare_venv("run") == 0
    assert any("install" in command for command in prepare.ran)


def test_a_user_who_may_not_install_gets_one_line(prepare, monkeypatch, capsys):
    monkeypatch.setattr(prepare, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(prepare, "_permission", lambda: None)
    assert prepare.prepare_system() == 1
    line = capsys.readouterr().out.strip().splitlines()[-1]
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert line.endswith("libxcb-cursor0")


def test_a_user_who_may_has_them_installed(prepare, monkeypatch):
    monkeypatch.setattr(prepare, "missing_libraries", lambda: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(prepare, "_permission", lambda: ["sudo", "-n"])
    monkeypatch.setattr(prepare.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert prepare.prepare_system() == 0
    assert prepare.ran[-1][:5] == ["sudo", "-n", "apt-get", "install", "-y"]


def test_an_old_python_is_told(prepare, monkeypatch, capsys):
    monkeypatch.setattr(prepare.sys, "version_info", (3, 10, 4))
    assert prepare.main() == 1
    assert "3.11 or newer" in capsys.readouterr().out


def test_packages_are_made_in_a_room_of_their_own_from_known_bytes(prepare, tmp_path, monkeypatch):
    python = tmp_path / prepare.PYTHON.relative_to(prepare.VENV)
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(prepare, "VENV_PACKAGE", tmp_path)
    assert prepare.prepare_venv("package") == 0
    install = next(command for command in prepare.ran if "--require-hashes" in command)
    assert install[0].startswith(str(tmp_path))
    assert install[-1].endswith("package.hashes.txt")


def test_an_unknown_kind_is_told(prepare, monkeypatch, capsys):
    monkeypatch.setattr(prepare.sys, "argv", ["prepare.py", "everything"])
    assert prepare.main() == 2
    assert "everything" in capsys.readouterr().out
