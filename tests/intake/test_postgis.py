"""A server of the test's own is read; where none is installed, the refusal is tested instead."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS
from siteselect.intake.passwords import Passwords
from siteselect.intake.postgis import read_table
from siteselect.intake.reference import Reference, SystemWantedError
from siteselect.intake.server_address import ServerAddress
from siteselect.intake.sniff import Form
from tests.intake.serving import OWNER, OWNER_PASSWORD, READER_PASSWORD, Server, free_port, serving

PLOTS = [[600000.0, 5000000.0], [500000.0, 4769868.9]]


@pytest.fixture(scope="module")
def server():
    with serving() as held:
        yield held or Server(free_port())


@pytest.fixture(scope="module")
def runs(server):
    import psycopg

    try:
        psycopg.connect(host="127.0.0.1", port=server.port, dbname="land", user=OWNER,
                        password=OWNER_PASSWORD).close()  # fmt: skip
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture
def read(server, runs):
    """Return what reads a table, and what asserts the sentence of a refusal."""

    class Reading:
        passwords = Passwords(lambda _: READER_PASSWORD)

        def layer(self, table="public.plots", crs="", limits=LIMITS, **more):
            return read_table(server.address(table, **more), self.passwords, crs, limits)

        def refused(self, words, *arguments, kind=IntakeError, **more):
            if not runs:
                words, kind = "cannot be reached: Connection refused", IntakeError
            with pytest.raises(kind, match=words) as fault:
                self.layer(*arguments, **more)
            assert READER_PASSWORD not in str(fault.value)

        def prepared(self, *statements):
            """Tell whether a server runs; then it has executed the statements."""
            if runs:
                server.run(*statements)
            else:
                self.refused("")
            return runs

    return Reading()


def test_a_table_is_a_layer_like_any_other(read):
    if not read.prepared():
        return
    layer = read.layer()
    assert (layer.name, layer.form, layer.rows) == ("plots", Form.POSTGIS, (1, 2))
    assert layer.names == ("Kentau", "Алатау")
    told = Reference.named("EPSG:32643").to_wgs84(np.array(PLOTS))
    assert shapely.get_coordinates(layer.geometry) == pytest.approx(told, abs=1e-8)
    assert list(layer.numbers) == ["id", "mw"]
    assert layer.numbers["mw"][1] == 45.5
    assert np.isnan(layer.numbers["mw"][0])
    assert layer.texts["let"] == ("no", "yes")
    assert layer.texts["seen"] == ("", "2021-06-02")
    assert "photo" not in layer.texts
    assert layer.crs == "EPSG:32643"
    assert layer.report.lines == (
        "plots: 2 features taken in, 1 row left out.",
        "Coordinates were turned from EPSG:32643 to WGS 84.",
        "row 3, column geometry: the feature has no geometry. The row was left out.",
    )


def test_nothing_can_be_written_by_what_is_read(read):
    act = "CREATE FUNCTION act() RETURNS int LANGUAGE sql"
    act += " AS 'INSERT INTO told VALUES (1) RETURNING 1'"
    if not read.prepared(
        "CREATE TABLE told (x int)", act, "GRANT ALL ON told TO reader",
        "CREATE VIEW acting AS SELECT act() AS x, geom FROM plots",
        "GRANT SELECT ON acting TO reader",
    ):  # fmt: skip
        return
    read.refused(
        "public.acting cannot be read: cannot execute INSERT in a read-only", "public.acting"
    )


def test_a_query_without_end_is_ended_by_the_server(read):
    if not read.prepared(
        "CREATE VIEW endless AS SELECT pg_sleep(60)::text AS x, geom FROM plots",
        "GRANT SELECT ON endless TO reader",
    ):
        return
    brief = replace(LIMITS, seconds=0.5)
    read.refused("took longer than 0.5 seconds", "public.endless", limits=brief)


def test_odd_names_are_only_names(read):
    name = 'a"; DROP TABLE plots; --'
    quoted = '"My ""Land"."a""; DROP TABLE plots; --"'
    if not read.prepared(
        'CREATE SCHEMA "My ""Land"', 'GRANT USAGE ON SCHEMA "My ""Land" TO reader',
        f'CREATE TABLE {quoted} ("%s {{x}}" text, "the ""geom" geometry(Point, 4326))',
        f"INSERT INTO {quoted} SELECT 'z', 'SRID=4326;POINT(75 43)'",
        f"GRANT SELECT ON {quoted} TO reader",
    ):  # fmt: skip
        return
    layer = read.layer(f'My "Land.{name}')
    assert layer.texts == {"%s {x}": ("z",)}
    assert shapely.get_coordinates(layer.geometry).tolist() == [[75, 43]]


def test_functions_of_a_users_own_are_not_called(read):
    if not read.prepared(
        "CREATE SCHEMA planted", "GRANT USAGE ON SCHEMA planted TO reader",
        "CREATE FUNCTION planted.has_column_privilege(oid, smallint, text) RETURNS bool "
        "LANGUAGE sql AS 'SELECT 1/0 = 0'",
        "ALTER ROLE reader SET search_path = planted, pg_catalog",
    ):  # fmt: skip
        return
    assert len(read.layer()) == 2


def test_a_geography_a_second_geometry_and_a_chosen_one(read):
    if not read.prepared(
        "CREATE TABLE twice (a geometry(Point, 4326), b geography(Point))",
        "INSERT INTO twice VALUES ('SRID=4326;POINT(75 43)', 'POINT(76 44)')",
        "GRANT SELECT ON twice TO reader",
    ):
        return
    layer = read.layer("public.twice")
    assert shapely.get_coordinates(layer.geometry).tolist() == [[75, 43]]
    assert "public.twice has several geometries: a was read, b not." in layer.report.lines
    other = read.layer("public.twice", column="b")
    assert shapely.get_coordinates(other.geometry).tolist() == [[76, 44]]
    read.refused("has no geometry called c. It has: a, b", "public.twice", column="c")


def test_coordinates_without_a_system_are_asked_about(read):
    if not read.prepared(
        "CREATE TABLE loose (geom geometry)",
        "INSERT INTO loose VALUES ('POINT(500000 4769868.9)')",
        "GRANT SELECT ON loose TO reader",
    ):
        return
    read.refused("names no reference system", "public.loose", kind=SystemWantedError)
    layer = read.layer("public.loose", crs="EPSG:32643")
    told = Reference.named("EPSG:32643").to_wgs84(np.array(PLOTS[1:]))
    assert shapely.get_coordinates(layer.geometry) == pytest.approx(told, abs=1e-9)


def test_features_of_different_systems_are_each_turned_and_a_lack_is_told(read):
    if not read.prepared(
        "CREATE TABLE mixed (geom geometry)",
        "INSERT INTO mixed VALUES ('SRID=4326;POINT(75 43)'), ('SRID=32643;POINT(500000 0)')",
        "CREATE TABLE lacking AS SELECT * FROM mixed", "INSERT INTO lacking VALUES ('POINT(1 2)')",
        "GRANT SELECT ON mixed, lacking TO reader",
    ):  # fmt: skip
        return
    held = shapely.get_coordinates(read.layer("public.mixed").geometry)
    assert held == pytest.approx(np.array([[75.0, 43.0], [75.0, 0.0]]), abs=1e-9)
    read.refused("some name none", "public.lacking")


def test_what_is_too_large_is_refused_before_it_comes(read):
    read.refused("has 3 features with 2 vertices", limits=replace(LIMITS, features=2))
    read.refused("has 3 features with 2 vertices", limits=replace(LIMITS, vertices=1))
    read.refused("has more than 3 columns", limits=replace(LIMITS, columns=3))
    read.refused("sends more than 0 MB", limits=replace(LIMITS, server_bytes=40))


def test_a_long_cell_is_cut_by_the_server(read):
    if read.prepared():
        assert read.layer(limits=replace(LIMITS, cell_signs=3)).texts["name"] == ("Ken", "Ала")


def test_what_is_not_there_is_told_with_what_is(read):
    read.refused("has no layer called public.none. It has: .*public.plots", "public.none")


def test_what_may_not_be_read_is_told(read):
    made = "CREATE TABLE shut (geom geometry(Point, 4326))"
    view = "CREATE VIEW ajar WITH (security_invoker) AS SELECT * FROM shut"
    if read.prepared(made, view, "GRANT SELECT ON ajar TO reader"):
        read.refused("has no layer called public.shut", "public.shut")
        read.refused("public.ajar cannot be read: permission denied for table shut", "public.ajar")


def test_a_table_without_rows_holds_nothing(read):
    if read.prepared("CREATE TABLE hollow (geom geometry(Point, 4326))",
                     "GRANT SELECT ON hollow TO reader"):  # fmt: skip
        read.refused("hollow holds no feature that can be used", "public.hollow")


def test_a_database_without_postgis_is_told(server, read, runs):
    bare = ServerAddress("bare", "127.0.0.1", server.port, "reader", "public", "plots")
    words = "bare has no PostGIS" if runs else "Connection refused"
    with pytest.raises(IntakeError, match=words):
        read_table(bare, read.passwords)


def test_a_wrong_password_is_told_and_never_repeated(read):
    read.passwords = Passwords(lambda _: "planted-wrong")
    read.refused("was given none that is right: .*password authentication failed")
    read.passwords = Passwords()
    read.refused("was given none that is right: .*no password supplied")


def test_a_right_password_is_asked_for_once(read, runs):
    asked = []
    read.passwords = Passwords(lambda account: asked.append(account) or READER_PASSWORD)
    if read.prepared():
        read.layer()
        read.layer()
    assert len(asked) == int(runs)
