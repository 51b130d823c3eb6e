import numpy as np

from siteselect.mcda.extremes import greatest_of_the_rest, least_of_the_rest


def test_the_best_and_the_worst_of_the_others():
    values = np.array([[5.0, 1.0], [5.0, 3.0], [2.0, 2.0]])
    assert greatest_of_the_rest(values).tolist() == [[5, 3], [5, 2], [5, 3]]
    assert least_of_the_rest(values).tolist() == [[2, 2], [2, 1], [5, 1]]


def test_alone_there_are_no_others():
    assert np.isneginf(greatest_of_the_rest(np.array([[5.0]]))).all()
    assert np.isposinf(least_of_the_rest(np.array([[5.0]]))).all()
