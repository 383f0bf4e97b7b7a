"""A file in work, and what people decided about its rows."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

ActionOnRow = Literal["accept", "choose", "leave", "drop", "correct"]
"""
What a person decided about a row.

accept: the area suggested first; choose: another area; leave: open, for later; drop: not part of
the register; correct: another value in one column.
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What a person decided about one row of a draft.

    Attributes
    ----------
    sheet, row
        Which row: its sheet and the number that Excel shows.
    action
        See `ActionOnRow`.
    area_code
        The area of `accept` and `choose`, else None.
    column, value
        Of `correct`: the register's column, and its value as text, None for empty.
    note
        Why.
    by, at, id
        Who, when (UTC) and its number, as the store fills them in; what is handed in is not read.
    """

    sheet: str
    row: int
    action: ActionOnRow
    area_code: str | None = None
    column: str | None = None
    value: str | None = None
    note: str = ""
    by: str = ""
    at: datetime | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        lacks_area = self.action in {"accept", "choose"} and not self.area_code
        if lacks_area or (self.action == "correct" and not self.column):
            raise ValueError(f"{self.action} lacks its area or its column")


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """
    A file in work as it stands in the database, without its content.

    Attributes
    ----------
    id
        Its number.
    register
        Id of the register; None where none is chosen yet.
    source
        Whom the file is from, as its people call it; what is remembered is remembered by it.
    file_name, file_sha256
        The file that was handed in.
    created_at, created_by
        When (UTC) and by whom it was begun.
    changed_at, changed_by
        When (UTC) and by whom it was last changed; a decision is a change.
    version
        1, and one more with each change, decision and undoing.
    base
        Number of the publication in force when it was begun or last read again; None for none.
    choices
        What was chosen for it, such as sheet, header row and mapping, as JSON can hold it.
    finished_at
        When (UTC) it was published or thrown away; None while it is in work.
    publication
        Number of the publication that it became, or None.
    """

    id: int
    register: str | None
    source: str
    file_name: str
    file_sha256: str
    created_at: datetime
    created_by: str
    changed_at: datetime
    changed_by: str
    version: int
    base: int | None
    choices: dict[str, Any] = field(default_factory=dict)
    finished_at: datetime | None = None
    publication: int | None = None
