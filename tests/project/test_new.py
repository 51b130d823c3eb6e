from datetime import date
from pathlib import Path

from siteselect.packs.catalogue import open_pack
from siteselect.project.default_scenarios import default_scenarios
from siteselect.project.new import new_study, pack_sites
from tests.making import make_scenario

TOY = Path(__file__).parent.parent / "packs" / "toy"
DAY = date(2024, 5, 1)


def test_a_new_study_has_the_places_of_the_pack_and_the_shipped_scenarios():
    pack = open_pack()
    study = new_study("Mine", pack, DAY, active="Low carbon")
    assert study.title == "Mine"
    assert study.pack == pack.reference
    assert study.context.as_of == DAY
    assert study.candidates == pack_sites(pack)
    assert len(study.candidates) == len(pack.table("candidates")) + len(pack.table("comparators"))
    assert study.scenarios == default_scenarios()
    assert study.active == "Low carbon"


def test_a_new_study_may_begin_with_none_and_with_one_scenario():
    study = new_study("Mine", open_pack(), DAY, places=False, scenarios=(make_scenario(),))
    assert study.candidates == ()
    assert study.active == make_scenario().name


class BarePack:
    manifest = open_pack(str(TOY)).manifest

    def table(self, name):
        return [{"name": "A", "jurisdiction": "AL", "lon": "", "lat": ""}] if name else []


def test_a_place_without_a_point_and_a_pack_without_places_propose_none():
    assert pack_sites(BarePack()) == ()
    toy = open_pack(str(TOY))
    assert "candidates" not in toy.manifest.facts
    assert len(pack_sites(toy)) == len(toy.table("comparators"))
