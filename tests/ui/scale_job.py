"""The window on made data in the pseudo-language, at the density of the environment: what is cut.

Prints a line of JSON: the density that Qt drew in, and the words that do not fit.
"""

import json
import sys

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from siteselect.pseudo import PSEUDO
from siteselect.ui.app import make_app
from siteselect.ui.main_window import MainWindow
from siteselect.ui.panels.defaults import Defaults
from siteselect.ui.settings import Settings
from siteselect.ui.tongue import put_on
from siteselect.ui.workplaces import WORKPLACES
from tests.making import make_scenario
from tests.ui.made import ToyGround, make_study
from tests.ui.reading import clipped

LOOKS = 20
"""So often words that do not fit are looked at again before they count."""


def main(folder: str) -> dict[str, object]:
    """Open the window and look at each of its places."""
    make_app(["siteselect"])
    put_on(PSEUDO)
    settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
    defaults = Defaults(lambda: (make_scenario(),))
    window = MainWindow(make_study(), settings, ToyGround(), defaults)
    window.resize(1280, 800)
    window.show()
    window.begin()
    while window.session.evaluation is None or {"matrix", "map"} & window.tasks.running:
        rest(20)
    found = {}
    for place in WORKPLACES:
        window.workplaces.go(place)
        rest(400)
        for _ in range(LOOKS):  # figures that have just come are laid out in the next moments
            found[place] = clipped(window)
            if not found[place]:
                break
            rest(500)
    told = {"density": window.devicePixelRatioF(), "cut": found}
    window.session.history.setClean()
    window.close()
    return told


def rest(milliseconds: int) -> None:
    """Let the window live for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])) + "\n")
