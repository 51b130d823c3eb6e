import json

from typer.testing import CliRunner

from siteselect.cli.app import app
from siteselect.model.user_layer import Role
from siteselect.project.file import open_project
from siteselect.project.side_folder import side_folder
from tests.intake.osm_made import write_town


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_an_extract_becomes_layers_of_a_project_and_criteria_come_alive(tmp_path):
    town, project = write_town(tmp_path / "town.osm.pbf"), tmp_path / "p.siteselect"
    done = run("import", town, "--to", project)
    assert done.exit_code == 0, done.output
    assert "7 features taken in" in done.output
    study = open_project(project)
    assert [each.role for each in study.layers] == [
        Role.SUBSTATIONS, Role.POWER_LINES, Role.ROADS, Role.RAILWAYS
    ]  # fmt: skip
    for layer in study.layers:
        assert (side_folder(project) / layer.file).is_file()
    again = run("import", town, "--to", project, "--format", "json")
    told = json.loads(again.output)
    assert [each["features"] for each in told["layers"]] == [3, 1, 2, 1]
    assert open_project(project) == study


def test_a_plain_layer_is_taken_under_a_role(tmp_path):
    ring = [[[70, 50], [71, 50], [71, 51], [70, 50]]]
    feature = {"type": "Feature", "properties": {"name": "Reserve"},
               "geometry": {"type": "Polygon", "coordinates": ring}}  # fmt: skip
    path, project = tmp_path / "reserves.geojson", tmp_path / "p.siteselect"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert run("import", path, "--to", project, "--as-layer", "avoided").exit_code == 0
    (layer,) = open_project(project).layers
    assert (layer.role, layer.title, layer.features) == (Role.AVOIDED, "reserves", 1)
    assert run("import", path, "--to", project, "--as-layer", "roads").exit_code != 0
