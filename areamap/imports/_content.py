"""The cells of a draft as bytes: JSON in gzip, the same for the same cells."""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from areamap.registers.cells import Cell, Sheet
from areamap.registers.workbooks import Workbook

_LEVEL: Final = 3
_ROWS: Final = 500
"""Rows that are written at once."""


def pack(book: Workbook) -> bytes:
    """Return the sheets of a file, persons masked, as bytes that `unpack` reads."""
    target = BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=_LEVEL, mtime=0) as out:
        for piece in _pieces(book):
            out.write(piece.encode("utf-8", "replace"))
    return target.getvalue()


def _pieces(book: Workbook) -> Iterator[str]:
    """Yield the JSON of a file piece by piece: its whole text would be as large again."""
    yield f'{{"encoding":{_json(book.encoding)},"sheets":['
    for place, sheet in enumerate(book.sheets):
        yield ("," if place else "") + _json(_head(sheet)).removesuffix("}") + ',"rows":['
        for begin in range(0, len(sheet.rows), _ROWS):
            part = ",".join(map(_json, sheet.rows[begin : begin + _ROWS]))
            yield ("," if begin else "") + part
        yield "]}"
    yield "]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def unpack(content: bytes) -> Workbook:
    """Return the sheets that `pack` made bytes of."""
    told = json.loads(gzip.decompress(content))
    return Workbook(tuple(map(_read_sheet, told["sheets"])), encoding=told["encoding"])


def _head(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "number": sheet.number,
        "first_row": sheet.first_row,
        "merged": sheet.merged,
        "hidden": sheet.hidden,
        "hidden_rows": sheet.hidden_rows,
        "emptied": sorted(sheet.emptied),
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
