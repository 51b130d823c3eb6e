"""The sites for a globe in one small file: the KML in a zip, as globes pass it on."""

import io
import zipfile

from siteselect.export import kml
from siteselect.export.exporter import Exporter
from siteselect.export.report import Report
from siteselect.language import later


def make(report: Report) -> bytes:
    """Return the container; its entry bears no clock, so two runs write the same."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        entry = zipfile.ZipInfo("doc.kml", (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        container.writestr(entry, kml.make(report))
    return stream.getvalue()


EXPORTER = Exporter(title=later("sites for a globe, zipped"), suffix=".kmz", make=make)
