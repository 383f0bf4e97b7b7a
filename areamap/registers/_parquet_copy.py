"""Copy a Parquet table: the names of the columns are row 1; see `_cell_copy`."""

from itertools import chain
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet, types

from areamap.errors import FileError
from areamap.registers._cell_copy import Copy, too_large
from areamap.registers.cells import Cell


def copy(path: Path, to: Copy) -> None:
    """
    Copy the table of a file.

    Raises
    ------
    FileError
        Broken, or more than is allowed, which the file's own directory tells before anything is
        read.
    """
    try:
        with parquet.ParquetFile(path) as file:
            _check_size(file.metadata, path, to)
            table = file.read()
        columns = [_cells(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError) as error:
        raise FileError("registers_parquet_broken", file=path.name) from error
    to.head(table.num_rows + 1, table.num_columns, name=path.stem, number=1, hidden=False)
    to.rows(chain([table.column_names], zip(*columns, strict=True)))


def _check_size(metadata: parquet.FileMetaData, path: Path, to: Copy) -> None:
    expanded = sum(
        metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups)
    )
    if (
        metadata.num_rows > to.allowed.max_rows
        or metadata.num_columns > to.allowed.max_columns
        or expanded > to.allowed.max_table_bytes
    ):
        raise too_large(path.name, to.allowed)


def _cells(column: pa.ChunkedArray) -> list[Cell]:
    kind = column.type
    if types.is_dictionary(kind):
        return _cells(column.cast(kind.value_type))
    if types.is_floating(kind):
        # pandas writes a missing number as NaN.
        return [None if cell is None or cell != cell else cell for cell in column.to_pylist()]  # noqa: PLR0124
    if types.is_nested(kind) or types.is_binary(kind):
        return [None if cell is None else str(cell) for cell in column.to_pylist()]
    return list(column.to_pylist())
