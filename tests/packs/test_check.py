"""Faults planted in a copy of the toy pack, and the sentences that tell them."""

from siteselect.packs.check import check_pack
from tests.packs.making import TOY, copy_of_toy, edit, zip_of


def told(path):
    return [str(fault) for fault in check_pack(path)]


def test_the_toy_is_sound():
    assert told(TOY) == []


def test_a_zip_is_checked_like_a_folder(tmp_path):
    copy = copy_of_toy(tmp_path)
    edit(copy / "facts/tariffs.csv", ",0.5,", ",-0.5,")
    zipped = zip_of(copy, tmp_path / "toy.zip")
    assert told(zipped) == told(copy) != []


def test_every_fault_is_told_at_once(tmp_path):
    """Twenty-eight faults of every kind, planted together."""
    pack = copy_of_toy(tmp_path)
    manifest = pack / "pack.toml"
    edit(manifest, 'origin = "BB"', 'origin = "ZZ"')
    edit(manifest, 'licence = "CC0-1.0"\n', "")
    edit(manifest, 'parent = "UN"', 'parent = "XX"')
    edit(manifest, 'currency = "BBD"', 'currency = "Beta dollar"')
    edit(manifest, 'title = "Lakes"\nsources = ["invented"]', 'title = "Lakes"')
    edit(manifest, 'title = "Airports"\nsources = ["invented"]', 'title="A"\nsources = ["unheard"]')
    edit(manifest, 'retrieved = 2026-11-01\npackage = ""', 'retreived = 2026-11-01\npackage = ""')
    (pack / "layers/disputed.geojson").unlink()
    tariffs = pack / "facts/tariffs.csv"
    edit(tariffs, "T1,AA,AA-W,,West Power,industry,supplier,delivered price,false,0.5",
         "T1,AA,AA-X,,West Power,industry,supplier,delivered price,false,-0.5")  # fmt: skip
    edit(tariffs, "T2,AA", "T1,AA")
    edit(tariffs, "false,0.2,,AAD", "false,0.2,,DM")
    edit(tariffs, "2021-01-01,2021-06-30,high,toy gazette 5", "2021-07-01,2021-06-30,high,gazette")
    edit(tariffs, "true,0.1,,BBD,included", "true,nan,,BBD,included")
    edit(tariffs, "T9,CC", "T9,QQ")
    rules = pack / "facts/rules.csv"
    edit(rules, "2019-01-01,2021-05-31", "1 January 2019,2021-05-31")
    edit(rules, "toy law 2,", ",")
    edit(rules, "status,in force,fail,,,2023-01-01", "status,forced,fail,,,2023-01-01")
    edit(pack / "facts/mining_fee.csv", "F2,AA,grid,0.4,0.6", "F2,AA,grid,0.3,0.6")
    edit(pack / "facts/rates.csv", "X2,AAD,12.5,2021-06-01", "X2,AAD,inf,2021-06-01")
    edit(pack / "facts/rates.csv", "X4,AAD,20,2022-01-01", "X4,AAD,20,2021-12-01")
    edit(pack / "facts/indicators.csv", ",year,", ",when,")
    edit(pack / "facts/comparators.csv", "CC,-100.0,40.0", "CC,-400.0,40.0")
    stations = pack / "layers/power_stations.geojson"
    edit(stations, '"id": "S2"', '"id": "S1"')
    edit(stations, '"region": "AA-E"', '"region": "AA-9"')
    edit(stations, '"mw": 90.0', '"mw": -90.0')
    edit(stations, '"coordinate": "suspect"', '"coordinate": "doubtful"')
    edit(pack / "layers/places.geojson", '"coordinates": [0.7', '"coordinates": [200.7')
    edit(pack / "layers/border_crossings.geojson", "2020-12-31", "end of 2020")
    lake = '{"type": "Polygon", "coordinates": [[['
    assert lake in (pack / "layers/countries.geojson").read_text()
    line = '{"type": "LineString", "coordinates": [[0, 0], [1, 1]]}'
    airports = pack / "layers/airports.geojson"
    where = airports.read_text().index('{"type": "Point"')
    text = airports.read_text()
    end = text.index("}", where) + 1
    airports.write_text(text[:where] + line + text[end:])

    found = told(pack)
    expected = [
        "pack.toml: origin 'ZZ' is no jurisdiction of the pack.",
        "pack.toml (jurisdictions.AA): parent 'XX' is no jurisdiction of the pack.",
        "pack.toml (jurisdictions.BB): currency 'Beta dollar' is no code of three letters.",
        "pack.toml (sources.invented): licence is missing.",
        "pack.toml (sources.invented): retrieved is missing.",
        "pack.toml (sources.invented): retreived is no key of the format.",
        "layers/disputed.geojson: the file is missing; pack.toml names it in [layers.disputed].",
        "pack.toml (layers.lakes): sources are missing: say where it comes from.",
        "pack.toml (layers.airports): source 'unheard' is not among [sources].",
        "facts/tariffs.csv, line 2 (T1): the region 'AA-X' has no polygon in the layer of regions.",
        "facts/tariffs.csv, line 2 (T1): column price is -0.5, below 0.",
        "facts/tariffs.csv, line 3 (T1): the id T1 stands already in line 2.",
        "facts/tariffs.csv, line 4 (T3): the currency 'DM' belongs to no jurisdiction of the pack.",
        "facts/tariffs.csv, line 6 (T5): it ends on 2021-06-30, before it starts on 2021-07-01.",
        (
            "facts/tariffs.csv, line 7 (T6): column price holds 'nan': give a finite number "
            "or leave it empty."
        ),
        "facts/tariffs.csv, line 10 (T9): the jurisdiction 'QQ' is not in pack.toml.",
        (
            "facts/rules.csv, line 2 (R1): column valid_from holds '1 January 2019', which is not "
            "a day like 2021-06-02."
        ),
        "facts/rules.csv, line 3 (R2): column source is empty.",
        (
            "facts/rules.csv, line 8 (R7): column status holds 'forced'; it must be one of: "
            "in force, announced, draft, event, unknown."
        ),
        (
            "facts/mining_fee.csv, line 3 (F2): it says the same thing as F1 for 2022-01-01 to "
            "2022-12-31: end one of them."
        ),
        (
            "facts/rates.csv, line 3 (X2): column units_per_usd holds 'inf': give a finite number "
            "or leave it empty."
        ),
        (
            "facts/rates.csv, line 5 (X4): it says the same thing as X1 for 2021-12-01 to "
            "2021-12-31: end one of them."
        ),
        "facts/indicators.csv, line 1: column year is missing.",
        "facts/comparators.csv, line 2 (M1): column lon is -400, beyond ±180 degrees.",
        "layers/power_stations.geojson (feature 2, S1): its id stands there twice.",
        "layers/power_stations.geojson (feature 3, S3): its region is 'AA-9', which cannot be.",
        "layers/power_stations.geojson (feature 4, S4): its mw is -90.0, which cannot be.",
        (
            "layers/power_stations.geojson (feature 6, S6): its coordinate is 'doubtful', which "
            "cannot be."
        ),
        (
            "layers/places.geojson (feature 1, A): its coordinates are out of range (±180, ±90 "
            "degrees)."
        ),
        (
            "layers/border_crossings.geojson (feature 2, C2): its closed is 'end of 2020', which "
            "cannot be."
        ),
        "layers/airports.geojson (feature 1, AAX): it is a LineString; wanted is Point.",
    ]
    for sentence in expected:
        assert sentence in found, sentence
    # BBD is unknown too, since its jurisdiction lost it: nothing else was planted.
    rest = [each for each in found if each not in expected]
    assert all("the currency 'BBD'" in each for each in rest), rest


