"""Builds the fonts that travel with the program: `python -m packbuild.fonts`.

The text faces are Inter with figures of one width as its plain figures, and without letters that
change with their neighbours: what is copied out of a printed page is then what was written. Two
signs that Inter lacks are drawn. Chinese is cut to the 6763 signs of GB 2312.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from fontTools import subset
from fontTools.misc.roundTools import otRound
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

from packbuild.inputs import BuildError, cache_folder, fetch_all, read_list

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
LIST = Path(__file__).with_name("fonts.toml")
FAMILY = "Siteselect Sans"
FACES = ("Regular", "Medium", "SemiBold", "Bold")
HAN = "NotoSansCJKsc-Subset.otf"
_SIMPLIFIED = 2
"""The place of the face for mainland China in the collection."""
_SIGNS = "◐⊘◑●○◆◇■□▲△▼▽★☆※〇《》「」『』【】〈〉、。・·，．：；！？（）％＋－＝～￥"
"""Beside the signs of GB 2312: punctuation of full width, and marks of the window."""
_KEPT_NAMES = {0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17}


def gb2312() -> set[int]:
    """Return the code points of the 6763 Chinese signs of GB 2312."""
    found = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def text_face(source: Path, style: str) -> TTFont:
    """Return one face of Inter for this program."""
    font = TTFont(source, recalcTimestamp=False)
    _plain_figures(font)
    for code, name, draw in (
        (0x0009, "uni0009", _blank),
        (0x20C0, "uni20C0", _som),
        (0x25BE, "uni25BE", _small_triangle),
    ):
        if code not in font.getBestCmap():
            _add(font, code, name, draw)
    cut = _cut(font, set(font.getBestCmap()))
    _rename(cut, style)
    return cut


def han_face(source: Path) -> TTFont:
    """Return the Chinese face, cut to what GB 2312 holds."""
    font = TTCollection(source).fonts[_SIMPLIFIED]
    font.recalcTimestamp = False
    return _cut(font, gb2312() | {ord(sign) for sign in _SIGNS})


def build(target: Path, cache: Path) -> list[Path]:
    """Write every face below `target` and return their paths."""
    folders = fetch_all(cache, listed=LIST)
    inter = folders["fonts-inter"] / "usr/share/fonts/opentype/inter"
    noto = folders["fonts-noto-cjk"] / "usr/share/fonts/opentype/noto"
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for style in FACES:
        path = target / f"SiteselectSans-{style}.otf"
        text_face(inter / f"Inter-{style}.otf", style).save(path)
        written.append(path)
    path = target / HAN
    han_face(noto / "NotoSansCJK-Regular.ttc").save(path)
    return [*written, path]


def _plain_figures(font: TTFont) -> None:
    """Let the figures of one width be those that a text gets unasked."""
    gsub = font["GSUB"].table
    swaps: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for place in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[place].SubTable:
                    swaps |= getattr(table, "ExtSubTable", table).mapping
    for table in font["cmap"].tables:
        for code, name in list(table.cmap.items()):
            if chr(code).isdigit() and name in swaps:
                table.cmap[code] = swaps[name]


def _add(
    font: TTFont, code: int, name: str, draw: Callable[[TTFont, T2CharStringPen], int]
) -> None:
    """Draw one sign more; `draw` returns its width."""
    top = font["CFF "].cff.topDictIndex[0]
    width = draw(font, T2CharStringPen(0, None))
    pen = T2CharStringPen(width - top.Private.nominalWidthX, None)
    draw(font, pen)
    sign = pen.getCharString(top.Private, font["CFF "].cff.GlobalSubrs)
    strings = top.CharStrings
    strings.charStrings[name] = len(strings.charStringsIndex)
    strings.charStringsIndex.append(sign)
    order = [*font.getGlyphOrder(), name]
    top.charset = order
    font.setGlyphOrder(order)
    font["hmtx"][name] = (width, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _blank(font: TTFont, pen: T2CharStringPen) -> int:
    """Draw nothing, as wide as a space: without a sign of its own a tab would be copied for it."""
    del pen
    return int(font["hmtx"][font.getBestCmap()[0x20]][0])


def _som(font: TTFont, pen: T2CharStringPen) -> int:
    """Draw the som: a Cyrillic с with a line beneath."""
    glyphs = font.getGlyphSet()
    letter = glyphs[font.getBestCmap()[ord("с")]]
    letter.draw(pen)
    thick = abs(otRound(font["post"].underlineThickness)) or font["head"].unitsPerEm // 16
    left, right = letter.width // 10, letter.width - letter.width // 10
    top = -thick
    _polygon(pen, [(left, top - thick), (right, top - thick), (right, top), (left, top)])
    return int(letter.width)


def _small_triangle(font: TTFont, pen: T2CharStringPen) -> int:
    """Draw a small triangle that points down."""
    unit = font["head"].unitsPerEm
    wide, low, high = round(0.62 * unit), round(0.14 * unit), round(0.46 * unit)
    edge = round(0.08 * unit)
    _polygon(pen, [(wide // 2, low), (wide - edge, high), (edge, high)])
    return wide


def _polygon(pen: T2CharStringPen, points: Iterable[tuple[int, int]]) -> None:
    first, *rest = points
    pen.moveTo(first)
    for point in rest:
        pen.lineTo(point)
    pen.closePath()


def _cut(font: TTFont, codes: set[int]) -> TTFont:
    """Keep these signs, marks that combine and kerning; drop every other rule."""
    options = subset.Options()
    options.layout_features = ["ccmp", "kern", "mark", "mkmk"]
    options.name_IDs = sorted(_KEPT_NAMES)
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "VORG", "vhea", "vmtx", "BASE"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def _rename(font: TTFont, style: str) -> None:
    """Give a changed face a name of its own, as its licence likes it."""
    table, bold = font["name"], style == "Bold"
    plain = style in {"Regular", "Bold"}
    words = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: "Bold" if bold else "Regular",
        3: f"SiteselectSans-{style}",
        4: FAMILY if style == "Regular" else f"{FAMILY} {style}",
        6: f"SiteselectSans-{style}",
        16: FAMILY,
        17: style,
    }
    for number, text in words.items():
        table.setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = words[6]
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName = FAMILY, words[4]


def main(arguments: list[str] | None = None) -> int:
    """Build the fonts and say what was built; return 1 with a sentence when that fails."""
    parser = argparse.ArgumentParser(prog="packbuild.fonts", description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=FONTS, help="the folder of the fonts")
    parser.add_argument(
        "--cache", type=Path, default=cache_folder(), help="where packages are kept"
    )
    chosen = parser.parse_args(arguments)
    try:
        for path in build(chosen.to, chosen.cache):
            print(f"{path.name}: {path.stat().st_size:,} bytes")
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    for package in read_list(LIST).values():
        print(f"from {package.name} {package.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
