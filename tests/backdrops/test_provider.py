import re

import pytest

from siteselect.backdrops.provider import checked_template, known_providers, own_provider
from siteselect.backdrops.tiles import TileAt
from siteselect.errors import IntakeError

GOOD = "https://tiles.example.org:8443/map/{z}/{x}/{y}.png?key=1"


def test_the_servers_that_come_with_the_program_are_whole():
    providers = known_providers()
    assert {each.key for each in providers} >= {"openstreetmap", "blue_marble", "shaded_relief"}
    for each in providers:
        assert each.template.startswith("https://")
        assert each.terms.startswith("https://")
        assert each.source.startswith("https://")
        assert each.title
        assert each.attribution
        assert each.licence
        assert 0 <= each.least < each.most
        assert not each.own
        assert re.fullmatch(r"[a-z_]+", each.key)
        assert "{" not in each.address(TileAt(3, 5, 2))


def test_an_address_is_filled_in():
    openstreetmap = known_providers()[0]
    assert openstreetmap.address(TileAt(8, 182, 93)) == (
        "https://tile.openstreetmap.org/8/182/93.png"
    )
    assert openstreetmap.host == "tile.openstreetmap.org"


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "ftp://tiles.example.org/{z}/{x}/{y}.png",
        "file:///etc/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}.png",
        "https://me:secret@example.org/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}.png",
        "https://example.org/{z}/{x}/{y}/{q}.png",
        "https://example.org/{z}/{x}/{y}/{y}.png",
        "https://example.org/{z.__class__}/{x}/{y}.png",
        "https://example.org/{z!r}/{x}/{y}.png",
        "https://example.org/{z:>99999999}/{x}/{y}.png",
        "https://example.org/{z}/{x}/{y",
        "https://{x}.example.org/{z}/{x}/{y}.png",
        "https://exa mple.org/{z}/{x}/{y}.png",
        "https://example.org\\@evil.org/{z}/{x}/{y}.png",
        "https://example.org:99999/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}/{y}\r\nHost: evil.org",
        "https://exämple.org/{z}/{x}/{y}.png",
        "https://example.org/" + "a" * 700 + "{z}/{x}/{y}",
        "",
    ],
)
def test_addresses_that_cannot_be_used_are_refused_in_a_sentence(address):
    with pytest.raises(IntakeError, match=r"\.$"):
        checked_template(address)


def test_a_server_of_ones_own():
    own = own_provider(" My <b>tiles</b> ", f" {GOOD} ", "<a>© Me</a>", 17)
    assert (own.title, own.attribution, own.most) == ("My tiles", "© Me", 17)
    assert own.own
    assert own.key.startswith("own-")
    assert own.address(TileAt(1, 0, 1)).endswith("/1/0/1.png?key=1")
    assert own_provider("", GOOD, "me").title == "tiles.example.org"
    assert own_provider("", GOOD, "me", 99).most == 24


def test_somebody_must_be_named():
    with pytest.raises(IntakeError, match="name"):
        own_provider("My tiles", GOOD, " <i></i> ")


def test_another_address_keeps_its_tiles_apart():
    one, other = own_provider("", GOOD, "me"), own_provider("", GOOD + "2", "me")
    assert one.mark != other.mark
    assert one.key != other.key
