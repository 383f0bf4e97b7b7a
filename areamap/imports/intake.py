"""Files come in and are kept as drafts, read as somebody says or as it is guessed."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pandas import DataFrame

from areamap.errors import FileError
from areamap.imports import _content, incoming, looks, persons, remembered, work
from areamap.imports._desk import Desk
from areamap.imports._opened import Told
from areamap.imports.incoming import Incoming, Received
from areamap.imports.looks import Look
from areamap.progress import Progress, quiet, within
from areamap.registers import definitions, joining, reading
from areamap.registers.choosing import Choices
from areamap.registers.drafts import Draft
from areamap.registers.workbooks import Workbook
from areamap.store import KeptDraft


class Intake(Desk):
    """Files come in and are kept as drafts; see `ImportDesk`."""

    def receive(self, name: str, data: bytes | Path) -> Received:
        """Return what a file holds, and what of it can't be read: see `incoming.receive`."""
        return incoming.receive(name, data, self._settings)

    def pasted(self, text: str) -> Incoming:
        """Return cells pasted from a spreadsheet: see `incoming.pasted`."""
        return incoming.pasted(text, self._settings)

    def look(self, file: Incoming) -> Look:
        """Return what a file looks like: see `looks.look`."""
        return looks.look(file, self._store.mappings.sources())

    def check(
        self, register: str, path: Path, *, sheet: str | None, source: str, progress: Progress
    ) -> Draft:
        """Read and join a file without keeping it: see `Workspace.check`."""
        definition = definitions.find(register)
        progress(0.1, "registers.doing_read")
        choices = Choices(sheet or "", columns=self._remembered(source, definition.id))
        read = reading.read(path, definition, settings=self._settings, choices=choices)
        progress(0.6, "registers.doing_join")
        known = self._store.aliases.of(source, definition.id) if source else None
        return joining.join(read, self._shelf.matcher(), known)

    def begin(
        self,
        file: Incoming,
        *,
        by: str,
        source: str | None = None,
        register: str | None = None,
        sheet: str | None = None,
        header_row: int | None = None,
        progress: Progress = quiet,
    ) -> KeptDraft:
        """
        Keep a file as a draft; what is not said is guessed.

        Parameters
        ----------
        file
            As `receive` gives it.
        by
            Who.
        source
            Whose file it is; what was decided for the source's earlier files holds for it.
        register
            Id of the register.
        sheet
            Name or number of the only sheet to read.
        header_row
            The number that Excel shows beside the last row of headings.
        progress
            Told how far it is.

        Raises
        ------
        FileError
            Nothing says which register it is, there is no such sheet, or nothing to read.
        """
        guessed = self.look(file) if register is None or source is None else None
        if register is None:
            register = guessed.registers[0][0] if guessed and guessed.registers else None
        if register is None:
            raise FileError("imports_register_unknown", file=file.name)
        if source is None:
            source = guessed.source if guessed else ""
        told = Told(
            sheet=sheet or "",
            header_row=header_row or 0,
            remembered=self._remembered(source, register),
        )
        progress(0.0, "importing.doing_mask")
        packed, told = _masked(Workbook(file.sheets, file.encoding), register, told)
        progress(0.1, "importing.doing_keep")
        in_force = self._store.in_force(register, sample=False)
        kept = self._store.drafts.add(
            register,
            source,
            file.name,
            file.sha256,
            by,
            packed,
            told.as_json(),
            in_force.id if in_force else None,
        )
        try:
            return self._carry(kept, by, progress)
        except FileError:
            self._store.drafts.finish(kept.id, by, None)
            raise

    def reread(  # noqa: PLR0913 - each says one thing of how a file is read
        self,
        draft_id: int,
        *,
        by: str,
        seen: int,
        register: str | None = None,
        sheet: str | None = None,
        header_row: int | None = None,
        mapping: Mapping[str, str] | None = None,
        source: str | None = None,
        progress: Progress = quiet,
    ) -> KeptDraft:
        """
        Read a draft otherwise; what is None stays, and so do decisions.

        Parameters
        ----------
        draft_id, by
            Which, and who.
        seen
            The version that she saw.
        register, sheet, header_row, source
            As for `begin`; an empty sheet and row 0 are looked for again.
        mapping
            Heading to column of the register, empty for none; in place of what was chosen before.
        progress
            Told how far it is.

        Raises
        ------
        FileError
            A heading or a column is not there, holds persons, or two headings mean one column.
        StoreError
            Somebody else changed the draft meanwhile.
        """
        kept = self._in_work(draft_id)
        told = Told.of(kept.choices)
        to_register = str(kept.register) if register is None else register
        if to_register != kept.register:
            told = replace(told, mapping={})
        to_source = kept.source if source is None else source
        told = replace(
            told,
            sheet=told.sheet if sheet is None else sheet,
            header_row=told.header_row if header_row is None else header_row,
            remembered=self._remembered(to_source, to_register),
            carried=(),
        )
        progress(0.0, "importing.doing_open")
        book = self._shelf.book(kept)
        progress(0.02, "importing.doing_mask")
        packed, told = _masked(book, to_register, told)
        fresh = replace(kept, register=to_register, source=to_source)
        rest = progress
        if mapping is not None:
            # What is chosen is kept where it differs from what a reading without it guesses.
            guessing, rest = within(progress, 0.05, 0.5), within(progress, 0.5, 1.0)
            told = replace(told, mapping=self._chosen(fresh, told, mapping, guessing))
        rest(0.1, "importing.doing_keep")
        changed = self._store.drafts.change(
            draft_id,
            by=by,
            seen=seen,
            register=to_register,
            source=to_source,
            choices=told.as_json(),
            content=packed,
        )
        return self._carry(changed, by, rest)

    def discard(self, draft_id: int, by: str) -> None:
        """Throw a draft away; its decisions stay in the log."""
        self._store.drafts.finish(draft_id, by, None)
        self._shelf.forget(draft_id)

    def _carry(self, kept: KeptDraft, by: str, progress: Progress) -> KeptDraft:
        """Read a draft once, which shows that it can be, and find the rows that were decided."""
        joined = self._shelf.joined(kept, progress=within(progress, 0.1, 0.9))
        progress(0.9, "importing.doing_compare")
        plain = joined.draft
        history = self._store.history(str(kept.register))
        found = remembered.carry(plain, history, kept.source)
        if not found:
            return kept
        told = replace(Told.of(kept.choices), carried=tuple(found))
        return self._store.drafts.change(kept.id, by=by, seen=kept.version, choices=told.as_json())

    def _remembered(self, source: str, register: str) -> dict[str, str]:
        known = {column.name for column in definitions.load(register).all_columns} | {""}
        found = self._store.mappings.of(source, register) if source else {}
        return {heading: column for heading, column in found.items() if column in known}

    def _chosen(
        self, kept: KeptDraft, told: Told, mapping: Mapping[str, str], progress: Progress
    ) -> dict[str, str]:
        """Return what a person chose otherwise than it is guessed."""
        plain = replace(kept, choices=replace(told, mapping={}).as_json())
        joined = self._shelf.joined(plain, progress=progress)
        guessed = work.mapping(joined.headers, joined.samples, {}, told.remembered)
        return _checked(mapping, guessed, str(kept.register))


