import math
from dataclasses import replace
from datetime import date

import pytest

from siteselect.export.slides import make_slides, with_slides
from siteselect.mcda.evaluate import evaluate
from siteselect.model.gate import Verdict
from siteselect.model.scene import Scene
from siteselect.model.study import Context, Study
from siteselect.packs.catalogue import open_pack
from siteselect.project.build import MatrixBuilder
from siteselect.project.file import sample_study
from siteselect.project.region_day import region_day
from tests.export.making import REGIONS, TOY, made_evaluation, made_report


class Day:
    regions = REGIONS


def made_study(*scenes: Scene) -> Study:
    evaluation = made_evaluation()
    study = Study("Toy", str(TOY), Context(date(2021, 6, 2)), evaluation.matrix.sites.items,
                  (evaluation.scenario,), "Balanced")  # fmt: skip
    return replace(study, scenes=scenes)


def reckon(study):
    evaluation = made_evaluation()
    return replace(evaluation, matrix=replace(evaluation.matrix, as_of=study.context.as_of)), Day()


def test_each_scene_is_told_on_its_own_day_with_its_own_picture():
    days = (date(2020, 1, 1), date(2021, 1, 1))
    scenes = tuple(Scene(f"On {day}", "Balanced", day) for day in days)
    seen = []

    def painter(pack, views):
        seen.extend(view.scene.headline for view in views)
        return [b"first", b"second"]

    slides = make_slides(made_study(*scenes), open_pack(TOY), reckon, painter)
    assert seen == ["On 2020-01-01", "On 2021-01-01"]
    assert [each.report.stamp.as_of for each in slides] == ["2020-01-01", "2021-01-01"]
    assert [each.picture for each in slides] == [b"first", b"second"]
    assert with_slides(made_report(), slides).slides == slides


def test_a_study_without_scenes_is_one_slide_as_it_stands():
    (slide,) = make_slides(made_study(), open_pack(TOY), reckon, None)
    assert (slide.scene.headline, slide.scene.scenario) == ("Toy", "Balanced")
    assert slide.picture is None


@pytest.fixture(scope="module")
def told():
    """Return, for each scene of the sample, its ranking and what held on its day."""
    study = sample_study()
    pack = open_pack(study.pack)
    build = MatrixBuilder(pack).build
    found = []
    for scene in study.scenes:
        shown = study.at_scene(scene)
        ranking = evaluate(shown.scenario, build(shown))
        found.append((scene, ranking, region_day(pack, scene.as_of)))
    return found


def passing(ranking):
    items = ranking.matrix.sites.items
    return [items[row] for row in ranking.order if ranking.verdicts[row].ranks]


def rank(ranking, name):
    return int(ranking.ranks[ranking.matrix.sites.names.index(name)])


def law(day, jurisdiction):
    return {each.verdict for each in day.regions if each.jurisdiction == jurisdiction}


def test_the_sample_tells_five_scenes_from_2019_to_today(told):
    assert [scene.as_of.year for scene, _, _ in told] == [2019, 2021, 2021, 2024, 2026]
    assert all(len(scene.notes) > 100 for scene, _, _ in told)
    names = {site.name for site in sample_study().candidates}
    assert all(set(scene.sites) <= names for scene, _, _ in told)


def test_the_headlines_of_2019_and_2021_are_true_on_their_days(told):
    _, ranking, day = told[0]
    assert law(day, "KZ") == {Verdict.PASS}
    assert law(day, "KG") == law(day, "CN-XJ") == {Verdict.UNKNOWN}
    assert len(passing(ranking)) == 22
    _, ranking, day = told[1]
    assert law(day, "KG") == {Verdict.FAIL}
    assert ranking.leader == "Yining"
    assert rank(ranking, "Almaty") == 2
    _, ranking, day = told[2]
    assert law(day, "CN-XJ") == {Verdict.FAIL}
    assert {site.country for site in passing(ranking)} == {"KZ"}
    assert len(passing(ranking)) == 22
    assert ranking.verdicts.count(Verdict.FAIL) == 13
    assert [site.name for site in passing(ranking)[:3]] == ["Pavlodar", "Aksu", "Karaganda"]


def test_the_headlines_of_2024_and_2026_are_true_on_their_days(told):
    _, before, _ = told[2]
    _, ranking, _ = told[3]
    assert rank(before, "Karaganda") == 3
    assert rank(ranking, "Karaganda") == 19
    column = ranking.matrix.column("power_price")
    row = ranking.matrix.sites.names.index("Karaganda")
    assert "import" in column.provenance[row].note
    assert column.value[row] == pytest.approx(102.4, abs=0.1)
    _, ranking, _ = told[4]
    places = [ranking.matrix.sites.names.index(site.name) for site in passing(ranking)]
    assert len(places) == 22
    assert {site.country for site in passing(ranking)} == {"KZ"}
    prices = ranking.matrix.column("power_price").value
    assert all(math.isnan(prices[place]) for place in places)
    assert ranking.leader == "Pavlodar"
    assert 0.6 < ranking.coverage[places[0]] < 0.75
