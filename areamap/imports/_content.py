"""The cells of a draft as bytes: JSON in gzip, the same for the same cells."""

import gzip
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from areamap.registers.cells import Cell, Sheet
from areamap.registers.workbooks import Workbook

_LEVEL: Final = 3


def pack(book: Workbook) -> bytes:
    """Return the sheets of a file, persons masked, as bytes that `unpack` reads."""
    told = {"encoding": book.encoding, "sheets": [_sheet(each) for each in book.sheets]}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return gzip.compress(text.encode("utf-8", "replace"), compresslevel=_LEVEL, mtime=0)


def unpack(content: bytes) -> Workbook:
    """Return the sheets that `pack` made bytes of."""
    told = json.loads(gzip.decompress(content))
    return Workbook(tuple(map(_read_sheet, told["sheets"])), encoding=told["encoding"])


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "number": sheet.number,
        "first_row": sheet.first_row,
        "merged": sheet.merged,
        "hidden": sheet.hidden,
        "hidden_rows": sheet.hidden_rows,
        "emptied": sorted(sheet.emptied),
        "rows": sheet.rows,
    }


def _plain(cell: Cell) -> dict[str, str]:
    if isinstance(cell, Decimal):
        return {"decimal": str(cell)}
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    raise TypeError(type(cell))


def _read_sheet(told: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=told["name"],
        number=told["number"],
        first_row=told["first_row"],
        merged=tuple((top, left, bottom, right) for top, left, bottom, right in told["merged"]),
        hidden=told["hidden"],
        hidden_rows=tuple(told["hidden_rows"]),
        emptied=frozenset(told["emptied"]),
        rows=[[_cell(cell) for cell in row] for row in told["rows"]],
    )


def _cell(cell: Any) -> Cell:  # noqa: ANN401 - whatever JSON holds
    if isinstance(cell, dict):
        ((kind, text),) = cell.items()
        return _READ[kind](text)
    plain: Cell = cell
    return plain


_READ: Final[Mapping[str, Callable[[str], Cell]]] = {
    "decimal": Decimal,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}
