from siteselect.intake.limits import LIMITS


def test_the_bounds_are_those_that_the_manual_tells():
    assert LIMITS.file_bytes == 2 * 1024**3
    assert LIMITS.features == 5_000_000
    assert LIMITS.vertices == 50_000_000
    assert LIMITS.columns == 500
    assert LIMITS.json_depth == 64
    assert (LIMITS.zip_ratio, LIMITS.zip_entries, LIMITS.zip_bytes) == (100, 1000, 1024**3)
    assert LIMITS.image_side == 20_000
    assert LIMITS.memory_bytes == 4 * 1024**3
    assert LIMITS.server_bytes == 512 * 1024**2
