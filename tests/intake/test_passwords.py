import sys

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from siteselect.intake.passwords import Passwords

ACCOUNT = "anna@db:5432/land"


class Ring(KeyringBackend):
    priority = 5

    def __init__(self, locked=False):
        super().__init__()
        self.held, self.locked = {}, locked

    def _open(self):
        if self.locked:
            raise KeyringLocked("locked")

    def get_password(self, service, username):
        self._open()
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self._open()
        self.held[service, username] = password


class PlainFile(Ring):
    priority = 0.5


@pytest.fixture
def ring(monkeypatch):
    def use(backend):
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        return backend

    yield use
    for kind in (PlainFile, Ring):  # the register of backends is the process's own
        KeyringBackend._classes.discard(kind)


def test_a_password_that_was_right_is_asked_for_once(ring):
    ring(Ring())
    asked = []
    passwords = Passwords(lambda account: asked.append(account) or "planted")
    assert passwords.known(ACCOUNT) == ""
    passwords.proved(ACCOUNT, passwords.asked(ACCOUNT))
    assert passwords.known(ACCOUNT) == "planted"
    assert asked == [ACCOUNT]
    assert "planted" not in repr(passwords)


def test_the_keyring_keeps_it_for_the_next_time(ring):
    held = ring(Ring())
    passwords = Passwords(lambda _: "")
    passwords.proved(ACCOUNT, "planted")
    assert passwords.keep(ACCOUNT)
    assert held.held == {("siteselect", ACCOUNT): "planted"}
    assert Passwords().known(ACCOUNT) == "planted"
    assert Passwords().known("other@db:5432/land") == ""


def test_nothing_is_kept_before_it_was_right(ring):
    held = ring(Ring())
    assert not Passwords().keep(ACCOUNT)
    assert held.held == {}


def test_a_keyring_of_plain_text_counts_as_none(ring):
    held = ring(PlainFile())
    held.held["siteselect", ACCOUNT] = "planted"
    passwords = Passwords()
    assert passwords.known(ACCOUNT) == ""
    passwords.proved(ACCOUNT, "fresh")
    assert not passwords.keep(ACCOUNT)
    assert held.held == {("siteselect", ACCOUNT): "planted"}


def test_of_several_the_safe_one_is_taken(ring):
    class Chain(Ring):
        backends = (PlainFile(), Ring())

    chain = ring(Chain())
    KeyringBackend._classes.discard(Chain)
    passwords = Passwords()
    passwords.proved(ACCOUNT, "planted")
    assert passwords.keep(ACCOUNT)
    plain, safe = chain.backends
    assert (plain.held, safe.held) == ({}, {("siteselect", ACCOUNT): "planted"})


def test_a_system_without_a_keyring_asks_each_time(ring):
    ring(keyring.backends.fail.Keyring())
    passwords = Passwords(lambda _: "planted")
    assert passwords.known(ACCOUNT) == ""
    passwords.proved(ACCOUNT, "planted")
    assert not passwords.keep(ACCOUNT)


def test_a_locked_keyring_gives_and_takes_nothing(ring):
    ring(Ring(locked=True))
    passwords = Passwords()
    assert passwords.known(ACCOUNT) == ""
    passwords.proved(ACCOUNT, "planted")
    assert not passwords.keep(ACCOUNT)


def test_without_the_part_there_is_no_keyring(monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert Passwords().known(ACCOUNT) == ""


def test_nobody_to_ask_is_no_password():
    assert Passwords().asked(ACCOUNT) == ""
