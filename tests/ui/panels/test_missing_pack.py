from siteselect.ui.panels.missing_pack import MissingPack
from tests.ui.made import make_study


def test_it_says_what_is_missing_and_what_is_there(qtbot):
    looked, used = [], []
    page = MissingPack(lambda: looked.append(1), used.append)
    qtbot.addWidget(page)
    assert not page.isVisible()
    page.tell(make_study(), {"a@1": "Alpha", "b@2": "Beta"}, "There is no pack made@1.")
    assert page.isVisible()
    assert "made@1, is not on this computer" in page.heading.text()
    assert "30 sites and 2 scenarios" in page.about.text()
    page.look.click()
    assert looked == [1]
    assert [each.text() for each in page.others] == [
        "Use Alpha (a@1) instead", "Use Beta (b@2) instead",
    ]  # fmt: skip
    page.others[1].click()
    assert used == ["b@2"]
    page.tell(make_study(), {"a@1": "Alpha"}, "")
    assert len(page.others) == 1
