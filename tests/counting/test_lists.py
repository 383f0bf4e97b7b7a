"""The kinds of lists are told as data that fits the registers."""

import pytest

from areamap.counting import lists
from areamap.counting.lists import PeopleList
from areamap.errors import FileError


@pytest.mark.parametrize("people", lists.every(), ids=lambda people: people.id)
def test_every_list_fits_its_register(people: PeopleList) -> None:
    kinds = people.register.kinds
    wanted = {"sum": "amount", "rows": "integer", "households": "integer"}
    assert people.figures
    for figure in people.figures:
        assert kinds[figure.column] == wanted[figure.of]
        assert bool(figure.aliases) == (figure.of == "sum")
        assert set(figure.states) <= set(people.state.words if people.state else ())
    if any(figure.of == "households" for figure in people.figures):
        assert people.household
    assert len({figure.column for figure in people.figures}) == len(people.figures)
    assert people.label("th") != people.label("en")


@pytest.mark.parametrize("people", lists.every(), ids=lambda people: people.id)
def test_no_word_means_two_states(people: PeopleList) -> None:
    assert people.state is not None
    for state, words in people.state.words.items():
        for word in (state, *words):
            assert people.state.of(word) == state, word


@pytest.mark.parametrize("text", ["fund", "Fund-Members", "กองทุนสวัสดิการชุมชน", "รายชื่อสมาชิก"])
def test_a_list_has_the_names_of_its_register_too(text: str) -> None:
    assert lists.find(text).id == "fund-members"


def test_an_unknown_list_is_refused_with_those_there_are() -> None:
    with pytest.raises(FileError, match="vulnerable"):
        lists.find("พระจันทร์")


def test_a_word_counts_for_the_state_that_it_means() -> None:
    people = lists.find("fund")
    assert people.state is not None
    assert people.state.of("ลาออก แล้ว") == "left"
    assert people.state.of("อะไรสักอย่าง") is None
    assert people.state.of("***") is None
    assert people.state.of("") is None
    assert [figure.column for figure in people.counting("member")][:1] == ["members"]
    assert people.counting("left") == ()
    vulnerable = lists.find("vulnerable")
    assert vulnerable.state is not None
    assert vulnerable.state.of("-") == "found"
