import os
import subprocess
import sys

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from siteselect.ui.app import has_screen, make_app, make_frame, make_window, run
from siteselect.ui.dress import FAMILY

_ORDER = """
import sys
from siteselect.ui.app import make_app, make_window
from siteselect.ui.settings import Settings
from PySide6.QtCore import QSettings
app = make_app(["siteselect"])
window = make_window(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
app.processEvents()
print(window.isVisible(), "geopandas" in sys.modules, "pyogrio" in sys.modules)
window.close()
"""


def test_the_window_shows_before_geopandas_is_imported(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _ORDER, str(tmp_path / "s.ini")],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["True", "False", "False"]


_FRAME = """
import sys
from siteselect.ui.app import furnish, make_app, make_frame
from siteselect.ui.settings import Settings
from PySide6.QtCore import QSettings
app = make_app(["siteselect"])
window = make_frame(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
app.processEvents()
heavy = {"numpy", "pandas", "geopandas", "shapely", "pyproj", "pyqtgraph", "cattrs"}
print(window.isVisible(), window.furnished, sorted(heavy & set(sys.modules)))
furnish(window)
while not window.furnished or window.session.evaluation is None or window.tasks.running:
    app.processEvents()
print(window.session.evaluation.leader != "", window.map.data is not None)
window.close()
"""


def test_the_frame_stands_before_anything_heavy_and_fills_itself(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", _FRAME, str(tmp_path / "s.ini")],
        capture_output=True, text=True, timeout=120, check=True,
        env={**os.environ, "SITESELECT_CACHE": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["True False []", "True True"]
    assert sorted(path.name.split("-")[0] for path in (tmp_path / "maps").iterdir()) == [
        "data",
        "outline",
    ]


def test_a_frame_can_be_closed_before_it_is_filled(qtbot, settings):
    window = make_frame(settings)
    qtbot.addWidget(window)
    window.show()
    assert window.close()


def test_the_program_wears_its_own_font(qapp):
    before = QApplication.font()
    try:
        assert make_app([]) is qapp
        assert QApplication.font().family() == FAMILY
        assert QApplication.applicationName() == "siteselect"
    finally:
        QApplication.setFont(QFont(before))


def test_the_window_opens_on_the_shipped_sample(qtbot, settings):
    window = make_window(settings)
    qtbot.addWidget(window)
    assert len(window.session.study.candidates) >= 37
    assert window.session.evaluation is None
    window.close()


def test_without_a_screen_there_is_one_sentence(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run() == 1
    assert "no screen" in capsys.readouterr().err


def test_a_screen_is_known_by_its_variables():
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert has_screen({}, "darwin")
    assert not has_screen({}, "linux")
