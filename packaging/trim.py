"""What of Qt and of other wheels the program never loads, and the bundle leaves out."""

import re

_QT = (
    "Qml", "Quick", "VirtualKeyboard", "Pdf", "Designer", "ShaderTools", "Labs", "Help",
    "UiTools", "Sql", "Test", "QmlModels", "WebChannel", "Positioning", "EglF[Ss]", "CanvasPainter",
)  # fmt: skip
_SYSTEM = (
    "gtk-3", "gdk-3", "gdk_pixbuf-2.0", "epoxy", "cairo", "cairo-gobject", "pixman-1", "harfbuzz",
    "pango-1.0", "pangocairo-1.0", "pangoft2-1.0", "atk-1.0", "atk-bridge-2.0", "atspi", "fribidi",
    "thai", "datrie", "graphite2", "gio-2.0", "glib-2.0", "gobject-2.0", "gmodule-2.0",
    "gthread-2.0", "pcre2-8", "mount", "blkid", "selinux", "X[A-Za-z0-9]+", "X11-xcb", "xcb",
    "fontconfig", "freetype", "expat", "png16", "z", "dbus-1", "systemd", "gcrypt", "gpg-error",
    "cap", "lz4", "bsd", "md", "brotlidec", "brotlicommon", "stdc[+][+]", "gcc_s", "gssapi_krb5",
    "krb5", "k5crypto", "krb5support", "com_err", "keyutils", "tinfo", "readline", "jpeg",
)  # fmt: skip
"""Libraries of the system's desktop: a copy of them would not fit the system's fonts, themes and
drivers. The package depends on the system's own."""
LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(^|/)(lib)?Qt6?({'|'.join(_QT)})[A-Za-z0-9]*(\.|$)",
        r"/plugins/(sqldrivers|egldeviceintegrations|qmltooling|qmllint|designer|generic)/",
        r"/plugins/(platforminputcontexts/\w*virtualkeyboard\w*|vectorimageformats|help)",
        r"/plugins/platforms/\w*(eglfs|linuxfb|vkkhr|vnc|minimalegl)",
        r"/plugins/imageformats/\w*(tiff|tga|wbmp|icns|pdf)\.",
        r"(^|/)pillow\.libs/libavif-|PIL/_avif",
        r"/plugins/wayland-graphics-integration-server/",
        r"/Qt/(qml|libexec|metatypes|modules|resources|include)/",
        r"/translations/(assistant|designer|linguist|qt_help)_",
        r"/translations/(qt|qtbase)_(?!(ru|kk|zh_CN|en|zh)\b)[A-Za-z_]+\.qm$",
        r"/translations/(qtdeclarative|qtmultimedia|qtlocation|qtwebengine|qtserialport)_",
        r"(^|/)tests?/",
        r"pyqtgraph/(examples|icons/.*\.svg\.bak)",
        r"\.(pyi|pxd|pyx|c|h|cpp|hpp|po)$",
        r"(^|/)proj_data/(?!proj\.db|proj\.ini|CITATION)\w+$",
        r"/plugins/platformthemes/libqgtk3",
        r"gdal_data/(leaflet_template|s57)",
        rf"^lib({'|'.join(_SYSTEM)})\.so",
    )
)
"""Safe to leave out: measured by the self-test in a bare system, where nothing else can help."""


def kept(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the entries of a table of contents that go into the bundle."""
    return [entry for entry in entries if not left_out(entry[0])]


def left_out(name: str) -> bool:
    """Return whether the file of that name inside the bundle is left out."""
    name = name.replace("\\", "/")
    return any(pattern.search(name) for pattern in LEFT_OUT)
