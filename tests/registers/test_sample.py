"""The sample registers look like life, agree with what was said in public, and never differ."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from time import process_time

import numpy as np
import pandas as pd
import pytest

from areamap.measures.yearly import newest
from areamap.places import authorities as places_authorities
from areamap.places import gazetteer, groupings
from areamap.places.levels import Level
from areamap.registers import definitions, sample
from areamap.registers._sample_draws import Draws, apportioned, ranked
from areamap.registers._sample_recipe import recipe

JOINED = [
    "sheet",
    "row",
    "status",
    "area_code",
    "authority_code",
    "suggested_codes",
    "reason_key",
    "reason_values",
]
KORAT, SARABURI, SUPHAN, CHAROENTHAM = "30", "19", "72", "190406"

# Of every register's rows; they change with the recipe or the gazetteer, and with nothing else.
HASHES = {
    "authority": "b3eac18cc71e3c6b",
    "population": "e3a0e6020c23e172",
    "council": "9fa930cfde72942c",
    "fund": "2383941dc8dfc3c5",
    "housing": "77e903cab0d9fe59",
    "budget": "37e60df323d42510",
    "activity": "0e6b841d6338f022",
    "agreement": "37db09295bfe2c39",
    "plan": "b81fbba220c5e30c",
    "vulnerable": "8494195ce4e17708",
    "published": "696343a31fd8fe70",
    "target": "216fd17ad478f1b7",
}


@pytest.fixture(scope="module")
def registers():
    return sample.generate_all()


@pytest.fixture(scope="module")
def authority(registers):
    return registers["authority"]


@pytest.fixture(scope="module")
def council(registers):
    return registers["council"]


@pytest.fixture(scope="module")
def fund_years(registers):
    return registers["fund"]


@pytest.fixture(scope="module")
def fund(fund_years):
    return fund_years[newest(fund_years)]


@pytest.fixture(scope="module")
def housing(registers):
    return registers["housing"]


@pytest.fixture(scope="module")
def budget(registers):
    return registers["budget"]


@pytest.fixture(scope="module")
def population(registers):
    return registers["population"].set_index("area_code")


@pytest.fixture(scope="module")
def said():
    return sample.published_figures()["value"]


def of(rows, province):
    return rows[rows["area_code"].str.startswith(province)]


def satang(rows, column="amount_baht"):
    return int((rows[column].dropna() * 100).round().astype("int64").sum())


def digest(rows):
    return sha256(rows.to_csv(index=False, lineterminator="\n").encode()).hexdigest()[:16]


# ------------------------------------------------------------------------------ form and sameness


@pytest.mark.parametrize("register_id", sample.IDS)
def test_rows_have_the_form_of_a_draft(registers, register_id):
    rows = registers[register_id]
    own = [column.name for column in definitions.load(register_id).columns]
    assert list(rows.columns) == [*JOINED, *(name for name in own if name not in JOINED)]
    assert rows.index.equals(pd.RangeIndex(len(rows)))
    assert rows["row"].tolist() == list(range(1, len(rows) + 1))
    assert set(rows["sheet"]) == {"sample"}
    assert set(rows["status"]) == {"matched"}
    assert rows["reason_key"].isna().all()
    assert (rows["suggested_codes"].map(len) == 0).all()
    assert (rows["reason_values"].map(len) == 0).all()


@pytest.mark.parametrize("register_id", sample.IDS)
def test_columns_have_the_types_of_their_definition(registers, register_id):
    expected = {"text": "str", "codes": "str", "integer": "Int64", "amount": "float64",
                "date": "datetime64[us]"}  # fmt: skip
    rows = registers[register_id]
    register = definitions.load(register_id)
    for column in register.columns:
        assert rows[column.name].dtype == expected[column.kind], column.name
        if column.required:
            assert rows[column.name].notna().all(), column.name
    for name in ("sheet", "status", "area_code", "authority_code", "reason_key"):
        assert rows[name].dtype == "str", name


def test_there_is_a_sample_of_every_register():
    assert set(sample.IDS) == set(definitions.ids())


@pytest.mark.parametrize("register_id", sample.IDS)
def test_every_row_is_at_a_place_that_the_register_takes(registers, authority, register_id):
    rows = registers[register_id]
    levels = set(definitions.load(register_id).levels)
    clusters = set(groupings.builtin().members(Level.CLUSTER, recipe()["last_date"])["group_code"])
    known = {"tambon": gazetteer.areas(Level.TAMBON).index,
             "khet": [c for c in gazetteer.areas(Level.DISTRICT).index if c.startswith("10")],
             "province": gazetteer.areas(Level.PROVINCE).index,
             "cluster": clusters,
             "country": ["TH"]}  # fmt: skip
    allowed = {code for level, codes in known.items() if level in levels for code in codes}
    assert set(rows["area_code"]) <= allowed
    assert set(rows["authority_code"].dropna()) <= set(authority["authority_code"])


@pytest.mark.parametrize("register_id", sample.IDS)
def test_the_same_rows_on_every_machine(registers, register_id):
    assert digest(registers[register_id]) == HASHES[register_id]


def test_the_same_rows_on_a_simpler_processor():
    code = (
        "from areamap.registers import sample; from hashlib import sha256\n"
        "rows = sample.generate('council').to_csv(index=False, lineterminator='\\n')\n"
        "print(sha256(rows.encode()).hexdigest()[:16])"
    )
    used = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    environment = os.environ | {"PYTHONHASHSEED": "7", "NPY_DISABLE_CPU_FEATURES": " ".join(used)}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == HASHES["council"]


def test_a_second_call_shares_nothing_with_the_first(council):
    again = sample.generate("council")
    pd.testing.assert_frame_equal(again, council)
    again.loc[0, "area_code"] = "changed"
    assert sample.generate("council").loc[0, "area_code"] == council.loc[0, "area_code"]


def test_all_registers_are_there_in_three_seconds():
    start = process_time()
    sample.generate_all()
    assert process_time() - start < 3


@pytest.mark.parametrize("register_id", sample.IDS)
def test_no_row_holds_a_person(registers, register_id):
    person = r"(?:^|\s)(?:นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.)\s?\S+\s\S+|\d{9,}"
    for name, texts in registers[register_id].select_dtypes("str").items():
        assert not texts.str.contains(person, regex=True, na=False).any(), name


def test_no_one_asks_for_a_register_without_a_sample():
    with pytest.raises(KeyError):
        sample.generate("nothing")


# ------------------------------------------------------------------------------ published figures


def test_published_figures_are_whole():
    figures = sample.published_figures()
    assert figures.index.is_unique
    assert set(figures["qualifier"]) == {"exact", "more_than", "about"}
    assert figures["source"].notna().all()
    assert figures["value"].isna().sum() == 1  # the target of 2579 has a year and no number
    known = figures["area_code"].dropna()
    assert all(gazetteer.level_of(code) is not None for code in known)
    regions = figures[figures.index.str.startswith("councils-2557") & figures["area_code"].isna()]
    assert len(regions) == 11
    assert (regions["value"].sum(), regions["out_of"].sum()) == (4331, 7455)


def test_figures_that_differ_from_their_own_parts_stay_as_they_were_said(said):
    assert said["fund-members-2556-thailand"] == 3_960_074
    assert said["fund-members-2556-parts"] == 3_933_383
    assert said["fund-money-2556-thailand"] == 4_259_640_000
    assert said["fund-money-2556-parts"] == 4_302_840_000


# ------------------------------------------------------------------------------------ authorities


@pytest.mark.parametrize(("province", "number"), [("19", 108), ("30", 333), ("72", 126)])
def test_authorities_of_the_true_number(authority, province, number):
    assert (authority["province_code"] == province).sum() == number


def test_authorities_of_nakhon_ratchasima_by_type(authority, said):
    types = authority.loc[authority["province_code"] == KORAT, "authority_type"]
    assert (types == "TAO").sum() == 243
    assert (types != "TAO").sum() == 90
    assert len(types) == said["korat-authorities-2567"]


def test_authorities_of_the_country_are_as_many_and_as_shared_as_in_life(authority):
    codes = authority["tambon_codes"].str.split(" ")
    assert len(authority) == 7_770
    assert 480 <= (codes.str.len() > 1).sum() <= 580
    sharers = codes.explode().str.rstrip("*").value_counts()
    assert 1_200 <= (sharers > 1).sum() <= 1_400
    assert not (authority["province_code"] == "10").any()
    outside = [c for c in gazetteer.areas(Level.TAMBON).index if not c.startswith("10")]
    assert sorted(sharers.index) == outside


def test_an_authority_covers_partly_exactly_where_it_shares(authority):
    each = authority["tambon_codes"].str.split(" ").explode()
    shared = each.str.rstrip("*").duplicated(keep=False)
    assert (each.str.endswith("*") == shared).all()
    assert (
        not each.groupby(level=0).agg(lambda codes: codes.str.rstrip("*").duplicated().any()).any()
    )
    for code, codes in zip(authority["province_code"], authority["tambon_codes"], strict=True):
        assert {one[:2] for one in codes.split(" ")} == {code}


def test_codes_of_authorities(authority):
    codes = authority["authority_code"]
    assert codes.is_unique
    own = codes[codes.str.len() == 6]
    assert own.isin(gazetteer.areas(Level.TAMBON).index).all()
    names = own.map(gazetteer.areas(Level.TAMBON)["name_th"])
    assert (authority.loc[own.index, "name_th"] == names).all()
    towns = codes[codes.str.len() == 4]
    assert len(own) + len(towns) == len(codes)
    assert not towns.isin(gazetteer.areas(Level.DISTRICT).index).any()
    assert f"{SARABURI}99" in set(towns)


def test_no_two_municipalities_of_a_kind_bear_a_name_in_one_district(authority):
    districts = authority.assign(district=authority["area_code"].str[:4])
    assert not districts.duplicated(["district", "authority_type", "name_th"]).any()


def test_the_seat_is_what_the_places_say(authority):
    register = authority.drop(columns=["area_code"])
    seats = places_authorities.seat(register)
    expected = authority.set_index("authority_code")["area_code"]
    assert seats.reindex(expected.index).tolist() == expected.tolist()


# --------------------------------------------------------------------------------------- councils


def test_saraburi_has_a_council_in_each_of_its_tambons(council, said):
    rows = of(council, SARABURI)
    assert rows["area_code"].nunique() == len(rows) == said["saraburi-councils-2566"] == 111
    assert (rows["registered_date"] <= pd.Timestamp(2023, 3, 15)).all()
    assert set(rows["record_status"]) == {"active"}
    assert rows["authority_code"].isna().all()


def test_nakhon_ratchasima_has_councils_at_all_authorities_but_one(council, authority, said):
    rows = of(council, KORAT)
    assert len(rows) == rows["authority_code"].nunique() == said["korat-councils-2567"] == 332
    there = authority.loc[authority["province_code"] == KORAT, "authority_code"]
    assert len(set(there) - set(rows["authority_code"])) == 1
    assert (rows["registered_date"] <= pd.Timestamp(2024, 5, 23)).all()
    assert set(rows["record_status"]) == {"active"}


def test_the_council_of_charoentham_is_of_2559(council, said):
    row = council[council["area_code"] == CHAROENTHAM]
    assert row["registered_date"].dt.year.tolist() == [said["charoentham-council-founded"] - 543]


def test_councils_of_september_2557_are_as_many_as_was_said(council, said):
    then = council[council["registered_date"] <= pd.Timestamp(2014, 9, 1)]
    assert len(then) == said["councils-2557-thailand"] == 4_331
    assert len(then) / len(gazetteer.areas(Level.TAMBON)) == pytest.approx(0.581, abs=0.003)
    # None of them was dissolved before that day, so the day's active ones are as many.
    assert not (then["dissolved_date"] <= pd.Timestamp(2014, 9, 1)).any()


def test_councils_of_september_2557_by_province_follow_the_rates_that_were_said(council):
    then = council[council["registered_date"] <= pd.Timestamp(2014, 9, 1)]
    figures = sample.published_figures()
    tambons = gazetteer.areas(Level.TAMBON)["province_code"].value_counts()
    for rate in recipe()["council"]["state"]["rate"]:
        provinces = [p for p in rate["provinces"] if p not in {"10", KORAT}]
        number = then["area_code"].str[:2].isin(provinces).sum()
        expected = figures.loc[rate["figure"], "value"] / figures.loc[rate["figure"], "out_of"]
        assert number / tambons[provinces].sum() == pytest.approx(expected, abs=0.03)


def test_councils_of_bangkok_are_of_khets(council):
    rows = of(council, "10")
    assert (rows["area_code"].str.len() == 4).all()
    assert rows["area_code"].nunique() == 43


@pytest.mark.parametrize(("province", "gaps"), [("72", 3), ("71", 12), ("14", 14), ("17", 0)])
def test_gaps_of_the_central_and_western_provinces(council, province, gaps):
    tambons = gazetteer.areas(Level.TAMBON)
    there = tambons.index[tambons["province_code"] == province]
    assert len(set(there) - set(of(council, province)["area_code"])) == gaps


def test_dates_and_states_of_councils_fit_together(council):
    assert (council["registered_date"] >= pd.Timestamp(2008, 2, 9)).all()
    assert (council["registered_date"] <= pd.Timestamp(recipe()["last_date"])).all()
    assert (council["registered_date"].dt.day_of_week < 5).all()
    dissolved = council["record_status"] == "dissolved"
    assert (council["dissolved_date"].notna() == dissolved).all()
    over = council[dissolved]
    assert 40 <= len(over) <= 200
    assert (over["dissolved_date"] > over["registered_date"]).all()
    active = council[~dissolved]
    assert not active.duplicated(["area_code", "authority_code"]).any()
    again = active.merge(over, on="area_code", suffixes=("", "_before"))
    own = again[again["authority_code"].isna() & again["authority_code_before"].isna()]
    assert len(own) >= 10
    assert (own["registered_date"] > own["dissolved_date_before"]).all()


def test_councils_grew_year_by_year(council):
    years = council["registered_date"].dt.year.value_counts().sort_index()
    assert years.index.tolist() == list(range(2008, 2027))
    assert years.loc[2009:2012].min() > years.loc[2022:].max()


def test_sizes_of_councils(council):
    assert council["member_groups"].dropna().between(10, 80).all()
    assert council["council_members"].dropna().between(20, 60).all()
    assert 0 < council["member_groups"].isna().mean() < 0.1
    assert 24 <= council["member_groups"].median() <= 30


def test_gaps_stand_together_in_districts(council):
    tambons = gazetteer.areas(Level.TAMBON)
    open_ones = tambons[
        ~tambons.index.isin(council["area_code"]) & (tambons["province_code"] != "10")
    ]
    open_ones = open_ones[~open_ones["province_code"].isin([KORAT, SARABURI])]
    per_district = open_ones["district_code"].value_counts()
    assert (per_district >= 3).sum() > 40


# ------------------------------------------------------------------------------------------ funds


def test_funds_of_nakhon_ratchasima(fund, said):
    rows = of(fund, KORAT)
    assert len(rows) == rows["authority_code"].nunique() == said["korat-funds-2567"] == 161
    assert set(rows["record_status"]) == {"active"}
    assert said["korat-fund-members-2567"] < rows["members"].sum() < 160_000
    money = satang(rows, "circulating_baht") / 100
    assert money == pytest.approx(said["korat-fund-money-2567"], rel=0.01)
    assert set(rows["fiscal_year"]) == {2567}


def test_funds_of_the_country(fund, said):
    assert len(fund) == 6_000
    assert (fund["founded_year"] <= 2556).sum() == said["funds-2556-thailand"] == 5_660
    assert (fund["founded_year"].min(), fund["founded_year"].max()) == (2548, 2566)
    assert (fund["founded_year"] <= fund["fiscal_year"]).all()
    assert not fund.duplicated(["area_code", "authority_code"]).any()


def test_no_fund_has_more_members_than_its_place_has_people(fund, authority, population):
    people = population["population"]
    khets = people.groupby(people.index.str[:4]).sum()
    covered = authority.set_index("authority_code")["tambon_codes"].str.replace("*", "").str.split()
    of_authority = covered.explode().map(people).groupby(level=0).sum()
    at_tambon = fund["area_code"].map(pd.concat([people, khets]))
    most = fund["authority_code"].map(of_authority).fillna(at_tambon)
    assert (fund["members"] <= most).all()
    assert (fund["members"] > 0).all()


def test_money_of_funds(fund):
    parts = fund[["from_members_baht", "from_state_baht", "from_authority_baht"]]
    assert (parts.min() > 0).all()
    assert (parts.sum(axis=1) <= fund["circulating_baht"]).all()
    assert 0.05 < fund["from_authority_baht"].isna().mean() < 0.2
    logs = np.log(fund["members"].astype("float64"))
    assert abs(logs.skew()) < 0.3  # log-normal, but for what people and least size cut off
    assert fund["members"].mean() > 1.15 * fund["members"].median()


def test_funds_of_the_office_have_rows_of_earlier_years(fund_years, fund):
    earlier = fund_years.drop(fund.index)
    shown = {*recipe()["fund_years"]["provinces"]}
    assert set(earlier["area_code"].str[:2]) == shown
    assert len(fund_years) == len(fund) + len(earlier)
    assert 2_500 < len(earlier) < 4_000
    record = ["area_code", "authority_code", "fund_name"]
    assert not fund_years.duplicated([*record, "fiscal_year"]).any()
    assert (earlier["fiscal_year"] >= earlier["founded_year"]).all()


@pytest.mark.parametrize("column", ["members", "circulating_baht"])
def test_funds_grow_from_year_to_year(fund_years, column):
    korat = of(fund_years, KORAT).sort_values("fiscal_year")
    by_year = korat.groupby("fiscal_year")[column].sum()
    assert by_year.index.tolist() == [2564, 2565, 2566, 2567]
    assert by_year.is_monotonic_increasing
    steps = korat.groupby("authority_code")[column].diff().dropna()
    assert (steps >= 0).all()
    assert (steps > 0).mean() > 0.9


def test_money_of_funds_by_source_adds_up_where_all_is_known(fund_years):
    named = ["from_members_baht", "from_state_baht", "from_authority_baht", "from_others_baht"]
    known = fund_years.dropna(subset=named)
    assert satang(known, "circulating_baht") == sum(satang(known, name) for name in named)
    assert (known[named] >= 0).all(axis=None)
    assert np.allclose(known[named].sum(axis=1), known["circulating_baht"], rtol=0, atol=0.001)


# ---------------------------------------------------------------------------------------- housing


def test_housing_of_nakhon_ratchasima(housing, said):
    rows = of(housing, KORAT)
    assert rows["area_code"].nunique() == said["korat-housing-tambons-2567"] == 188
    assert rows["households"].sum() == said["korat-housing-households-2567"] == 7_570
    assert (rows["fiscal_year"].min(), rows["fiscal_year"].max()) == (2546, 2567)


def test_two_houses_of_charoentham(housing, said):
    row = housing[housing["area_code"] == CHAROENTHAM]
    assert row["units"].tolist() == [said["charoentham-houses-2565"]] == [2]
    assert row["programme"].tolist() == ["บ้านพอเพียง"]
    assert row["fiscal_year"].tolist() == [2565]


def test_housing_looks_like_life(housing, population):
    assert set(housing["programme"]) == {"บ้านพอเพียง", "บ้านมั่นคง"}
    assert housing["fiscal_year"].between(2546, 2569).all()
    assert housing.loc[housing["programme"] == "บ้านพอเพียง", "fiscal_year"].min() >= 2560
    by_tambon = housing.groupby("area_code")["households"].sum()
    assert (by_tambon <= population["households"].reindex(by_tambon.index)).all()
    assert (housing["households"] >= 1).all()
    known = housing["units"].notna()
    assert (housing.loc[known, "units"] <= housing.loc[known, "households"]).all()
    assert (housing["amount_baht"].dropna() > 0).all()


# ----------------------------------------------------------------------------------------- budget


def test_five_projects_of_saraburi(budget, said):
    rows = of(budget, SARABURI)
    rows = rows[rows["fiscal_year"] == 2566]
    assert satang(rows) == said["saraburi-projects-2566"] * 100 == 674_921_000
    assert rows["project_name"].nunique() == said["saraburi-project-count-2566"] == 5


def test_three_programmes_of_suphan_buri(budget, said):
    rows = of(budget, SUPHAN)
    rows = rows[rows["fiscal_year"] == 2566]
    assert satang(rows) == said["suphanburi-programmes-2566"] * 100 == 943_230_200
    assert set(rows["programme"]) == {"บ้านพอเพียง", "คุณภาพชีวิต", "เสริมขีดความสามารถ"}


def test_quality_of_life_of_charoentham(budget, said):
    rows = budget[(budget["area_code"] == CHAROENTHAM) & (budget["fiscal_year"] == 2565)]
    assert satang(rows) == said["charoentham-quality-of-life-2565"] * 100 == 7_325_000
    assert rows["programme"].tolist() == ["คุณภาพชีวิต"]


def test_support_of_codi_in_nakhon_ratchasima(budget, said):
    rows = of(budget, KORAT)
    rows = rows[rows["fiscal_year"] == 2567]
    codi = rows[rows["agency"] == "พอช."]
    assert said["korat-codi-support-2567"] * 100 < satang(codi) == 1_531_845_000
    assert satang(rows) > satang(codi)  # partners pay too


def test_budget_looks_like_life(budget):
    assert (budget["amount_baht"] > 0).all()
    cents = budget["amount_baht"] * 100
    assert np.allclose(cents, cents.round(), rtol=0, atol=1e-4)
    assert 0.03 < (budget["amount_baht"] % 1 > 0).mean() < 0.12
    assert set(budget["fiscal_year"]) == set(range(2563, 2571))
    assert (budget["fiscal_year"] == 2570).sum() < 0.02 * len(budget)
    assert len(set(budget["work_line"])) == 7
    assert {"พอช.", "อบจ.", "อปท.", "พมจ."} <= set(budget["agency"])
    assert budget[["programme", "work_line", "agency", "project_name"]].notna().all(axis=None)
    digits = budget["area_code"].str.len()
    assert 0.08 < (digits == 2).mean() < 0.16  # known only at the province
    assert (budget["area_code"] == "upper-central").any()  # known only at the cluster
    assert budget.loc[digits == 2, "area_code"].nunique() == 77


def test_budget_is_spent_as_the_years_close(budget):
    spent = budget.dropna(subset=["spent_baht"])
    assert (spent["spent_baht"] <= spent["amount_baht"]).all()
    share = spent["spent_baht"] / spent["amount_baht"]
    assert share[spent["fiscal_year"] <= 2568].min() > 0.8
    assert share[spent["fiscal_year"] == 2569].mean() < 0.6
    assert set(spent["fiscal_year"]) == set(range(2563, 2570))  # of 2570 nothing is known yet
    planned = budget.dropna(subset=["planned_baht"])
    assert (planned["planned_baht"] >= planned["amount_baht"]).all()
    assert 0.3 < budget["planned_baht"].isna().mean() < 0.5


# ------------------------------------------------------------------------------------- population


def test_population_of_the_country(population):
    assert population["population"].sum() == 66_000_000
    assert population.index.equals(gazetteer.areas(Level.TAMBON).index)
    assert (population["population"] >= 300).all()
    assert (population["households"] < population["population"]).all()
    assert (population["households"] > 0).all()
    bangkok = population.index.str.startswith("10")
    assert population["population"][bangkok].median() > 2.5 * population["population"].median()


# ------------------------------------------------------------------------------------------ draws


def test_draws_hang_on_the_code_and_nothing_else():
    one = Draws.of("seed", ["190406", "720102", "300101"])
    other = Draws.of("seed", ["300101", "190406"])
    assert one.uniform("size")[[2, 0]].tolist() == other.uniform("size").tolist()
    assert one.uniform("size").tolist() != one.uniform("date").tolist()
    assert (
        one.uniform("size").tolist() != Draws.of("seed2", ["190406"] * 3).uniform("size").tolist()
    )


def test_draws_have_their_distribution():
    draws = Draws.of("seed", [str(code) for code in range(20_000)])
    chance = draws.uniform("u")
    assert 0 <= chance.min() < 0.001
    assert 0.999 < chance.max() < 1
    assert np.abs(np.histogram(chance, 10, (0, 1))[0] / 2_000 - 1).max() < 0.1
    sizes = draws.lognormal("s", 500.0, 0.7)
    assert np.median(sizes) == pytest.approx(500, rel=0.02)
    assert np.log(sizes).std() == pytest.approx(0.7, rel=0.03)
    assert np.bincount(draws.chosen("c", [1, 3])).tolist() == pytest.approx(
        [5_000, 15_000], rel=0.05
    )
    assert set(draws.integers("i", 2, 4)) == {2, 3, 4}


def test_shares_sum_and_keep_their_bounds():
    weights = np.array([1.0, 1.0, 1.0, 97.0])
    assert apportioned(100, weights).tolist() == [1, 1, 1, 97]
    assert apportioned(10, weights, floor=2).sum() == 10
    caps = np.array([5, 5, 5, 5])
    assert apportioned(20, weights, caps=caps).tolist() == [5, 5, 5, 5]
    assert apportioned(11, weights, caps=caps).sum() == 11
    with pytest.raises(ValueError, match="no shares"):
        apportioned(21, weights, caps=caps)
    with pytest.raises(ValueError, match="no shares"):
        apportioned(7, weights, floor=2)


def test_rank_keeps_the_order_of_ties():
    assert ranked(np.array([0.5, 0.1, 0.5, 0.2])).tolist() == [2, 0, 3, 1]


# ---------------------------------------------------------------------------------------- not real


def test_sample_authorities_are_not_those_of_the_public_table(reference, authority):
    real = pd.read_csv(reference / "facts" / "local_authorities.csv", dtype=str)
    mine = set(zip(authority["authority_code"], authority["tambon_codes"], strict=True))
    towns = {(code, covered) for code, covered in mine if len(code) == 4}
    theirs = set(zip(real["geocode"], real["tambon_codes"], strict=True))
    assert len(towns & theirs) < 0.1 * len(towns)


def test_sample_people_are_not_those_of_the_public_table(reference, population):
    real = pd.read_csv(reference / "facts" / "population_2021.csv", dtype=str)
    real = real.set_index("tambon_code")["population"].astype("int64")
    mine = population["population"].reindex(real.index)
    assert (mine == real).mean() < 0.01


def test_recipe_names_a_source_figure_for_every_number_that_was_said():
    text = (Path(__file__).parents[2] / "geodata/sample/recipe.toml").read_text("utf-8")
    named = set(re.findall(r'figure = "([^"]+)"', text))
    assert named <= set(sample.published_figures().index)
    assert len(named) > 20
