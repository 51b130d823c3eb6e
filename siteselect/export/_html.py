"""Pages of one file: our own style and script bound by their hashes, every text escaped."""

import base64
import hashlib
from typing import Any

from siteselect.export.words import figure, per_cent, plain, points, verdict_word
from siteselect.language import say, say_as, say_count, say_name
from siteselect.resources import resource

_ACCENT = "#0F766E"
"""The accent of the style sheet: another one is put in its place."""


def render(
    template: str,
    values: dict[str, Any],  # Any: what the template asks for
    *,
    script: str = "",
    accent: str = _ACCENT,
) -> bytes:
    """Return the page that `template` makes of `values`, with one of our own scripts or none."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style = resource("report", "page.css").read_text(encoding="utf-8")
    if accent != _ACCENT:
        style += f":root {{ --accent: {accent}; }}\n"
    run = resource("report", script).read_text(encoding="utf-8") if script else ""
    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        figure=figure,
        points=points,
        per_cent=per_cent,
        plain=plain,
        drawn=Markup,
        word=verdict_word,
        named=say_name,
    )
    environment.globals.update(say=say, say_as=say_as, say_count=say_count)
    text = environment.get_template(template).render(
        style=Markup(style),  # noqa: S704 - our own file, bound by its hash
        allowed=_hash(style),
        script=Markup(run),  # noqa: S704 - our own file, bound by its hash
        script_allowed=_hash(run) if run else "'none'",
        **values,
    )
    return text.encode()


def _hash(text: str) -> str:
    """Return what a policy of contents calls a text by."""
    told = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{told}'"
