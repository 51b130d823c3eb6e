"""The sites for a globe: KML with a balloon each that says rank, values, sources and reasons."""

from collections.abc import Iterator
from html import escape

from siteselect.export._kml_layers import layer_folders, layer_styles
from siteselect.export._svg_map import score_colour, score_span
from siteselect.export._xml_text import xml_text
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report, SiteRow
from siteselect.export.words import figure, points, verdict_word
from siteselect.language import later, say
from siteselect.model.gate import Verdict

_FOLDERS = (
    (later("In the ranking"), (Verdict.PASS, Verdict.CONDITIONAL)),
    (later("Not enough known"), (Verdict.UNKNOWN,)),
    (later("Fail a gate"), (Verdict.FAIL,)),
)
_STEPS = 6
_ICON = "https://maps.google.com/mapfiles/kml/shapes/placemark_circle.png"
"""The icon that globes carry themselves; none is fetched by this program."""
_STYLES = {"unknown": "#5F6B77", "fail": "#A8463E"}


def make(report: Report) -> bytes:
    """Return the document: a folder for the ranking, one for each kind of site and each layer."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2">',
        "<Document>",
        f"<name>{xml_text(report.title)}</name>",
        f"<description>{xml_text(_about(report))}</description>",
        *_styles(report),
        *layer_styles(report),
    ]
    span = score_span(report.rows)
    for title, verdicts in _FOLDERS:
        rows = [row for row in report.rows if row.verdict in verdicts]
        if rows:
            parts += [f"<Folder><name>{xml_text(say(title))} ({len(rows)})</name>"]
            parts += [line for row in rows for line in _placemark(report, row, span)]
            parts += ["</Folder>"]
    parts += layer_folders(report)
    return "\n".join([*parts, "</Document>", "</kml>", ""]).encode()


def _about(report: Report) -> str:
    stamp = report.stamp
    facts = say("Facts as of {day}, {load:g} MW wanted.", day=stamp.as_of, load=stamp.load_mw)
    lines = [
        f"{stamp.scenario}, {report.method_title}. {facts}",
        *report.remarks,
        f"{stamp.program} {stamp.version}, {stamp.pack}, sha256 {stamp.pack_digest}.",
        *report.notes,
        stamp.disclaimer,
    ]
    return _paragraphs(lines)


def _styles(report: Report) -> Iterator[str]:
    span = score_span(report.rows)
    if span is not None:
        for step in range(_STEPS):
            part = step / (_STEPS - 1)
            yield _style(f"score{step}", score_colour(part, (0.0, 1.0)), 1.1)
    for name, colour in _STYLES.items():
        yield _style(name, colour, 0.7)


def _style(name: str, colour: str, scale: float) -> str:
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    return (
        f'<Style id="{name}"><IconStyle><color>ff{blue}{green}{red}</color><scale>{scale}</scale>'
        f"<Icon><href>{_ICON}</href></Icon></IconStyle>"
        "<BalloonStyle><text>$[description]</text></BalloonStyle></Style>"
    )


def _placemark(report: Report, row: SiteRow, span: tuple[float, float] | None) -> Iterator[str]:
    place = f"{row.rank}. " if row.rank else ""
    yield "<Placemark>"
    yield f"<name>{xml_text(place + row.name)}</name>"
    yield f"<description>{xml_text(_balloon(report, row))}</description>"
    yield f"<styleUrl>#{_style_of(row, span)}</styleUrl>"
    yield "<ExtendedData>"
    for key, value in _data(report, row):
        if value is not None:
            yield f'<Data name="{xml_text(key)}"><value>{xml_text(str(value))}</value></Data>'
    yield "</ExtendedData>"
    yield f"<Point><coordinates>{row.lon!r},{row.lat!r}</coordinates></Point>"
    yield "</Placemark>"


def _style_of(row: SiteRow, span: tuple[float, float] | None) -> str:
    if not row.verdict.ranks or row.score is None or span is None:
        return "fail" if row.verdict is Verdict.FAIL else "unknown"
    low, high = span
    part = (row.score - low) / (high - low) if high > low else 1.0
    return f"score{round(part * (_STEPS - 1))}"


def _data(report: Report, row: SiteRow) -> Iterator[tuple[str, str | float | int | None]]:
    yield from (
        ("rank", row.rank), ("score", row.score), ("low", row.low), ("high", row.high),
        ("coverage", row.coverage), ("verdict", row.verdict.value), ("country", row.country),
    )  # fmt: skip
    for each, cell in zip(report.criteria, row.cells, strict=True):
        yield each.key, cell.raw


def _balloon(report: Report, row: SiteRow) -> str:
    """Return what is read beside the point: HTML in which every text is escaped."""
    word = verdict_word(row.verdict)
    verdict = f"{word[:1].upper()}{word[1:]}"
    lines = [f"{_placed(row)} {verdict}. {row.country_title}.", *row.reasons]
    note = say("The point: {note}.", note=row.note) if row.note else ""
    lines += [text for text in (note, row.offer) if text]
    cells = "".join(
        f"<tr><td>{escape(each.title)}</td><td>{escape(figure(cell.raw, each.unit))}</td>"
        f"<td>{points(cell.value)}</td><td>{escape(cell.source)}</td></tr>"
        for each, cell in zip(report.criteria, row.cells, strict=True)
    )
    titles = (say("Criterion"), say("Known"), "0–100", say("Source, or why unknown"))
    head = "".join(f"<th>{escape(each)}</th>" for each in titles)
    return (
        f"<h3>{escape(row.name)}</h3>{_paragraphs(lines)}"
        '<table border="1" cellpadding="3" cellspacing="0">'
        f"<tr>{head}</tr>"
        f"{cells}</table>"
        f"<p><small>{escape(report.stamp.disclaimer)}</small></p>"
    )


def _placed(row: SiteRow) -> str:
    if row.rank and row.score is not None:
        return say("Rank {rank}, {points} of 100 points.", rank=row.rank, points=points(row.score))
    if row.rank:
        return say("Rank {rank}.", rank=row.rank)
    if row.score is not None:
        return say("No rank, {points} of 100 points.", points=points(row.score))
    return say("No rank.")


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


EXPORTER = Exporter(title=later("sites for a globe"), suffix=".kml", make=make)
