import pytest

from siteselect.errors import StudyError
from siteselect.model.own_fact import FactTable, OwnFact


def test_a_row_is_told_by_its_cells():
    fact = OwnFact.of("tariffs", {"id": " U1 ", "price": "19"})
    assert (fact.table, fact.id) == (FactTable.TARIFFS, "U1")
    assert (fact.cell("price"), fact.cell("note")) == ("19", "")
    assert hash(fact) == hash(OwnFact(FactTable.TARIFFS, (("id", "U1"), ("price", "19"))))


def test_a_row_without_an_id_is_refused():
    with pytest.raises(StudyError, match="has no id"):
        OwnFact.of("rules", {"text": "A rule"})


def test_a_cell_stands_once():
    with pytest.raises(StudyError, match="gives price twice"):
        OwnFact(FactTable.RATES, (("id", "U1"), ("price", "1"), ("price", "2")))
