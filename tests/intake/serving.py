"""A PostgreSQL server of the test's own: in a folder of its own, on this machine alone."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from siteselect.intake.server_address import ServerAddress

OWNER, OWNER_PASSWORD = "owner", "planted-owner-secret"
READER, READER_PASSWORD = "reader", "planted-reader-secret"
_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/opt/postgresql*/bin")


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int

    def address(self, table="public.plots", user=READER, **more):
        schema, _, name = table.partition(".")
        return ServerAddress("land", "127.0.0.1", self.port, user, schema, name, **more)

    def run(self, *statements):
        import psycopg

        with psycopg.connect(
            host="127.0.0.1", port=self.port, dbname="land", user=OWNER, password=OWNER_PASSWORD
        ) as line:
            for each in statements:
                line.execute(each)


def programs():
    """Return the folder of the server's programs; None where they or PostGIS are not installed."""
    found = [Path(shutil.which("initdb")).parent] if shutil.which("initdb") else []
    for pattern in _PLACES:
        found += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    for folder in found:
        config = folder / "pg_config"
        if not ((folder / "initdb").exists() and config.exists()):
            continue
        shared = subprocess.run([config, "--sharedir"], capture_output=True, text=True, check=True)
        if (Path(shared.stdout.strip()) / "extension" / "postgis.control").exists():
            return folder
    return None


def free_port():
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@contextmanager
def serving():
    """Start a server with PostGIS and an account that may only read; stop it by its own folder."""
    folder = programs()
    if folder is None:
        yield None
        return
    room = Path(tempfile.mkdtemp(prefix="siteselect-pg-"))
    whom = {}
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # the server refuses to be run by root
        whom = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        shutil.chown(room, "nobody", "nogroup")
    port = free_port()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": room, **whom}
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    secret = room / "secret"
    secret.write_text(OWNER_PASSWORD)
    secret.chmod(0o644)  # the room is shut
    data = room / "data"
    make = [folder / "initdb", "-D", data, "-U", OWNER, "-E", "UTF8", "--no-sync"]
    make += ["--auth=scram-sha-256", f"--pwfile={secret}"]
    subprocess.run(make, check=True, env=environment, **quiet)
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories='' -c fsync=off"
    control = [folder / "pg_ctl", "-D", data, "-w", "-t", "60"]
    start = [*control, "-l", room / "log", "-o", options, "start"]
    subprocess.run(start, check=True, env=environment, **quiet)
    try:
        _fill(port)
        yield Server(port)
    finally:
        stop = [*control, "-m", "immediate", "stop"]  # by the number that its folder holds
        subprocess.run(stop, check=True, env=environment, **quiet)
        shutil.rmtree(room)


def _fill(port):
    import psycopg

    at = {"host": "127.0.0.1", "port": port, "user": OWNER, "password": OWNER_PASSWORD}
    with psycopg.connect(dbname="postgres", autocommit=True, **at) as line:
        line.execute("CREATE DATABASE land")
        line.execute("CREATE DATABASE bare")
        line.execute(f"CREATE ROLE {READER} LOGIN PASSWORD '{READER_PASSWORD}'")
    with psycopg.connect(dbname="land", **at) as line:
        line.execute("CREATE EXTENSION postgis")
        line.execute(
            "CREATE TABLE plots (id int PRIMARY KEY, name text, mw numeric(8, 2), let bool, "
            "seen date, photo bytea, geom geometry(Point, 32643))"
        )
        line.execute(
            "INSERT INTO plots VALUES "
            "(2, 'Алатау', 45.5, true, '2021-06-02', '\\x00', "
            "ST_SetSRID(ST_MakePoint(500000, 4769868.9), 32643)), "
            "(1, 'Kentau', NULL, false, NULL, NULL, "
            "ST_SetSRID(ST_MakePoint(600000, 5000000), 32643)), "
            "(3, 'Nowhere', 7, NULL, NULL, NULL, NULL)"
        )
        line.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {READER}")
