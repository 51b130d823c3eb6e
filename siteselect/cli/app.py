"""The command line: one module a command, one line each in a table; no Qt."""

import errno
import io
import os
import sys
from pathlib import Path

import typer

from siteselect.cli import (
    breakeven,
    compare,
    doctor,
    dossier,
    export,
    facts,
    finance,
    hashprice,
    import_,
    new,
    pack,
    pictures,
    price,
    rank,
    scan,
    score,
    selftest,
    sensitivity,
    template,
    timeline,
    verify,
    version,
)
from siteselect.cli.press import MakePress
from siteselect.errors import SiteSelectError

app = typer.Typer(
    name="siteselect",
    help="Choose where to build a mining site: rank places, export lists, look up facts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.callback()(version.options)
app.command("rank")(rank.rank)
app.command("export")(export.export)
app.command("pictures")(pictures.pictures)
app.command("dossier")(dossier.dossier)
app.command("verify")(verify.verify)
app.command("sensitivity")(sensitivity.sensitivity)
app.command("compare")(compare.compare)
app.command("timeline")(timeline.timeline)
app.command("price")(price.price)
app.command("finance")(finance.finance)
app.command("hashprice")(hashprice.hashprice)
app.command("breakeven")(breakeven.breakeven)
app.command("scan")(scan.scan)
app.command("score")(score.score)
app.command("template")(template.template)
app.command("new")(new.new)
app.command("import")(import_.import_)
app.command("facts")(facts.facts)
app.command("doctor")(doctor.doctor)
app.command("selftest")(selftest.selftest)
app.add_typer(pack.app, name="pack")

BAD_INPUT = 1


def main(argv: list[str] | None = None, press: MakePress | None = None) -> int:
    """Run one command and return its exit code; `press` is asked for when something is painted.

    A fault that a person can mend is one sentence on the standard error and 1; bad usage is 2.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _ended(argv, press)
        sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # of a file, which no sentence has foreseen
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more is written
        if error.errno != errno.EPIPE:  # whoever closed the pipe has read enough
            why = error.strerror or error
            print(
                f"The answer cannot be written: {why}. Make room, and ask again.", file=sys.stderr
            )
        return BAD_INPUT
    return code


def _ended(argv: list[str] | None, press: MakePress | None) -> int:
    """Run one command; return 0, 1 after a fault that was told, 2 after bad usage."""
    try:
        app(argv, obj=press)
    except SystemExit as ended:  # how typer ends: 0, or 2 with its own words on the standard error
        return ended.code if isinstance(ended.code, int) else 0
    except SiteSelectError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    return 0
