from siteselect.ui.finding.unmeasured import Unmeasured
from siteselect.ui.finding.unmeasured_note import UnmeasuredNote


def test_it_speaks_only_where_something_cannot_be_measured(qtbot):
    note = UnmeasuredNote()
    qtbot.addWidget(note)
    note.display(Unmeasured())
    assert note.isHidden()
    note.display(Unmeasured(gates=("Rent <of> the hall",), keys=frozenset({"rent"})))
    assert not note.isHidden()
    assert "Rent <of> the hall" in note.label.text()
    with qtbot.waitSignal(note.wished):
        note.button.click()
