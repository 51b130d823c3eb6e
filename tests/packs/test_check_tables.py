import pytest

from siteselect.packs.check_tables import table_faults
from siteselect.packs.pack import Pack
from tests.packs.making import copy_of_toy, edit

TARIFF = "{id},AA,,,Firm,industry,supplier,all,false,1,,AAD,excluded,{start},{end},high,{source},,"
RULE = "{id},AA,,status,in force,fail,,,{start},{end},high,{source},ban,"
FEE = "{id},AA,own renewable,{low},{high},1,,AAD,{status},{start},{end},high,{source},"


def overlaps(tmp_path, table, *rows):
    """Add rows to a table of a sound pack; return which rows are told to say a thing twice."""
    pack = copy_of_toy(tmp_path)
    with (pack / f"facts/{table}.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)
    faults = table_faults(Pack(pack), None)
    assert all("says the same thing as" in fault.text for fault in faults), faults
    return [fault.row for fault in faults]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("2024-01-01", "2024-06-30"), ("2024-06-30", "2024-12-31"), ["b"]),
        (("2024-01-01", "2024-06-29"), ("2024-06-30", "2024-12-31"), []),
        (("2024-01-01", "2024-12-31"), ("2024-03-01", ""), ["b"]),
        (("2024-01-01", ""), ("2024-03-01", ""), []),  # last seen, then seen again
        (("2024-01-01", ""), ("2024-01-01", ""), ["b"]),
        (("", "2024-12-31"), ("2024-03-01", ""), []),  # holds on no day
    ],
)
def test_tariffs_of_one_series_and_source(tmp_path, first, second, expected):
    rows = [
        TARIFF.format(id=name, start=start, end=end, source="s")
        for name, (start, end) in zip("ab", (first, second), strict=True)
    ]
    assert overlaps(tmp_path, "tariffs", *rows) == expected


def test_two_sources_may_differ(tmp_path):
    rows = [
        TARIFF.format(id=name, start="2024-01-01", end="2024-12-31", source=name) for name in "ab"
    ]
    assert overlaps(tmp_path, "tariffs", *rows) == []


def test_one_rule_does_not_hold_twice(tmp_path):
    rows = [RULE.format(id=name, start="2024-01-01", end="", source="s") for name in "ab"]
    assert overlaps(tmp_path, "rules", *rows) == ["b"]


@pytest.mark.parametrize(
    ("bounds", "status", "expected"),
    [
        ((("0", "5"), ("5", "")), "in force", []),
        ((("0", "5"), ("4", "")), "in force", ["b"]),
        ((("", ""), ("4", "5")), "in force", ["b"]),
        ((("0", "5"), ("4", "")), "draft", []),
    ],
)
def test_steps_of_a_fee_share_no_price(tmp_path, bounds, status, expected):
    rows = [
        FEE.format(id=name, low=low, high=high, status=how, start="2024-01-01", end="", source="s")
        for name, (low, high), how in zip("ab", bounds, ("in force", status), strict=True)
    ]
    assert overlaps(tmp_path, "mining_fee", *rows) == expected


def test_an_empty_id_and_a_wrong_day_in_any_table(tmp_path):
    pack = copy_of_toy(tmp_path)
    (pack / "facts/comparators.csv").write_text(
        "id,lon,lat,opened,source\n,1,2,2021,s\nb,1,95,,\n", encoding="utf-8"
    )
    assert [str(fault) for fault in table_faults(Pack(pack), None)] == [
        "facts/comparators.csv, line 2: column id is empty.",
        (
            "facts/comparators.csv, line 2: column opened holds '2021', which is not a day like "
            "2021-06-02."
        ),
        "facts/comparators.csv, line 3 (b): column lat is 95, beyond ±90 degrees.",
        "facts/comparators.csv, line 3 (b): column source is empty.",
    ]


def test_a_table_beside_the_law_may_speak_of_neighbours(tmp_path):
    pack = copy_of_toy(tmp_path)
    edit(pack / "facts/comparators.csv", "Gamma,CC", "Gamma,NN")
    edit(pack / "facts/rules.csv", "R1,AA", "R1,NN")
    told = [str(fault) for fault in table_faults(Pack(pack), None, frozenset({"NN"}))]
    assert told == ["facts/rules.csv, line 2 (R1): the jurisdiction 'NN' is not in pack.toml."]
