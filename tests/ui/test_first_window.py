import json

import pytest
from PySide6.QtGui import QPixmap, QRawFont

from siteselect.errors import SiteSelectError
from siteselect.project.file import sample_study
from siteselect.resources import resource
from siteselect.ui import first_window


@pytest.mark.slow
def test_the_window_tells_what_it_shows(qapp, tmp_path, capsys):
    picture = tmp_path / "window.png"
    assert first_window.main([str(picture)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sites"] == len(sample_study().candidates)
    assert told["first"]
    assert told["lacking"] == ""
    assert told["shown"] < told["stands"]
    assert QPixmap(str(picture)).width() >= 800


def test_letters_without_a_face_are_named_once_each(qapp):
    face = QRawFont(str(resource("fonts", "SiteselectSans-Regular.otf")), 12)
    assert first_window.lacking("Almaty Алматы Қ₸", [face]) == ""
    assert first_window.lacking("木a木", [face]) == "木"


def test_a_face_that_cannot_be_read_is_named(qapp, monkeypatch, tmp_path):
    (tmp_path / "Broken.otf").write_bytes(b"no font")
    monkeypatch.setattr(first_window, "resource", lambda *_: tmp_path)
    with pytest.raises(SiteSelectError, match=r"Broken\.otf cannot be read"):
        first_window.shipped_faces()
