import pytest
import shapely

from siteselect.errors import IntakeError, ProjectError
from siteselect.model.user_layer import Role
from siteselect.packs.layer_room import held_layer
from siteselect.project.layer_files import bring_layers, take_layers
from tests.packs.test_own_layers import layer_of
from tests.project.test_file import made_study


def looked(seen):
    return seen.append


@pytest.fixture
def study(tmp_path):
    return made_study().with_layer(layer_of([shapely.Point(7, 1)], Role.OTHER, tmp_path))


def test_files_go_out_with_the_project_and_come_back_looked_over(study, tmp_path):
    folder, seen = tmp_path / "p.siteselect.d", []
    bring_layers(study, folder)
    held = held_layer(study.layers[0])
    there = folder / study.layers[0].file
    assert there.read_bytes() == held.read_bytes()
    assert take_layers(study, folder, looked(seen)) == ()
    assert seen == []  # it was here already
    held.unlink()
    assert take_layers(study, folder, looked(seen)) == ()
    assert seen == [there]
    assert held_layer(study.layers[0]) == held


def test_a_missing_a_changed_and_an_ill_file_are_told_and_stay_out(study, tmp_path):
    folder = tmp_path / "p.siteselect.d"
    bring_layers(study, folder)
    held_layer(study.layers[0]).unlink()
    path = folder / study.layers[0].file

    def refuse(_):
        raise IntakeError("It means ill.")

    assert take_layers(study, folder, refuse) == ("It means ill.",)
    path.write_bytes(path.read_bytes() + b"\0")
    (told,) = take_layers(study, folder, looked([]))
    assert "was changed" in told
    path.unlink()
    (told,) = take_layers(study, folder, looked([]))
    assert "is missing" in told
    assert held_layer(study.layers[0]) is None


def test_a_folder_that_cannot_be_written_is_told(study, tmp_path):
    folder = tmp_path / "p.siteselect.d"
    folder.write_text("a file")
    with pytest.raises(ProjectError, match="Make room or choose another folder"):
        bring_layers(study, folder)


def test_a_study_without_layers_makes_no_folder(tmp_path):
    bring_layers(made_study(), tmp_path / "d")
    assert not (tmp_path / "d").exists()


def test_a_layer_is_saved_and_opened_as_it_was(study):
    from siteselect.project.file import project_text, study_of_text

    again = study_of_text(project_text(study))
    assert again == study
    assert type(again.layers[0].role) is Role


def test_the_capital_and_the_surface_know_a_substation_once_a_layer_tells_it(tmp_path):
    from dataclasses import replace

    import numpy as np

    from siteselect.packs.catalogue import open_pack
    from siteselect.project.build import MatrixBuilder
    from siteselect.project.file import sample_study
    from siteselect.project.finance import finance

    sample = sample_study()
    site = next(each for each in sample.candidates if each.name == "Pavlodar")
    study = replace(sample, candidates=(site,), scenes=())
    there = shapely.Point(site.lon, site.lat + 0.1)
    layer = layer_of([there], Role.SUBSTATIONS, tmp_path, kv=[220.0])
    pack = open_pack(study.pack)
    builder = MatrixBuilder(pack)
    bare, known = builder.build(study), builder.build(study.with_layer(layer))
    km = known.column("substation_distance").value[0]
    assert np.isnan(bare.column("substation_distance").value[0])
    assert km == pytest.approx(11.12, abs=0.02)  # a tenth of a degree of a meridian at 52° north
    told = known.column("substation_distance").provenance[0]
    assert "220 kV" in told.note
    assert told.observed == "2026-11-01"
    reckoned = [finance(each, pack, matrix).reckoning.spent
                for each, matrix in ((study, bare), (study.with_layer(layer), known))]  # fmt: skip
    assert "not known" in reckoned[0].line_notes[0]
    assert reckoned[0].line[0] == 0
    assert reckoned[1].line_notes[0] == (
        f"{km:.1f} km of line of 110 kV, the lowest that carries the load, to a substation of "
        "220 kV"
    )
    assert reckoned[1].line[0] > 0


def test_a_substation_that_is_too_low_is_passed_by_for_one_that_carries_the_load(tmp_path):
    """50 MW need 110 kV: 35 kV stands at a tenth of a degree, 220 kV at three tenths."""
    from dataclasses import replace

    import numpy as np

    from siteselect.criteria import MEASURES
    from siteselect.model.sites import Sites
    from siteselect.packs.catalogue import open_pack
    from siteselect.packs.own_layers import laid_over
    from siteselect.progress import silent
    from siteselect.project.build import MatrixBuilder
    from siteselect.project.file import sample_study
    from siteselect.project.finance import finance

    sample = sample_study()
    site = next(each for each in sample.candidates if each.name == "Pavlodar")
    study = replace(sample, candidates=(site,), scenes=())
    pack = open_pack(study.pack)
    points = [shapely.Point(site.lon, site.lat + step) for step in (0.1, 0.3, 0.5)]

    def spent(volts):
        layer = layer_of(points[: len(volts)], Role.SUBSTATIONS, tmp_path, kv=volts)
        held = study.with_layer(layer)
        return held, finance(held, pack, MatrixBuilder(pack).build(held)).reckoning.spent

    first, low_first = spent([35.0, 220.0])
    _, high_first = spent([220.0, 35.0])
    assert low_first.line_notes[0].startswith(
        "the nearest substation has 35 kV, too little for 50 MW; 33.4 km of line of 110 kV"
    )
    assert low_first.line_notes[0].endswith("to a substation of 220 kV")
    far, near = float(low_first.line[0]), float(high_first.line[0])
    assert near < far < 3.05 * near  # three times the way, the bay the same
    _, unsaid = spent([np.nan, 220.0])
    assert "the voltage of the substation is not known" in unsaid.line_notes[0]
    held, none_high = spent([35.0, 10.0])
    assert np.isnan(none_high.line[0])
    assert none_high.why[0] == (
        "No substation of the layer is known to have 110 kV, which 50 MW need."
    )
    measure, sites = MEASURES["capital_needed"].measure, Sites((site,))
    told = [
        measure(sites, laid_over(pack, each), each.context, silent).provenance[0]
        for each in (held, first)
    ]
    assert told[0].source == none_high.why[0]
    assert told[1].note.endswith(low_first.line_notes[0])
