import json
import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from siteselect.cli.choices import Choices, evaluated
from siteselect.errors import SiteSelectError
from siteselect.mcda.evaluate import evaluate
from siteselect.packs.catalogue import open_pack
from siteselect.project.build import MatrixBuilder
from siteselect.project.file import sample_study, save_project

TOY = Path(__file__).parents[1] / "packs" / "toy"


def refused(**given):
    with pytest.raises(SiteSelectError) as told:
        Choices(**given).study()
    text = str(told.value)
    assert text.endswith((".", ".)"))
    assert "\n" not in text
    return text


def test_without_anything_the_sample_is_meant():
    study, pack = Choices().study()
    assert study == sample_study()
    assert pack.reference == study.pack


def test_every_override_takes_its_place(tmp_path):
    weights = tmp_path / "w.json"
    weights.write_text('{"power_price": 50, "july_temperature": 5}')
    study, _ = Choices(
        as_of="2023-06-01",
        method="topsis",
        scenario="lowest COST",
        weights=weights,
        settings=("weight.july_temperature=7", "weight.elevation=2.5"),
        load=20.0,
    ).study()
    assert study.context.as_of == date(2023, 6, 1)
    assert study.context.load_mw == 20.0
    scenario = study.scenario
    assert (scenario.name, scenario.method) == ("Lowest cost", "topsis")
    assert scenario.criterion("power_price").weight == 50
    assert scenario.criterion("july_temperature").weight == 7
    assert scenario.criterion("elevation").weight == 2.5
    assert scenario.criterion("elevation").enabled  # a criterion that gets a weight is switched on


def test_a_project_of_ones_own(tmp_path):
    path = tmp_path / "mine.siteselect"
    save_project(replace(sample_study(), title="Mine"), path)
    assert Choices(project=path).study()[0].title == "Mine"


def test_offers_are_added_and_win(tmp_path, capsys):
    table = tmp_path / "offers.csv"
    table.write_text(
        "name,lon,lat,price,currency,power_mw\nPlot 7,75.3,51.7,0.02,USD,80\n"
        "Ekibastuz,,,,,60\nBad,1,1,,,\n"
    )
    study, pack = Choices(sites=table).study()
    told = capsys.readouterr().err
    assert "offers.csv: 2 sites taken in, 1 row left out." in told
    assert "row 4, column country" in told
    assert len(study.candidates) == len(sample_study().candidates) + 1
    evaluation = evaluated(study, pack)
    row = evaluation.matrix.sites.index("Plot 7")
    price = evaluation.matrix.column("power_price")
    assert price.value[row] == pytest.approx(20.0)
    assert price.provenance[row].badge == "yours"
    ekibastuz = evaluation.matrix.sites.items[evaluation.matrix.sites.index("Ekibastuz")]
    assert ekibastuz.offer.power_mw == 60.0
    assert ekibastuz.lon == pytest.approx(75.32287)


def test_another_pack(tmp_path):
    study = sample_study()
    site = replace(study.candidates[0], name="A", country="AA", lon=0.5, lat=0.0)
    path = tmp_path / "toy.siteselect"
    save_project(replace(study, candidates=(site,)), path)
    _, pack = Choices(project=path, pack=str(TOY)).study()
    assert pack.reference == "toy@1"


def test_the_window_and_the_command_line_give_the_same_numbers():
    study, pack = Choices(as_of="2022-06-01", method="topsis").study()
    here = evaluated(study, pack)
    there = evaluate(study.scenario, MatrixBuilder(open_pack(study.pack)).build(study))
    assert [repr(float(score)) for score in here.scores] == [
        repr(float(score)) for score in there.scores
    ]
    assert here.order.tolist() == there.order.tolist()


@pytest.mark.parametrize(
    "text", ["weight.power_price=-1", "weight.power_price=nan", "weight.power_price=inf"]
)
def test_weights_that_are_none(text):
    assert "The weight of power_price is" in refused(settings=(text,))


