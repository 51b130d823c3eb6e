import json

import pytest

from siteselect.economics.price_unit import Per
from siteselect.intake.choices import Choices
from siteselect.model.sites import Vat

ALL = Choices(
    "gb18030", ";", ",", header=False, columns=(("lon", "X"),), crs="EPSG:32643", swap=True,
    per=Per.MWH, currency="KZT", vat=Vat.INCLUDED,
)  # fmt: skip


def test_choices_are_remembered_as_json():
    assert Choices.of(json.loads(json.dumps(ALL.plain()))) == ALL
    assert Choices.of(Choices().plain()) == Choices()
    assert Choices().plain() == {}


@pytest.mark.parametrize(
    "told",
    [{"per": "furlong"}, {"vat": 7}, {"header": "yes"}, {"columns": []}, {"crs": 1}, {"else": 1}],
)
def test_what_makes_no_sense_is_passed_over(told):
    assert Choices.of(told) == Choices()


def test_a_column_is_chosen_anew():
    assert ALL.with_column("lon", "Y").columns == (("lon", "Y"),)
    assert ALL.with_column("lat", "").columns == (("lon", "X"), ("lat", ""))
