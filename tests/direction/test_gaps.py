"""The gaps of an area: the same as the snapshot's, with who is near and with whom to talk."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pytest

from areamap import settings
from areamap.direction import gaps as room
from areamap.direction.same_ground import beside
from areamap.measures.gaps import Rank
from areamap.measures.nearness import Nearness
from areamap.measures.strength import ENOUGH
from areamap.registers import definitions, sample
from areamap.store import Submission
from areamap.workspace import Workspace


@pytest.fixture(scope="module")
def workspace(filled_home: Path) -> Workspace:
    return Workspace.open(settings.load(filled_home))


@pytest.fixture(scope="module")
def near(workspace: Workspace) -> Nearness:
    return workspace.boundaries.nearness()


@pytest.fixture(scope="module")
def funds(workspace: Workspace) -> tuple[room.Around, object]:
    snapshot = room.widened(workspace.snapshot("fund"), workspace.direction.publication)
    return room.around(snapshot), snapshot


@pytest.mark.parametrize("basis", ["tambon", "authority"])
def test_the_gaps_are_those_of_the_snapshot(funds, near, workspace, basis: str) -> None:
    known, snapshot = funds
    found = room.gaps(snapshot, known, near, basis=basis, within="19")
    plain = workspace.snapshot("fund").gaps(basis=basis, within="19")
    pd.testing.assert_frame_equal(found.found[plain.columns], plain)
    assert len(found.found)
    assert found.areas == len(workspace.snapshot("fund").states(basis, "19"))
    assert set(found.places["area_code"]) == set(plain.index)


def test_mentors_are_strong_have_what_is_lacking_and_are_no_gap(funds, near) -> None:
    known, snapshot = funds
    found = room.gaps(snapshot, known, near, within="19")
    mentors = found.mentors
    assert set(mentors["area_code"]) == set(found.found.index)
    assert mentors["is_strong"].all()
    assert (mentors["signs"] >= ENOUGH).all()
    assert (
        mentors.groupby("area_code")["rank"].apply(list).map(lambda each: each == [1, 2, 3]).all()
    )
    funded = snapshot.states("tambon")["state"]
    own = known.candidates.merge(
        funded.rename("fund"), left_on="tambon_code", right_index=True
    ).groupby("record")["fund"]
    assert own.apply(lambda each: each.isin(["registered", "covered"]).any()).all()
    touching = near.borders.groupby("one")["other"].apply(set)
    near_by = mentors[mentors["shares_border"]]
    assert all(
        row["tambon_code"] in touching[row["area_code"]] for row in near_by.to_dict("records")
    )
    order = mentors.groupby("area_code")["shares_border"].apply(list)
    assert all(each == sorted(each, reverse=True) for each in order)


def test_neighbours_are_those_of_the_map(funds, near) -> None:
    known, snapshot = funds
    found = room.gaps(snapshot, known, near, within="19").found
    code = str(found.index[0])
    around = set(near.borders.loc[near.borders["one"] == code, "other"])
    having = around & set(known.has)
    assert found.loc[code, "neighbours"] == len(around)
    assert found.loc[code, "neighbours_with"] == len(having)
    years = known.years.reindex(sorted(having)).median()
    assert found.loc[code, "neighbours_years"] == pytest.approx(years)


def test_rankings_of_the_country_hold_every_gap(funds, near) -> None:
    known, snapshot = funds
    found = room.gaps(snapshot, known, near)
    assert len(found.found) > 1000
    for rank in Rank:
        values = found.ranked(rank)[str(rank)]
        assert set(values.index) == set(found.found.index)
        told = values.dropna()
        assert told.is_monotonic_decreasing
        assert values.iloc[len(told) :].isna().all()


def test_all_authorities_of_a_tambon_are_counterparts(funds, near) -> None:
    known, snapshot = funds
    found = room.gaps(snapshot, known, near, within="19")
    pieces = snapshot.ground.pieces
    for code in found.found.index:
        own = found.counterparts[found.counterparts["area_code"] == code]
        here = pieces.loc[pieces["tambon_code"] == code, "authority_code"].dropna()
        assert set(own["authority_code"]) == set(here)
    assert found.has_authorities


def test_what_was_closed_is_gained_and_nothing_else(workspace: Workspace) -> None:
    now = workspace.snapshot("council")
    before = beside(now, as_of=date(2015, 1, 1))
    found = room.closed(now, before, within="72")
    then, after = before.states("tambon", "72")["state"], now.states("tambon", "72")["state"]
    gained = then.index[then.isin(["none", "dissolved"]) & after.isin(["registered", "covered"])]
    assert sorted(found.index) == sorted(gained)
    assert len(found)
    assert found["population"].dropna().is_monotonic_decreasing
    assert room.closed(now, now, within="72").empty


def test_real_gaps_are_told_nothing_by_the_sample(sample_home: Path) -> None:
    opened = Workspace.open(settings.load(sample_home))
    rows = sample.generate("council").head(50)
    opened.store.publish(
        Submission(
            register="council",
            rows=rows,
            kinds=definitions.load("council").kinds,
            file_name="f.xlsx",
            file_sha256=sha256(b"f").hexdigest(),
            by="malee",
        )
    )
    snapshot = room.widened(opened.snapshot("council"), opened.direction.publication)
    assert not snapshot.is_sample
    assert set(snapshot.publications) == {"council"}
    known = room.around(snapshot)
    found = room.gaps(snapshot, known, opened.boundaries.nearness(), within="10")
    assert found.found["vulnerable"].isna().all()
    assert found.counterparts.empty
    assert not found.has_authorities
    assert known.strength[["has_fund", "has_plan"]].isna().all().all()


def test_a_home_without_data_has_no_gap_and_knows_nothing(empty_home: Path) -> None:
    opened = Workspace.open(settings.load(empty_home))
    snapshot = room.widened(opened.snapshot("council"), opened.direction.publication)
    found = room.gaps(snapshot, room.around(snapshot), opened.boundaries.nearness(), within="19")
    assert found.found.empty
    assert len(found.unknown) == found.areas == 111
    assert found.mentors.empty


def test_a_day_before_the_first_council_knows_of_no_strong_one(workspace, near) -> None:
    early = workspace.snapshot("council", as_of=date(2008, 1, 1) - timedelta(days=1))
    snapshot = room.widened(early, workspace.direction.publication)
    assert room.around(snapshot).candidates.empty
