from tests.checklist import faults, main, rows, there


def test_there_are_forty_rows_in_order_and_each_says_what_it_must():
    table = rows()
    assert [row["number"] for row in table] == list(range(1, 41))
    assert {row["met"] for row in table} <= {"yes", "partly", "no"}
    assert faults(table) == []


def test_a_test_that_does_not_exist_is_told():
    assert not there("tests/test_checklist.py::test_of_nothing")
    assert not there("tests/nowhere.py::test_of_nothing")
    row = {"number": 1, "met": "yes", "tests": ["tests/nowhere.py::test_of_nothing"]}
    assert faults([row]) == ["row 1: there is no tests/nowhere.py::test_of_nothing"]
    assert faults([{"number": 2, "met": "no", "tests": []}])
    assert faults([{"number": 3, "met": "yes", "tests": []}])


def test_the_count_is_printed(capsys):
    assert main([]) == 0
    told = capsys.readouterr().out.splitlines()
    met = sum(row["met"] == "yes" for row in rows())
    assert told[-1] == f"{met} of 40 rows met"
