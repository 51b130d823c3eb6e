import shapely

from siteselect.cli.layers_taken import take_layers_of
from siteselect.model.user_layer import Role
from siteselect.packs.layer_room import held_layer
from siteselect.project.layer_files import bring_layers
from siteselect.project.side_folder import side_folder
from tests.packs.test_own_layers import layer_of
from tests.project.test_file import made_study


def test_layers_are_taken_from_beside_the_project_and_what_lacks_is_told(tmp_path, capsys):
    study = made_study().with_layer(layer_of([shapely.Point(3, 3)], Role.OTHER, tmp_path))
    project = tmp_path / "p.siteselect"
    bring_layers(study, side_folder(project))
    held_layer(study.layers[0]).unlink()
    take_layers_of(study, project)
    assert capsys.readouterr().err == ""
    assert held_layer(study.layers[0]) is not None
    held_layer(study.layers[0]).unlink()
    side_folder(project).joinpath(study.layers[0].file).unlink()
    take_layers_of(study, project)
    assert "The layer Mine is missing" in capsys.readouterr().err


def test_the_sample_has_none(capsys):
    take_layers_of(made_study(), None)
    assert capsys.readouterr().err == ""
