import pytest

from siteselect.cli.app import main
from siteselect.cli.pictures import size_of
from siteselect.errors import ExportError


class MadePress:
    """Paints nothing, and notes what was wished."""

    def __init__(self):
        self.wishes = []

    def views(self, study, pack, evaluation, keys, **wish):
        self.wishes.append((study.active, evaluation.scenario.name, keys, wish))
        for key in keys:
            yield key, f"{key} {wish['form']}".encode()


def run(*arguments, press=None):
    made = press or MadePress()
    return main(["pictures", *arguments], lambda: made), made


def test_each_view_is_a_file_of_its_own(tmp_path, capsys):
    folder = tmp_path / "new"
    code, press = run(
        "--to", str(folder), "--views", "map, tornado", "--size", "800x500", "--dpi", "144",
        "--format", "svg", "--theme", "dark", "--scenario", "lowest cost",
    )  # fmt: skip
    assert code == 0
    assert (folder / "map.svg").read_bytes() == b"map svg"
    assert capsys.readouterr().out.split() == [
        str(folder / "map.svg"), str(folder / "tornado.svg")
    ]  # fmt: skip
    ((active, scenario, keys, wish),) = press.wishes
    assert active == scenario == "Lowest cost"
    assert keys == ["map", "tornado"]
    assert wish == {"size": (800, 500), "dpi": 144.0, "form": "svg", "theme": "dark"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path, capsys):
    (tmp_path / "file").touch()
    code, _ = run("--to", str(tmp_path / "file"))
    assert code == 1
    assert "cannot be written" in capsys.readouterr().err


def test_no_view_and_no_press_are_told(tmp_path, capsys):
    assert run("--to", str(tmp_path), "--views", ",")[0] == 1
    assert main(["pictures", "--to", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "name a view" in told
    assert "cannot be painted here" in told


@pytest.mark.parametrize("text", ["", "1600", "1600 by 900", "0x0", "9999999x1"])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(ExportError, match="write it as 1600x900"):
        size_of(text)


def test_a_size_is_read_with_either_cross():
    assert size_of("1600x900") == size_of(" 1600×900 ") == (1600, 900)
