"""A stage on the toy pack, and a study with scenes."""

from datetime import date

from siteselect.mcda.evaluate import evaluate
from siteselect.model.scene import Bounds, Scene
from siteselect.packs.catalogue import open_pack
from siteselect.project.region_day import region_day
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.stage import Stage
from siteselect.ui.theme import DARK
from tests.making import make_matrix, make_scenario
from tests.ui.made import TOY, make_study

OVERLAYS = ("borders", "law", "regions", "sites", "tariffs")
DAYS = (date(2021, 6, 2), date(2022, 1, 1), date(2023, 1, 1))
SCENES = (
    Scene(
        "North wins", "Balanced", DAYS[0], None, OVERLAYS, "contributions", ("Site 0002",), "Go."
    ),
    Scene("Cheap wins", "Lowest cost", DAYS[1], Bounds(0, -1, 3, 1), OVERLAYS, "tornado"),
    Scene("Nobody knows", "Balanced", DAYS[2], Bounds(0.5, -0.5, 1.5, 0.5), ("sites",), ""),
)


def make_deck():
    study = make_study()
    for scene in SCENES:
        study = study.with_scene(scene)
    return study


def make_evaluation():
    return evaluate(make_scenario(), make_matrix())


def make_stage(qtbot, size=(1280, 720)):
    stage = Stage(DARK)
    qtbot.addWidget(stage)
    stage.resize(*size)
    stage.show()
    pack = open_pack(str(TOY))
    stage.show_data(MapData.of(pack))
    stage.display_regions(region_day(pack, DAYS[0]))
    stage.display(make_evaluation())
    return stage
