"""The definitions hold together; a register is added by adding one."""

import pytest

from areamap.errors import FileError
from areamap.registers import meanings
from areamap.registers.definitions import KINDS, find, ids, load
from areamap.registers.units import units
from areamap.registers.words import key

LEVELS = {"tambon", "khet", "authority", "district", "province", "cluster"}
LEVELS |= {"zone", "region", "office", "country"}


def test_registers_in_their_order() -> None:
    first = ("council", "fund", "housing", "budget", "authority", "population")
    others = ("activity", "agreement", "plan", "vulnerable", "published", "target")
    assert ids() == first + others


@pytest.mark.parametrize(
    ("text", "register_id"),
    [
        ("council", "council"),
        ("Councils", "council"),
        ("สภาฯ", "council"),
        ("welfare-fund", "fund"),
        ("welfare_fund", "fund"),
        ("local-authority", "authority"),
        ("local authority", "authority"),
        ("งบประมาณ", "budget"),
        (" Population ", "population"),
    ],
)
def test_what_people_type(text: str, register_id: str) -> None:
    assert find(text).id == register_id


def test_unknown_register_lists_those_there_are() -> None:
    with pytest.raises(FileError, match="council, fund"):
        find("ผี")


def test_no_name_means_two_registers() -> None:
    names = [
        name.casefold()
        for register in map(load, ids())
        for name in {register.id, register.label_th, register.label_en, *register.aliases}
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("register_id", ids())
def test_no_heading_means_two_columns(register_id: str) -> None:
    known: dict[str, str] = {}
    for column in load(register_id).all_columns:
        for name in meanings.names(column):
            assert key(name), name
            assert known.setdefault(key(name), column.name) == column.name, name


@pytest.mark.parametrize("register_id", ids())
def test_definition_is_whole(register_id: str) -> None:
    register = load(register_id)
    own = {column.name for column in register.columns}
    assert register.id == register_id
    assert register.label_th != register.label_en
    assert set(register.levels) <= LEVELS
    assert register.money is None or register.column(register.money).type == "amount"
    assert register.placed_by is None or register.placed_by in own
    assert register.place_from is None or register.place_from.column in own
    assert bool(register.place) != bool(register.placed_by)
    assert set(register.unique) <= own | {"area_code", "authority_code"}
    assert register.yearly is None or register.column(register.yearly).type == "year"
    assert all(column.place for column in register.place)
    # `status` is the state of the row itself.
    assert not own & {"sheet", "row", "status", "area_code", "suggested_codes", "reason_key"}
    assert set(register.kinds) == {column.name for column in register.all_columns}


@pytest.mark.parametrize("register_id", ids())
def test_columns_are_whole(register_id: str) -> None:
    for column in load(register_id).all_columns:
        assert column.type in KINDS
        assert column.label("th")
        assert column.label("en").isascii()
        assert (column.type in {"status", "choice"}) == bool(column.choices)
        assert (column.type == "amount") == column.name.endswith("_baht")
        assert column.type not in {"amount", "integer"} or column.unit is not None
        groups = [*column.choices.values(), column.no_record, column.unknown]
        keys = [word for group in groups for word in set(map(key, group))]
        assert len(keys) == len(set(keys)), column.name
        assert all(keys)


def test_units_have_words_of_their_own() -> None:
    assert {"baht", "people", "organisations", "households", "dwellings"} <= set(units())
    assert units()["baht"].factors["ล้านบาท"] == 1_000_000
