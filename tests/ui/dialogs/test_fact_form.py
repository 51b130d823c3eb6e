import pytest

from siteselect.model.own_fact import FactTable, OwnFact
from siteselect.ui.dialogs.fact_form import FactForm
from tests.ui.money_made import pack

TARIFF = {"jurisdiction": "KZ", "region": "KZ-PAV", "route": "supplier", "component": "delivered",
          "consumer_class": "industry", "supplier": "by letter", "price": "19.5", "currency": "KZT",
          "vat": "excluded", "valid_from": "2021-01-01"}  # fmt: skip


@pytest.fixture
def make(qtbot):
    def made(table=FactTable.TARIFFS, held=(), id_=""):
        form = FactForm(pack(), table, held, id_)
        qtbot.addWidget(form)
        return form

    return made


def test_an_empty_fact_says_what_it_lacks_and_a_sound_one_can_be_kept(make):
    form = make()
    assert not form.keep.isEnabled()
    assert form.faults.text() != ""
    for column, text in TARIFF.items():
        form.type(column, text)
    assert form.told() == ()
    assert form.keep.isEnabled()
    assert form.fact.id == "U1"
    assert form.fact.cell("price") == "19.5"


def test_a_bad_cell_is_told_in_a_sentence(make):
    form = make()
    for column, text in TARIFF.items():
        form.type(column, text)
    form.type("price", "-3")
    assert any("price" in text for text in form.told())
    assert not form.keep.isEnabled()
    form.type("price", "3")
    form.type("valid_to", "2020-01-01")
    assert any("2020-01-01" in text for text in form.told())


def test_a_correction_holds_only_what_differs(make):
    form = make(FactTable.RULES, id_="R21")
    assert not form.fields["id"].isEnabled()
    form.type("valid_to", "2021-12-31")
    assert dict(form.fact.cells) == {"id": "R21", "valid_to": "2021-12-31"}
    assert form.keep.isEnabled()


def test_a_second_fact_gets_the_next_id_and_ones_own_is_mended(make):
    own = OwnFact.of("tariffs", {**TARIFF, "id": "U1"})
    assert make(held=(own,)).fact.id == "U2"
    form = make(held=(own,), id_="U1")
    assert form.fields["price"].text() == "19.5"
    form.type("price", "21")
    assert form.fact.cell("price") == "21"
    assert form.told() == ()
