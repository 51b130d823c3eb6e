"""Passwords of servers: out of the system's keyring, or asked for once while the program runs.

They are written nowhere else. A keyring that keeps them as plain text counts as none.
"""

from collections.abc import Callable
from typing import Any

_SERVICE = "siteselect"
_SAFE = 1.0
"""The priority from which keyring calls a backend fit to be recommended: plain files lie below."""


class Passwords:
    """What is known of passwords while the program runs."""

    def __init__(self, ask: Callable[[str], str] | None = None) -> None:
        self._ask = ask
        self._known: dict[str, str] = {}

    def known(self, account: str) -> str:
        """Return the password of an account as this session or the keyring has it, else nothing."""
        return self._known.get(account) or _kept(account)

    def asked(self, account: str) -> str:
        """Ask a person for the password of an account; nothing where nobody can be asked."""
        return self._ask(account) if self._ask is not None else ""

    def proved(self, account: str, password: str) -> None:
        """Remember a password that was right until the program ends."""
        self._known[account] = password

    def keep(self, account: str) -> bool:
        """Put a password that was right into the keyring; False where there is no safe one."""
        ring, password = _ring(), self._known.get(account)
        if ring is None or not password:
            return False
        from keyring.errors import KeyringError

        try:
            ring.set_password(_SERVICE, account, password)
        except KeyringError:
            return False
        return True

    def __repr__(self) -> str:
        return f"Passwords({len(self._known)})"


def _kept(account: str) -> str:
    ring = _ring()
    if ring is None:
        return ""
    from keyring.errors import KeyringError

    try:
        return str(ring.get_password(_SERVICE, account) or "")
    except KeyringError:  # locked, and the person would not open it
        return ""


def _ring() -> Any:  # a backend of keyring's, which is imported late
    """Return the system's keyring; None where there is none that keeps a secret."""
    try:
        import keyring
    except ImportError:
        return None
    ring = keyring.get_keyring()
    held = getattr(ring, "backends", None) or (ring,)  # several in a chain, or the one
    return next((each for each in held if float(each.priority) >= _SAFE), None)
