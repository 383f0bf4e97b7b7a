"""One look at the database: what is in force is read once, and what is written shows."""

from collections.abc import Iterator
from threading import Thread

import pytest
from sqlalchemy import event

from areamap.store import Store
from tests.store.submissions import submission


@pytest.fixture
def queries(store: Store) -> Iterator[list[str]]:
    """Count what is asked of the database."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    yield asked
    event.remove(store._engine, "before_cursor_execute", note)


def test_a_look_reads_what_is_in_force_once(store: Store, queries: list[str]) -> None:
    """However many registers are asked for."""
    council = store.publish(submission())
    sample = store.publish(submission(is_sample=True))
    with store.looking():
        assert store.in_force("council", sample=False) == council
        seen = len(queries)
        assert store.in_force("council", sample=True) == sample
        assert store.in_force("fund", sample=False) is None
        store.boundary_sets()
        again = len(queries)
        assert store.boundary_sets() == []
        with store.looking():
            assert store.in_force("council", sample=False) == council
        assert len(queries) == again
    assert seen < again
    assert store.in_force("council", sample=False) == council
    assert len(queries) > again


def test_what_is_written_within_a_look_shows_at_once(store: Store) -> None:
    """A publication, one put in force again, and the end of the sample."""
    with store.looking():
        assert store.in_force("council", sample=False) is None
        first = store.publish(submission())
        assert store.in_force("council", sample=False) == first
        second = store.publish(submission())
        assert store.in_force("council", sample=False) == second
        again = store.roll_back(first.id, by="somboon")
        assert store.in_force("council", sample=False) == again
        store.publish(submission(is_sample=True))
        assert store.in_force("council", sample=True) is not None
        store.clear_sample()
        assert store.in_force("council", sample=True) is None


def test_what_others_write_shows_at_the_next_look(store: Store, address: str) -> None:
    """Whoever looks sees one state to the end; another thread looks for itself."""
    first = store.publish(submission())
    seen = []

    def write() -> None:
        other = Store(address)
        seen.append(other.publish(submission()))
        other.close()
        seen.append(store.in_force("council", sample=False))

    with store.looking():
        assert store.in_force("council", sample=False) == first
        thread = Thread(target=write)
        thread.start()
        thread.join()
        assert store.in_force("council", sample=False) == first
    second, at_once = seen
    assert second == at_once
    with store.looking():
        assert store.in_force("council", sample=False) == second


def test_an_earlier_moment_is_read_as_it_was(store: Store) -> None:
    """A look is about now; a moment that is asked for stands by itself."""
    first = store.publish(submission())
    second = store.publish(submission())
    with store.looking():
        assert store.in_force("council", sample=False) == second
        assert store.in_force("council", sample=False, known_at=first.created_at) == first
