"""What stands in place of map and ranking while the region of a project is not to be found."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from siteselect.language import say, say_count
from siteselect.model.study import Study

_WIDE = 560


class MissingPack(QWidget):
    """Says which pack a project wants and what it holds all the same; offers the ways on."""

    def __init__(
        self,
        look: Callable[[], object],
        use: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self.heading, self.about = QLabel(), QLabel()
        self.heading.setObjectName("title")
        self.about.setObjectName("pale")
        for label in (self.heading, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.look = QPushButton(say("Look for it…"))
        self.look.setObjectName("primary")
        self.look.clicked.connect(look)
        self.others: list[QPushButton] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.look)
        first.addStretch(1)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDE)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addLayout(first)
        column.addLayout(self._buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)
        self.hide()

    def tell(self, study: Study, installed: Mapping[str, str], fault: str) -> None:
        """Show what is missing; `installed` has the title of each pack there is by reference."""
        self.heading.setText(
            say("The region of this project, {pack}, is not on this computer", pack=study.pack)
        )
        sites = say_count("{count} site", "{count} sites", len(study.candidates))
        scenarios = say_count("{count} scenario", "{count} scenarios", len(study.scenarios))
        self.about.setText(
            say(
                "The project itself is whole: {sites} and {scenarios}. It can be saved, but "
                "nothing can be measured until its region is here: the pack is a folder with a "
                "pack.toml, or a zip file.",
                sites=sites,
                scenarios=scenarios,
            )
        )
        self.about.setToolTip(fault)
        for button in self.others:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.others = []
        for reference, title in installed.items():
            words = say("Use {title} ({pack}) instead", title=title, pack=reference)
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, reference=reference: self._use(reference))
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.others.append(button)
        self.show()
