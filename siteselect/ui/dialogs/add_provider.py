"""Add a server of tiles by its address; https alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from siteselect.backdrops.provider import Provider, own_provider
from siteselect.backdrops.tiles import DEEPEST
from siteselect.errors import IntakeError
from siteselect.language import say
from siteselect.ui.dialogs.foot import foot

EXAMPLE = "https://tiles.example.org/{z}/{x}/{y}.png"


class AddProviderDialog(QDialog):
    """Asks for title, address and maker; accepted when they make a server that may be asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Add a provider"))
        self.setMinimumWidth(560)
        self.provider: Provider | None = None
        heading = QLabel(say("A server of map tiles"))
        heading.setObjectName("title")
        about = QLabel(
            say(
                "The address holds {places} for zoom, column and row. It is kept in your settings "
                "as you write it, a key in it too. Look at the server's terms first: many allow "
                "browsers alone.",
                places="{z}, {x}, {y}",
            )
        )
        about.setObjectName("pale")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.title, self.address, self.named = QLineEdit(), QLineEdit(), QLineEdit()
        self.address.setPlaceholderText(EXAMPLE)
        self.named.setPlaceholderText("© …")
        self.nearest = QSpinBox(minimum=0, maximum=DEEPEST, value=18)
        self.nearest.setMaximumWidth(96)
        self.nearest.lineEdit().setTextMargins(10, 0, 0, 0)
        form = QFormLayout()
        form.setSpacing(8)
        for label, field in (
            (say("Title"), self.title),
            (say("Address"), self.address),
            (say("Named on the map"), self.named),
            (say("Nearest zoom"), self.nearest),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.fault = QLabel()
        self.fault.setObjectName("caution")
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.add = QPushButton(say("Add"))
        self.add.clicked.connect(self._try)
        buttons = foot(self, self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)

    def _try(self) -> None:
        """Accept what makes a server; tell what does not."""
        try:
            self.provider = own_provider(
                self.title.text(), self.address.text(), self.named.text(), self.nearest.value()
            )
        except IntakeError as fault:
            self.fault.setText(str(fault))
            self.fault.show()
            return
        self.accept()
