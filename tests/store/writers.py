"""What processes do to a store while they are killed, crowded or out of room."""

import multiprocessing
import os
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any

from sqlalchemy import event

from areamap.store import KeptDraft, PublishConflict, Store
from tests.store.handing_in import DECISIONS, begin, cells
from tests.store.submissions import submission

NIGHTLY = os.environ.get("AREAMAP_NIGHTLY", "") == "1"
"""Whether there is time for the long runs; see docs/operating.md."""

PLACES = {"ต.รั้วใหญ่": "720102", "ต.เจรินธรรม": "190406"}


def processes() -> Any:
    """Return how processes are started: from a server that has loaded what they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.writers", "areamap.measures.frames"])
    return context


def begin_and_decide(store: Store, by: str, **more: Any) -> KeptDraft:
    """Keep a draft of a source of its own, with decisions."""
    draft = begin(store, by=by, source=f"{by} {time.time_ns()}", **more)
    return store.drafts.decide(draft.id, DECISIONS, by)


def publish_draft(store: Store, draft: KeptDraft, rows: int, **more: Any) -> int:
    """Publish rows with their cells as what a draft became, and return the publication."""
    handed = submission(rows, cells=cells(rows), by=draft.created_by, **more)
    return store.publish(handed, draft.id, PLACES, seen=draft.version).id


def publish_for_ever(address: str, tell: Connection, rows: int) -> None:
    """Work as an editor does, and tell each step that is done."""
    store = Store(address)
    while True:
        draft = begin_and_decide(store, "somchai")
        tell.send(("decided", draft.id))
        tell.send(("published", publish_draft(store, draft, rows, note=str(draft.id))))


def publish_till_step(address: str, step: int, rows: int) -> None:
    """Publish the one draft there is, and die at a step of its transaction."""
    store = Store(address)
    (draft,) = store.drafts.every()
    done = 0

    def count(*_: object) -> None:
        nonlocal done
        if done == step:
            os.kill(os.getpid(), 9)
        done += 1

    for moment in ("before_cursor_execute", "commit"):
        event.listen(store._engine, moment, count)
    publish_draft(store, draft, rows)
    count()


@dataclass
class Landed:
    """What one editor brought to land: publication, and the one that she saw in force before."""

    by: str
    publications: list[tuple[int, int | None]] = field(default_factory=list)
    conflicts: int = 0
    """How many publications of others she was told of."""


def edit_for(address: str, by: str, register: str, seconds: float, tell: Connection) -> None:
    """Publish as often as there is time for, looking again after each conflict."""
    store = Store(address)
    landed = Landed(by)
    tell.send("ready")
    tell.recv()
    end = time.monotonic() + seconds
    while time.monotonic() < end or not landed.publications:
        draft = begin_and_decide(store, by, register=register)
        published = None
        while published is None:
            current = store.in_force(register, sample=False)
            seen = None if current is None else current.id
            note = f"{by} {len(landed.publications)}"
            try:
                more = {"register": register, "expected": seen, "note": note}
                published = publish_draft(store, draft, 20, **more)
            except PublishConflict as conflict:
                landed.conflicts += len(conflict.since)
        landed.publications.append((published, seen))
    tell.send(landed)


def edit_at_once(address: str, seconds: float, editors: int = 8) -> list[Landed]:
    """Let editors of two registers publish at once, and return what each brought to land."""
    Store(address).close()
    context = processes()
    pipes = [context.Pipe() for _ in range(editors)]
    children = [
        context.Process(
            target=edit_for,
            args=(address, f"editor {at}", ("council", "fund")[at % 2], seconds, there),
        )
        for at, (_, there) in enumerate(pipes)
    ]
    for child in children:
        child.start()
    try:
        for here, _ in pipes:
            assert here.poll(120)
            assert here.recv() == "ready"
        for here, _ in pipes:
            here.send("go")
        landed = []
        for here, _ in pipes:
            assert here.poll(seconds + 120)
            landed.append(here.recv())
        for child in children:
            child.join(60)
        assert [child.exitcode for child in children] == [0] * editors
        return landed
    finally:
        for child in children:
            child.kill()
