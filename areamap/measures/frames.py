"""
Contracts of the frames that go into the measures and come out of them.

Rows are checked once, on their way into the store (`areamap.store`); publications are immutable, so
no measure checks them again. What a broken contract raises is pandera's `SchemaErrors`: it is a
mistake of ours, never of the user. Importing this module costs half a second; import it where it is
used.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np
from pandas import DataFrame, Series
from pandera.pandas import Check, Column, DataFrameSchema, Index

from areamap.measures.basis import Basis
from areamap.measures.states import State

STATUSES: Final = ("matched", "suggested", "ambiguous", "unmatched", "rejected", "ignored")
"""The states of a row of a file; each row is in exactly one."""

_AREA_CODE: Final = r"\d{2}|\d{4}|\d{6}|TH|[A-Za-z0-9-]*[A-Za-z][A-Za-z0-9-]*"
_AREA: Final = Index(str, Check.str_matches(rf"^({_AREA_CODE})$"), name="area_code", unique=True)


def _text(*checks: Check, nullable: bool = True) -> Column:
    return Column("str", list(checks), nullable=nullable)


def _places_matched(rows: DataFrame) -> Series:
    return rows["area_code"].notna() | (rows["status"] != "matched")


def _finite(values: Series) -> bool:
    numbers = values.dropna().astype("float64")
    return bool(np.isfinite(numbers).all())


def _tuples(values: Series) -> bool:
    return bool(values.map(lambda each: isinstance(each, tuple)).all())


ROWS: Final = DataFrameSchema(
    {
        "sheet": _text(),
        "row": Column("Int64", Check.ge(1), nullable=True, coerce=True),
        "status": _text(Check.isin(STATUSES), nullable=False),
        "area_code": _text(Check.str_matches(rf"^({_AREA_CODE})$")),
        "authority_code": _text(Check.str_matches(r"^\d+$")),
        "suggested_codes": Column(object, Check(_tuples)),
        "reason_key": _text(),
        "reason_values": Column(object),
    },
    checks=Check(_places_matched, error="a matched row has an area"),
    strict=False,
)
"""Rows of a publication, whatever their register."""

_TYPED: Final = {
    "amount": Column(None, Check(_finite), nullable=True, required=False),
    "date": Column(None, nullable=True, required=False),
    "integer": Column("Int64", nullable=True, required=False, coerce=True),
    "text": Column("str", nullable=True, required=False, coerce=True),
    "codes": Column("str", nullable=True, required=False, coerce=True),
}

PIECES: Final = DataFrameSchema(
    {
        "tambon_code": _text(Check.str_matches(r"^\d{6}$")),
        "authority_code": _text(Check.str_matches(r"^\d+$")),
        "whole": Column(bool),
    },
    unique=["tambon_code", "authority_code"],
)
"""The common refinement of tambons and authorities; see `basis.Ground`."""

STATES: Final = DataFrameSchema(
    {
        "state": _text(Check.isin([str(each) for each in State]), nullable=False),
        "unknown_because": _text(),
    },
    index=_AREA,
    checks=Check(
        lambda frame: (frame["state"] == State.UNKNOWN) == frame["unknown_because"].notna(),
        error="what is unknown says why, and nothing else does",
    ),
    strict=True,
)
"""How each area stands; see `states.states`."""

COVERAGE: Final = DataFrameSchema(
    {
        name: Column("int64", Check.ge(0))
        for name in ("areas", "covered", "partly", "unknown", "gap")
    }
    | {
        "coverage_pct": Column("float64", Check.in_range(0, 100), nullable=True),
        "basis": _text(Check.isin([str(each) for each in Basis]), nullable=False),
    },
    index=_AREA,
    checks=[
        Check(
            lambda frame: frame["areas"] == frame["covered"] + frame["unknown"] + frame["gap"],
            error="areas = covered + unknown + gap",
        ),
        Check(lambda frame: frame["partly"] <= frame["covered"], error="partly is of the covered"),
    ],
    strict=True,
)
"""Coverage by place; see `coverage.coverage`."""

BUDGET: Final = DataFrameSchema(
    {
        "area_code": _text(Check.str_matches(rf"^({_AREA_CODE})$"), nullable=False),
        "placed_at": _text(nullable=False),
        "fiscal_year": Column("Int64", Check.in_range(2400, 2700), nullable=True),
        "programme": Column("str", nullable=True, required=False),
        "lines": Column("int64", Check.ge(1)),
        "amount_baht": Column("float64", nullable=True),
    },
    strict=True,
)
"""Baht by area, year and programme; see `budget.budget`."""


def rows_contract(kinds: Mapping[str, str]) -> DataFrameSchema:
    """
    Return the contract of the rows of one register.

    Parameters
    ----------
    kinds
        Kind of each typed column: amount (baht: float64, whole numbers or Decimal), date (`date` or
        datetime64), integer, text, codes.
    """
    join = set(ROWS.columns)
    return ROWS.add_columns(
        {name: _TYPED[kind] for name, kind in kinds.items() if name not in join}
    )


def check(frame: DataFrame, contract: DataFrameSchema) -> DataFrame:
    """
    Return a frame that keeps its contract.

    Raises
    ------
    pandera.errors.SchemaErrors
        Every way in which it does not.
    """
    checked: DataFrame = contract.validate(frame, lazy=True)
    return checked
