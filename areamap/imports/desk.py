"""The import desk: a file comes in, is looked at, read, decided row by row, and published."""

from collections import Counter
from datetime import date
from typing import Any

from pandas import DataFrame

from areamap.errors import FileError
from areamap.imports import (
    _memory,
    changes,
    deciding,
    places_learnt,
    publishing,
    remembered,
    work,
)
from areamap.imports._opened import Told
from areamap.imports.changes import Changes
from areamap.imports.intake import Intake
from areamap.imports.judgement import Judgement
from areamap.imports.merging import Mode
from areamap.imports.publishing import Answers
from areamap.registers import definitions
from areamap.registers.drafts import Draft
from areamap.store import UNCHECKED, KeptDraft, Publication, PublishConflict, Unchecked


class ImportDesk(Intake, Judgement):
    """
    Files in work, reached as `Workspace.imports`; safe to share between threads.

    Nothing of a file is lost on the way: each of its rows is in one state at every moment, and
    their baht add up to the file's. A draft holds cells without persons; it stands in the store, so
    that it outlives the browser and the server.

    Parameters
    ----------
    settings
        How large files may be.
    store
        Where drafts, decisions and publications are kept.
    rows_of
        Gives the rows of a publication.
    """

    def changes(self, draft_id: int, mode: Mode) -> Changes:
        """
        Return what publishing a draft would change: see `Changes`.

        Parameters
        ----------
        draft_id
            Which.
        mode
            What it is to replace: see `merging.Mode`.
        """
        kept = self._in_work(draft_id)
        return self._plan(kept, self.work(draft_id).draft, mode).changes

    def differences(self, before: int, after: int) -> Changes:
        """
        Return what differs between two publications of a register.

        Raises
        ------
        FileError
            They are of two registers.
        StoreError
            There is no such publication, or its rows were cleared.
        """
        old, new = (self._store.publication(each) for each in (before, after))
        if old.register != new.register:
            raise FileError("imports_two_registers", before=before, after=after)
        return changes.compare(
            self._rows_of(old),
            self._rows_of(new),
            definitions.load(old.register),
            today=_today(),
            in_force=old.id,
        )

    def publish(
        self,
        draft_id: int,
        *,
        mode: Mode,
        by: str,
        note: str = "",
        leave_open: bool = False,
        confirm_shrink: bool = False,
        seen: int | None,
    ) -> Publication:
        """
        Publish a draft; with it are remembered its places, headings and decided rows.

        Parameters
        ----------
        draft_id
            Which.
        mode
            What it replaces.
        by, note, leave_open, confirm_shrink
            See `publishing.Answers`.
        seen
            Number of the publication that she saw in force, None where she saw none.

        Raises
        ------
        PublishError
            Something has to be said first: see `publishing.check`.
        PublishConflict
            Another one is in force than she saw; it carries what was published since.
        StoreError
            The draft is finished, or was changed meanwhile.
        """
        kept = self._in_work(draft_id)
        decisions = self._store.drafts.decisions(draft_id)
        stands = self._standing(kept, decisions)
        told = Told.of(kept.choices)
        plain = self._shelf.joined(kept)
        joined = self._shelf.joined(kept, stands.corrections())
        draft = deciding.apply(joined.draft, stands)
        planned = self._plan(kept, draft, mode)
        if planned.changes.in_force != seen:
            raise PublishConflict(planned.changes.since)
        answers = Answers(by, note, leave_open, confirm_shrink)
        publishing.check(draft, planned, answers)
        published = self._store.publish(
            publishing.submission(
                draft,
                planned,
                mode,
                answers,
                publishing.Told(
                    source=kept.source,
                    remembered=remembered.to_remember(draft, stands.by_position(draft.rows)),
                    actions=Counter(each.action for each in decisions),
                ),
                seen,
            ),
            finishes=draft_id,
            aliases=places_learnt.learn(plain.draft, draft, stands) if kept.source else None,
            seen=kept.version,
        )
        mapping = work.mapping(joined.headers, joined.samples, told.mapping, told.remembered)
        self._learn_headings(kept, mapping, by)
        self._shelf.forget(draft_id)
        _memory.give_back()
        return published

    def publish_checked(
        self,
        draft: Draft,
        *,
        mode: Mode = "all",
        answers: Answers,
        source: str = "",
        details: dict[str, Any] | None = None,
        seen: int | Unchecked | None = UNCHECKED,
    ) -> Publication:
        """
        Publish a file that was read and joined without being kept, by the same rules.

        Parameters
        ----------
        draft
            As `Workspace.check` gives it.
        mode, answers, seen
            As for `publish`; unchecked, whatever is in force is replaced.
        source
            Whose file it is.
        details
            What else there is to say of the file, as JSON holds it.

        Raises
        ------
        PublishError
            As by `publish`.
        """
        planned = publishing.plan(draft, mode, self._store, self._rows_of, today=_today())
        publishing.check(draft, planned, answers)
        told = publishing.Told(source=source, details=details or {})
        expected = planned.changes.in_force if seen is UNCHECKED else seen
        return self._store.publish(
            publishing.submission(draft, planned, mode, answers, told, expected)
        )

    def _plan(self, kept: KeptDraft, draft: Draft, mode: Mode) -> publishing.Plan:
        in_force = self._store.in_force(str(kept.register), sample=False)
        key = ("plan", kept.id, kept.version, mode, in_force.id if in_force else None, _today())
        return self._shelf.once(
            key,
            lambda: publishing.plan(
                draft, mode, self._store, self._rows_of, today=_today(), base=kept.base
            ),
        )

    def _learn_headings(self, kept: KeptDraft, mapping: DataFrame, by: str) -> None:
        learnt = mapping[mapping["guessed_by"].isin({"chosen", "values"})]
        if kept.source and len(learnt):
            headings = dict(zip(learnt["heading"], learnt["column"], strict=True))
            self._store.mappings.remember(kept.source, str(kept.register), headings, by)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where she is
