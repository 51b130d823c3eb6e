from siteselect.ui.present.notes_field import NotesField


def test_notes_are_handed_over_once_and_only_when_written(qtbot):
    field = NotesField()
    qtbot.addWidget(field)
    heard = []
    field.written.connect(heard.append)
    field.show_notes("Say why.")
    field.keep()
    assert heard == []
    field.setPlainText("Say why.\nThen wait.")
    field.keep()
    field.keep()
    assert heard == ["Say why.\nThen wait."]
