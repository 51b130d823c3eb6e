from collections import Counter
from datetime import date

from packbuild.sample import PACK, SAMPLE, sample
from siteselect.packs.catalogue import open_pack
from siteselect.project.file import project_text, sample_path, sample_study


def test_the_shipped_file_is_what_the_script_writes():
    assert sample_path() == SAMPLE
    assert SAMPLE.read_text(encoding="utf-8") == project_text(sample(open_pack(PACK)))


def test_the_sample_holds_every_place_and_no_invented_offer():
    study = sample_study()
    countries = Counter(site.country for site in study.candidates if not site.off_map)
    assert countries == {"KZ": 24, "KG": 6, "CN-XJ": 7}
    assert any(site.country == "US-TX" and site.off_map for site in study.candidates)
    assert all(site.offer is None and site.source for site in study.candidates)
    assert study.context.as_of == date(2021, 6, 2)
    assert study.context.load_mw == 50.0
    assert study.active == study.scenarios[0].name == "Balanced"
