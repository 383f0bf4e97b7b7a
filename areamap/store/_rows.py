"""Rows of a publication between frame and database."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from areamap.measures.money import baht, satang
from areamap.store._persons import masked_texts, masked_values, refuse_persons
from areamap.store.publications import Kind

JOIN_COLUMNS: Final = (
    "sheet",
    "row",
    "status",
    "area_code",
    "authority_code",
    "suggested_codes",
    "reason_key",
    "reason_values",
)
"""The columns that each register has."""

ORIGIN: Final = "origin"
"""Column, where there is one, that says which publication's file a row came from."""

_TEXTS: Final = ("sheet", "status", "area_code", "authority_code", "reason_key")
_SEVERAL: Final = 2
_CHECKED: Final = 20_000
"""Rows that are checked at once."""

_NEVER_PERSONS: Final[tuple[Kind, ...]] = ("amount", "date")
_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def kinds_of(rows: DataFrame, kinds: Mapping[str, Kind]) -> dict[str, Kind]:
    """
    Return the kinds of the typed columns that the rows really have; the rows are checked here.

    Raises
    ------
    ValueError
        A column has no kind.
    pandera.errors.SchemaErrors
        The rows break the contract of `measures.frames`; a mistake of ours.
    """
    from areamap.measures import frames  # noqa: PLC0415  # pandera takes half a second to load

    unknown = set(rows.columns) - set(kinds) - {*JOIN_COLUMNS, ORIGIN}
    if unknown:
        raise ValueError(f"columns without a kind: {sorted(unknown)}")
    contract = frames.rows_contract(kinds)
    # Part by part: what checks them makes a copy first.
    for first in range(0, max(len(rows), 1), _CHECKED):
        frames.check(rows.iloc[first : first + _CHECKED], contract)
    return {
        name: kind
        for name, kind in kinds.items()
        if name in rows.columns and name not in JOIN_COLUMNS
    }


def records(rows: DataFrame, kinds: Mapping[str, Kind], first: int = 0) -> list[dict[str, Any]]:
    """
    Return rows as lines of the table `row`, without their content's id.

    Parameters
    ----------
    rows
        Rows of a submission, or some of them that follow one another.
    kinds
        As `kinds_of` gives them.
    first
        Position of the first of them in the submission.

    Raises
    ------
    PublishError
        A text or a whole number holds what can be a citizen's number.
    """
    names = list(kinds)
    values = [_PACK[kinds[name]](rows[name]) for name in names]
    for name, column in zip(names, values, strict=True):
        if kinds[name] not in _NEVER_PERSONS:
            refuse_persons(rows, name, column)
    payloads = (
        _encode({name: value for name, value in zip(names, line, strict=True) if value is not None})
        for line in zip(*values, strict=True)
    )
    columns: dict[str, Iterable[Any]] = {name: pack_texts(rows[name]) for name in _TEXTS}
    columns["sheet"] = masked_texts(pack_texts(rows["sheet"]))
    columns["row_number"] = _pack_integers(rows["row"])
    columns["suggested_codes"] = _pack_codes(rows["suggested_codes"])
    columns["reason_values"] = [
        _encode(masked_values(each)) if each else None for each in rows["reason_values"]
    ]
    if ORIGIN in rows.columns:
        columns[ORIGIN] = _pack_integers(rows[ORIGIN])
    columns["payload"] = payloads if names else ["{}"] * len(rows)
    lines = zip(*columns.values(), strict=True)
    return [
        {"seq": seq} | dict(zip(columns, line, strict=True))
        for seq, line in enumerate(lines, first)
    ]


