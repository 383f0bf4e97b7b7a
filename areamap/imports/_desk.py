"""What the parts of the import desk share."""

from collections.abc import Callable, Sequence

from pandas import DataFrame

from areamap.errors import StoreError
from areamap.imports import _memory
from areamap.imports._opened import Shelf, Told
from areamap.imports.deciding import Standing, standing
from areamap.places.matching import Matcher
from areamap.registers import definitions
from areamap.settings import Settings
from areamap.store import Decision, KeptDraft, Publication, Store


class Desk:
    """
    Settings, the store and what was opened lately; see `ImportDesk`.

    Parameters
    ----------
    settings
        How large files may be.
    store
        Where drafts, decisions and publications are kept.
    rows_of
        Gives the rows of a publication.
    matcher
        Gives what joins rows to areas.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        rows_of: Callable[[Publication], DataFrame],
        matcher: Callable[[], Matcher],
    ) -> None:
        _memory.keep_little()
        self._settings = settings
        self._store = store
        self._rows_of = rows_of
        self._shelf = Shelf(settings, store, matcher)

    def _in_work(self, draft_id: int) -> KeptDraft:
        """Return a draft that is not finished."""
        kept = self._store.drafts.one(draft_id)
        if kept.finished_at is not None:
            raise StoreError("store_draft_finished", id=draft_id, by=kept.changed_by or "–")
        return kept

    def _standing(self, kept: KeptDraft, decisions: Sequence[Decision]) -> Standing:
        """Return what stands of the decisions about a draft, those of the last file among them."""
        carried = Told.of(kept.choices).carried
        return standing(decisions, carried, definitions.load(str(kept.register)))