def test_a_pack_that_cannot_be_opened_is_one_fault(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "pack.toml", "format = 1", "format = 2")
    (fault,) = told(pack)
    assert "format 2" in fault
    assert "There is no pack at" in told(tmp_path / "nowhere")[0]


def test_names_that_lead_out_and_endings_that_are_wrong(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "pack.toml", 'file = "facts/rates.csv"', 'file = "../rates.csv"')
    edit(pack / "pack.toml", 'file = "layers/lakes.geojson"', 'file = "facts/rules.csv"')
    found = told(pack)
    assert "pack.toml (facts.rates): '../rates.csv' leads out of the pack." in found
    assert "pack.toml (layers.lakes): facts/rules.csv should end in .fgb or .geojson." in found


def test_a_circle_of_parents_and_an_unknown_table(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "pack.toml", 'title = "The Union"', 'title = "The Union"\nparent = "AA"')
    edit(pack / "pack.toml", "[pack]", "[extras]\na = 1\n[pack]")
    edit(pack / "pack.toml", "bounds = [0.0, -1.0, 4.5, 1.0]", "bounds = [4.5, -1.0, 0.0, 1.0]")
    found = told(pack)
    assert "pack.toml (jurisdictions.AA): its parents go round in a circle." in found
    assert "pack.toml: [extras] is no table of the format." in found
    assert any("are not west, south, east, north" in each for each in found)


def test_a_projection_that_nobody_knows_is_a_fault(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "pack.toml", "+proj=laea", "+proj=flat")
    assert any("is no projection that PROJ knows" in each for each in told(pack))
