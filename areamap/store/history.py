"""Looking back: every publication, its rows, and the cells that they were read from."""

import json
from datetime import datetime
from typing import Final

from pandas import DataFrame
from sqlalchemy import select

from areamap.store import _ledger, _look, _rows, _traces, tables
from areamap.store._engine import reading
from areamap.store._shelf import Shelf
from areamap.store.publications import Publication, Trace

_PART: Final = 5_000
"""Lines that are read at once: all of a long register would take 200 MB beside its frame."""


class History(Shelf):
    """What `Store` knows of publications."""

    def history(self, register: str | None = None) -> list[Publication]:
        """
        Return every publication there ever was, newest first.

        Parameters
        ----------
        register
            Only those of one register; None for all.
        """
        query = select(tables.publication).order_by(tables.publication.c.id.desc())
        if register is not None:
            query = query.where(tables.publication.c.register == register)

        def read() -> list[Publication]:
            with reading(self._engine) as connection:
                return _ledger.every(connection, query)

        return [*_look.found(self._engine, ("history", register), read)]

    def publication(self, publication_id: int) -> Publication:
        """
        Return one publication.

        Raises
        ------
        StoreError
            There is none of this number.
        """
        with reading(self._engine) as connection:
            return _ledger.one(connection, publication_id)

    def in_force(
        self, register: str, *, sample: bool, known_at: datetime | None = None
    ) -> Publication | None:
        """
        Return the publication in force: the last one of its register in one world.

        Parameters
        ----------
        register
            Id of the register.
        sample
            Which world; they never mix.
        known_at
            What was in force at this moment (with its zone); None for now. Cleared sample data is
            in force at no moment.
        """
        if known_at is None and _look.is_open():
            every = _look.found(self._engine, "in_force", self._every_in_force)
            return every.get((register, sample))
        with reading(self._engine) as connection:
            return _ledger.in_force(connection, register, sample=sample, known_at=known_at)

    def _every_in_force(self) -> dict[tuple[str, bool], Publication]:
        with reading(self._engine) as connection:
            return _ledger.every_in_force(connection)

    def has_publications(self, *, sample: bool | None = None) -> bool:
        """
        Tell whether anything was ever published and not cleared.

        Parameters
        ----------
        sample
            In which world; None for either.
        """
        return any(
            not each.is_cleared and sample in {None, each.is_sample} for each in self.history()
        )

    def rows(self, publication_id: int) -> DataFrame:
        """
        Return the rows of a publication as they were published.

        Returns
        -------
        DataFrame
            In the order of the file, indexed from 0: `sheet` (str), `row` (Int64, Excel's number),
            `status`, `area_code`, `authority_code` (str), `suggested_codes` (tuple of str, best
            first), `reason_key` (str), `reason_values` (dict), then the typed columns: amounts
            float64 baht, dates datetime64, integers Int64, texts and codes str; missing where the
            file had nothing. Where rows were kept from publications before, last `origin` (Int64):
            the number of the publication whose file a row is of, missing for this very one.

        Raises
        ------
        StoreError
            There is no publication of this number, or its rows were cleared.
        """
        line = tables.row.c
        with reading(self._engine) as connection:
            content_id = _ledger.line(connection, publication_id).content_id
            kinds = connection.scalars(
                select(tables.content.c.kinds).where(tables.content.c.id == content_id)
            ).one()
            columns = ["row_number" if name == "row" else name for name in _rows.JOIN_COLUMNS]
            lines = connection.execute(
                select(*(line[name] for name in columns), line.payload, line.origin)
                .where(line.content_id == content_id)
                .order_by(line.seq),
                execution_options={"yield_per": _PART},
            )
            return _rows.joined(lines.partitions(), json.loads(kinds))

    def cells(self, publication_id: int) -> DataFrame:
        """
        Return the cells that the rows of a publication were read from, as they were handed in.

        Returns
        -------
        DataFrame
            Text by the file's own headings, missing where a cell is empty; indexed as `rows`. Rows
            that were kept from publications before have none here, `trace` finds theirs. Without
            any column or row where no cells were kept.

        Raises
        ------
        StoreError
            There is no publication of this number, or its rows were cleared.
        """
        with reading(self._engine) as connection:
            return _traces.cells(connection, _ledger.line(connection, publication_id).content_id)

    def trace(self, publication_id: int, row: int) -> Trace:
        """
        Return where a row of a publication came from, through the publications that kept it.

        Parameters
        ----------
        publication_id
            The publication.
        row
            Its index in `rows`.

        Raises
        ------
        StoreError
            There is no such publication or row, or the rows were cleared.
        """
        with reading(self._engine) as connection:
            return _traces.trace(connection, publication_id, row)
