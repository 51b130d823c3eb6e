import numpy as np
import pytest

from siteselect.criteria import _climate
from siteselect.criteria._climate import LAPSE_K_PER_KM, heights, temperature
from siteselect.model.sites import Site, Sites
from tests.criteria.toy import SITES, central_asia, toy


def test_heights_lie_between_the_cells_of_the_grid():
    sites = Sites((Site("a", "AA", 1.0, 0.5), Site("b", "AA", 1.0, 0.0)))
    assert heights(sites, toy()) == pytest.approx([550.0, 500.0])


def test_the_correction_is_the_standard_atmosphere():
    sites = Sites((Site("a", "AA", 1.0, 0.5),))
    column = temperature(sites, toy(), "july_c")
    assert column.value[0] == pytest.approx(21.0 - 0.050 * LAPSE_K_PER_KM)
    assert "21.0 °C in the cell at 500 m, -0.3 for a site at 550 m" in column.provenance[0].note


def test_without_a_height_nothing_is_corrected_and_it_says_so(monkeypatch):
    monkeypatch.setattr(_climate, "heights", lambda sites, pack: np.full(len(sites), np.nan))
    column = temperature(SITES, toy(), "july_c")
    assert column.value[0] == pytest.approx(20 + 90 * 180 / (np.pi * 6378.137))
    assert column.provenance[0].badge == "not corrected"


def test_beyond_the_grid_is_unknown():
    assert np.isnan(temperature(SITES, toy(), "july_c").value[3])


def test_a_cell_without_a_value_is_unknown():
    column = temperature(Sites((Site("a", "BB", 4.0, -0.9),)), toy(), "july_c")
    assert np.isnan(column.value).all()
    assert "no value here" in column.provenance[0].source


def test_almaty_is_warmer_than_its_cell_among_mountains():
    sites = Sites((Site("Almaty", "KZ", 76.9115, 43.25249),))
    column = temperature(sites, central_asia(), "annual_c")
    assert 7.0 < column.value[0] < 11.0
    assert "for a site at" in column.provenance[0].note
