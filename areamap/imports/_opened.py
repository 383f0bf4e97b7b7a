"""Drafts that were opened lately: their cells and what was read of them, to read them once."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final, TypeVar

from areamap.imports import _apart, _content, _memory, looks
from areamap.imports.handed_in import Incoming
from areamap.imports.looks import Look
from areamap.imports.remembered import Carried, as_json, from_json
from areamap.imports.work import samples
from areamap.places.matching import Matcher
from areamap.progress import Progress, quiet, within
from areamap.registers import definitions, joining, reading
from areamap.registers.choosing import Choices
from areamap.registers.drafts import Draft
from areamap.registers.headers import Header
from areamap.registers.workbooks import Workbook
from areamap.settings import Settings
from areamap.store import KeptDraft, Store

_MOST: Final = 10
_PAIR: Final = 2

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Joined:
    """
    A file, read and joined.

    Attributes
    ----------
    draft
        Its rows.
    headers
        Name of each sheet that was read, and its header.
    samples
        Heading to some of its cells; headings of persons have none.
    """

    draft: Draft
    headers: tuple[tuple[str, Header], ...]
    samples: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """
    What people chose for a draft, as its `choices` keep it.

    Attributes
    ----------
    sheet, header_row
        See `choosing.Choices`.
    mapping
        Heading to column as chosen for this file.
    remembered
        The same as chosen for an earlier file of the source, when this one was begun.
    carried
        Decisions of the source's last file about rows that are the same here.
    content
        Tells one content of the draft from another.
    cells
        How many cells it has, blank ones too; 0 where that was not written down.
    """

    sheet: str = ""
    header_row: int = 0
    mapping: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)
    carried: tuple[Carried, ...] = ()
    content: str = ""
    cells: int = 0

    @classmethod
    def of(cls, choices: Mapping[str, Any]) -> "Told":
        """Return what the choices of a draft keep."""
        return cls(
            sheet=choices.get("sheet", ""),
            header_row=choices.get("header_row", 0),
            mapping=choices.get("mapping", {}),
            remembered=choices.get("remembered", {}),
            carried=tuple(from_json(choices.get("carried", ()))),
            content=choices.get("content", ""),
            cells=choices.get("cells", 0),
        )

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "sheet": self.sheet,
            "header_row": self.header_row,
            "mapping": dict(self.mapping),
            "remembered": dict(self.remembered),
            "carried": as_json(self.carried),
            "content": self.content,
            "cells": self.cells,
        }

    def choices(self, corrections: Mapping[str, Any] | None = None) -> Choices:
        """Return how the file is read."""
        columns = {**self.remembered, **self.mapping}
        return Choices(self.sheet, self.header_row, columns, corrections or {})


class Shelf:
    """
    What was opened lately; safe to share between threads.

    Parameters
    ----------
    settings
        What a process that reads a long draft may take.
    store
        Where drafts are kept.
    matcher
        Gives what joins rows to areas.
    """

    def __init__(self, settings: Settings, store: Store, matcher: Callable[[], Matcher]) -> None:
        self._settings = settings
        self._store = store
        self.matcher = matcher
        self._lately: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()
        self._lock = Lock()

    def book(self, kept: KeptDraft) -> Workbook:
        """Return the cells of a draft."""
        key = ("book", kept.id, Told.of(kept.choices).content)
        return self.once(key, lambda: _content.unpack(self._store.drafts.content(kept.id)))

    def look(self, kept: KeptDraft) -> Look:
        """Return what the file of a draft looks like."""
        told = Told.of(kept.choices)
        key = ("look", kept.id, told.content)

        def make() -> Look:
            if told.cells > _apart.MOST_HERE:
                return self.apart(kept, told.choices(), quiet).look
            book = self.book(kept)
            return looks.look(
                Incoming(kept.file_name, kept.file_sha256, book.sheets, book.encoding)
            )

        return self.once(key, make)

    def joined(
        self,
        kept: KeptDraft,
        corrections: Mapping[str, Any] | None = None,
        progress: Progress = quiet,
        was_read: _apart.Read | None = None,
    ) -> Joined:
        """
        Return a draft, read with corrections and joined with what its source means by places.

        What was read of it without corrections can be given along, so that it is not read again.
        """
        told = Told.of(kept.choices)
        aliases = self._store.aliases.of(kept.source, str(kept.register)) if kept.source else {}
        known = self._store.in_force("authority", sample=False)
        matcher = self.matcher()
        key = (
            *(told.content, kept.register, told.sheet, told.header_row),
            *(_frozen(told.mapping), _frozen(told.remembered), _frozen(corrections or {})),
            *(_frozen(aliases), known.id if known else None, id(matcher)),
        )

        def make() -> Joined:
            read = self._read(kept, told, told.choices(corrections), progress, was_read)
            progress(0.8, "importing.doing_join")
            draft = joining.join(read, matcher, aliases)
            return Joined(draft, read.headers, samples(draft))

        digest = hashlib.sha256(repr(key).encode("utf-8", "replace")).digest()
        return self.once(("joined", kept.id, digest), make)

    def _read(
        self,
        kept: KeptDraft,
        told: Told,
        choices: Choices,
        progress: Progress,
        was_read: _apart.Read | None,
    ) -> reading.Reading:
        if was_read is not None or told.cells > _apart.MOST_HERE:
            found = was_read or self.apart(kept, choices, within(progress, 0.0, 0.8))
            self.once(("look", kept.id, told.content), lambda: found.look)
            return found.reading
        progress(0.1, "importing.doing_open")
        book = self.book(kept)
        progress(0.3, "importing.doing_read")
        return reading.rows_of(
            book,
            definitions.load(str(kept.register)),
            choices,
            file_name=kept.file_name,
            file_sha256=kept.file_sha256,
            lenient=True,
        )

    def apart(
        self,
        kept: KeptDraft,
        choices: Choices,
        progress: Progress,
        mask: Choices | None = None,
    ) -> _apart.Read:
        """Return what another process makes of a long draft: see `_apart.read`."""
        return _apart.read(
            self._store.drafts.content(kept.id),
            _apart.File(kept.file_name, kept.file_sha256),
            str(kept.register),
            choices,
            settings=self._settings,
            mask=mask,
            progress=progress,
        )

    def forget(self, draft_id: int) -> None:
        """Let go of a draft that is finished."""
        with self._lock:
            for key in [each for each in self._lately if each[1] == draft_id and len(each) > _PAIR]:
                del self._lately[key]

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """Return what was made for a key, made now where it was not."""
        with self._lock:
            if key in self._lately:
                self._lately.move_to_end(key)
                found: T = self._lately[key]
                return found
        made = make()
        _memory.give_back()
        with self._lock:
            self._lately[key] = made
            while len(self._lately) > _MOST:
                self._lately.popitem(last=False)
        return made


def _frozen(value: Mapping[Any, Any]) -> str:
    return repr(sorted((str(name), repr(each)) for name, each in value.items()))
