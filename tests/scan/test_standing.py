import numpy as np
import pytest

from siteselect.model.gate import Gate, Verdict
from siteselect.scan.columns import CellColumn
from siteselect.scan.standing import CLOSED, OPEN, OUTSIDE, UNKNOWN, gate_codes, standing_of
from tests.scan.made import scanned

CODES = {Verdict.PASS: OPEN, Verdict.CONDITIONAL: OPEN, Verdict.UNKNOWN: UNKNOWN,
         Verdict.FAIL: CLOSED}  # fmt: skip


@pytest.mark.parametrize(
    "gate",
    [Gate("a", at_least=2.0, band=1.0), Gate("a", at_most=5.0), Gate("a", 1.0, 4.0, 0.5),
     Gate("a", at_least=2.0)],
)  # fmt: skip
def test_a_cell_stands_as_a_site_of_the_same_value(gate):
    values = np.array([-3.0, 0.5, 1.0, 1.5, 2.0, 4.0, 4.25, 4.75, 5.0, 5.1, np.nan])
    wanted = [CODES[gate.verdict(float(each))] for each in values]
    assert gate_codes(gate, values.astype(np.float32)).tolist() == wanted


def columns(region):
    values = np.linspace(0.0, 10.0, len(region)).astype(np.float32)
    values[:7] = np.nan
    other = np.full(len(region), 3.0, np.float32)
    return {"a": CellColumn(values, values, values), "b": CellColumn(other, other, other)}


def test_the_worst_gate_decides_and_each_tells_its_share():
    region = scanned().region
    gates = (Gate("a", at_least=5.0), Gate("b", at_most=2.0, enabled=False), Gate("b", at_most=4.0))
    found = standing_of(region, gates, columns(region))
    assert len(found.gates) == 2
    assert found.gates[1].closed == 0.0
    assert found.count(UNKNOWN) == 7
    assert found.gates[0].unknown == pytest.approx(7 / len(region))
    assert found.gates[0].closed == pytest.approx(found.count(CLOSED) / len(region))
    assert found.open_share == pytest.approx(found.count(OPEN) / len(region))


def test_countries_that_are_not_asked_for_are_outside():
    region = scanned().region
    found = standing_of(region, (), columns(region), {"BB"})
    assert found.land == int((region.country == 1).sum())
    assert (found.codes[region.country == 0] == OUTSIDE).all()
    assert found.open_share == 1.0


def test_a_stretch_stands_as_the_whole_does():
    region = scanned().region
    gates = (Gate("a", at_least=5.0),)
    whole = standing_of(region, gates, columns(region)).codes
    part = standing_of(region, gates, columns(region), None, slice(40, 90)).codes
    assert (part == whole[40:90]).all()


def test_no_country_at_all_gives_no_land():
    region = scanned().region
    found = standing_of(region, (Gate("a", at_least=5.0),), columns(region), ())
    assert (found.land, found.open_share, found.gates[0].closed) == (0, 0.0, 0.0)
