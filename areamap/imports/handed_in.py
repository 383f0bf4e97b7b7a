"""What was handed in: files, before anybody said what they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from areamap.errors import FileError
from areamap.imports import _content
from areamap.registers.cells import Sheet

if TYPE_CHECKING:
    from areamap.imports.looks import Look


@dataclass(frozen=True, slots=True)
class Packed:
    """
    The sheets of a long file, which the server never holds as cells: they take 130 MB.

    Attributes
    ----------
    content
        As `_content.pack` gives it.
    cells
        How many there are.
    look
        What the file looks like, whoever's it is.
    """

    content: bytes
    cells: int
    look: "Look"


@dataclass(frozen=True, slots=True)
class Incoming:
    """
    A file as sheets of cells, before anybody said what it is.

    Attributes
    ----------
    name
        Its name, without folders.
    sha256
        Of its bytes.
    held
        Its sheets; what is certain to be of persons is masked, whatever register it turns out to
        be. Those of a long file are packed.
    encoding
        How a text file was written, else None.
    """

    name: str
    sha256: str
    held: tuple[Sheet, ...] | Packed
    encoding: str | None = None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Its sheets; those of a long file are unpacked by each who asks."""
        if isinstance(self.held, Packed):
            return _content.unpack(self.held.content).sheets
        return self.held

    @property
    def cells(self) -> int:
        """How many cells it has, blank ones too."""
        if isinstance(self.held, Packed):
            return self.held.cells
        return sum(len(row) for sheet in self.held for row in sheet.rows)


@dataclass(frozen=True, slots=True)
class Received:
    """
    What was handed in at once; iterates over its files.

    Attributes
    ----------
    files
        The files that could be read: at least one.
    refused
        Why others of the same archive could not; each says which.
    """

    files: tuple[Incoming, ...]
    refused: tuple[FileError, ...] = ()

    def __iter__(self) -> Iterator[Incoming]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)