def _masked(book: Workbook, register: str, told: Told) -> tuple[bytes, Told]:
    """Return the cells without persons, packed, and what tells this content from another."""
    sheets = persons.masked(book.sheets, definitions.load(register), told.choices())
    packed = _content.pack(replace(book, sheets=sheets))
    digest = hashlib.sha256(packed).hexdigest()
    cells = sum(len(row) for sheet in sheets for row in sheet.rows)
    return packed, replace(told, content=digest[:16], cells=cells)


def _checked(mapping: Mapping[str, str], guessed: DataFrame, register: str) -> dict[str, str]:
    """
    Return what differs from the guess.

    Raises
    ------
    FileError
        A heading or a column is not there, holds persons, or two headings mean one column.
    """
    columns = {column.name for column in definitions.load(register).all_columns} | {""}
    lines = guessed.set_index("heading")
    chosen = {}
    for heading, column in mapping.items():
        if heading not in lines.index:
            raise FileError("imports_no_heading", heading=heading)
        if column not in columns:
            raise FileError("imports_no_column", column=column)
        if column and lines.loc[heading, "is_personal"]:
            raise FileError("imports_column_personal", heading=heading)
        if column != lines.loc[heading, "column"]:
            chosen[heading] = column
    taken = {**lines["column"], **chosen}
    twice = [name for name, count in Counter(taken.values()).items() if name and count > 1]
    if twice:
        headings = ", ".join(str(each) for each, name in taken.items() if name == twice[0])
        raise FileError("imports_column_twice", column=twice[0], headings=headings)
    return chosen
