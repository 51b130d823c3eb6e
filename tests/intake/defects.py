"""Thirty kinds of damage in files that can be read all the same: each must be flagged.

`python -m benchmarks defects` counts them.
"""

import warnings
from collections.abc import Callable
from pathlib import Path

import shapely

from tests.intake import making

HEAD = "name,lon,lat,country,price,currency,power_mw,letter_date,contract_months,note\n"
GOOD = "Good,75.31,51.72,KZ,18.5,KZT,60,2021-05-20,36,ok\nFine,76.94,52.03,KZ,19.25,KZT,35,,,\n"

Make = Callable[[Path], Path]


def table(rows: str, head: str = HEAD) -> Make:
    def make(folder: Path) -> Path:
        path = folder / "a.csv"
        path.write_text(head + GOOD + rows if head is HEAD else head + rows, encoding="utf-8")
        return path

    return make


def layer(*items, crs=4326, driver: str = "GPKG", **columns) -> Make:
    """Return what writes a layer with two sound points and the unsound items after them."""

    def make(folder: Path) -> Path:
        import geopandas

        geometry = [shapely.Point(*point) for point in making.POINTS[:2]]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are unsound on purpose
            read = [shapely.from_wkt(each) if isinstance(each, str) else each for each in items]
        geometry += read
        held = {"name": [f"Plot {place}" for place in range(len(geometry))], **columns}
        frame = geopandas.GeoDataFrame(held, geometry=geometry, crs=crs)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            path = folder / ("a.shp" if driver == "ESRI Shapefile" else "a.gpkg")
            frame.to_file(path, driver=driver)
        return path

    return make


def swapped_layer(folder: Path) -> Path:
    return layer(shapely.Point(51.7, 95.3))(folder)


DEFECTS: dict[str, tuple[Make, str]] = {
    "coordinate that is NaN": (table("Bad,nan,51,KZ,,,,,,\n"), "is no number"),
    "coordinate that is infinite": (table("Bad,inf,51,KZ,,,,,,\n"), "is no number"),
    "longitude out of range": (table("Bad,200,51,KZ,,,,,,\n"), "is no longitude"),
    "latitude out of range": (table("Bad,75,95.5,KZ,,,,,,\n"), "is no latitude"),
    "axes swapped": (table("Bad,51.7,75.3,KZ,,,,,,\n"), "look swapped"),
    "point missing": (table("Bad,,,KZ,,,,,,\n"), "has no point"),
    "point at zero, zero": (table("Bad,0,0,KZ,,,,,,\n"), "where nothing is"),
    "metres in place of degrees": (
        table("A,500000,5700000\nB,510000,5710000\n", "name,lon,lat\n"), "are no degrees"),
    "name missing": (table(",75,51,KZ,,,,,,\n"), "has no name"),
    "name twice": (table("Good,75.5,51.5,KZ,,,,,,\n"), "stands in row 2 already"),
    "names that differ in capitals alone": (table("GOOD,75.5,51.5,KZ,,,,,,\n"), "in capitals"),
    "id twice": (table("7,A,75.3,51.7\n7,B,75.4,51.8\n", "id,name,lon,lat\n"), "stands twice"),
    "point twice": (table("Bad,75.31,51.72,KZ,,,,,,\n"), "on the same point as Good"),
    "control sign in a name": (table("\x1b[31mBad,75,51,KZ,,,,,,\n"), "control sign U+001B"),
    "signs lost on the way": (table("B\ufffdd,75,51,KZ,,,,,,\n"), "signs were lost"),
    "signs read wrong": (table("Ð°ÐºÑ\xb1,75,51,KZ,,,,,,\n"), "is the encoding right"),
    "price below zero": (table("Bad,75,51,KZ,-5,KZT,,,,\n"), "is below 0"),
    "price that is a word": (table("Bad,75,51,KZ,cheap,KZT,,,,\n"), "is no number"),
    "price without currency": (table("Bad,75,51,KZ,5,,,,,\n"), "needs its currency"),
    "price in another unit than the rest": (
        table("Bad,75,51,KZ,18500,KZT,,,,\nMore,75.2,51.2,KZ,20,KZT,,,,\n"), "far from the others"),
    "power in two units": (table("Bad,75,51,KZ,,,60000 kW,,,\n"), "in larger units"),
    "day that does not exist": (table("Bad,75,51,KZ,,,,31.02.2021,,\n"), "is no day"),
    "months that are no whole number": (table("Bad,75,51,KZ,,,,,1.5,\n"), "whole number of months"),
    "country that contradicts the point": (table("Bad,75,51,KG,,,,,,\n"), "the row says KG"),
    "more cells than headings": (table("Bad,75,51,KZ,,,,,,,,7\n"), "more cells than the header"),
    "points and commas mixed": (
        table("A;75,31;51,72\nB;75.44;51,73\n", "name;lon;lat\n"), "are mixed"),
    "number that stands for none": (
        table("A,75.3,51.7,40\nB,75.4,51.8,-9999\n", "name,lon,lat,noise\n"), "for not known"),
    "column that is empty": (table("A,75.3,51.7,\n", "name,lon,lat,noise\n"), "is empty"),
    "two columns of one name": (
        table("A,75.3,51.7,1,2\n", "name,lon,lat,noise,noise\n"), "Two columns are called"),
    "feature without geometry": (layer(None), "has no geometry"),
    "feature with an empty geometry": (layer(shapely.Polygon()), "no point at all|no geometry"),
    "feature with NaN": (layer("LINESTRING (75 51, nan 52)"), "not a number"),
    "feature with infinity": (layer("LINESTRING (75 51, inf 52)"), "infinite"),
    "area that crosses itself": (
        layer(shapely.Polygon([(70, 45), (71, 46), (71, 45), (70, 46)])), "crosses itself"),
    "area without width": (layer(shapely.Polygon([(70, 45), (71, 46), (70, 45)])), "no width"),
    "feature across the date line": (
        layer(shapely.LineString([(-179, 50), (179, 50)])), "date line"),
    "heights that are dropped": (layer(shapely.Point(75, 51, 400)), "Heights were dropped"),
    "areas where points are wanted": (layer(shapely.box(70, 45, 71, 46)), "a line or an area"),
    "layer with its axes swapped": (swapped_layer, "look swapped"),
    "layer without a reference system": (
        layer(crs=None, driver="ESRI Shapefile"), "names no reference system"),
}  # fmt: skip
"""Name, what makes the file, and words by which the report must flag it."""
