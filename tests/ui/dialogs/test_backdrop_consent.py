from PySide6.QtWidgets import QLabel

from siteselect.backdrops.provider import known_providers, own_provider
from siteselect.ui.dialogs.backdrop_consent import BackdropConsentDialog


def words(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_names_the_server_what_it_learns_and_its_terms(qtbot):
    provider = known_providers()[0]
    dialog = BackdropConsentDialog(provider)
    qtbot.addWidget(dialog)
    told = words(dialog)
    assert "tile.openstreetmap.org" in told
    assert "internet address" in told
    assert provider.terms in told
    assert provider.licence in told
    assert "© OpenStreetMap contributors" in told


def test_the_enter_key_agrees_to_nothing(qtbot):
    dialog = BackdropConsentDialog(known_providers()[0])
    qtbot.addWidget(dialog)
    assert not dialog.switch.isDefault()
    assert not dialog.switch.autoDefault()


def test_a_server_of_ones_own_is_ones_own_affair(qtbot):
    own = own_provider("Mine", "https://tiles.example.org/{z}/{x}/{y}.png", "me")
    dialog = BackdropConsentDialog(own)
    qtbot.addWidget(dialog)
    assert "You added this server" in words(dialog)
