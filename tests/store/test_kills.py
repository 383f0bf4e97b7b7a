"""Killed at any moment: a publication is there whole or not at all, and what was before stands."""

import random
import sqlite3
import time

import pytest
from sqlalchemy import event

from areamap.store import Store
from tests.store.handing_in import CONTENT, DECISIONS, begin, cells
from tests.store.submissions import submission
from tests.store.writers import (
    NIGHTLY,
    PLACES,
    begin_and_decide,
    processes,
    publish_for_ever,
    publish_till_step,
)

KILLS = 100 if NIGHTLY else 10
ROWS = 3000


def test_killed_at_any_moment_all_that_was_told_stands(address, database):
    """Kill editors at random moments after a decision, most while they publish."""
    Store(address).close()
    context = processes()
    moments = random.Random(None if NIGHTLY else 25)  # noqa: S311
    decided: list[int] = []
    published: list[int] = []
    for number in range(KILLS):
        here, there = context.Pipe()
        child = context.Process(target=publish_for_ever, args=(address, there, ROWS))
        child.start()
        there.close()
        # the first publication of a process takes longer: now and then a later one is hit
        for _ in range(1 if number % 3 else 3):
            assert here.poll(120)
            _note(here.recv(), decided, published)
        time.sleep(moments.uniform(0, 0.6))
        child.kill()
        child.join(60)
        assert child.exitcode == -9
        _drain(here, decided, published)
        _look_through(address, database, decided[-20:], published[-20:])
    _look_through(address, database, decided, published)
    assert len(decided) >= KILLS
    store = Store(address)
    # drafts that were never published: their editor died while she did
    assert len(store.drafts.every()) >= 1
    store.close()


def _note(told, decided, published):
    step, number = told
    (decided if step == "decided" else published).append(number)


def _drain(pipe, decided, published):
    """Read what the child told before it died."""
    try:
        while pipe.poll(0):
            _note(pipe.recv(), decided, published)
    except EOFError:
        pass


def _look_through(address, database, decided, published):
    store = Store(address)
    store.check_integrity()
    history = store.history("council")
    assert {each.id for each in history} >= set(published)
    assert store.in_force("council", sample=False) == (history[0] if history else None)
    waiting = {each.id for each in store.drafts.every()}
    became = {
        store.drafts.published_as(each.id).id: each
        for each in history
        if int(each.note) >= min(decided)
    }
    assert not waiting & set(became)
    for number in decided:
        assert (number in waiting) != (number in became)
        assert len(store.drafts.decisions(number)) == len(DECISIONS)
    for number in waiting & set(decided):
        assert store.drafts.content(number) == CONTENT
        assert store.aliases.of(store.drafts.one(number).source, "council") == {}
    for number, publication in became.items():
        assert publication.note == str(number)
        source = store.drafts.one(number).source
        assert store.aliases.of(source, "council").keys() == PLACES.keys()
    for publication in history[:2]:
        assert len(store.rows(publication.id)) == ROWS
        assert len(store.cells(publication.id)) == ROWS
    entries = store.audit.entries(limit=10**6)
    told = [each.subject for each in entries if each.action == "publish"]
    assert told == [f"publication {each.id}" for each in store.history()]
    begun = [each.subject for each in entries if each.action == "begin_draft"]
    assert len(begun) == len(set(begun)) == len(waiting) + len(history)
    # the next editor is not in the way of a lock that nobody holds any more
    store.publish(submission(2, register="fund"))
    store.close()
    _pages(database)


def _pages(database):
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_killed_at_each_step_of_a_publication_it_is_whole_or_not_there(address):
    """Go through the statements of one publication and its commit, one by one."""
    store = Store(address)
    before = store.publish(submission(5))
    begin_and_decide(store, "malee")
    context = processes()
    killed = 0
    while True:
        child = context.Process(target=publish_till_step, args=(address, killed, 1200))
        child.start()
        child.join(120)
        if child.exitcode == 0:
            break
        assert child.exitcode == -9
        killed += 1
        store.check_integrity()
        history = store.history()
        if len(history) == 1:
            assert history == [before]
            assert [each.id for each in store.drafts.every()] == [1]
            assert store.drafts.content(1) == CONTENT
            assert store.aliases.every() == []
        else:
            # only the last step comes after the commit
            assert store.drafts.published_as(history[0].id).id == 1
            assert len(store.cells(history[0].id)) == 1200
            break
    assert killed > 10
    assert len(store.drafts.decisions(1)) == len(DECISIONS)
    assert [each.id for each in store.history()] == [2, 1]
    assert len(store.rows(2)) == 1200
    assert store.drafts.every() == []
    store.close()


@pytest.mark.parametrize("rows", [1, 1200])
def test_the_steps_of_a_publication_are_those_of_one_transaction(store, rows):
    """What is killed above is one transaction: it begins and is committed once."""
    begun, committed = [], []
    event.listen(store._engine, "begin", lambda *_: begun.append(1))
    draft = begin(store)
    begun.clear()
    event.listen(store._engine, "commit", lambda *_: committed.append(1))
    store.publish(submission(rows, cells=cells(rows)), draft.id, PLACES)
    assert (len(begun), len(committed)) == (1, 1)
