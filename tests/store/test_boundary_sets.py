"""Boundary sets: added once, one in use at each level."""

import pytest

from areamap.errors import StoreError


def add(store, name, level="tambon", sha256="aa", **more):
    return store.add_boundary_set(
        name,
        level=level,
        folder=f"boundaries/{sha256}",
        sha256=sha256,
        report={"features": 7425},
        **more,
    )


def test_a_set_is_written_down_and_in_use(store):
    assert store.boundary_sets() == []
    assert store.boundary_set_in_use("tambon") is None
    added = add(store, "rtsd")
    assert added == store.boundary_set_in_use("tambon")
    assert (added.level, added.folder, added.report) == (
        "tambon",
        "boundaries/aa",
        {"features": 7425},
    )
    assert added.added_at.tzinfo is not None


def test_one_set_is_in_use_at_each_level(store):
    add(store, "rtsd")
    add(store, "provinces", level="province")
    add(store, "saraburi", sha256="bb", in_use=False)
    assert store.boundary_set_in_use("tambon").name == "rtsd"
    store.use_boundary_set("saraburi")
    assert store.boundary_set_in_use("tambon").name == "saraburi"
    assert store.boundary_set_in_use("province").name == "provinces"
    assert [each.name for each in store.boundary_sets()] == ["saraburi", "provinces", "rtsd"]
    assert sum(each.in_use for each in store.boundary_sets()) == 2


def test_the_same_content_under_the_same_name_is_the_same_set(store):
    first = add(store, "rtsd")
    assert add(store, "rtsd") == first
    assert len(store.boundary_sets()) == 1


def test_other_content_needs_another_name(store):
    add(store, "rtsd")
    with pytest.raises(StoreError) as raised:
        add(store, "rtsd", sha256="bb")
    assert "rtsd" in raised.value.text("th")
    assert store.boundary_set_in_use("tambon").sha256 == "aa"


def test_there_is_no_such_set(store):
    add(store, "rtsd")
    with pytest.raises(StoreError):
        store.use_boundary_set("other")
    assert store.boundary_set_in_use("tambon").name == "rtsd"
