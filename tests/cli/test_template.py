from siteselect.intake.offers import COLUMNS
from tests.cli.running import failed, run


def test_the_empty_table_has_every_column(capsys, tmp_path):
    path = tmp_path / "offers.csv"
    ended = run(capsys, "template", path)
    assert ended.code == 0
    assert str(path) in ended.out
    assert path.read_text() == ",".join(COLUMNS) + "\n"


def test_the_example_can_be_read_back(capsys, tmp_path):
    path = tmp_path / "offers-example.csv"
    assert run(capsys, "template", path).code == 0
    ended = run(capsys, "rank", "--sites", path, "--format", "json")
    assert "3 sites taken in." in ended.err
    names = {site["name"]: site for site in ended.json["sites"]}
    full = names["Example: a full offer"]
    assert full["country"] == "KZ"
    assert full["criteria"]["power_price"]["raw"] is not None


def test_nothing_is_overwritten_and_unknown_names_are_told(capsys, tmp_path):
    path = tmp_path / "offers.csv"
    path.write_text("mine")
    assert "exists already" in failed(capsys, "template", path)
    assert path.read_text() == "mine"
    assert "There are: offers-example.csv, offers.csv" in failed(capsys, "template", "x.csv")
    assert "cannot be written" in failed(capsys, "template", tmp_path / "none" / "offers.csv")
