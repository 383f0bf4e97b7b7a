"""What a row says of its place as one text, the same for all ways of typing it."""

from collections.abc import Mapping
from typing import Final

from pandas import DataFrame

from areamap.places.names import bare, normalise
from areamap.registers.definitions import Register
from areamap.registers.words import plain

_PARENTS: Final = frozenset({"district", "province", "cluster"})
_BETWEEN: Final = " / "


def place_key(said: Mapping[str, object]) -> str:
    """
    Return the key of a place.

    Parameters
    ----------
    said
        Text by place column; what is no text is missing. A tambon keeps the word before its name,
        since `อบต.` and `ต.` of one name are two places.

    Returns
    -------
    str
        Such as `province=กาญจนบุรี / district=เมือง / tambon=รั้วใหญ่`; empty where nothing is said.
    """
    parts = ((name, _spelling(name, text)) for name, text in said.items() if isinstance(text, str))
    return _BETWEEN.join(f"{name}={spelling}" for name, spelling in parts if spelling)


def place_keys(rows: DataFrame, register: Register) -> list[str]:
    """Return the key of each row's place; see `Reading.rows` for the rows."""
    names = sorted((column.name for column in register.place), key=_from_large)
    columns = [rows[name].astype(object).where(rows[name].notna(), None) for name in names]
    known: dict[tuple[object, ...], str] = {}
    found = []
    for line in zip(*columns, strict=True):
        if line not in known:
            known[line] = place_key(dict(zip(names, line, strict=True)))
        found.append(known[line])
    return found


def _from_large(name: str) -> tuple[int, str]:
    order = ("cluster", "province", "district", "tambon", "authority")
    return order.index(name.removesuffix("_code")), name


def _spelling(name: str, text: str) -> str:
    if name.endswith("_code"):
        return plain(text)
    return bare(text) if name in _PARENTS else normalise(text)
