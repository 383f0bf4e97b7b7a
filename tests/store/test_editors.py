"""Eight editors publish at once: nothing lost, nothing doubled, nothing overwritten unseen."""

from areamap.store import Store
from tests.store.handing_in import DECISIONS
from tests.store.writers import NIGHTLY, PLACES, Landed, edit_at_once

SECONDS = 60 if NIGHTLY else 5


def test_eight_editors_publish_at_once(address):
    landed = edit_at_once(address, SECONDS)
    all_landed(address, landed)


def all_landed(address: str, landed: list[Landed]) -> None:
    """Look through what editors left."""
    store = Store(address)
    store.check_integrity()
    history = store.history()[::-1]
    told = {number: (each.by, seen) for each in landed for number, seen in each.publications}
    assert len(told) == sum(len(each.publications) for each in landed)
    # nothing lost, nothing doubled
    assert [each.id for each in history] == sorted(told)
    assert sum(each.conflicts for each in landed) > 0
    notes = [each.note for each in history]
    assert len(set(notes)) == len(notes)
    # numbers and moments strictly rising
    moments = [each.created_at for each in history]
    assert moments == sorted(set(moments))
    for register in ("council", "fund"):
        ours = [each for each in history if each.register == register]
        # each followed the one that its editor saw: nobody's was overwritten unseen
        assert [told[each.id][1] for each in ours] == [None, *(each.id for each in ours[:-1])]
        assert store.in_force(register, sample=False) == ours[-1]
    _each_is_whole(store, history, told)
    store.close()


def _each_is_whole(store, history, told):
    entries = store.audit.entries(limit=10**7)
    assert sorted(each.subject for each in entries if each.action == "publish") == sorted(
        f"publication {each.id}" for each in history
    )
    assert store.drafts.every() == []
    for each in history:
        assert told[each.id][0] == each.created_by
        draft = store.drafts.published_as(each.id)
        assert draft.created_by == each.created_by
        assert len(store.drafts.decisions(draft.id)) == len(DECISIONS)
        assert store.aliases.of(draft.source, each.register).keys() == PLACES.keys()
    for each in history[:: max(1, len(history) // 50)]:
        assert len(store.rows(each.id)) == len(store.cells(each.id)) == 20
