"""What an unknown value counts as: three policies, each with a line that explains it."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from siteselect.model.scenario import Scenario, UnknownPolicy
from siteselect.ui.session import Session

TITLES = {
    UnknownPolicy.PESSIMISTIC: "as the worst",
    UnknownPolicy.NEUTRAL: "as the middle",
    UnknownPolicy.EXCLUDE: "left out",
}
ABOUT = {
    UnknownPolicy.PESSIMISTIC: "Pessimistic: what nobody knows counts as 0, so finding out can "
    "only lift a site.",
    UnknownPolicy.NEUTRAL: "Neutral: what nobody knows counts as 50; finding out can lift or "
    "lower a site.",
    UnknownPolicy.EXCLUDE: "Exclude: a site is judged by what is known of it alone, and gains by "
    "hiding what is bad.",
}


class UnknownBox(QWidget):
    """Shows the policy of a scenario and asks for another."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        name = QLabel("Unknown values")
        self.policy = QComboBox()
        self.policy.setAccessibleName("What unknown values count as")
        for policy, title in TITLES.items():
            self.policy.addItem(title, policy)
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
            self.about.setText(ABOUT[scenario.unknown])

    def _choose(self, place: int) -> None:
        policy = [*TITLES][place]
        study = self._session.study
        scenario = replace(study.scenario, unknown=policy)
        self.about.setText(ABOUT[policy])
        self._session.edit(study.with_scenario(scenario), f"Unknown values {TITLES[policy]}")
