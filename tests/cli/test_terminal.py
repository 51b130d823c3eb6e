from rich.console import Console

from siteselect.cli.terminal import WIDTH, console, line, plain, table_of


def test_control_signs_are_taken_out():
    assert plain("a\x1b[31mb\x07\nc") == "a[31mbc"
    assert line("x\x1b[2J").plain == "x[2J"


def test_a_table_tells_every_row_and_cannot_be_steered(capsys):
    table = table_of(("Site", "Score"), [("Osh[red]", "7.0"), ("A\x1b", "71.5")], ("Site",))
    Console(width=40).print(table)
    lines = [each.rstrip() for each in capsys.readouterr().out.splitlines()]
    assert lines == ["Site      Score", "Osh[red]    7.0", "A          71.5"]


def test_a_file_gets_a_fixed_width():
    assert console().width == WIDTH
