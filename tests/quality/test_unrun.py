"""Which checks can't run, and for want of which registers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areamap.i18n import LANGS, Lang
from areamap.measures.findings import Check
from areamap.quality import words
from areamap.quality.unrun import Unrun, unrun
from areamap.registers import definitions
from areamap.workspace import Workspace

ON_ANYTHING = {Check.WAITING, Check.RETIRED_CODE}


def test_where_every_check_finds_something_each_could_run(trouble: Workspace) -> None:
    assert trouble.quality.unrun() == []


def test_nothing_in_force_leaves_all_but_those_that_run_on_anything() -> None:
    assert {each.check for each in unrun(())} == set(Check) - ON_ANYTHING


@pytest.mark.parametrize(
    ("in_force", "check", "registers", "is_one_enough"),
    [
        (["council"], Check.MEMBERS_OVER_PEOPLE, ("fund", "population"), False),
        (["fund"], Check.MEMBERS_OVER_PEOPLE, ("population",), False),
        (["council"], Check.ONLY_IN_ONE, ("fund", "housing", "budget"), True),
        (["fund", "budget"], Check.ONLY_IN_ONE, ("council",), False),
        (["fund"], Check.TWO_COUNCILS, ("council",), False),
        (["council"], Check.UNKNOWN_AUTHORITY, ("authority",), False),
        (["council"], Check.PUBLISHED, ("published",), False),
    ],
)
def test_what_a_check_wants(
    in_force: list[str], check: Check, registers: tuple[str, ...], is_one_enough: bool
) -> None:
    assert Unrun(check, registers, is_one_enough) in unrun(in_force)


@given(st.sets(st.sampled_from(definitions.ids())))
def test_what_is_wanted_is_enough(in_force: set[str]) -> None:
    left = unrun(in_force)
    assert not {name for each in left for name in each.registers} & in_force
    given_all = in_force | {name for each in left for name in each.registers}
    assert [each for each in unrun(given_all) if not each.is_one_enough] == []
    assert unrun(definitions.ids()) == []


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_told_by_registers(lang: Lang) -> None:
    said = words.unrun(unrun(["fund", "budget"]), lang)
    assert said.count(words.register("council", lang)) == 1
    assert words.register("population", lang) in said
    assert "{" not in said
