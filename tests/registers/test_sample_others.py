"""The sample of activities, agreements, plans, vulnerable households, figures and targets."""

import pandas as pd
import pytest

from areamap.measures.work_lines import work_lines
from areamap.places import gazetteer
from areamap.places.levels import Level
from areamap.registers import definitions, sample

KORAT, SARABURI, SUPHAN = "30", "19", "72"
OFFICE = ["14", "15", "16", "17", "18", "19", "70", "71", "72", "74", "75", "76", "77"]


@pytest.fixture(scope="module")
def activity():
    return sample.generate("activity")


@pytest.fixture(scope="module")
def agreement():
    return sample.generate("agreement")


@pytest.fixture(scope="module")
def plan():
    return sample.generate("plan")


@pytest.fixture(scope="module")
def vulnerable():
    return sample.generate("vulnerable")


@pytest.fixture(scope="module")
def published():
    return sample.generate("published")


@pytest.fixture(scope="module")
def target():
    return sample.generate("target")


@pytest.mark.parametrize(
    "register_id", ["activity", "agreement", "plan", "vulnerable", "published", "target"]
)
def test_every_choice_is_one_of_the_definition(register_id):
    rows = sample.generate(register_id)
    for column in definitions.load(register_id).columns:
        if column.choices:
            assert set(rows[column.name].dropna()) <= set(column.choices), column.name


# ------------------------------------------------------------------------------------- activities


def test_activities_tell_who_does_what_where_and_when(activity):
    assert 2_500 < len(activity) < 5_000
    assert activity[["agency", "work_line", "activity_name"]].notna().all(axis=None)
    assert set(activity["fiscal_year"]) == set(range(2566, 2571))
    assert work_lines(activity["work_line"]).map(len).eq(1).all()
    assert activity["work_line"].nunique() == 7
    assert {"พอช.", "อปท.", "พมจ."} <= set(activity["agency"])
    assert (activity["area_code"].str.len() == 6).all()
    assert activity["area_code"].str[:2].nunique() == 77


def test_activities_of_a_year_to_come_are_not_done(activity):
    begun = activity[activity["fiscal_year"] == 2570]
    assert set(begun["record_status"]) == {"planned", "ongoing"}
    over = activity[activity["fiscal_year"] < 2569]
    assert "planned" not in set(over["record_status"])
    assert 0 < over["record_status"].isna().mean() < 0.15


# ------------------------------------------------------------------------------------- agreements


def test_agreement_of_nakhon_ratchasima_as_it_was_told(agreement):
    (row,) = agreement[agreement["area_code"] == KORAT].to_dict("records")
    figures = sample.published_figures()["value"]
    assert row["term_years"] == figures["korat-mou-years-2567"] == 3
    assert row["scope_count"] == figures["korat-mou-scopes-2567"] == 4
    assert row["signed_date"] == pd.Timestamp(2024, 5, 23)
    assert row["ends_date"] == pd.Timestamp(2027, 5, 22)
    assert "มหาวิทยาลัยราชภัฏ" in row["parties"]
    assert pd.isna(row["scopes"])  # how many were told, not which


def test_agreement_of_suphan_buri_has_the_day_of_its_forum(agreement):
    (row,) = agreement[agreement["area_code"] == SUPHAN].to_dict("records")
    assert row["signed_date"] == pd.Timestamp(2023, 2, 23)
    assert pd.isna(row["term_years"])
    assert pd.isna(row["ends_date"])


def test_agreements_look_like_life(agreement):
    assert 40 < len(agreement) < 150
    assert agreement["parties"].notna().all()
    assert set(agreement["area_code"].str.len()) == {2, 6}
    known = agreement.dropna(subset=["term_years"])
    lasts = known["ends_date"].dt.year - known["signed_date"].dt.year
    assert lasts.tolist() == known["term_years"].tolist()
    assert (agreement["ends_date"].isna() == agreement["term_years"].isna()).all()
    listed = agreement.dropna(subset=["scopes"])
    assert listed["scopes"].str.split(" / ").str.len().tolist() == listed["scope_count"].tolist()


# ------------------------------------------------------------------------------------------ plans


def test_plan_of_saraburi_as_it_was_told(plan):
    (row,) = plan[plan["area_code"] == SARABURI].to_dict("records")
    assert (row["first_year"], row["last_year"]) == (2565, 2569)
    assert row["record_status"] == "submitted"
    assert row["submitted_date"] == pd.Timestamp(2022, 9, 5)
    assert row["plan_level"] == "province"


