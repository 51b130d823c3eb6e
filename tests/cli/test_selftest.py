import pytest
import typer

from siteselect.cli import selftest
from siteselect.cli.selftest_bench import Check
from siteselect.criteria import MEASURES
from siteselect.export import EXPORTERS
from siteselect.mcda.methods import METHODS
from tests.cli.running import run


def test_every_leaf_has_a_check_of_its_own():
    titles = [check.title for check in selftest.checks()]
    assert len(titles) == len(set(titles))
    for kind, leaves in (("Measure", MEASURES), ("Method", METHODS), ("Exporter", EXPORTERS)):
        assert {f"{kind} {key}" for key in leaves} <= set(titles)
    assert titles[-1] == "Window and fonts"


def test_a_sound_program_passes_without_a_window(capsys):
    ended = run(capsys, "selftest", "--no-window")
    assert ended.code == 0, ended.out
    lines = ended.out.strip().splitlines()
    assert all(line.startswith("ok  ") for line in lines[:-1])
    assert f"{len(lines) - 1} checks, none failed" in lines[-1]
    assert "Window" not in ended.out


def test_a_failure_is_told_stops_no_other_check_and_ends_1(monkeypatch, capsys):
    def breaks(_):
        raise ValueError("the disk is upside down")

    checks = [Check("First", breaks), Check("Second", lambda _: "fine")]
    monkeypatch.setattr(selftest, "checks", lambda *, window: iter(checks))
    with pytest.raises(typer.Exit) as ended:
        selftest.selftest()
    assert ended.value.exit_code == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("FAIL  First: ValueError: the disk is upside down")
    assert told[1].startswith("ok    Second: fine")
    assert told[2].startswith("2 checks, 1 failed")
