import inspect

import pytest

from siteselect import errors


@pytest.mark.parametrize(
    "kind", ["PackError", "ProjectError", "StudyError", "IntakeError", "ExportError"]
)
def test_each_kind_is_told_to_a_person_as_it_stands(kind):
    raised = getattr(errors, kind)("The pack toy is missing: install it.")
    assert isinstance(raised, errors.SiteSelectError)
    assert str(raised) == "The pack toy is missing: install it."


def test_there_are_no_other_kinds():
    kinds = [each for _, each in inspect.getmembers(errors, inspect.isclass)]
    assert len(kinds) == 6
