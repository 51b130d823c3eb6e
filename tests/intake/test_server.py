import sys

import pytest

from siteselect.errors import IntakeError
from siteselect.intake._server import _wanted, connected, why
from siteselect.intake.limits import LIMITS
from siteselect.intake.passwords import Passwords
from siteselect.intake.server_address import ServerAddress
from tests.intake.serving import free_port


def test_nobody_listening_is_told():
    port = free_port()
    address = ServerAddress("land", "127.0.0.1", port, "anna", "public", "plots")
    with pytest.raises(IntakeError) as fault:
        connected(address, Passwords(), LIMITS)
    told = str(fault.value)
    assert told.startswith(f"anna@127.0.0.1:{port}/land cannot be reached: Connection refused")
    assert told.endswith("Look at host, port and database, and whether the server runs.")


def test_without_the_part_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(IntakeError, match=r"install siteselect\[database\], or save the layer"):
        connected(ServerAddress("land"), Passwords(), LIMITS)


@pytest.mark.parametrize(("host", "way"), [("db.example", "require"), ("127.0.0.1", "prefer")])
def test_what_leaves_this_machine_is_encrypted(host, way):
    assert _wanted(ServerAddress("land", host), "", LIMITS)["sslmode"] == way


def test_no_file_of_passwords_is_looked_into(tmp_path, monkeypatch):
    (tmp_path / ".pgpass").write_text("*:*:*:*:planted\n")
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / ".pgpass"))
    monkeypatch.setenv("PGPASSWORD", "planted")
    told = _wanted(ServerAddress("land", "h", 1, "anna"), "", LIMITS)
    assert told["password"] == ""
    assert not told["passfile"].startswith(str(tmp_path))


def test_a_fault_is_told_on_one_line():
    told = 'connection failed: connection to server at "h", port 1 failed: FATAL:  no such.\n\tHint'
    assert why(OSError(told)) == "no such"
    assert why(ValueError()) == "ValueError"
