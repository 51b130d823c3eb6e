from dataclasses import replace

from siteselect.export.slides import View
from siteselect.packs.catalogue import open_pack
from siteselect.project.region_day import region_day
from siteselect.ui.present.scene_pictures import DENSITY, SIZE, paint_scenes
from tests.export.layers import made_layers
from tests.ui.made import TOY
from tests.ui.present.present_made import DAYS, SCENES, make_evaluation


def test_each_scene_gives_its_own_map(qapp):
    pack = open_pack(str(TOY))
    views = [View(scene, make_evaluation(), region_day(pack, DAYS[0])) for scene in SCENES]
    pictures = paint_scenes(pack, views)
    assert len(set(pictures)) == 3
    for each in pictures:
        assert each.startswith(b"\x89PNG")
        wide = int.from_bytes(each[16:20], "big")
        assert wide == round(SIZE.width() * DENSITY)


def test_layers_of_the_users_lie_on_the_maps(qapp, tmp_path):
    pack, scene = open_pack(str(TOY)), SCENES[0]
    plain = View(scene, make_evaluation(), region_day(pack, DAYS[0]))
    drawn = replace(plain, layers=made_layers(tmp_path))
    first, second, third = paint_scenes(pack, [plain, drawn, plain])
    assert first == third != second
