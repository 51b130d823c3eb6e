"""Gather the texts of the program into its catalogues, and compile them: `make words`.

Usage: python packaging/words.py [--check]

Reads every `say`, `say_count`, `say_as` and `later` in `siteselect/` and in the pages of
`resources/report`, and the names in the packs and the sample, brings the `.po` files in
`resources/translations` up to date (a text that is gone goes, a new one is empty) and writes the
`.mo` files beside them. With `--check` nothing is written: it tells what is unfinished, and returns
1 when a catalogue lags behind the code, lacks a word, or loses a field of a text.
"""

import ast
import io
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeGuard

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from names import names  # noqa: E402

from siteselect.language import ENGLISH, LANGUAGES, NAME  # noqa: E402

KEYWORDS = {"say": None, "later": None, "say_count": (1, 2), "say_as": ((1, "c"), 2)}
"""Calls that say a text, as Babel is told of them."""
TEXTS = {"say": 1, "later": 1, "say_count": 2, "say_as": 2}
"""The same, with how many texts each holds."""
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""What a compiled catalogue bears as its date, so that two runs give the same bytes."""
FOLDER = ROOT / "resources" / "translations"


def main(arguments: list[str]) -> int:
    """Write the catalogues, or tell what they lack."""
    template = gather()
    if "--check" in arguments:
        faults = list(all_faults(template))
        print("\n".join(faults[:40]))
        print(f"{len(template)} texts, {len(faults)} faults")
        return 1 if faults else 0
    for code in codes():
        catalog = merged(code, template)
        path = po_path(code)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalog))
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        print(f"{code}: {len(catalog)} texts, {sum(not _full(each) for each in catalog)} to say")
    return 0


def codes() -> list[str]:
    """Return the languages that have a catalogue."""
    return [code for code in LANGUAGES if code != ENGLISH]


def po_path(code: str) -> Path:
    """Return where the catalogue of a language lies."""
    return FOLDER / code / "LC_MESSAGES" / "siteselect.po"


def gather() -> Catalog:
    """Return every text of the program, in the order of the files."""
    template = Catalog(project="siteselect", charset="utf-8")
    found = [
        *_in_code(),
        *(
            (file, line, text, about)
            for file, line, text, _, about in _found("resources/report", "**.html")
        ),
    ]
    for file, _line, text, context in sorted(found, key=lambda each: (each[0], each[1])):
        template.add(text, None, [(file, None)], context=context)
    for name, file in names():
        if any(letter.isalpha() for letter in name):
            template.add(name, None, [(file, None)], (), (), context=NAME)
    return template


def _found(folder: str, files: str) -> Iterator[tuple[Any, ...]]:
    return extract_from_dir(
        str(ROOT / folder), [(files, "jinja2.ext:babel_extract")], keywords=KEYWORDS
    )


def _in_code() -> Iterator[tuple[str, int, Any, str | None]]:
    """Yield file, line, text and context of each call, also of those within f-strings."""
    for path in sorted((ROOT / "siteselect").rglob("*.py")):
        file = path.relative_to(ROOT / "siteselect").as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                told = [each.value for each in node.args if _is_text(each)]
                wanted = TEXTS.get(node.func.id, 0)
                if wanted and len(told) >= wanted:
                    context = told.pop(0) if node.func.id == "say_as" else None
                    text = tuple(told[:2]) if node.func.id == "say_count" else told[0]
                    yield file, node.lineno, text, context


def _is_text(node: ast.expr) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def read(code: str) -> Catalog:
    """Return the catalogue of a language as it lies there."""
    path = po_path(code)
    if not path.is_file():
        return Catalog(locale=code, project="siteselect", charset="utf-8")
    return read_po(io.BytesIO(path.read_bytes()), locale=code)


def merged(code: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language, brought up to the texts of the code; nothing guessed."""
    catalog = read(code)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for message in catalog:
        message.flags.discard("fuzzy")
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Return a catalogue as text: no dates, so that two runs give the same bytes."""
    target = io.BytesIO()
    write_po(target, catalog, omit_header=True, width=100, sort_by_file=False)
    plural = f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n"Content-Type: text/plain; '
    head = f'{plural}charset=utf-8\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return head.encode() + target.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    bare = Catalog(
        locale=catalog.locale,
        charset="utf-8",
        header_comment="",
        fuzzy=False,
        creation_date=NO_DATE,
    )
    for message in catalog:
        if message.id and _full(message):
            bare.add(message.id, message.string, context=message.context)
    bare.mime_headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Plural-Forms", catalog.plural_forms),
    ]
    target = io.BytesIO()
    write_mo(target, bare)
    return target.getvalue()


def all_faults(template: Catalog) -> Iterator[str]:
    """Yield a sentence for each fault of a catalogue."""
    for code in codes():
        catalog = merged(code, template)
        lying = po_path(code)
        if not lying.is_file() or lying.read_bytes() != as_po(catalog):
            yield f"{code}: the catalogue lags behind the code; run make words"
        if not lying.is_file() or lying.with_suffix(".mo").read_bytes() != as_mo(catalog):
            yield f"{code}: the compiled catalogue is not that of the words; run make words"
        for message in catalog:
            if message.id:
                yield from (f"{code}: {each}" for each in faults_of(message))


def faults_of(message: Message) -> Iterator[str]:
    """Yield what is wrong with one text of a catalogue."""
    source = message.id if isinstance(message.id, tuple) else (message.id,)
    if not _full(message):
        yield f"no word for {source[0]!r}"
        return
    told = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = fields(source[-1])
    for each in told:
        lacking = {field for field in wanted if field != "count"} - fields(each)
        strange = fields(each) - wanted
        if lacking or strange:
            yield f"fields differ in {each!r}: {', '.join(sorted(lacking | strange))}"


def fields(text: str) -> set[str]:
    """Return the names of the fields of a text, with their formats."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return {f"a brace out of place in {text!r}"}
    return {f"{name}:{form}" if form else name for _, name, form, _ in parts if name is not None}


def _full(message: Message) -> bool:
    told = message.string if isinstance(message.string, tuple) else (message.string,)
    return not message.id or all(told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
