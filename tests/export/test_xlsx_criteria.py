from dataclasses import replace

import pytest

from siteselect.export.compose import make_report
from siteselect.mcda.evaluate import evaluate
from siteselect.model.scenario import UnknownPolicy
from siteselect.packs.catalogue import open_pack
from tests.export.making import REGIONS, TOY, made_evaluation, made_report
from tests.export.sheets import read


def rows(sheet):
    return [list(line) for line in sheet.iter_rows(min_row=6, values_only=True)]


def excluding():
    evaluation = made_evaluation()
    scenario = replace(evaluation.scenario, unknown=UnknownPolicy.EXCLUDE)
    return make_report(evaluate(scenario, evaluation.matrix), open_pack(TOY), "Toy", REGIONS)


@pytest.mark.parametrize("report", [made_report(), excluding()])
def test_the_cells_that_formulas_read_give_the_cached_scores(report):
    book = read(report)
    sheet = book["Criteria values"]
    shares = [sheet.cell(3, column).value for column in range(19, 22)]
    scores = [line[5] for line in book["Ranking"].iter_rows(min_row=7, values_only=True)]
    for line, score in zip(rows(sheet), scores, strict=True):
        total = sum(share * value for share, value in zip(shares, line[18:21], strict=True))
        assert score is None or score == pytest.approx(total, abs=1e-9)
    assert shares == [0.75, 0.25, 0]
    assert sheet["S3"].value == 0.75
    assert read(report, values=False)["Criteria values"]["S3"].value == "=Weights!$E$6"


def test_raw_values_ends_and_sources_stand_side_by_side():
    alpha, _beta, evil, gone, failed = rows(read(made_report())["Criteria values"])
    assert alpha[:6] == [1, "Alpha", "AA", 40, 10, None]
    assert alpha[6:9] == [87.5, 80, None]
    assert alpha[9:12] == ["row T1 · 2021", "layer", "No layer."]
    assert alpha[12:18] == [35, None, None, 45, None, None]
    assert evil[3] is None
    assert evil[9] == "No row holds on this day."
    assert gone[4] is None
    assert failed[9] == "@row"


def test_a_value_filled_with_the_mean_follows_the_weights():
    sheet = read(excluding(), values=False)["Criteria values"]
    filled = sheet["S8"].value  # the price of the third site is unknown
    mean = "SUMPRODUCT(Shares,$G8:$I8)/SUMPRODUCT(Shares,ISNUMBER($G8:$I8)*1)"
    assert filled == f"=MEDIAN(0.0,100.0,IFERROR({mean},0))"
    assert read(excluding())["Criteria values"]["S8"].value == 40  # its distance counts 40
    assert read(made_report(), values=False)["Criteria values"]["S8"].value == 0


def test_names_lead_to_the_blocks():
    names = read(made_report(), values=False).defined_names
    assert names["Shares"].attr_text == "'Criteria values'!$S$3:$U$3"
    assert names["Counted"].attr_text == "'Criteria values'!$S$6:$U$10"
    assert names["Most"].attr_text == "'Criteria values'!$Y$6:$AA$10"
