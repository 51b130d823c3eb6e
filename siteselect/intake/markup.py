"""XML from outside is read once without believing it: no document type, no entity, no depths."""

from pathlib import Path
from typing import IO
from xml.parsers import expat

from siteselect.errors import IntakeError
from siteselect.intake.limits import LIMITS, Limits
from siteselect.language import say

_CHUNK = 2**18


def check_markup(path: Path, file: IO[bytes], limits: Limits = LIMITS) -> str:
    """Read the XML in `file` to its end, and return the name of its root; `path` is for telling.

    Raises
    ------
    IntakeError
        If it is damaged, declares a document type or entities, or is nested too deeply.
    """
    look = _Look(path, limits)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = look.doctype
    parser.EntityDeclHandler = look.entity
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        while chunk := file.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise IntakeError(
            say(
                "{path} is damaged XML: {why} at line {line}. Save it anew.",
                path=path,
                why=expat.errors.messages.get(error.code, str(error)),
                line=error.lineno,
            )
        ) from None
    except (LookupError, ValueError) as error:
        raise IntakeError(
            say("{path} is XML that cannot be read: {error}. Save it anew.", path=path, error=error)
        ) from None
    return look.root


class _Look:
    def __init__(self, path: Path, limits: Limits) -> None:
        self._path, self._limits = path, limits
        self._depth = 0
        self.root = ""

    def doctype(self, *_: object) -> None:
        raise IntakeError(
            say(
                "{path} declares a document type, by which XML can grow without end "
                "or read other files: it is refused. Save it anew from a map program.",
                path=self._path,
            )
        )

    def entity(self, *_: object) -> None:
        raise IntakeError(
            say(
                "{path} declares entities, by which XML can grow without end or read "
                "other files: it is refused. Save it anew from a map program.",
                path=self._path,
            )
        )

    def start(self, name: str, _: object) -> None:
        self.root = self.root or name.rsplit(":", maxsplit=1)[-1]
        self._depth += 1
        if self._depth > self._limits.xml_depth:
            raise IntakeError(
                say(
                    "{path} is nested more than {xml_depth} deep: it is refused. Save it "
                    "anew from a map program.",
                    path=self._path,
                    xml_depth=self._limits.xml_depth,
                )
            )

    def end(self, _: str) -> None:
        self._depth -= 1
