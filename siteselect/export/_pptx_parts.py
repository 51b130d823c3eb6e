"""The parts of a slide: headline, map, chart, table, foot, notes."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from siteselect.export.report import Report, SiteRow, Slide
from siteselect.export.words import figure, points
from siteselect.language import say, say_day, say_name
from siteselect.model.tint import Ramp

INK, MUTED, ACCENT, LINE, PALE = "1B2430", "5F6B77", "0F766E", "E1E4E8", "F4F5F7"
GROUPS = ("0F766E", "2F7FC1", "8B6FB8", "CC7722", "7C8794", "B4534B", "A68A00")
"""As in the window and on the page."""
FACE = "Calibri"
"""On most machines that show slides, else replaced by a face of the same widths."""
SHOWN, TABLED = 10, 5
"""So many sites stand in the chart and in the table of a slide, chosen ones among them."""
_SHORT = 170
"""Signs of the sources at the foot; all of them stand in the notes."""
_PRICE = "power_price"
Page = Any
"""python-pptx carries no types."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page, in inches."""

    left: float
    top: float
    width: float
    height: float


MAP = Box(0.45, 1.55, 7.35, 5.15)


def write(page: Page, box: Box, words: str, size: float, colour: str = INK, **how: bool) -> None:
    """Write one paragraph; `how` may be bold or right."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Inches

    frame = page.shapes.add_textbox(
        Inches(box.left), Inches(box.top), Inches(box.width), Inches(box.height)
    ).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if how.get("right") else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    _dress(run.font, size, colour, bold=bool(how.get("bold")))


def _dress(font: Any, size: float, colour: str, *, bold: bool = False) -> None:
    from pptx.util import Pt

    font.name, font.size, font.bold = FACE, Pt(size), bold
    font.color.rgb = _colour(colour)


def head(page: Page, slide: Slide) -> None:
    """Write the headline as the slide's title, and on what terms it holds."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    title = page.shapes.title
    title.left, title.top = Inches(0.45), Inches(0.32)
    title.width, title.height = Inches(12.43), Inches(0.78)
    frame = title.text_frame
    frame.text = slide.scene.headline
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    size = 28 if len(slide.scene.headline) <= 76 else 24 if len(slide.scene.headline) <= 92 else 20
    _dress(paragraph.runs[0].font, size, INK, bold=True)
    write(page, Box(0.45, 1.12, 12.43, 0.3), terms(slide.report), 13, MUTED)


def terms(report: Report) -> str:
    """Return load, day, scenario, and how many prices are known."""
    day = say_day(date.fromisoformat(report.stamp.as_of))
    told = [
        say("{load:g} MW wanted", load=report.stamp.load_mw),
        say("as of {day}", day=day),
        say("scenario “{name}”", name=report.stamp.scenario),
    ]
    return " · ".join((*told, *(each.rstrip(".") for each in report.remarks[:1])))


def map_picture(page: Page, slide: Slide) -> None:
    """Lay the painted map on the page, with words for those who cannot see it."""
    from pptx.util import Inches, Pt

    if slide.picture is None:
        return
    shape = page.shapes.add_picture(
        io.BytesIO(slide.picture), Inches(MAP.left), Inches(MAP.top), Inches(MAP.width)
    )
    shape.name = say("Map")
    shape._element.nvPicPr.cNvPr.set("descr", _alternative(slide))  # noqa: SLF001 - no other way
    shape.line.width = Pt(0.75)
    shape.line.color.rgb = _colour(LINE)
    told = say(
        "Numbers are ranks; struck circles fail a gate. Warm tint: price of power, darker is "
        "dearer; red hatch: mining unlawful; grey hatch: price unknown."
    )
    if slide.report.tint.ramp is not Ramp.WARM:
        told = say(
            "Numbers are ranks; struck circles fail a gate. Tint: price of power, darker is "
            "dearer; red hatch: mining unlawful; grey hatch: price unknown."
        )
    write(page, Box(MAP.left, 6.73, MAP.width, 0.2), told, 8, MUTED)


def _alternative(slide: Slide) -> str:
    first = [say_name(row.name) for row in slide.report.rows if row.verdict.ranks][:3]
    lead = say("First: {names}.", names=", ".join(first)) if first else ""
    return f"{say('Map')}. {slide.scene.headline}. {lead}".strip()


def shown_rows(slide: Slide, most: int = SHOWN) -> list[SiteRow]:
    """Return the first sites that rank; chosen ones beyond them take the last places."""
    ranked = [row for row in slide.report.rows if row.rank and row.verdict.ranks]
    beyond = [row for row in ranked[most:] if row.name in slide.scene.sites][:3]
    return [*ranked[: most - len(beyond)], *beyond]