def frame(lines: Sequence[Sequence[Any]], kinds: Mapping[str, Kind]) -> DataFrame:
    """
    Return lines of the table `row` as the frame that was published.

    Parameters
    ----------
    lines
        Values of the columns of `JOIN_COLUMNS`, then `payload`, then `origin` where asked for.
    kinds
        Kind of each typed column, in the columns' order.

    Returns
    -------
    DataFrame
        Indexed from 0; see `Store.rows`.
    """
    names = (*JOIN_COLUMNS, "payload", ORIGIN)
    columns = list(zip(*lines, strict=True)) if lines else [()] * len(names)
    by_name = dict(zip(names, columns, strict=False))
    payloads = json.loads(f"[{','.join(by_name['payload'])}]")
    read: dict[str, Any] = {name: Series(by_name[name], dtype="str") for name in _TEXTS}
    read["row"] = Series(by_name["row"], dtype="Int64")
    read["suggested_codes"] = _objects(
        tuple(each.split()) if each else () for each in by_name["suggested_codes"]
    )
    read["reason_values"] = _objects(
        json.loads(each) if each else {} for each in by_name["reason_values"]
    )
    typed = {
        name: _UNPACK[kind]([payload.get(name) for payload in payloads])
        for name, kind in kinds.items()
    }
    if any(origin is not None for origin in by_name.get(ORIGIN, ())):
        typed[ORIGIN] = Series(by_name[ORIGIN], dtype="Int64")
    return DataFrame({name: read[name] for name in JOIN_COLUMNS} | typed)


def joined(parts: Iterable[Sequence[Sequence[Any]]], kinds: Mapping[str, Kind]) -> DataFrame:
    """Return lines that come part by part as one frame: see `frame`."""
    frames = [frame(lines, kinds) for lines in parts]
    if len(frames) < _SEVERAL:
        return frames[0] if frames else frame((), kinds)
    if any(ORIGIN in each for each in frames):
        frames = [
            each if ORIGIN in each else each.assign(**{ORIGIN: _none(each)}) for each in frames
        ]
    return pd.concat(frames, ignore_index=True)


def _none(rows: DataFrame) -> Series:
    return Series(pd.NA, index=rows.index, dtype="Int64")


def _missing_as_none(values: Iterable[Any]) -> list[Any]:
    return [None if value is pd.NA or value != value else value for value in values]  # noqa: PLR0124


def _pack_amounts(values: Series) -> list[Any]:
    return _missing_as_none(satang(values).astype(object))


def _pack_integers(values: Series) -> list[Any]:
    return _missing_as_none(values.astype("Int64").astype(object))


def pack_texts(values: Series) -> list[Any]:
    return _missing_as_none(values.astype("str").astype(object))


def _pack_codes(values: Series) -> list[Any]:
    return [each or None for each in map(_joined, _missing_as_none(values.astype(object)))]


def _joined(codes: str | Iterable[str] | None) -> str:
    if codes is None or isinstance(codes, str):
        return codes or ""
    return " ".join(codes)


def _pack_dates(values: Series) -> list[Any]:
    days = pd.to_datetime(values).to_numpy("datetime64[D]")
    return [None if day == "NaT" else day for day in np.datetime_as_string(days).tolist()]


def _unpack_amounts(values: list[Any]) -> Series:
    return baht(Series(values, dtype="Int64"))


def _unpack_integers(values: list[Any]) -> Series:
    return Series(values, dtype="Int64")


def _unpack_texts(values: list[Any]) -> Series:
    return Series(values, dtype="str")


def _unpack_dates(values: list[Any]) -> Series:
    return Series(np.array(values, dtype="datetime64[s]")).astype("datetime64[us]")


def _objects(values: Iterable[Any]) -> Series:
    each = list(values)
    held = np.empty(len(each), dtype=object)
    held[:] = each
    return Series(held)


_PACK: Final[dict[Kind, Callable[[Series], list[Any]]]] = {
    "amount": _pack_amounts,
    "date": _pack_dates,
    "integer": _pack_integers,
    "text": pack_texts,
    "codes": _pack_codes,
}
_UNPACK: Final[dict[Kind, Callable[[list[Any]], Series]]] = {
    "amount": _unpack_amounts,
    "date": _unpack_dates,
    "integer": _unpack_integers,
    "text": _unpack_texts,
    "codes": _unpack_texts,
}
