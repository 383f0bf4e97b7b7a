"""What is handed in to be published, and what a publication says of itself."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from pandas import DataFrame

from areamap.errors import PublishError

Kind = Literal["amount", "date", "integer", "text", "codes"]
"""
Kind of a typed column, which tells how its values are kept and given back.

amount: whole satang, float64 baht; date: ISO text, datetime64; integer: Int64; text and codes
(separated by spaces): str.
"""


class Unchecked(Enum):
    """Says that it is not asked what was in force; see `Submission.expected`."""

    UNCHECKED = "unchecked"


UNCHECKED: Final = Unchecked.UNCHECKED


@dataclass(frozen=True, slots=True)
class Submission:
    """
    What is to be published.

    Attributes
    ----------
    register
        Id of the register.
    rows
        One line per row of the file: `sheet`, `row` (Excel's number), `status`, `area_code`,
        `authority_code`, `suggested_codes` (tuple of str), `reason_key`, `reason_values` (dict),
        then the typed columns. A column `origin` (Int64) may say of which publication's file a row
        is; missing: of this very one.
    kinds
        Kind of each typed column.
    file_name, file_sha256
        The file that the rows came from.
    by
        Who publishes.
    note
        What she says about it.
    is_sample
        Whether it is made-up data; sample and real publications never mix.
    main_amount
        The money column that the publication's `baht` are of; None for the first of its kind.
    cells
        The file's own cells as text by the file's own headings, indexed as `rows`; rows of another
        origin need none. Never columns with persons. None where they are not kept.
    expected
        Number of the publication that the editor saw in force, None where she saw none; another
        one in force is a conflict. `UNCHECKED` where she did not look.
    details
        What else there is to say of it, such as what it replaces, as JSON can hold it.
    """

    register: str
    rows: DataFrame
    kinds: dict[str, Kind]
    file_name: str
    file_sha256: str
    by: str
    note: str = ""
    is_sample: bool = False
    main_amount: str | None = None
    cells: DataFrame | None = None
    expected: int | Unchecked | None = UNCHECKED
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """
    A publication as it stands in the history.

    Attributes
    ----------
    id
        Its number; later publications have greater ones.
    register
        Id of the register.
    created_at
        When, UTC.
    created_by
        Who.
    file_name, file_sha256
        The file that its rows came from.
    note
        What was said about it.
    is_sample
        Whether it is made-up data.
    counts
        Rows by state.
    baht
        Baht of the register's main money column by state; empty where it has none.
    rolled_back_from
        The publication whose content this one brought back, or None.
    is_cleared
        Whether its rows were cleared with the sample data.
    details
        What else was said of it, as it was handed in; empty for a roll back.
    """

    id: int
    register: str
    created_at: datetime
    created_by: str
    file_name: str
    file_sha256: str
    note: str
    is_sample: bool
    counts: dict[str, int] = field(default_factory=dict)
    baht: dict[str, Decimal] = field(default_factory=dict)
    rolled_back_from: int | None = None
    is_cleared: bool = False
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trace:
    """
    Where a row of a publication came from.

    Attributes
    ----------
    publication
        The publication that its file was handed in with.
    sheet, row
        Its sheet and the number that Excel shows.
    cells
        Its cells by the file's own headings; empty ones are left out, and all are where no cells
        were kept.
    """

    publication: Publication
    sheet: str | None
    row: int | None
    cells: dict[str, str] = field(default_factory=dict)


class PublishConflict(PublishError):  # noqa: N818 - beside PublishError it is the more telling name
    """
    Others published since the editor looked; nothing is overwritten unseen.

    Attributes
    ----------
    since
        What they published in the same register and world, newest first. Empty where what she saw
        in force was cleared.
    """

    def __init__(self, since: list[Publication]) -> None:
        by = ", ".join(sorted({each.created_by or "–" for each in since})) or "–"
        super().__init__("store_conflict", count=len(since), by=by)
        self.since = since
