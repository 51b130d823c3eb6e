"""The manual page siteselect(1), made from the help of the commands themselves."""

import os
import re
import sys
from datetime import UTC, datetime
from typing import Any

import typer

from siteselect.cli.app import app
from siteselect.export.compose import version


def page() -> str:
    """Return the page as troff."""
    group = typer.main.get_command(app)
    second = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    day = datetime.fromtimestamp(second, UTC).date().isoformat()
    lines = [
        f'.TH SITESELECT 1 "{day}" "siteselect {version()}" "User Commands"',
        ".SH NAME",
        "siteselect \\- choose where to build a cryptocurrency mining site",
        ".SH SYNOPSIS",
        ".B siteselect",
        "[\\fIFILE\\fR]",
        ".br",
        ".B siteselect",
        "\\fICOMMAND\\fR [\\fIOPTIONS\\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens, on the project FILE or on the sample that ships.",
        "With one, siteselect stays in the terminal and needs no screen.",
        ".SH COMMANDS",
    ]
    for name, command in sorted(leaves(group)):
        lines += _command(name, command)
    lines += [
        ".SH FILES",
        ".TP",
        "\\fI*.siteselect\\fR",
        "A project: a study as readable JSON.",
        ".TP",
        "\\fI~/.local/share/siteselect/packs\\fR",
        "Packs of your own.",
        ".SH ENVIRONMENT",
        ".TP",
        "SITESELECT_PACKS",
        "Further folders of packs, parted as in PATH.",
        ".SH EXIT STATUS",
        "0 when all went well, 1 after a fault that was told in a sentence, 2 after bad usage.",
    ]
    return "\n".join(lines) + "\n"


def leaves(group: Any) -> list[tuple[str, Any]]:  # Any: typer's own kinds of commands
    """Return every command below `group` with its words, hidden ones left out."""
    found: list[tuple[str, Any]] = []
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found += [(f"{name} {words}", each) for words, each in leaves(command)]
        elif not command.hidden:
            found.append((name, command))
    return found


def _command(name: str, command: Any) -> list[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    words = " ".join(_troff(each.metavar or each.name.upper()) for each in arguments)
    lines = [f".SS \\fB{name}\\fR {words}".rstrip(), _troff(command.help or "")]
    for each in command.params:
        if each.param_type_name != "option":
            continue
        names = ", ".join(
            f"\\fB{_troff(option)}\\fR" for option in (*each.opts, *each.secondary_opts)
        )
        lines += [".TP", names, _troff(getattr(each, "help", None) or "")]
    return lines


def _troff(text: str) -> str:
    """Return text in which troff sees no commands."""
    text = re.sub(r"\s+", " ", text).strip().replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
