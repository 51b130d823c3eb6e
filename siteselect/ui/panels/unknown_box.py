"""What an unknown value counts as: three policies, each with a line that explains it."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from siteselect.language import later, say
from siteselect.model.scenario import Scenario, UnknownPolicy
from siteselect.ui.session import Session

TITLES = {
    UnknownPolicy.PESSIMISTIC: later("as the worst"),
    UnknownPolicy.NEUTRAL: later("as the middle"),
    UnknownPolicy.EXCLUDE: later("left out"),
}
ABOUT = {
    UnknownPolicy.PESSIMISTIC: later(
        "Pessimistic: what nobody knows counts as 0, so finding out can only lift a site."
    ),
    UnknownPolicy.NEUTRAL: later(
        "Neutral: what nobody knows counts as 50; finding out can lift or lower a site."
    ),
    UnknownPolicy.EXCLUDE: later(
        "Exclude: a site is judged by what is known of it alone, and gains by hiding what is bad."
    ),
}


class UnknownBox(QWidget):
    """Shows the policy of a scenario and asks for another."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        name = QLabel(say("Unknown values"))
        name.setWordWrap(True)
        self.policy = QComboBox()
        self.policy.setAccessibleName(say("What unknown values count as"))
        for policy, title in TITLES.items():
            self.policy.addItem(say(title), policy)
        self.policy.activated.connect(self._choose)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name, 1)
        row.addWidget(self.policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.about)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the policy of a scenario; no signal follows."""
        place = [*TITLES].index(scenario.unknown)
        if place != self.policy.currentIndex() or not self.about.text():
            self.policy.setCurrentIndex(place)
            self.about.setText(say(ABOUT[scenario.unknown]))

    def _choose(self, place: int) -> None:
        policy = [*TITLES][place]
        study = self._session.study
        scenario = replace(study.scenario, unknown=policy)
        self.about.setText(say(ABOUT[policy]))
        self._session.edit(
            study.with_scenario(scenario),
            say("Unknown values {policy}", policy=say(TITLES[policy])),
        )