def test_plans_stand_at_their_level(plan):
    levels = plan["area_code"].map(
        lambda code: str(gazetteer.level_of(code)) if code.isdecimal() else "cluster"
    )
    assert (levels == plan["plan_level"]).all()
    assert plan["plan_level"].value_counts()["province"] == 77
    assert plan["plan_level"].value_counts()["cluster"] == 3
    assert not plan.duplicated("area_code").any()


def test_plans_are_sent_before_they_are_adopted(plan):
    sent = plan["record_status"].isin(["submitted", "adopted"])
    assert (plan["submitted_date"].notna() == sent).all()
    assert (plan["submitted_to"].notna() == sent).all()
    assert (plan["last_year"] - plan["first_year"] == 4).all()
    assert (plan["submitted_date"].dropna() <= pd.Timestamp(2026, 9, 30)).all()
    assert set(plan["record_status"].dropna()) == {"drafted", "submitted", "adopted"}
    assert plan["record_status"].isna().any()


# ------------------------------------------------------------------------------------- vulnerable


def test_counts_of_vulnerable_households_narrow_step_by_step(vulnerable):
    counts = vulnerable[
        [
            f"households_{step}"
            for step in ("surveyed", "found", "referred", "helped", "followed_up")
        ]
    ].astype("Float64")
    for more, fewer in zip(counts.columns, counts.columns[1:], strict=False):
        known = counts[[more, fewer]].dropna()
        assert (known[fewer] <= known[more]).all(), fewer
    assert counts["households_found"].notna().all()
    assert counts["households_referred"].isna().any()
    assert counts["households_followed_up"].isna().any()


def test_every_tambon_of_the_office_has_its_count(vulnerable):
    tambons = gazetteer.areas(Level.TAMBON)
    there = tambons.index[tambons["province_code"].isin([*OFFICE, KORAT])]
    assert set(there) <= set(vulnerable["area_code"])
    assert not vulnerable.duplicated(["area_code", "fiscal_year", "source"]).any()
    assert set(vulnerable["source"]) == {"TPMAP", "จปฐ.", "พม."}


def test_no_more_are_surveyed_than_there_are_households(vulnerable):
    households = sample.generate("population").set_index("area_code")["households"]
    there = vulnerable["area_code"].map(households)
    assert (vulnerable["households_surveyed"] <= there).all()


# ------------------------------------------------------------------------------ figures, targets


def test_published_figures_are_those_that_were_said(published):
    figures = sample.published_figures()
    assert len(published) == len(figures)
    assert published["value"].dropna().tolist() == figures["value"].dropna().tolist()
    assert published["qualifier"].tolist() == figures["qualifier"].tolist()
    assert published["source"].notna().all()
    assert published["value"].isna().sum() == 1


def test_regions_of_2557_are_parts_of_the_country(published):
    councils = published[(published["area_code"] == "TH") & (published["indicator"] == "councils")]
    parts = councils[councils["part"].notna()]
    (whole,) = councils[councils["part"].isna()].to_dict("records")
    assert len(parts) == 11
    assert parts["value"].sum() == whole["value"] == 4_331
    assert parts["out_of"].sum() == whole["out_of"] == 7_455


@pytest.mark.parametrize(
    ("indicator", "said", "parts"),
    [
        ("fund_members", 3_960_074, 3_933_383),
        ("fund_circulating", 4_259_640_000, 4_302_840_000),
    ],
)
def test_funds_of_2556_do_not_add_up_in_their_own_source(published, indicator, said, parts):
    rows = published[(published["area_code"] == "TH") & (published["indicator"] == indicator)]
    assert set(rows["said_date"]) == {pd.Timestamp(2013, 8, 31)}
    assert rows.loc[rows["part"].isna(), "value"].tolist() == [said]
    assert rows.loc[rows["part"].notna(), "value"].tolist() == [parts]


def test_the_goal_of_2579_has_no_number(target):
    (row,) = target[target["area_code"] == "TH"].to_dict("records")
    assert (row["indicator"], row["target_year"]) == ("strong_communities", 2579)
    assert pd.isna(row["value"])


def test_targets_of_the_provinces(target):
    councils = target[target["indicator"] == "councils"].set_index("area_code")
    tambons = gazetteer.areas(Level.TAMBON)["province_code"].value_counts()
    assert councils["value"].tolist() == tambons[OFFICE].tolist()
    assert set(councils["basis"]) == {"tambon"}
    money = target[target["indicator"] == "budget_partners"]
    assert len(money) == len(OFFICE)
    assert 0 < money["value"].isna().sum() < len(OFFICE)
    assert not target.duplicated(["area_code", "indicator", "target_year"]).any()
