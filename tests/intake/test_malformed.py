from tests.intake.malformed import WAYS, mutant, run

COUNT = 550
"""Fifty of each of eleven forms."""


def test_a_seed_makes_the_same_file_again():
    data = bytes(range(256)) * 10
    for seed in range(len(WAYS)):
        assert mutant(data, b"other", seed) == mutant(data, b"other", seed)
        assert mutant(data, b"other", seed) != data


def test_five_hundred_malformed_files_end_in_a_sentence_or_a_value(tmp_path):
    told, bad = run(tmp_path, COUNT)
    assert bad == []
    assert sum(told.values()) == COUNT
    assert sum(count for name, count in told.items() if name.endswith("refused")) > COUNT / 2
