"""A draft as it stands, and what people decide about its rows."""

from collections.abc import Sequence
from dataclasses import replace

from areamap.errors import FileError
from areamap.imports import deciding, work
from areamap.imports._desk import Desk
from areamap.imports._opened import Told
from areamap.imports.work import Work
from areamap.progress import Progress, quiet
from areamap.registers import definitions, personal
from areamap.registers.drafts import OPEN_STATES, Draft
from areamap.store import ActionOnRow, Decision


class Judgement(Desk):
    """What people decide about rows; see `ImportDesk`."""

    def work(self, draft_id: int, progress: Progress = quiet) -> Work:
        """
        Return a draft as it stands: see `Work`.

        Parameters
        ----------
        draft_id
            Which.
        progress
            Told how far reading it is, where it was not read lately.

        Raises
        ------
        StoreError
            There is none of this number, or it is finished.
        """
        kept = self._in_work(draft_id)
        told = Told.of(kept.choices)
        decisions = self._store.drafts.decisions(draft_id)
        stands = self._standing(kept, decisions)
        joined = self._shelf.joined(kept, stands.corrections(), progress)
        draft = deciding.apply(joined.draft, stands)
        return Work(
            kept=kept,
            draft=draft,
            look=self._shelf.look(kept),
            mapping=work.mapping(joined.headers, joined.samples, told.mapping, told.remembered),
            decisions=decisions,
            open_by_reason=work.open_by_reason(draft),
        )

    def decide(self, draft_id: int, decisions: Sequence[Decision], by: str) -> None:
        """
        Decide about rows; names and numbers of persons in what is typed are masked.

        Raises
        ------
        FileError
            A decision does not fit its row: see `deciding.check`.
        PlaceError
            The register keeps no records at such a place.
        """
        kept = self._in_work(draft_id)
        stands = self._standing(kept, self._store.drafts.decisions(draft_id))
        draft = self._shelf.joined(kept, stands.corrections()).draft
        named = [_named(each, draft) for each in decisions]
        deciding.check(draft, named)
        self._store.drafts.decide(draft_id, named, by)

    def decide_alike(
        self, draft_id: int, reason_key: str, action: ActionOnRow, by: str, note: str = ""
    ) -> int:
        """
        Decide all rows that wait for one reason, and return how many there were.

        Parameters
        ----------
        draft_id, by
            Which, and who.
        reason_key
            The reason.
        action
            `accept` takes the area suggested first, and passes over rows without one; `leave` and
            `drop` are about all; `drop` about rejected rows too.
        note
            Why; `drop` needs it.
        """
        rows = self.work(draft_id).draft.rows
        states = (*OPEN_STATES, "rejected") if action == "drop" else OPEN_STATES
        alike = rows[(rows["reason_key"] == reason_key) & rows["status"].isin(states)]
        decisions = [
            Decision(
                sheet=str(sheet),
                row=int(row),
                action=action,
                area_code=codes[0] if action == "accept" else None,
                note=note,
            )
            for sheet, row, codes in zip(
                alike["sheet"], alike["row"], alike["suggested_codes"], strict=True
            )
            if action != "accept" or codes
        ]
        if decisions:
            self.decide(draft_id, decisions, by)
        return len(decisions)

    def undo(self, draft_id: int, decision_ids: Sequence[int], by: str) -> None:
        """Take decisions back."""
        self._store.drafts.undo(draft_id, decision_ids, by)


def _named(decision: Decision, draft: Draft) -> Decision:
    """Return a decision with the column of the register that it is of, and nobody in it."""
    named = replace(decision, note=personal.mask(decision.note))
    if decision.action != "correct":
        return named
    column = draft.columns.get(str(decision.column), decision.column)
    if column not in definitions.load(draft.register).kinds:
        raise FileError("imports_no_column", column=decision.column)
    value = (
        None if decision.value is None else str(personal.masked(decision.value, is_figure=False))
    )
    return replace(named, column=column, value=value)
