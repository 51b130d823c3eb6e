import pytest
from PySide6.QtWidgets import QDialog

from siteselect.ui.dialogs.add_provider import EXAMPLE, AddProviderDialog


@pytest.fixture
def dialog(qtbot):
    made = AddProviderDialog()
    qtbot.addWidget(made)
    return made


def test_a_good_address_makes_a_server(dialog):
    dialog.title.setText("Mine")
    dialog.address.setText(EXAMPLE)
    dialog.named.setText("© Me")
    dialog.nearest.setValue(14)
    dialog.add.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.provider.title, dialog.provider.most) == ("Mine", 14)


@pytest.mark.parametrize(
    ("address", "named", "word"),
    [
        ("http://tiles.example.org/{z}/{x}/{y}.png", "me", "https://"),
        ("https://tiles.example.org/{z}.png", "me", "{z}, {x}, {y}"),
        (EXAMPLE, "", "name"),
        ("", "", "https://"),
    ],
)
def test_what_makes_none_is_told_and_the_dialog_stays(dialog, address, named, word):
    dialog.address.setText(address)
    dialog.named.setText(named)
    dialog.add.click()
    assert dialog.provider is None
    assert dialog.result() == 0
    assert not dialog.fault.isHidden()
    assert word in dialog.fault.text()


def test_every_field_has_a_name(dialog):
    for field in (dialog.title, dialog.address, dialog.named, dialog.nearest):
        assert field.accessibleName()
