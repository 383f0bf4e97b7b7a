"""No room, or no leave to write: it is said clearly, and what was there stands."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from areamap.errors import AreamapError, StoreError
from areamap.store import Store
from tests.store.handing_in import CONTENT, DECISIONS, begin, cells
from tests.store.submissions import submission
from tests.store.writers import PLACES, processes

MEGABYTE = 2**20
ROOM = 4 * MEGABYTE
PAGE = 4096


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "areamap", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def filled(address: str) -> Store:
    """Open a store with a publication and a draft in work."""
    store = Store(address)
    store.publish(submission(3, cells=cells(3)))
    store.drafts.decide(begin(store).id, DECISIONS, "malee")
    return store


def stands(store: Store) -> None:
    """See that all that `filled` wrote is there, and nothing else."""
    assert [each.id for each in store.history()] == [1]
    assert len(store.rows(1)) == len(store.cells(1)) == 3
    assert [each.id for each in store.drafts.every()] == [1]
    assert store.drafts.content(1) == CONTENT
    assert len(store.drafts.decisions(1)) == len(DECISIONS)
    assert store.aliases.every() == []
    assert [each.action for each in store.audit.entries()] == ["decide", "begin_draft", "publish"]


def test_a_full_disk_says_so_and_what_was_there_stands(disk):
    store = filled(f"sqlite:///{disk / 'home' / 'areamap.sqlite3'}")
    calls = [
        lambda: store.publish(submission(20_000, cells=cells(20_000)), 1, PLACES),
        lambda: begin(store, content=b"x" * 2 * ROOM),
    ]
    for call in calls:
        with pytest.raises(StoreError) as raised:
            call()
        assert raised.value.key == "store_disk_full"
        assert "Make room" in raised.value.text("en")
        stands(store)
        store.check_integrity()
    ballast = disk / "ballast"
    _fill(ballast)
    with pytest.raises(StoreError) as raised:
        store.publish(submission(2000), 1, PLACES)
    assert raised.value.key == "store_disk_full"
    stands(store)
    ballast.unlink()
    stands(store)
    assert store.publish(submission(2000), 1, PLACES).id == 2
    store.check_integrity()
    store.close()


def _fill(path: Path) -> None:
    try:
        with path.open("wb") as file:
            while True:
                file.write(b"\0" * PAGE)
                file.flush()
    except OSError:
        pass


def test_a_disk_without_any_room_for_a_first_start(disk):
    _fill(disk / "ballast")
    with pytest.raises(StoreError) as raised:
        Store(f"sqlite:///{disk / 'areamap.sqlite3'}")
    assert raised.value.key in {"store_disk_full", "store_read_only"}


def test_a_disk_that_may_only_be_read_says_so(disk):
    address = f"sqlite:///{disk / 'areamap.sqlite3'}"
    store = filled(address)
    store.close()
    remount = ["mount", "-o", "remount,ro", str(disk)]
    subprocess.run(remount, check=True, capture_output=True)
    shown = Store(address)
    stands(shown)
    shown.check_integrity()
    for call in (
        lambda: Store(f"sqlite:///{disk / 'other.sqlite3'}"),
        lambda: store.publish(submission(3)),
        lambda: begin(store),
        lambda: store.drafts.decide(1, DECISIONS, "malee"),
        lambda: store.aliases.remember("s", "council", PLACES, "malee"),
        lambda: store.explanations.explain("k", "n", "malee"),
    ):
        with pytest.raises(StoreError) as raised:
            call()
        assert raised.value.key == "store_read_only"
        assert str(disk) in raised.value.text("th")
    subprocess.run([*remount[:2], "remount,rw", str(disk)], check=True, capture_output=True)
    stands(store)
    store.check_integrity()
    store.close()


def test_what_may_only_be_read_can_be_read(store, address, database):
    filled(address).close()
    store.close()
    only_read = Store(f"sqlite:///file:{database}?mode=ro&uri=true")
    stands(only_read)
    only_read.check_integrity()
    for call in (
        lambda: only_read.publish(submission(3), 1, PLACES),
        lambda: begin(only_read),
        lambda: only_read.drafts.decide(1, DECISIONS, "malee"),
        lambda: only_read.drafts.undo(1, [1], "malee"),
        lambda: only_read.drafts.finish(1, "malee", None),
        only_read.clear_sample,
    ):
        with pytest.raises(StoreError) as raised:
            call()
        assert raised.value.key == "store_read_only"
    stands(only_read)


def _publish_within(address: str, most: int, tell) -> None:
    """Publish where no file may grow above a size, and tell how it ended."""
    store = Store(address)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        store.publish(submission(3000, cells=cells(3000)), 1, PLACES)
    except AreamapError as error:
        tell.send(error.key)
    else:
        tell.send("")


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit of their own there")
def test_wherever_room_ends_nothing_is_half_done(address, database):
    """Let the file that takes the change end after each of many sizes."""
    store = filled(address)
    store.close()
    context = processes()
    told = []
    for most in range(0, 12 * MEGABYTE, 150_000):
        here, there = context.Pipe()
        child = context.Process(target=_publish_within, args=(address, most, there))
        child.start()
        assert here.poll(120)
        told.append(here.recv())
        child.join(60)
        assert child.exitcode == 0
        store.check_integrity()
        if told[-1] == "":
            break
        assert told[-1] == "store_disk_full"
        stands(store)
    assert told[-1] == ""
    assert len(told) > 2
    assert [each.id for each in store.history()] == [2, 1]
    assert len(store.rows(2)) == len(store.cells(2)) == 3000
    assert store.drafts.every() == []
    store.close()
