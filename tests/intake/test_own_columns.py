from siteselect.intake.own_columns import findings, own_columns, own_values, with_own
from tests.intake.test_offers import read

ROWS = ((2, ("Osh", "3,5", "calm", "")), (3, ("Altay", "x", "", "1e999")), (4, ("Taraz",)))


def test_columns_without_a_word_of_their_own_are_left_aside():
    header = ("name", " Fine  dust ", "", "Mood", "Fine dust")
    assert own_columns(header, [0]) == {"Fine dust": 1, "Mood": 3}


def test_numbers_are_kept_and_the_rest_is_told():
    columns = {"dust": 1, "mood": 2, "noise": 3}
    assert [own_values(row, columns) for _, row in ROWS] == [(("dust", 3.5),), (), ()]
    told = [(each.row, each.text) for each in findings(ROWS, columns)]
    assert told == [
        (0, 'The column "dust" was kept as the sites\' own values (1 number).'),
        (3, '"x" is no number and was not kept.'),
        (0, 'The column "mood" is not known and was not read.'),
        (0, 'The column "noise" is not known and was not read.'),
    ]


def test_a_new_table_replaces_what_it_says_and_keeps_the_rest():
    assert with_own((("dust", 1.0), ("noise", 2.0)), (("dust", 3.0),)) == (
        ("dust", 3.0),
        ("noise", 2.0),
    )


def test_a_table_of_sites_brings_its_own_columns(tmp_path):
    got = read(tmp_path, "name,lon,lat,Dust,mood\nA,75,51,3.5,good\nB,76,51,,\n")
    assert [site.values for site in got.sites] == [(("Dust", 3.5),), ()]
    again = read(tmp_path, "name,lon,lat,Noise\nA,75,51,40\n", got.sites)
    assert again.sites[0].values == (("Dust", 3.5), ("Noise", 40.0))
    assert any("own values (1 number)" in line for line in again.report.lines)