def test_settings_that_are_not_understood():
    assert "no criterion magic. It has:" in refused(settings=("weight.magic=1",))
    assert "is no number" in refused(settings=("weight.power_price=much",))
    assert "is not understood" in refused(settings=("power_price=3",))
    assert "is set twice" in refused(settings=("weight.elevation=1", "weight.elevation=2"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "are damaged"),
        ("[1]", "are no object"),
        ('{"power_price": "3"}', "give power_price no number"),
        ('{"power_price": true}', "give power_price no number"),
        ('{"power_price": NaN}', "The weight of power_price is nan"),
        ('{"power_price": -3}', "The weight of power_price is -3"),
        ('{"power_price": 1' + "0" * 400 + "}", "is too large"),
        ('{"magic": 3}', "no criterion magic"),
        ('{"power_price": 1, "power_price": 2}', "the key power_price stands twice"),
        ("[" * 100_000, "are damaged"),
        (b"\xff\xfe", "are damaged"),
    ],
)
def test_a_weights_file_that_is_wrong_is_said_so(tmp_path, content, words):
    path = tmp_path / "w.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert words in refused(weights=path)


def test_other_things_that_are_not_there(tmp_path):
    assert "No such file" in refused(weights=tmp_path / "none.json")
    assert "No such file" in refused(project=tmp_path / "none.siteselect")
    assert "No such file" in refused(sites=tmp_path / "none.csv")
    assert "There is no pack called 'atlantis'" in refused(pack="atlantis")
    assert "There is no pack called ''" in refused(pack="")
    assert "no scenario called Bold. It has: Balanced" in refused(scenario="Bold")
    assert "is -5 MW" in refused(load=-5.0)
    assert "is nan MW" in refused(load=math.nan)


def test_days_without_facts_are_refused():
    late = (datetime.now(UTC).date() + timedelta(days=2)).isoformat()
    for day in ("2018-12-31", late, "1066-10-14"):
        assert f"holds no facts for {day}: choose a day from 2019-01-01 to" in refused(as_of=day)
    for text in ("yesterday", "2021-02-30", "", "20210602", "2021-W22-3"):
        assert "is no day: write it as 2021-06-02" in refused(as_of=text)


def test_all_weights_zero_is_told_when_judged(tmp_path):
    study = sample_study()
    path = tmp_path / "w.json"
    path.write_text(json.dumps({each.measure: 0 for each in study.scenario.criteria}))
    with pytest.raises(SiteSelectError, match="has a weight above zero"):
        Choices(weights=path).report()
    with pytest.raises(SiteSelectError, match="asks for the method magic"):
        Choices(method="magic").report()


def test_a_table_that_gives_no_site_is_refused_after_its_rows_were_told(tmp_path, capsys):
    path = tmp_path / "o.csv"
    path.write_text("name,lon,lat\nDrowned,-150,0\n")
    assert "gives no site to rank" in refused(sites=path)
    assert "row 2, column country: no country of the pack lies there" in capsys.readouterr().err


def test_weights_that_are_no_text_or_nested_too_deeply_are_told_in_plain_words(tmp_path):
    path = tmp_path / "w.json"
    path.write_text("[" * 100_000)
    assert "are damaged: nested too deeply. Write" in refused(weights=path)
    path.write_bytes('{"power_price": 40}'.encode("utf-16"))
    assert "are damaged: no UTF-8 text. Write" in refused(weights=path)


def test_another_pack_without_a_project_brings_its_own_places():
    study, pack = Choices(pack="uz-tj").study()
    assert pack.manifest.name == "uz-tj"
    assert {site.country for site in study.candidates} == {"UZ", "TJ"}
    assert study.pack == pack.reference


def test_the_pack_of_the_sample_named_outright_is_the_sample():
    assert Choices(pack="central-asia").study()[0].candidates == Choices().study()[0].candidates


def test_a_report_knows_the_users_layers(tmp_path):
    from tests.export.layers import made_layers

    path = tmp_path / "mine.siteselect"
    layers = made_layers(tmp_path)[1:3]
    save_project(replace(sample_study(), layers=layers), path)
    assert [each.name for each in Choices(project=path).report(3).layers] == ["roads", "rail"]
