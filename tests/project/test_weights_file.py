import json

import pytest

from siteselect.errors import StudyError
from siteselect.project.weights_file import LARGEST, read_weights


def test_weights_are_read_in_their_order(tmp_path):
    file = tmp_path / "aida.json"
    file.write_text(json.dumps({"power_price": 30, "rule_of_law": 10.5}), encoding="utf-8-sig")
    assert [*read_weights(file).items()] == [("power_price", 30.0), ("rule_of_law", 10.5)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "are damaged"),
        ("[1]", "are no object"),
        ('{"a": true}', "give a no number"),
        ('{"a": "x"}', "give a no number"),
        ('{"a": 1, "a": 2}', "the key a stands twice"),
        ('{"a": 1' + "0" * 400 + "}", "too large"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_faults_are_one_sentence(tmp_path, text, fault):
    file = tmp_path / "odd.json"
    file.write_text(text)
    with pytest.raises(StudyError, match=fault):
        read_weights(file)


def test_what_is_not_there_or_too_large_cannot_be_read(tmp_path):
    with pytest.raises(StudyError, match="cannot be read"):
        read_weights(tmp_path / "none.json")
    (tmp_path / "huge.json").write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(StudyError, match="larger than 1 MB"):
        read_weights(tmp_path / "huge.json")
