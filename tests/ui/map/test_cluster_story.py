import numpy as np

from siteselect.ui.map.cluster_story import FIRST, plain, tell_cluster
from tests.making import make_evaluation


def test_the_first_are_told_in_the_order_of_their_ranks():
    evaluation = make_evaluation(40)
    rows = np.arange(20, 40)
    story = tell_cluster(evaluation, rows)
    assert story.title == "20 sites"
    ranked = sorted(row for row in evaluation.ranks[rows].tolist() if row)
    assert [label for label, _ in story.lines] == [str(each) for each in ranked[:FIRST]]
    best = rows[evaluation.ranks[rows] == ranked[0]][0]
    assert evaluation.matrix.sites.items[best].name in story.lines[0][1]
    assert story.notes[0] == f"and {20 - FIRST} more"


def test_a_few_are_all_told():
    story = tell_cluster(make_evaluation(40), np.array([3, 5]))
    assert story.title == "2 sites"
    assert len(story.lines) == 2
    assert len(story.notes) == 1


def test_it_can_be_read_aloud():
    evaluation = make_evaluation(40)
    told = plain(tell_cluster(evaluation, np.arange(4)))
    assert told.startswith("4 sites. ")
    assert all(evaluation.matrix.sites.items[row].name in told for row in range(4))
    assert "<" not in told
