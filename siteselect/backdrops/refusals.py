"""Why a file of tiles is not shown, in sentences that several readers say."""

from pathlib import Path

from siteselect.errors import IntakeError
from siteselect.language import say


def refuse_vectors(path: Path) -> IntakeError:
    """Return the refusal of tiles that hold vectors."""
    return IntakeError(
        say(
            "{path} holds vector tiles, which need a style to be drawn: choose tiles that are "
            "pictures (PNG, JPEG or WebP).",
            path=path,
        )
    )


def refuse_other(path: Path) -> IntakeError:
    """Return the refusal of tiles in a form that is not shown."""
    return IntakeError(
        say(
            "{path} holds tiles in a form that is not shown: choose tiles in PNG, JPEG or WebP.",
            path=path,
        )
    )


def refuse_damaged(path: Path, why: str) -> IntakeError:
    """Return the refusal of a file that is damaged."""
    return IntakeError(say("{path} is damaged ({why}): fetch or make it anew.", path=path, why=why))
