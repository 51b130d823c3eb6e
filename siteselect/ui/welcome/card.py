"""The first thing a new person reads: what this is, and the ways to begin."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from siteselect.language import LANGUAGES, say
from siteselect.ui.welcome.veil import button
from siteselect.ui.widgets.icons import program_icon

WIDE = 520
SAMPLE, TOUR, NEW, OPEN = "sample", "tour", "new", "open"
Ways = Mapping[str, Callable[[], object]]


class WelcomeCard(QFrame):
    """Says what the program is for; each way to begin is one click."""

    def __init__(
        self, ways: Ways, code: str, speak: Callable[[str], object], *, behind: bool
    ) -> None:
        """`ways` has what each button does; `behind` is whether the sample is open already."""
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDE)
        self.setAccessibleName(say("Welcome to siteselect"))
        title = QLabel(say("Welcome to siteselect"))
        title.setObjectName("large")
        about = QLabel(
            say(
                "It helps to choose where mining machines should stand: power, law, climate and "
                "distance on a map, weighed as you say, ranked with reasons and sources."
            )
        )
        sample = QLabel(
            say(
                "A worked sample is open behind this card: a move out of Xinjiang in the spring "
                "of 2021. Everything stays on this computer; nothing is fetched from the network."
            )
            if behind
            else say(
                "A worked sample shows the way: a move out of Xinjiang in the spring of 2021. "
                "Everything stays on this computer; nothing is fetched from the network."
            )
        )
        sample.setObjectName("pale")
        for label in (title, about, sample):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.buttons = {
            SAMPLE: button(say("Open the sample"), "primary"),
            TOUR: button(say("Tour in five steps")),
            NEW: button(say("New project…")),
            OPEN: button(say("Open a project…")),
        }
        for key, each in self.buttons.items():
            each.clicked.connect(lambda _=False, key=key: ways[key]())
            each.setMinimumHeight(26)
        self.language = QComboBox()
        self.language.setAccessibleName(say("Language"))
        for each_code, name in LANGUAGES.items():
            self.language.addItem(name, each_code)
        self.language.setCurrentIndex(self.language.findData(code))
        self.language.activated.connect(lambda _: speak(str(self.language.currentData())))
        self._lay_out(title, about, sample)

    def _lay_out(self, title: QLabel, about: QLabel, sample: QLabel) -> None:
        sign = QLabel()
        sign.setPixmap(program_icon().pixmap(44, 44))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign)
        head.addWidget(title, 1)
        head.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, keys in ((first, (SAMPLE, TOUR)), (second, (NEW, OPEN))):
            row.setSpacing(8)
            for key in keys:
                row.addWidget(self.buttons[key], 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(about)
        layout.addWidget(sample)
        layout.addSpacing(4)
        layout.addLayout(first)
        layout.addLayout(second)
