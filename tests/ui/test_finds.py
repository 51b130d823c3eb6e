import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.ui.finds import place_finds, point_find, site_finds
from siteselect.ui.ground import Ground
from tests.making import make_evaluation
from tests.ui.made import TOY


def test_sites_are_found_in_the_order_of_the_ranking():
    evaluation = make_evaluation(9)
    shown = []
    finds = site_finds(evaluation, shown.append)
    assert finds[0].title == evaluation.leader
    assert finds[0].detail.endswith("rank 1")
    assert finds[-1].detail.endswith("fails a gate")
    finds[0].go()
    assert shown == [evaluation.leader]


def test_places_of_the_pack_are_found_the_largest_first():
    pack = open_pack(str(TOY))
    gone = []
    finds = place_finds(Ground("toy@1", pack, None, None), lambda *at: gone.append(at))
    layer = pack.layer("places")
    largest = layer.loc[layer["population"].idxmax()]
    assert len(finds) == len(layer)
    assert finds[0].title == largest["name"]
    finds[0].go()
    assert gone == [(largest.geometry.x, largest.geometry.y)]


def test_without_a_pack_there_are_no_places():
    assert place_finds(Ground("made@1", None, None, None), print) == []


def test_a_text_that_means_a_point_leads_there():
    gone = []
    find = point_find("51°43.386' N 75°19.35' E", lambda *at: gone.append(at))
    assert find.title == "51°43.386' N 75°19.35' E"
    assert find.detail == "51.72310° N 75.32250° E (degrees)"
    find.go()
    assert gone == [pytest.approx((75.3225, 51.7231))]
    assert point_find("Pavlodar", print) is None


def test_places_are_found_by_their_names_in_other_letters():
    pack = open_pack()
    finds = place_finds(Ground("x", pack, None, None), print)
    told = {find.title: find.detail for find in finds}
    assert "Урумчи" in told["Ürümqi"]
    assert "乌鲁木齐" in told["Ürümqi"]
    assert told["Ürümqi"].endswith("CN-XJ")
