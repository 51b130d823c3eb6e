import pytest

from tests.packaging.loading import load

trim = load("trim")
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/platforms/libqwayland.so",
        f"{QT}/plugins/imageformats/libqsvg.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/lib/libQt6Widgets.so.6",
        f"{QT}/translations/qtbase_ru.qm",
        "PySide6/plugins/platforms/qwindows.dll",
        "pyproj/proj_dir/share/proj/proj.db",
        "pyogrio/gdal_data/gdalvrt.xsd",
        "siteselect/_resources/packs/central-asia/pack.toml",
        "siteselect/_resources/translations/ru/LC_MESSAGES/siteselect.mo",
        "libxcb-cursor.so.0",
    ],
)
def test_what_the_program_needs_stays(name):
    assert not trim.left_out(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Qml.so.6",
        f"{QT}/lib/libQt6EglFSDeviceIntegration.so.6",
        f"{QT}/plugins/platforms/libqvnc.so",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/translations/qtbase_fr.qm",
        "PySide6\\Qt6Quick.dll",
        "libX11.so.6",
        "libglib-2.0.so.0",
        "libstdc++.so.6",
        "pandas/_libs/tslib.pyi",
        "siteselect/_resources/translations/ru/LC_MESSAGES/siteselect.po",
    ],
)
def test_what_it_never_loads_is_left_out(name):
    assert trim.left_out(name)


def test_a_table_of_contents_is_filtered_by_the_place_in_the_bundle():
    kept = ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY")
    gone = ("libX11.so.6", "/usr/lib/libX11.so.6", "BINARY")
    assert trim.kept([kept, gone]) == [kept]
