from siteselect.ui.welcome.steps import STEPS


def test_there_are_five_steps_each_with_a_part_of_its_own():
    assert [step.part for step in STEPS] == ["criteria", "map", "ranking", "timeline", "export"]
    assert all(step.title and step.words.endswith(".") for step in STEPS)
