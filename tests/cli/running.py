"""The command line run within the test: what it printed, and how it ended."""

import json
from dataclasses import dataclass

from siteselect.cli.app import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def run(capsys, *words: str) -> Ended:
    capsys.readouterr()
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return Ended(code, told.out, told.err)


def failed(capsys, *words: str) -> str:
    """Run what must end in one sentence on the standard error and 1; return the sentence."""
    ended = run(capsys, *words)
    assert ended.code == 1, ended
    assert ended.out == ""
    text = ended.err
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    return text.strip()
