import pytest

from tests.packaging.loading import load

names = load("names")


@pytest.fixture(scope="module")
def gathered():
    return list(names.names())


@pytest.mark.parametrize(
    "name",
    ["Almaty", "Rockdale (Texas)", "Kazakhstan", "Tajikistan", "Caspian Sea", "Tashkent", "km",
     "Low carbon", "Relocation 2021"],
)  # fmt: skip
def test_what_ships_with_a_name_is_gathered(gathered, name):
    assert name in {each for each, _ in gathered}


def test_each_name_comes_with_the_file_that_brings_it(gathered):
    where = dict(reversed(gathered))
    assert where["Almaty"] == "resources/packs/central-asia"
    assert where["Nukus"] == "resources/packs/uz-tj"
    assert where["Relocation 2021"] == "resources/samples/relocation-2021.siteselect"


def test_headlines_and_notes_of_the_sample_are_told_too(gathered):
    told = {each for each, _ in gathered}
    assert sum(each.startswith("2019: lawful") for each in told) == 1
    assert sum(each.startswith("Rule R01") for each in told) == 1


def test_a_town_whose_names_the_pack_knows_asks_for_none(gathered):
    assert "Peshawar" not in {each for each, _ in gathered}


def test_a_pack_without_layers_brings_its_titles_alone(tmp_path):
    (tmp_path / "pack.toml").write_text(
        '[pack]\ntitle = "Moon"\n[jurisdictions.MO]\ntitle = "Sea of Rains"\n', encoding="utf-8"
    )
    assert list(names._of_pack(tmp_path)) == ["Moon", "Sea of Rains"]
