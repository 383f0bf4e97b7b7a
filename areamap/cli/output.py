"""Frames on a terminal."""

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    import pandas as pd

_WIDE: Final = 100_000
"""Columns of a table that goes to a file or a pipe: never cut there."""

_WITH_MARK: Final = "utf-8-sig"
"""Excel takes a CSV file for Thai only with the byte order mark."""


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print.",
)


def show_frame(frame: "pd.DataFrame", form: str) -> None:
    """
    Print a frame, its index as the first column.

    Parameters
    ----------
    frame
        One row per line to print; missing values are printed as nothing, in JSON as null.
    form
        `table`, `csv` or `json`.
    """
    rows = frame.reset_index() if frame.index.name else frame
    if form == "csv":
        click.echo(_harmless(rows).to_csv(index=False), nl=False)
    elif form == "json":
        click.echo(_dated(rows).to_json(orient="records", force_ascii=False, indent=2))
    else:
        _console().print(_table(rows))


def show_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def write_csv(frame: "pd.DataFrame", path: Path) -> None:
    """Write a frame to a CSV file that Excel opens right."""
    _harmless(frame.reset_index()).to_csv(path, index=False, encoding=_WITH_MARK)


def _dated(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return rows with their days as `2024-05-23`; pandas would count milliseconds since 1970."""
    days = {
        name: rows[name].dt.strftime("%Y-%m-%d")
        for name in rows.columns
        if rows[name].dtype.kind == "M"
    }
    return rows.assign(**days)


def _harmless(rows: "pd.DataFrame") -> "pd.DataFrame":
    """
    Return rows in which no text is a live formula for a spreadsheet.

    A line break in a cell becomes a blank: pandas leaves a lone carriage return without quotes, and
    what follows would begin a line of its own.
    """
    from areamap.registers.report import guarded  # noqa: PLC0415 - tables need no registers

    texts = {
        name: rows[name].map(
            lambda cell: guarded(" ".join(cell.splitlines())) if isinstance(cell, str) else cell
        )
        for name in rows.columns
        if rows[name].dtype.kind not in "iufbM"
    }
    return rows.assign(**texts)


def _console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=_WIDE)


def _table(rows: "pd.DataFrame") -> Table:
    table = Table(box=None, pad_edge=False)
    for name in rows.columns:
        number = rows[name].dtype.kind in "iuf"
        table.add_column(str(name), justify="right" if number else "left", no_wrap=True)
    known = rows.notna().to_numpy()
    for values, has in zip(rows.itertuples(index=False, name=None), known, strict=True):
        # Text, no markup and no control signs: what stands in a cell comes from a file.
        table.add_row(
            *(Text(_cell(value)) if k else Text() for value, k in zip(values, has, strict=True))
        )
    return table


def _cell(value: object) -> str:
    if isinstance(value, float | Decimal):
        return f"{value:,.2f}"
    return "".join(sign for sign in str(value) if sign.isprintable())
