"""
The last guard before the database: no citizen's number is stored.

The registers drop columns of persons when they read a file; a number inside another text would
still slip through. A citizen's number has 13 digits, the first from 1 to 8 (0 is a juristic
person's), of which the last is a check digit: 11 minus the remainder by 11 of the sum of the first
twelve, weighted 13 down to 2, taken to one digit.
"""

import codecs
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from pandas import DataFrame

from areamap.errors import PublishError, StoreError

# what stands before is asked for second: the search goes quickly from first digit to first digit
_NUMBER: Final = re.compile(r"[1-8๑-๘](?<!\d\d)(?<!\d[.,]\d)(?:[ -]?\d){12}(?!\d|[.,]\d)")
# what every such number looks like in JSON, where a comma parts two numbers
_MAY_BE: Final = re.compile(r"[1-8๑-๘](?<!\d\d)(?<!\d\.\d)(?:[ -]?\d){12}|\\u")
_MASK: Final = "x" * 13
_BETWEEN: Final = "\x00"
_SHOWN: Final = 60
_GZIP: Final = b"\x1f\x8b"
_PARQUET: Final = b"PAR1"
_PIECE_BYTES: Final = 2**20
_LONGEST: Final = 64
"""More characters than what can be a number has, with what stands before it."""


def refuse_persons(rows: DataFrame, column: str, values: Sequence[Any]) -> None:
    """
    Refuse a column of which a text or a whole number holds a citizen's number.

    Raises
    ------
    PublishError
        Names the row and the column.
    """
    if not _any_holds(str(value) for value in values if isinstance(value, str | int)):
        return
    for position, value in enumerate(values):
        if isinstance(value, str | int) and holds_person(str(value)):
            row = rows["row"].iloc[position]
            raise PublishError("store_person", row=row, column=column)


def refuse_person(*texts: str | None) -> None:
    """
    Refuse what a person typed, such as a note, where it holds a citizen's number.

    Raises
    ------
    StoreError
        Shows the text with the number made unreadable.
    """
    for text in texts:
        if text is not None and holds_person(text):
            raise StoreError("store_person_text", text=masked(text)[:_SHOWN])


def refuse_content(content: bytes, file: str) -> None:
    """
    Refuse the content of a draft that holds a citizen's number.

    Text, JSON, both also as gzip, and Parquet are looked into; other bytes are taken as text.

    Raises
    ------
    StoreError
        Names the file.
    ValueError
        It is broken gzip or Parquet, into which nobody can look; a mistake of ours.
    """
    if _any_holds(_texts_in(content)):
        raise StoreError("store_person_draft", file=masked(file))


def masked(text: str) -> str:
    """Return a text with each citizen's number in it made unreadable."""
    return _NUMBER.sub(lambda found: _MASK if _is_citizen(found[0]) else found[0], text)


def masked_texts(texts: list[str | None]) -> list[str | None]:
    """Return texts of a column with each citizen's number in them made unreadable."""
    if not _any_holds(text for text in texts if text is not None):
        return texts
    return [text if text is None else masked(text) for text in texts]


def masked_values(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value of JSON with each citizen's number in its texts made unreadable."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {masked(str(name)): masked_values(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [masked_values(each) for each in value]
    return value


def holds_person(text: str) -> bool:
    """Tell whether a text holds a citizen's number."""
    return any(_is_citizen(found[0]) for found in _NUMBER.finditer(text))


def _any_holds(texts: Iterable[str]) -> bool:
    # one search through all that are long enough is many times as fast as one in each
    return holds_person(_BETWEEN.join({text for text in texts if len(text) >= len(_MASK)}))


def _texts_in(content: bytes) -> Iterable[str]:
    if content.startswith(_PARQUET):
        from pyarrow import parquet  # noqa: PLC0415 - only for drafts that are kept so

        return _leaves(parquet.read_table(io.BytesIO(content)).to_pydict())
    if not _may_hold(content):
        # a draft of a million cells would take 200 MB more as values of Python
        return []
    text = _unpacked(content).decode("utf-8", errors="replace")
    try:
        return _leaves(json.loads(text))
    except (ValueError, RecursionError):
        return [text]


def _may_hold(content: bytes) -> bool:
    """Tell whether a content, looked through piece by piece, shows what can be a number."""
    before = ""
    for piece in _pieces(content):
        text = before + piece
        if _MAY_BE.search(text):
            return True
        before = text[-_LONGEST:]
    return False


def _pieces(content: bytes) -> Iterator[str]:
    packed = content.startswith(_GZIP)
    held = gzip.GzipFile(fileobj=io.BytesIO(content)) if packed else io.BytesIO(content)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    try:
        while piece := held.read(_PIECE_BYTES):
            yield decoder.decode(piece)
    except (EOFError, OSError, zlib.error) as error:
        raise ValueError("the content of a draft is broken gzip") from error
    yield decoder.decode(b"", final=True)


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(_GZIP) else content


def _leaves(value: Any) -> list[str]:  # noqa: ANN401 - whatever JSON can hold
    """Return the texts and the whole numbers in a value of JSON as texts."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            found.extend(each)
            waiting.extend(each.values())
        elif isinstance(each, int) or (isinstance(each, float) and each.is_integer()):
            # Excel knows whole numbers only as such with .0
            found.append(str(int(each)))
    return found


def _is_citizen(number: str) -> bool:
    # \d and int() know Thai digits too
    digits = [int(digit) for digit in re.findall(r"\d", number)]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - weighted % 11) % 10 == digits[-1]
