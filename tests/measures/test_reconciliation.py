"""What was said against what is counted: verdicts and causes, worked out by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import Index

from areamap.measures.basis import Basis
from areamap.measures.counted import Counted
from areamap.measures.reconciliation import (
    ABOUT_PCT,
    Around,
    CauseKind,
    Figure,
    Qualifier,
    Verdict,
    causes,
    fits,
    verdict,
)

KORAT = {Basis.TAMBON: 289, Basis.AUTHORITY: 333}


def kinds(*found: object) -> list[str]:
    return [str(cause.kind) for cause in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("qualifier", "said", "counted", "expected"),
    [
        (Qualifier.EXACT, 9_432_302, 9_432_302.00, True),
        (Qualifier.EXACT, 9_432_302, 9_432_302.01, False),
        # Nakhon Ratchasima: more than 150,000 members, about 400 million baht, at 5 %.
        (Qualifier.MORE_THAN, 150_000, 152_386, True),
        (Qualifier.MORE_THAN, 150_000, 150_000, False),
        (Qualifier.MORE_THAN, 150_000, 149_999, False),
        (Qualifier.ABOUT, 400_000_000, 380_000_000, True),
        (Qualifier.ABOUT, 400_000_000, 420_000_000, True),
        (Qualifier.ABOUT, 400_000_000, 379_000_000, False),
        (Qualifier.ABOUT, 400_000_000, 421_000_000, False),
    ],
)
def test_a_figure_fits_as_it_was_said(
    qualifier: Qualifier, said: float, counted: float, expected: bool
) -> None:
    assert fits(Figure("any", said, qualifier), counted) is expected


@settings(deadline=None)
@given(said=st.integers(0, 10**12), counted=st.integers(0, 10**12))
def test_exact_is_the_narrowest_and_what_is_larger_is_more(said: int, counted: int) -> None:
    exact, about, more = (
        fits(Figure("any", said, qualifier), counted)
        for qualifier in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN)
    )
    assert exact == (said == counted)
    assert more == (counted > said)
    assert about or not exact
    assert about == (abs(counted - said) <= said * ABOUT_PCT / 100 + 0.005)


def test_nothing_registered_is_not_none_registered() -> None:
    figure = Figure("councils", 332)
    assert verdict(figure, None) is Verdict.NOT_KNOWN
    assert verdict(figure, 0) is Verdict.DIFFERS
    assert verdict(Figure("strong_communities", None), 12) is Verdict.NOT_COUNTED


def test_332_of_333_is_by_authority_and_not_of_289_tambons() -> None:
    around = Around(by_basis={Basis.TAMBON: 288, Basis.AUTHORITY: 332}, areas=KORAT)
    unsaid = Figure("councils", 332, out_of=333)
    (found,) = causes(unsaid, Counted(332), around)
    assert found.kind is CauseKind.OTHER_BASIS
    assert found.told["basis"] == "authority"
    assert found.told["tambon_pct"] == pytest.approx(332 / 289 * 100)
    assert found.told["tambon_pct"] > 100 > found.told["authority_pct"]
    by_authority = Figure("councils", 332, out_of=333, basis=Basis.AUTHORITY)
    assert causes(by_authority, Counted(332), around) == ()
    by_tambon = Figure("councils", 332, out_of=333, basis=Basis.TAMBON)
    assert kinds(*causes(by_tambon, Counted(332), around)) == ["other_basis"]


def test_333_tambons_are_local_authorities() -> None:
    (found,) = causes(Figure("tambons", 333), Counted(289), Around(areas=KORAT))
    assert (found.kind, found.told["basis"]) == (CauseKind.OTHER_BASIS, "authority")
    assert found.told["areas"] == 333


def test_a_count_that_only_another_basis_allows_says_so() -> None:
    around = Around(by_basis={Basis.TAMBON: 280, Basis.AUTHORITY: 300}, areas=KORAT)
    found = causes(Figure("councils", 310), Counted(280), around)
    assert kinds(*found) == ["other_basis"]
    assert "counted" not in found[0].told


def test_a_count_that_another_basis_gives_says_so() -> None:
    around = Around(by_basis={Basis.TAMBON: 108, Basis.AUTHORITY: 105}, areas={"tambon": 111})
    (found,) = causes(Figure("councils", 105), Counted(108), around)
    assert (found.told["basis"], found.told["counted"]) == ("authority", 105)


def test_parts_of_31_aug_2556_do_not_add_up_in_their_own_source() -> None:
    members = Figure("fund_members", 3_960_074, parts=3_933_383)
    money = Figure("fund_circulating", 4_259_640_000, parts=4_302_840_000)
    for figure, difference in ((members, -26_691), (money, 43_200_000)):
        (found,) = causes(figure, Counted(figure.value), Around())
        assert found.kind is CauseKind.SOURCE_PARTS
        assert found.told["difference"] == difference
    whole = Figure("fund_members", 3_960_074, parts=3_960_074)
    assert causes(whole, Counted(3_960_074), Around()) == ()


def test_rows_that_wait_are_told_with_their_baht() -> None:
    counted = Counted(90.0, waiting=Index([4, 7]), wider=Index([1]), blank=Index([3]))
    found = causes(Figure("budget_codi", 100), counted, Around(baht=12.5))
    assert kinds(*found) == ["open_rows", "wider", "blank"]
    assert found[0].rows == (4, 7)
    assert found[0].told == {"rows": 2, "baht": 12.5}


@pytest.mark.parametrize(
    ("now", "later", "unsure", "expected"),
    [
        (105.0, [], [], True),  # today is nearer
        (80.0, [], [], False),  # today is farther, and no row says why
        (80.0, [5], [], True),
        (90.0, [5], [], False),  # the row came later, but changes nothing
        (90.0, [], [6], True),
        (None, [], [], False),
    ],
)
def test_another_date_is_told_where_it_would_matter(
    now: float | None, later: list[int], unsure: list[int], expected: bool
) -> None:
    counted = Counted(90.0, later=Index(later), unsure=Index(unsure))
    found = causes(Figure("funds", 100), counted, Around(now=now))
    assert ("other_date" in kinds(*found)) is expected


@pytest.mark.parametrize(
    ("said", "counted", "expected"),
    [
        (4_259_640_000, 4_259_643_210, True),  # to ten thousand: off by 3,210
        (4_259_640_000, 4_259_646_000, False),  # off by 6,000, more than half of it
        (9_432_302, 9_432_303, False),  # no zeros at the end
        (5_660, 5_663, False),  # no count is rounded
    ],
)
def test_rounding_is_a_cause_of_large_round_figures_only(
    said: float, counted: float, expected: bool
) -> None:
    found = causes(Figure("any", said), Counted(counted), Around())
    assert ("rounded" in kinds(*found)) is expected
