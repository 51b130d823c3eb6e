"""Pages of one file: our own style bound by its hash, every text escaped, nothing fetched."""

import base64
import hashlib
from typing import Any

from siteselect.export.words import figure, points
from siteselect.resources import resource


def render(template: str, values: dict[str, Any]) -> bytes:  # Any: what the template asks for
    """Return the page that `template` makes of `values`."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style = resource("report", "page.css").read_text(encoding="utf-8")
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(figure=figure, points=points)
    text = environment.get_template(template).render(
        style=Markup(style),  # noqa: S704 - our own file, bound by its hash
        allowed=f"'sha256-{allowed}'",
        **values,
    )
    return text.encode()
