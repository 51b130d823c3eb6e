"""Files that mean ill, each by name: what is made, and by which words it is refused.

`python -m benchmarks attacks` runs them all and counts; the tests run them one by one.
"""

import os
import socket
import sqlite3
import stat
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.intake import making

SECRET = "the-secret-of-another-file"  # noqa: S105 - it must show up nowhere


@dataclass(frozen=True)
class Lair:
    """Where an attack is laid: an empty folder, a file that it is after, and a port it may call."""

    room: Path
    port: int

    @property
    def secret(self) -> Path:
        path = self.room / "secret.geojson"
        if not path.exists():
            path.write_text(
                '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"'
                + SECRET
                + '"},"geometry":{"type":"Point","coordinates":[75,51]}}]}'
            )
        return path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/layer.geojson"

    def text(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        path = self.room / name
        path.write_bytes(text.encode(encoding))
        return path


Make = Callable[[Lair], "Path | str"]
ATTACKS: dict[str, tuple[Make, str]] = {}
"""Name, what makes it, and words of its refusal; no words where it may be read, and harms none."""


def attack(words: str) -> Callable[[Make], Make]:
    def keep(make: Make) -> Make:
        ATTACKS[make.__name__] = (make, words)
        return make

    return keep


class Listener:
    """A port on this machine that counts who calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=50)
        self._socket.setblocking(False)
        self.port = self._socket.getsockname()[1]

    def calls(self) -> int:
        count = 0
        while True:
            try:
                self._socket.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def close(self) -> None:
        self._socket.close()


# files that point to others


def vrt(lair: Lair) -> str:
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{lair.secret}'
        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    )


@attack("a virtual layer, which points to other files")
def vrt_as_geojson(lair):
    return lair.text("plots.geojson", vrt(lair))


@attack("a virtual layer, which points to other files")
def vrt_as_csv(lair):
    return lair.text("plots.csv", vrt(lair))


@attack("a virtual layer, which points to other files")
def vrt_as_gpkg(lair):
    return lair.text("plots.gpkg", vrt(lair))


@attack("a virtual layer, which points to other files")
def vrt_behind_a_byte_order_mark(lair):
    return lair.text("plots.json", "\ufeff" + vrt(lair))


@attack("a virtual layer, which points to other files")
def vrt_in_utf_16(lair):
    return lair.text("plots.kml", vrt(lair), "utf-16")


@attack("a virtual layer, which points to other files")
def vrt_behind_a_comment(lair):
    return lair.text("plots.kml", f"<?xml version='1.0'?><!-- <kml> -->\n\n{vrt(lair)}")


@attack("a virtual layer, which points to other files")
def vrt_to_an_address(lair):
    return lair.text("plots.kml", vrt(lair).replace(str(lair.secret), lair.address))


@attack("a virtual raster, which points to other files")
def virtual_raster(lair):
    return lair.text("plots.tif", "<VRTDataset rasterXSize='1' rasterYSize='1'></VRTDataset>")


@attack("a chain of GDAL commands")
def chain_of_gdal_commands(lair):
    steps = f"gdal vector pipeline read {lair.secret} ! write /vsistdout/"
    return lair.text("plots.geojson", '{"type":"gdal_streamed_alg","command_line":"' + steps + '"}')


@attack("JSON without any feature|a chain of GDAL commands")
def chain_of_gdal_commands_in_utf_8_escapes(lair):
    return lair.text("plots.json", '{"\\u0074ype":"gdal_streamed_alg","command_line":"x"}')


@attack("a description of a map service")
def description_of_a_map_service(lair):
    return lair.text(
        "plots.xml", f"<GDAL_WMS><Service name='WMS'>{lair.address}</Service></GDAL_WMS>"
    )


@attack("a description of a map service")
def capabilities_of_a_service(lair):
    return lair.text("plots.gml", f"<wfs:WFS_Capabilities>{lair.address}</wfs:WFS_Capabilities>")


# addresses and odd places in the stead of a file


@attack("fetches nothing from addresses")
def address_http(lair):
    return lair.address


@attack("fetches nothing from addresses")
def address_https_with_a_name(lair):
    return "https://user:word@127.0.0.1/layer.geojson"


@attack("fetches nothing from addresses")
def address_of_a_file(lair):
    return f"file://{lair.secret}"


@attack("fetches nothing from addresses")
def address_ftp(lair):
    return "ftp://127.0.0.1/layer.geojson"


@attack("fetches nothing from addresses")
def address_in_a_cloud(lair):
    return "s3://bucket/layer.geojson"


@attack("fetches nothing from addresses")
def virtual_file_system_curl(lair):
    return f"/vsicurl/{lair.address}"


@attack("fetches nothing from addresses")
def virtual_file_system_zip(lair):
    return f"/vsizip/{lair.room}/plots.zip/plots.shp"


@attack("fetches nothing from addresses")
def virtual_file_system_of_standard_input(lair):
    return "/vsistdin/"


@attack("fetches nothing from addresses")
def driver_named_in_the_path(lair):
    return f"WFS:{lair.address}"


@attack("fetches nothing from addresses")
def database_named_in_the_path(lair):
    return "PG:host=127.0.0.1 dbname=secrets"


@attack("no plain file")
def device_without_end(lair):
    link = lair.room / "plots.csv"
    link.symlink_to("/dev/zero")
    return link


@attack("no plain file")
def pipe_into_which_nobody_writes(lair):
    os.mkfifo(lair.room / "plots.csv")
    return lair.room / "plots.csv"


@attack("a folder")
def folder_in_the_stead_of_a_file(lair):
    (lair.room / "plots.geojson").mkdir()
    return lair.room / "plots.geojson"


@attack("")
def name_that_asks_for_a_zip(lair):
    made = making.write(lair.room / "plots.geojson", "GeoJSON")
    return made.rename(lair.room / "a.zip!plots.geojson")


# links inside sound forms


@attack("")
def kml_with_a_link_to_the_network(lair):
    link = f"<NetworkLink><Link><href>{lair.address}</href></Link></NetworkLink>"
    return lair.text("plots.kml", making.kml(link))


@attack("")
def kml_with_a_style_from_the_network(lair):
    return lair.text("plots.kml", making.kml(f"<styleUrl>{lair.address}#a</styleUrl>"))


@attack("")
def geojson_whose_system_lies_at_an_address(lair):
    plain = lair.secret.read_text().replace(SECRET, "plot")
    crs = f'"crs":{{"type":"link","properties":{{"href":"{lair.address}","type":"proj4"}}}},'
    return lair.text("plots.geojson", plain.replace('"features"', f'{crs}"features"', 1))


@attack("")
def gpx_with_a_schema_at_an_address(lair):
    return lair.text(
        "plots.gpx",
        '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="http://www.topografix.com/GPX/1/1 {lair.address}">'
        '<wpt lat="51" lon="75"><name>A</name></wpt></gpx>',
    )


@attack("")
def shapefile_whose_system_reads_a_file(lair):
    made = making.shapefile(lair.room)
    made.with_suffix(".prj").write_text(
        'GEOGCS["x",DATUM["x",SPHEROID["x",6378137,298.25]],PRIMEM["Greenwich",0],'
        f'UNIT["Degree",0.0174532925],EXTENSION["PROJ4","+proj=longlat +nadgrids={lair.secret}"]]'
    )
    return made


@attack("")
def shapefile_whose_encoding_is_a_path(lair):
    made = making.shapefile(lair.room)
    made.with_suffix(".cpg").write_text("../../../../etc/passwd")
    return made


# databases


def database(lair: Lair, *commands: str) -> Path:
    """Return a sound GeoPackage after some commands."""
    path = making.write(lair.room / "plots.gpkg", "GPKG")
    held = sqlite3.connect(path)
    for name in ("IsEmpty", "MinX", "MaxX", "MinY", "MaxY"):  # which its own triggers call
        held.create_function(f"ST_{name}", 1, lambda _: 0)
    held.executescript("PRAGMA writable_schema=ON;" + ";".join(commands))
    held.commit()
    held.close()
    return path


VIEW_WITHOUT_END = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid FROM n"
)
LIST_VIEW = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
    "VALUES ('endless', 'features', 'endless', 4326)"
)


@attack("the view endless as a layer")
def database_with_a_view_without_end(lair):
    return database(lair, f"CREATE VIEW endless AS {VIEW_WITHOUT_END}", LIST_VIEW)


@attack("the view gpkg_contents|no GeoPackage|damaged database|keeps its reader busy")
def database_whose_list_is_a_view(lair):
    return database(
        lair,
        "ALTER TABLE gpkg_contents RENAME TO kept",
        f"CREATE VIEW gpkg_contents AS SELECT * FROM kept, ({VIEW_WITHOUT_END})",  # noqa: S608 - ill
    )


@attack("")
def database_with_a_view_that_nobody_lists(lair):
    return database(lair, f"CREATE VIEW aside AS {VIEW_WITHOUT_END}")


@attack("a trigger (evil)")
def database_with_a_trigger(lair):
    return database(
        lair,
        "CREATE TRIGGER evil AFTER INSERT ON plots BEGIN DELETE FROM plots; END",
    )


@attack("a table that a plug-in computes")
def database_with_a_computed_table(lair):
    return database(
        lair,
        "INSERT INTO sqlite_master VALUES ('table', 'spy', 'spy', 0, "  # noqa: S608 - an attack
        f"'CREATE VIRTUAL TABLE spy USING VirtualOGR(''{lair.secret}'')')",
    )


@attack("computes a column")
def database_with_a_column_that_grows(lair):
    return database(
        lair,
        "CREATE TABLE big (fid INTEGER PRIMARY KEY, x BLOB GENERATED ALWAYS AS "
        "(zeroblob(900000000)) VIRTUAL)",
    )


@attack("damaged database|cannot be read")
def database_with_a_broken_tree(lair):
    path = making.write(lair.room / "plots.gpkg", "GPKG")
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096] = 0x33
    path.write_bytes(bytes(data))
    return path


@attack("damaged database|cannot be read")
def database_cut_off(lair):
    path = making.write(lair.room / "plots.gpkg", "GPKG")
    path.write_bytes(path.read_bytes()[:20000])
    return path


@attack("no GeoPackage")
def database_of_another_kind(lair):
    path = lair.room / "plots.gpkg"
    held = sqlite3.connect(path)
    held.execute("CREATE TABLE history (url TEXT)")
    held.commit()
    held.close()
    return path


@attack("")
def database_that_wants_a_journal(lair):
    path = making.write(lair.room / "plots.gpkg", "GPKG")
    data = bytearray(path.read_bytes())
    data[18] = data[19] = 2  # as one that is written ahead, and would lay files beside itself
    path.write_bytes(bytes(data))
    return path


@attack("no feature that can be used|cannot be read")
def database_whose_shapes_lie(lair):
    shape = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BII", 1, 3, 2**31 - 1) + b"\0" * 20
    return database(lair, f"UPDATE plots SET geom = X'{shape.hex()}'")  # noqa: S608 - an attack


# containers


@attack("names files outside itself")
def zip_that_leads_out(lair):
    return making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), "../../evil.txt": "x"})


@attack("names files outside itself")
def zip_that_leads_out_by_backslash(lair):
    return making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), "..\\..\\evil.txt": "x"})


@attack("names files outside itself")
def zip_with_a_name_from_the_root(lair):
    return making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), "/etc/evil.txt": "x"})


@attack("holds links to other files")
def zip_with_a_link(lair):
    path = lair.room / "a.kmz"
    link = zipfile.ZipInfo("layer.kml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("doc.kml", making.kml())
        container.writestr(link, str(lair.secret))
    return path


@attack("unpacks to")
def zip_bomb(lair):
    return making.pack(lair.room / "a.kmz", {"doc.kml": b"<kml>" + b" " * (60 * 2**20)})


@attack("in 1002 parts")
def zip_of_a_thousand_parts(lair):
    parts = {f"part{number}.txt": "" for number in range(1001)}
    return making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), **parts})


@attack("holds another container")
def zip_in_a_zip(lair):
    return making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), "more.kmz": b"PK\3\4"})


@attack("is damaged in|is damaged|lie over each other")
def zip_that_lies_about_its_size(lair):
    path = making.pack(lair.room / "a.kmz", {"doc.kml": making.kml("<!--" + "x" * 5000 + "-->")})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", data, data.find(mark) + place, 100)
    path.write_bytes(bytes(data))
    return path


@attack("lie over each other|is damaged")
def zip_whose_parts_lie_over_each_other(lair):
    path = making.pack(lair.room / "a.kmz", {"doc.kml": making.kml(), "b.txt": "b" * 3000})
    data = bytearray(path.read_bytes())
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    struct.pack_into("<II", data, second + 20, len(data) * 2, len(data) * 2)
    path.write_bytes(bytes(data))
    return path


@attack("locked by a password")
def zip_with_a_password(lair):
    path = making.pack(lair.room / "a.kmz", {"doc.kml": making.kml()})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.find(mark) + place] |= 1
    path.write_bytes(bytes(data))
    return path


@attack("holds two parts called")
def zip_with_two_faces(lair):
    path = lair.room / "a.kmz"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("doc.kml", making.kml())
        container.writestr("dob.kml", making.KML.format(placemarks=""))
    path.write_bytes(path.read_bytes().replace(b"dob.kml", b"doc.kml"))
    return path


@attack("lacks its .shx, .dbf")
def zip_with_a_part_of_a_shapefile(lair):
    made = making.shapefile(lair.room)
    return making.pack(lair.room / "a.zip", {"a.shp": made.read_bytes()})


@attack("unpacks to")
def workbook_bomb(lair):
    path = making.workbook(lair.room / "plots.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/worksheets/sheet2.xml", b"<a>" + b" " * (60 * 2**20))
    return path


@attack("declares a document type")
def workbook_with_entities(lair):
    path = making.workbook(lair.room / "plots.xlsx")
    parts = {}
    with zipfile.ZipFile(path) as container:
        for name in container.namelist():
            parts[name] = container.read(name)
    head = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{lair.secret}">]>'.encode()
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = head + parts[sheet].partition(b"?>")[2] or parts[sheet]
    return making.pack(path, parts)


# markup


@attack("declares a document type")
def kml_that_grows_without_end(lair):
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    return lair.text(
        "a.kml", f"<!DOCTYPE kml [{entities}]>" + making.kml("<name>&a11;</name>")[38:]
    )


@attack("declares a document type")
def kml_that_reads_a_file(lair):
    head = f'<!DOCTYPE kml [<!ENTITY s SYSTEM "file://{lair.secret}">]>'
    return lair.text("a.kml", head + making.kml("<name>&s;</name>")[38:])


@attack("declares a document type")
def gpx_that_calls_out(lair):
    head = f'<!DOCTYPE gpx [<!ENTITY % d SYSTEM "{lair.address}">%d;]>'
    return lair.text("a.gpx", head + '<gpx version="1.1" creator="x"></gpx>')


@attack("declares a document type")
def kml_with_a_type_from_elsewhere(lair):
    return lair.text("a.kml", f'<!DOCTYPE kml SYSTEM "{lair.address}">' + making.kml()[38:])


@attack("nested more than 64 deep")
def kml_of_great_depth(lair):
    return lair.text("a.kml", making.kml("<Folder>" * 5000 + "</Folder>" * 5000))


@attack("damaged XML|cannot be read|XML of another kind")
def kml_in_an_encoding_of_its_own(lair):
    return lair.text("a.kml", "<?xml version='1.0' encoding='utf-7'?><kml>+ADw-Folder+AD4-</kml>")


# JSON


@attack("nested 100000 deep|nested 100003 deep|nested 1000")
def geojson_of_great_depth(lair):
    deep = "[" * 100_000 + "]" * 100_000
    return lair.text("a.geojson", '{"type":"Point","coordinates":' + deep + "}")


@attack("its brackets do not close")
def geojson_that_does_not_close(lair):
    return lair.text("a.geojson", '{"type":"FeatureCollection","features":[{' * 10)


@attack("no feature that can be used|cannot be read|coordinates are none")
def geojson_with_numbers_beyond_all_bounds(lair):
    return lair.text("a.geojson", '{"type":"Point","coordinates":[1e999,-1e999]}')


@attack("no feature that can be used|cannot be read|holds no layer")
def geojson_with_words_for_coordinates(lair):
    return lair.text("a.geojson", '{"type":"Point","coordinates":["$(id)","`id`"]}')


# rasters and layers in bytes


@attack("20000 a side are the most|damaged TIFF")
def raster_of_a_million_cells_a_side(lair):
    path = making.geotiff(lair.room / "a.tif")
    data = bytearray(path.read_bytes())
    start = struct.unpack_from("<I", data, 4)[0]
    for number in range(struct.unpack_from("<H", data, start)[0]):
        at = start + 2 + 12 * number
        if struct.unpack_from("<H", data, at)[0] in (256, 257):
            struct.pack_into("<HII", data, at + 2, 4, 1, 1_000_000)
    path.write_bytes(bytes(data))
    return path


@attack("unpacks to more than 512 MB")
def raster_bomb(lair):
    path = lair.room / "a.tif"
    making.geotiff(path, np.zeros((16, 16), dtype=np.float64))
    data = bytearray(path.read_bytes())
    start = struct.unpack_from("<I", data, 4)[0]
    for number in range(struct.unpack_from("<H", data, start)[0]):
        at = start + 2 + 12 * number
        if struct.unpack_from("<H", data, at)[0] in (256, 257):
            struct.pack_into("<HII", data, at + 2, 4, 1, 19_000)
    path.write_bytes(bytes(data))
    return path


@attack("damaged TIFF|does not say where it lies|cannot be read|holds no picture")
def raster_whose_pages_go_in_a_circle(lair):
    return _bytes(lair.room / "a.tif", b"II*\0" + struct.pack("<IHI", 8, 0, 8))


@attack("does not say where it lies")
def picture_in_the_stead_of_a_map(lair):
    import tifffile

    tifffile.imwrite(lair.room / "a.tif", np.zeros((8, 8), np.uint8), metadata=None)
    return lair.room / "a.tif"


@attack(".dbf is damaged or cut off")
def shapefile_that_claims_four_billion_rows(lair):
    made = making.shapefile(lair.room)
    making.dbf_rows(made.with_suffix(".dbf"), 2**32 - 1)
    return made


@attack("cut off")
def shapefile_that_claims_to_be_longer(lair):
    made = making.shapefile(lair.room)
    data = bytearray(made.read_bytes())
    struct.pack_into(">i", data, 24, 2**30)
    made.write_bytes(bytes(data))
    return made


@attack("cannot be read|holds no|ended")
def flatgeobuf_whose_head_lies(lair):
    path = making.write(lair.room / "a.fgb", "FlatGeobuf")
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, 8, 2**31 - 1)
    path.write_bytes(bytes(data))
    return path


# tables


@attack("has more than 20000 rows or 200 columns")
def table_of_a_million_columns(lair):
    return lair.text("a.csv", "name" + ",x" * 1_000_000 + "\n")


@attack("damaged at line")
def table_with_a_quotation_without_end(lair):
    return lair.text("a.csv", 'name,lon,lat\n"' + "A,75,51\n" * 200_000)


@attack("damaged at line")
def table_with_a_cell_of_two_megabytes(lair):
    return lair.text("a.csv", "name,lon,lat\nA,75,51\n" + "x" * 2**21 + ",75,51\n")


@attack("")
def table_whose_numbers_keep_a_pattern_busy(lair):
    cells = ",".join(("1 " * 5000 + "x", "1°" * 500, "1'" * 4000 + "!"))
    return lair.text("a.csv", f"name,lon,lat\nA,75,51\n{cells}\n" * 20)


@attack("a program")
def program_in_the_stead_of_a_table(lair):
    return _bytes(lair.room / "a.csv", b"\x7fELF" + bytes(200))


def _bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
