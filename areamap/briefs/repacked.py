"""
Office files without the moment at which they were written: equal content, equal bytes.

A .pptx or .docx is a zip file; it holds the time of each part, a property with the time of writing,
and, in a chart, a whole workbook with the same.
"""

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Final

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""
_CORE: Final = "docProps/core.xml"
_MOMENT: Final = re.compile(
    rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)"
)
_READ_WRITE: Final = 0o600 << 16


def repacked(document: bytes, day: date) -> bytes:
    """
    Return an Office file with its day in the place of the moment of writing.

    Parameters
    ----------
    document
        A .pptx, .docx or .xlsx file.
    day
        What its properties say of when it was made: the day that it speaks of.
    """
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(document)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made,
    ):
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READ_WRITE
            made.writestr(entry, _timeless(part.filename, source.read(part), day))
    return target.getvalue()


def _timeless(name: str, content: bytes, day: date) -> bytes:
    if name.endswith(".xlsx"):
        return repacked(content, day)
    if name == _CORE:
        moment = f"{day.isoformat()}T00:00:00Z".encode()
        return _MOMENT.sub(rb"\g<1>" + moment + rb"\g<3>", content)
    return content
