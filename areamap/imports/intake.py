"""Files come in and are kept as drafts, read as somebody says or as it is guessed."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from areamap.errors import FileError
from areamap.imports import _apart, _content, incoming, looks, persons, remembered, work
from areamap.imports._desk import Desk
from areamap.imports._opened import Told
from areamap.imports.handed_in import Incoming, Packed, Received
from areamap.imports.looks import Look
from areamap.progress import Progress, quiet, within
from areamap.registers import definitions, joining, reading
from areamap.registers.choosing import Choices
from areamap.registers.drafts import Draft
from areamap.registers.workbooks import Workbook
from areamap.store import KeptDraft

_Prepared = tuple[bytes, Told, _apart.Read | None]


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
        packed, told, read = self._prepared(file, register, told, within(progress, 0.0, 0.7))
        progress(0.1 if read is None else 0.7, "importing.doing_keep")
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
            return self._carry(kept, by, progress, read)
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
        fresh = replace(kept, register=to_register, source=to_source)
        plain = told if mapping is None else replace(told, mapping={})
        packed, told, read = self._again(fresh, told, plain, progress)
        rest = progress
        if mapping is not None:
            # What is chosen is kept where it differs from what a reading without it guesses.
            guessing = within(progress, 0.05 if read is None else 0.45, 0.5)
            rest = within(progress, 0.5, 1.0)
            told = replace(told, mapping=self._chosen(fresh, told, mapping, guessing, read))
            read = None
        rest(0.1 if read is None else 0.7, "importing.doing_keep")
        before = self._store.drafts.content(draft_id)
        changed = self._store.drafts.change(
            draft_id,
            by=by,
            seen=seen,
            register=to_register,
            source=to_source,
            choices=told.as_json(),
            content=packed,
        )
        try:
            return self._carry(changed, by, rest, read)
        except FileError:
            # What can't be read so stays as it was: else nobody could open it again.
            self._store.drafts.change(
                draft_id,
                by=by,
                seen=changed.version,
                register=kept.register,
                source=kept.source,
                choices=kept.choices,
                content=before,
            )
            raise

    def discard(self, draft_id: int, by: str) -> None:
        """Throw a draft away; its decisions stay in the log."""
        self._store.drafts.finish(draft_id, by, None)
        self._shelf.forget(draft_id)

    def _prepared(self, file: Incoming, register: str, told: Told, progress: Progress) -> _Prepared:
        """Return the cells without persons, packed, and what was read of those of a long file."""
        if not isinstance(file.held, Packed):
            return _masked(Workbook(file.held, file.encoding), register, told)
        read = _apart.read(
            file.held.content,
            _apart.File(file.name, file.sha256),
            register,
            told.choices(),
            settings=self._settings,
            mask=told.choices(),
            progress=progress,
        )
        return read.content, _held(told, read.content, read.cells), read

    def _again(self, kept: KeptDraft, told: Told, plain: Told, progress: Progress) -> _Prepared:
        """Return the same of a draft; a long one is read as `plain` says."""
        progress(0.0, "importing.doing_open")
        if told.cells <= _apart.MOST_HERE:
            book = self._shelf.book(kept)
            progress(0.02, "importing.doing_mask")
            return _masked(book, str(kept.register), told)
        reading = within(progress, 0.0, 0.7 if plain is told else 0.45)
        read = self._shelf.apart(kept, plain.choices(), reading, mask=told.choices())
        return read.content, _held(told, read.content, read.cells), read

    def _carry(
        self, kept: KeptDraft, by: str, progress: Progress, read: _apart.Read | None
    ) -> KeptDraft:
        """Read a draft once, which shows that it can be, and find the rows that were decided."""
        reading = within(progress, 0.1 if read is None else 0.7, 0.9)
        joined = self._shelf.joined(kept, progress=reading, was_read=read)
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
        self,
        kept: KeptDraft,
        told: Told,
        mapping: Mapping[str, str],
        progress: Progress,
        read: _apart.Read | None,
    ) -> dict[str, str]:
        """Return what a person chose otherwise than it is guessed."""
        plain = replace(kept, choices=replace(told, mapping={}).as_json())
        joined = self._shelf.joined(plain, progress=progress, was_read=read)
        guessed = work.mapping(joined.headers, joined.samples, {}, told.remembered)
        return work.chosen(mapping, guessed, str(kept.register))


def _masked(book: Workbook, register: str, told: Told) -> _Prepared:
    sheets = persons.masked(book.sheets, definitions.load(register), told.choices())
    packed = _content.pack(replace(book, sheets=sheets))
    return (
        packed,
        _held(told, packed, sum(len(row) for sheet in sheets for row in sheet.rows)),
        None,
    )


def _held(told: Told, content: bytes, cells: int) -> Told:
    """Return what was told with what tells this content from another."""
    return replace(told, content=hashlib.sha256(content).hexdigest()[:16], cells=cells)
