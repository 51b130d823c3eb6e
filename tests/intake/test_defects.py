import pytest

from tests.intake.defects import DEFECTS
from tests.intake.trying import Readers


@pytest.fixture(scope="module")
def readers():
    with Readers() as made:
        yield made


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_flagged_and_the_sound_rows_are_kept(name, tmp_path, readers):
    make, words = DEFECTS[name]
    intake = readers.read(make(tmp_path))
    told = "\n".join(intake.report.lines)
    assert any(each in told for each in words.split("|")), told
    if name != "metres in place of degrees":
        assert intake.sites


def test_there_are_thirty_kinds():
    assert len(DEFECTS) >= 30
