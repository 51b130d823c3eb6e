"""Before the first tile of a server is fetched: which server, what it learns, on whose terms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from siteselect.backdrops.provider import Provider
from siteselect.language import say


class BackdropConsentDialog(QDialog):
    """Accepted when the person lets this server be asked."""

    def __init__(self, provider: Provider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Online backdrop"))
        self.setMinimumWidth(520)
        heading = QLabel(
            say("Fetch {title} from {host}?", title=provider.title, host=provider.host)
        )
        heading.setObjectName("title")
        learns = QLabel(
            say(
                "While this backdrop is on, the program asks {host} for pictures of the part of "
                "the map that you look at. The server learns your internet address and that part "
                "of the map; nothing of your project is sent. Pictures that came are kept on this "
                "machine, up to 256 MB, and are shown without a connection.",
                host=provider.host,
            )
        )
        rows = [heading, learns]
        facts = [
            say("Named on the map: {attribution}", attribution=provider.attribution),
            say("Licence: {licence}", licence=provider.licence) if provider.licence else "",
            say("Terms of use: {terms}", terms=provider.terms)
            if provider.terms
            else say("You added this server: see to it that its terms allow what you do."),
            provider.note and say(provider.note),
        ]
        told = QLabel("\n".join(each for each in facts if each))
        told.setObjectName("pale")
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.append(told)
        for each in rows:
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setWordWrap(True)
        self.switch = QPushButton(say("Switch on"))
        self.switch.setObjectName("primary")
        self.switch.setAutoDefault(False)
        self.switch.clicked.connect(self.accept)
        cancel = QPushButton(say("Cancel"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for each in rows:
            layout.addWidget(each)
        layout.addLayout(buttons)
