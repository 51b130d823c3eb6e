import pytest

from siteselect.errors import IntakeError
from siteselect.intake.choices import Choices
from siteselect.intake.fact_tables import read_facts
from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.packs.catalogue import open_pack

RATES = "id,currency,units_per_usd,start,end,kind,source\n"
GOOD = "mine-1,KZT,470.5,2024-01-01,2024-01-31,month_mean,my bank\n"


@pytest.fixture(scope="module")
def pack():
    return open_pack("central-asia")


def read(tmp_path, pack, text, *rest, **other):
    path = tmp_path / "facts.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_facts(path, pack, *rest, **other)


def test_rows_are_told_by_their_headings_and_checked_by_the_packs_rules(tmp_path, pack):
    got = read(tmp_path, pack, RATES + GOOD + "mine-2,KZT,-5,2024-01-01,2024-01-31,month_mean,x\n")
    (fact,) = got.facts
    assert (fact.table, fact.id, fact.cell("units_per_usd")) == (FactTable.RATES, "mine-1", "470.5")
    assert got.report.summary == "facts.csv: 1 fact taken in, 1 row left out."
    assert "units_per_usd" in got.report.lines[1]
    assert "row 3" in got.report.lines[1]


def test_ids_twice_missing_or_unknown_columns_are_told(tmp_path, pack):
    text = RATES.replace("source", "source,mood") + GOOD.replace("bank", "bank,good") * 2
    text += ",KZT,1,2024-01-01,2024-01-31,month_mean,x,\n"
    got = read(tmp_path, pack, text)
    told = "\n".join(got.report.lines)
    assert len(got.facts) == 1
    assert 'The column "mood" is none of rates' in told
    assert "The id mine-1 stands in row 2 already" in told
    assert "has no id" in told


def test_a_table_in_another_encoding_and_a_table_by_name(tmp_path, pack):
    text = (RATES + GOOD.replace("my bank", "банк")).replace(",", ";").encode("cp1251")
    assert read(tmp_path, pack, text).facts[0].cell("source") == "банк"
    got = read(tmp_path, pack, text, (), FactTable.RATES, Choices(encoding="koi8-r"))
    assert got.facts[0].cell("source") == "банк".encode("cp1251").decode("koi8-r")


def test_facts_of_before_are_kept_in_mind(tmp_path, pack):
    before = OwnFact.of("rates", {"id": "mine-1", "currency": "KZT", "units_per_usd": "1"})
    assert len(read(tmp_path, pack, RATES + GOOD, (before,)).facts) == 1


def test_another_table_is_refused(tmp_path, pack):
    with pytest.raises(IntakeError, match="is no table of facts"):
        read(tmp_path, pack, "name,lon,lat\nA,75,51\n")
