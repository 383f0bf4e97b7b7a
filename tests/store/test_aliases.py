"""A place is taught once for a source and a register."""

from datetime import UTC, datetime

import pytest

from areamap.errors import StoreError
from areamap.store import Alias


def test_an_alias_says_who_and_when(store):
    before = datetime.now(UTC)
    store.aliases.remember("สระบุรี", "council", {"ต.เจรินธรรม": "190406"}, "malee")
    found = store.aliases.of("สระบุรี", "council")
    alias = found["ต.เจรินธรรม"]
    assert before <= alias.at <= datetime.now(UTC)
    assert alias == Alias("190406", "malee", alias.at, "สระบุรี", "council", "ต.เจรินธรรม")
    assert store.aliases.every() == [alias]


def test_another_source_or_register_means_something_else(store):
    store.aliases.remember("สระบุรี", "council", {"หนองแค": "190301"}, "malee")
    store.aliases.remember("สระบุรี", "fund", {"หนองแค": "190302"}, "malee")
    store.aliases.remember("นครปฐม", "council", {"หนองแค": "730101"}, "malee")
    assert store.aliases.of("สระบุรี", "council")["หนองแค"].area_code == "190301"
    assert store.aliases.of("สระบุรี", "fund")["หนองแค"].area_code == "190302"
    assert store.aliases.of("นครปฐม", "fund") == {}
    assert [(each.source, each.register) for each in store.aliases.every()] == [
        ("นครปฐม", "council"),
        ("สระบุรี", "council"),
        ("สระบุรี", "fund"),
    ]


def test_what_is_taught_last_holds_and_the_rest_stays(store):
    store.aliases.remember("s", "council", {"ก": "190401", "ข": "190402"}, "malee")
    store.aliases.remember("s", "council", {"ข": "190403", "ค": "190404"}, "somchai")
    found = store.aliases.of("s", "council")
    assert {key: (each.area_code, each.by) for key, each in found.items()} == {
        "ก": ("190401", "malee"),
        "ข": ("190403", "somchai"),
        "ค": ("190404", "somchai"),
    }


def test_an_alias_is_forgotten(store):
    store.aliases.remember("s", "council", {"ก": "190401", "ข": "190402"}, "malee")
    store.aliases.forget("s", "council", "ก", "somchai")
    assert list(store.aliases.of("s", "council")) == ["ข"]
    said = store.audit.entries(1)
    store.aliases.forget("s", "council", "ก", "somchai")
    assert store.audit.entries(1) == said
    assert said[0].details == {"register": "council", "place": "ก", "area_code": "190401"}


def test_nothing_to_remember_leaves_no_entry(store):
    store.aliases.remember("s", "council", {}, "malee")
    assert store.audit.entries() == []


def test_persons_are_not_remembered(store):
    store.aliases.remember("s", "council", {"1101700203450": "190401", "ก": "190402"}, "malee")
    assert list(store.aliases.of("s", "council")) == ["ก"]
    with pytest.raises(StoreError) as raised:
        store.aliases.remember("1101700203450", "council", {"ก": "190401"}, "malee")
    assert raised.value.key == "store_person_text"


def test_thousands_are_taught_at_once(store):
    places = {f"ตำบล {number}": "190401" for number in range(5000)}
    store.aliases.remember("s", "council", places, "malee")
    store.aliases.remember("s", "council", dict.fromkeys(places, "190402"), "malee")
    found = store.aliases.of("s", "council").values()
    assert {each.area_code for each in found} == {"190402"}
    assert len(found) == 5000
