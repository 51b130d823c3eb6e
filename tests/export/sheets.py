"""A workbook read back by another library than the one that wrote it."""

import io
import warnings

import openpyxl

from siteselect.export.xlsx_workbook import make


def read(report, *, values=True):
    """Return the workbook with cached values, or with formulas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # data bars are an extension that openpyxl leaves out
        return openpyxl.load_workbook(io.BytesIO(make(report)), data_only=values)


def table(sheet, row):
    """Return the lines below the head in `row` (from 1), by title."""
    head = [cell.value for cell in sheet[row]]
    lines = sheet.iter_rows(min_row=row + 1, values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]
