"""A long file comes in by way of another process: it masks persons, looks at it and packs it."""

from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from areamap import sandbox
from areamap.errors import FileError
from areamap.imports import _apart, _content, looks, persons
from areamap.imports.handed_in import Incoming, Packed
from areamap.registers.workbooks import Lines, Workbook
from areamap.settings import Settings

_JOB: Final = "areamap.imports._long:taken"


def take(lines: Lines, name: str, sha256: str, settings: Settings) -> Incoming:
    """
    Return a file of which the cells never come here.

    Parameters
    ----------
    lines
        Its cells; what is written lies beside them.
    name, sha256
        Which file.
    settings
        What the other process may take.

    Raises
    ------
    FileError
        It takes more than is allowed.
    """
    folder = lines.path.parent
    packed = folder / "packed"
    told = {
        "source": str(lines.path),
        "encoding": lines.encoding,
        "target": str(packed),
        "name": name,
    }
    allowed = sandbox.limits(settings, output_bytes=_apart.OUTPUT_BYTES)
    try:
        seen = sandbox.run(_JOB, told, folder=folder, allowed=allowed)
    except (sandbox.OverLimitError, sandbox.FellOverError) as error:
        raise FileError("registers_workbook_too_heavy", file=name) from error
    held = Packed(packed.read_bytes(), lines.cells, looks.from_json(seen))
    return Incoming(name, sha256, held, lines.encoding)


def taken(source: str, encoding: str | None, target: str, name: str) -> dict[str, Any]:
    """Pack the cells of a file without persons: the job of the other process."""
    book = Lines(Path(source), 0, encoding).book()
    sheets = tuple(map(persons.masked_in_any, book.sheets))
    Path(target).write_bytes(_content.pack(Workbook(sheets, encoding)))
    return asdict(looks.look(Incoming(name, "", sheets)))
