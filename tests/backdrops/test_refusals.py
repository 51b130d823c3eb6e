from pathlib import Path

from siteselect.backdrops.refusals import refuse_damaged, refuse_other, refuse_vectors


def test_each_refusal_names_the_file_and_what_to_do():
    path = Path("maps/region.mbtiles")
    for fault in (refuse_vectors(path), refuse_other(path), refuse_damaged(path, "it ends")):
        told = str(fault)
        assert str(path) in told
        assert ":" in told
        assert told.endswith(".")
    assert "vector" in str(refuse_vectors(path))