def contributions(
    page: Page, slide: Slide, left: float, width: float, known: Sequence[str] = ()
) -> None:
    """Draw the stacked bars as a native chart: its numbers lie in the slide, and can be edited.

    `known` are the groups of the whole deck: each keeps its colour from slide to slide.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    rows = shown_rows(slide)
    if not rows:
        write(page, Box(left, 1.9, width, 0.5), say("No site passes the gates."), 16, MUTED)
        return
    groups = list(dict.fromkeys(each.group for each in slide.report.criteria))
    makes: Any = CategoryChartData
    data = makes(number_format="0.0")
    data.categories = [f"{row.rank}  {say_name(row.name)}" for row in rows]
    for group in groups:
        data.add_series(group, [_earned(slide.report, row, group) for row in rows])
    write(page, Box(left, 1.55, width, 0.3), say("Score by what earns it"), 14, bold=True)
    frame = page.shapes.add_chart(
        XL_CHART_TYPE.BAR_STACKED, Inches(left), Inches(1.82), Inches(width), Inches(3.3), data
    )
    frame.name = say("Score by what earns it")
    best = max(row.score or 0.0 for row in rows)
    order = list(dict.fromkeys((*known, *groups)))
    colours = [GROUPS[order.index(each) % len(GROUPS)] for each in groups]
    _dress_chart(frame.chart, colours, 10 * math.ceil(10 * best + 0.5))


def _earned(report: Report, row: SiteRow, group: str) -> float:
    """Return the points that a group of criteria earns a site, so that all add up to its score."""
    parts = [cell.contribution or 0.0 for cell in row.cells]
    whole, score = sum(parts), row.score or 0.0
    own = sum(
        part for each, part in zip(report.criteria, parts, strict=True) if each.group == group
    )
    return round(100.0 * own * (score / whole if whole > 0 else 0.0), 6)


def _dress_chart(chart: Any, colours: Sequence[str], most: float) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.has_legend, chart.has_title = True, False
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _dress(chart.legend.font, 10, MUTED)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for place, colour in enumerate(colours):
        fill = plot.series[place].format.fill
        fill.solid()
        fill.fore_color.rgb = _colour(colour)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.fill.background()
    _dress(names.tick_labels.font, 10.5, INK)
    values.minimum_scale, values.maximum_scale = 0, min(most, 100)
    values.major_unit = 20
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = _colour(LINE)
    values.major_gridlines.format.line.width = Pt(0.5)
    _dress(values.tick_labels.font, 9, MUTED)


def first_sites(page: Page, slide: Slide, left: float, width: float) -> None:
    """Set the first sites in a native table: rank, place, price, score."""
    from pptx.util import Inches

    rows = shown_rows(slide, TABLED)
    if not rows:
        return
    heads = ("", say("Site"), say("Price, USD/MWh"), say("Score"))
    frame = page.shapes.add_table(
        len(rows) + 1, 4, Inches(left), Inches(5.18), Inches(width), Inches(0.25 * (len(rows) + 1))
    )
    frame.name = say("The first sites")
    table = frame.table
    _plain_style(frame)
    for place, share in enumerate((0.07, 0.49, 0.28, 0.16)):
        table.columns[place].width = Inches(width * share)
    told = [
        (str(row.rank), say_name(row.name), price_of(slide.report, row), points(row.score))
        for row in rows
    ]
    for line, cells in enumerate((heads, *told)):
        table.rows[line].height = Inches(0.25)
        for place, words in enumerate(cells):
            bold = line > 0 and (place in {1, 3})
            colour = MUTED if line == 0 else INK
            _fill_cell(table.cell(line, place), words, colour, bold=bold, right=place >= 2)


def price_of(report: Report, row: SiteRow) -> str:
    """Return the price of a site as one number, an interval, or that it is unknown."""
    for each, cell in zip(report.criteria, row.cells, strict=True):
        if each.measure != _PRICE:
            continue
        if cell.raw is None:
            return say("unknown") if cell.low is None else say("at least {low}",
                                                              low=figure(cell.low))  # fmt: skip
        if cell.low is not None and cell.high is not None and cell.high - cell.low > 0.05:
            return f"{figure(cell.low)}–{figure(cell.high)}"
        return figure(cell.raw)
    return "–"


def _plain_style(frame: Any) -> None:
    """Take away the bands of the default style: lines alone part the rows."""
    table = frame.table
    table.horz_banding, table.first_row = False, False
    style = frame._element.graphic.graphicData.tbl.tblPr.find(  # noqa: SLF001 - no other way
        "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
    )
    if style is not None:
        style.text = "{9D7B030F-B1BA-407E-9EA8-1F4F2A2B7E5C}"  # light, lines between the rows


def _fill_cell(cell: Any, words: str, colour: str, *, bold: bool, right: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    cell.margin_left = cell.margin_right = Inches(0.05)
    cell.margin_top = cell.margin_bottom = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.background()
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = words
    _dress(run.font, 10.5, colour, bold=bold)


def foot(page: Page, slide: Slide, place: int, count: int) -> None:
    """Write sources in brief, and which scene this is."""
    credit = " · ".join(dict.fromkeys(each.title for each in slide.report.sources))
    if len(credit) > _SHORT:
        credit = f"{credit[:_SHORT].rsplit(' ', 1)[0]} …"
    stamp = slide.report.stamp
    told = f"{stamp.program} {stamp.version} · {stamp.pack} · {say('Sources')}: {credit}"
    write(page, Box(0.45, 7.1, 11.2, 0.3), told, 8, MUTED)
    here = say("{place} of {count}", place=place + 1, count=count)
    write(page, Box(11.9, 7.1, 0.98, 0.3), here, 9, MUTED, right=True)


def notes(page: Page, slide: Slide) -> None:
    """Write what the speaker says, and beneath it what makes the slide checkable."""
    report = slide.report
    stamp = report.stamp
    told = [slide.scene.notes.strip()] if slide.scene.notes.strip() else []
    told += [" ".join(report.why)]
    told += [" ".join(report.remarks)]
    told += [
        say("Gates: {gates}.", gates="; ".join(stamp.gates) or say("none")),
        say(
            "Stamp: {program} {version}, pack {pack} ({digest}), as of {day}, scenario {name}, "
            "method {method}, {load} MW, unknown values {unknown}.",
            program=stamp.program, version=stamp.version, pack=stamp.pack,
            digest=stamp.pack_digest[:12], day=stamp.as_of, name=stamp.scenario,
            method=stamp.method, load=f"{stamp.load_mw:g}", unknown=stamp.unknown,
        ),
        *report.notes,
        say("Sources: {named}", named="; ".join(f"{s.title} ({s.licence})"
                                                for s in report.sources)),
        stamp.disclaimer,
    ]  # fmt: skip
    page.notes_slide.notes_text_frame.text = "\n\n".join(each for each in told if each)


def last_slide(page: Page, report: Report) -> None:
    """Set sources with their licences, method and stamp on the last page."""
    from pptx.util import Inches

    scene_free = say("Where the numbers come from")
    title = page.shapes.title
    title.left, title.top = Inches(0.45), Inches(0.32)
    title.width, title.height = Inches(12.43), Inches(0.6)
    title.text_frame.text = scene_free
    title.text_frame.margin_left = 0
    from pptx.enum.text import PP_ALIGN

    title.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _dress(title.text_frame.paragraphs[0].runs[0].font, 28, INK, bold=True)
    rows = [(say("Source"), say("Licence"), say("Used for"))]
    rows += [(each.title, each.licence, each.used_for) for each in report.sources]
    frame = page.shapes.add_table(
        len(rows), 3, Inches(0.45), Inches(1.15), Inches(12.43), Inches(0.27 * len(rows))
    )
    _plain_style(frame)
    for place, share in enumerate((0.46, 0.16, 0.38)):
        frame.table.columns[place].width = Inches(12.43 * share)
    for line, cells in enumerate(rows):
        frame.table.rows[line].height = Inches(0.27)
        for place, words in enumerate(cells):
            short = words if len(words) <= 96 else f"{words[:95].rsplit(' ', 1)[0]} …"
            _fill_cell(frame.table.cell(line, place), short, MUTED if line == 0 else INK,
                       bold=False, right=False)  # fmt: skip
    stamp = report.stamp
    told = say(
        "Made with {program} {version}, pack {pack} ({digest}), method {method}. {disclaimer}",
        program=stamp.program, version=stamp.version, pack=stamp.pack,
        digest=stamp.pack_digest[:12], method=report.method_title, disclaimer=stamp.disclaimer,
    )  # fmt: skip
    write(page, Box(0.45, 6.72, 12.43, 0.6), told, 10, MUTED)


def _colour(text: str) -> Any:
    from pptx.dml import color

    makes: Any = color.RGBColor
    return makes.from_string(text)
