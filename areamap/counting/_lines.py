"""The bytes of a long list as whole lines, each of which is counted on its way."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from areamap.errors import FileError

MOST_CONTINUED: Final = 20
"""Most lines over which one quoted cell may run; a quote that is open longer is a mistake."""

MOST_TORN: Final = 50_000
"""Most lines that may be torn; a file with more was not written as a list."""

LONGEST: Final = 2**16
"""Longest line, in bytes."""

_NEWLINE: Final = 10
_QUOTE: Final = 34


@dataclass(slots=True)
class Tally:
    """
    What passed.

    Attributes
    ----------
    lines
        Lines below the headings, as an editor counts them.
    blank
        Those with nothing on them.
    continued
        Those that go on with a cell of the line before.
    torn
        Those that are no record: a quote without its end, or too long.
    """

    lines: int = 0
    blank: int = 0
    continued: int = 0
    torn: int = 0
    _continued_at: "array[int]" = field(default_factory=lambda: array("q"))

    @property
    def records(self) -> int:
        """Lines that the engine takes for records, torn ones among them."""
        return self.lines - self.blank - self.continued

    def line(self, number: int) -> int:
        """Return which line it is that the engine takes for a line, both from 1."""
        return number + bisect_left(self._continued_at, number)

    def goes_on(self, at: int, more: int) -> None:
        """Note a record that runs over more lines than one."""
        number = at - self.continued
        self.continued += more
        self._continued_at.extend([number] * more)


class Lines:
    """
    Cuts bytes into blocks of whole lines.

    What the engine must not see is replaced by a line that it refuses: one stray quote would else
    swallow all lines down to the next one.

    Parameters
    ----------
    delimiter
        Between cells.
    columns
        How many a line has.
    """

    def __init__(self, delimiter: str, columns: int) -> None:
        self.tally = Tally()
        self._record = _record(delimiter.encode())
        self._refused = (delimiter.join("?" * (columns + 1)) + "\n").encode()
        self._counts_blank = columns > 1

    def blocks(self, chunks: Iterable[bytes], skip: int) -> Iterator[bytes]:
        """
        Yield the lines of a text.

        Parameters
        ----------
        chunks
            Its bytes, cut anywhere.
        skip
            Lines to leave out, those of the headings.

        Raises
        ------
        FileError
            Too many lines are torn.
        """
        waiting, held, is_torn = b"", b"", False
        for data in mended(chunks):
            if skip:
                data, skip = _after(data, skip)  # noqa: PLW2901 - what is left of it
            if is_torn:
                # The rest of a line that was too long.
                _, end, data = data.partition(b"\n")  # noqa: PLW2901 - what is left of it
                is_torn = not end
            whole, end, held = (held + data).rpartition(b"\n")
            if end:
                block, waiting = self._judged(waiting + whole + end, at_end=False)
                yield block
            if len(held) > LONGEST:
                yield self._judged(waiting, at_end=True)[0] + self._tear()
                waiting, held, is_torn = b"", b"", True
        rest = waiting + held
        yield self._judged(rest + b"\n" if held else rest, at_end=True)[0]

    def _tear(self) -> bytes:
        self.tally.lines += 1
        self.tally.torn += 1
        if self.tally.torn > MOST_TORN:
            raise FileError("counting_torn", most=MOST_TORN)
        return self._refused

    def _judged(self, block: bytes, *, at_end: bool) -> tuple[bytes, bytes]:
        """Return what the engine may see, and the lines that wait for the end of a cell."""
        ends = np.flatnonzero(np.frombuffer(block, np.uint8) == _NEWLINE)
        doubted = _doubted(block, ends)
        kept: list[bytes] = []
        after = -1
        for place, line in enumerate(doubted):
            if line <= after:
                continue
            start, end = _start(ends, line), int(ends[line]) + 1
            if end - start <= LONGEST and self._record.fullmatch(block, start, end - 1):
                continue
            kept.append(self._passed(block, ends, after + 1, line))
            last = self._closed(block, ends, doubted[place : place + MOST_CONTINUED])
            if last is not None:
                kept.append(self._continued(block[start : int(ends[last]) + 1], last - line))
                after = last
            elif at_end or end - start > LONGEST or len(ends) - line > MOST_CONTINUED:
                kept.append(self._tear())
                after = line
            else:
                return b"".join(kept), block[start:]
        kept.append(self._passed(block, ends, after + 1, len(ends)))
        return b"".join(kept), b""

    def _closed(self, block: bytes, ends: NDArray[np.int64], doubted: list[int]) -> int | None:
        """Return the line at which a record ends that begins at the first of some doubted lines."""
        first = doubted[0]
        start = _start(ends, first)
        for line in doubted[1:]:
            if line - first >= MOST_CONTINUED or int(ends[line]) - start > LONGEST:
                return None
            if self._record.fullmatch(block, start, int(ends[line])):
                return line
        return None

    def _continued(self, record: bytes, more: int) -> bytes:
        self.tally.goes_on(self.tally.lines + 1, more)
        self.tally.lines += more + 1
        return record

    def _passed(self, block: bytes, ends: NDArray[np.int64], first: int, last: int) -> bytes:
        """Count lines that stand alone, those from a first one to before a last one."""
        start, end = _start(ends, first), _start(ends, last)
        self.tally.lines += last - first
        if self._counts_blank and last > first:
            lengths = np.diff(ends[first:last], prepend=start - 1)
            self.tally.blank += int((lengths == 1).sum())
        return block if end - start == len(block) else block[start:end]


def mended(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a text with one kind of line ends."""
    held = b""
    for chunk in chunks:
        data = held + chunk
        # A pair may be cut in the middle.
        held = data[-1:] if data.endswith(b"\r") else b""
        data = data[: len(data) - len(held)]
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        yield data
    if held:
        yield b"\n"


def _after(data: bytes, skip: int) -> tuple[bytes, int]:
    """Return what follows some lines, and how many of them are still to come."""
    start = 0
    while skip:
        end = data.find(b"\n", start)
        if end < 0:
            return b"", skip
        start, skip = end + 1, skip - 1
    return data[start:], 0


def _start(ends: NDArray[np.int64], line: int) -> int:
    return int(ends[line - 1]) + 1 if line else 0


def _doubted(block: bytes, ends: NDArray[np.int64]) -> list[int]:
    """Return the lines that are too long, or have an odd number of quotes as no record has."""
    found = np.flatnonzero(np.diff(ends, prepend=-1) > LONGEST)
    if b'"' in block:
        quotes = np.flatnonzero(np.frombuffer(block, np.uint8) == _QUOTE)
        counts = np.bincount(np.searchsorted(ends, quotes), minlength=len(ends))
        found = np.union1d(found, np.flatnonzero(counts & 1))
    return [int(line) for line in found]


def _record(delimiter: bytes) -> re.Pattern[bytes]:
    """Return the form of a record as the engine reads it; inside a cell a quote is a letter."""
    cut = re.escape(delimiter)
    cell = rb'(?:[ ]*+"(?:[^"]|"")*+"[ ]*+|(?![ ]*+")[^%s\n]*+)' % cut
    return re.compile(cell + rb"(?:" + cut + cell + rb")*+")
