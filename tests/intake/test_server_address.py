import pytest

from siteselect.errors import IntakeError
from siteselect.intake.server_address import ServerAddress


def test_every_part_is_read():
    told = "postgis://anna@db.example:6543/land?table=plots.offers&column=place"
    found = ServerAddress.named(told)
    assert found == ServerAddress("land", "db.example", 6543, "anna", "plots", "offers", "place")
    assert str(found) == "postgis://anna@db.example:6543/land?table=plots.offers"
    assert found.account == "anna@db.example:6543/land"


def test_what_is_not_said_is_usual():
    found = ServerAddress.named("postgresql:///land?table=offers")
    assert (found.host, found.port, found.layer) == ("", 5432, "public.offers")
    assert found.account == "@localhost:5432/land"


def test_signs_may_be_written_with_percent_and_a_folder_of_a_socket_asked_for():
    found = ServerAddress.named("postgis://a%40b@[::1]/la%20nd?table=x.%22y&host=/run/pg")
    assert (found.user, found.database, found.table, found.host) == (
        "a@b",
        "la nd",
        '"y',
        "/run/pg",
    )


@pytest.mark.parametrize(
    "text",
    ["postgis://anna:planted@h/land?table=a", "postgis://h/land?table=a&password=planted"],
)
def test_a_password_is_refused_and_not_repeated(text):
    with pytest.raises(IntakeError, match="must hold no password") as fault:
        ServerAddress.named(text)
    assert "planted" not in str(fault.value)


@pytest.mark.parametrize(
    "text",
    [
        "postgis://anna@host", "postgis://anna@host:port/land", "postgis://h/land?other=1",
        "postgis://[::1/land", "http://h/land", "postgis://h/la\nnd", "postgis://h/land?table",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told_how_to_write_one(text):
    with pytest.raises(IntakeError, match=r"write postgis://user@host:port/database\?table="):
        ServerAddress.named(text)


def test_an_address_is_told_from_a_file():
    assert ServerAddress.looks_like("postgis://h/land")
    assert ServerAddress.looks_like("PostGIS://h/land")
    assert not ServerAddress.looks_like("C:/postgis/land.csv")


@pytest.mark.parametrize(
    ("host", "here"),
    [("", True), ("localhost", True), ("127.8.0.1", True), ("::1", True), ("/run/pg", True),
     ("10.0.0.1", False), ("db.example", False), ("127.0.0.1.example", False)],
)  # fmt: skip
def test_the_way_to_this_machine_is_known(host, here):
    assert ServerAddress("land", host).stays_here is here
