import math
import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.i18n import LANGS, t
from areamap.places import _lexicon
from areamap.places.gazetteer import areas, retired
from areamap.places.levels import Level
from areamap.places.matching import PLACE_COLUMNS, Matcher
from areamap.places.names import bare
from tests.places.mutations import HARMFUL, HARMLESS

TAMBONS = areas(Level.TAMBON)
DISTRICTS = areas(Level.DISTRICT)["name_th"]
PROVINCES = areas(Level.PROVINCE)["name_th"]
MATCHER = Matcher()
AUTHORITIES = pd.DataFrame(
    [
        ("1991", "ThesabanTambon", "วิหารแดง", "190404* 190403*"),
        ("190404", "TAO", "วิหารแดง", "190404*"),
        ("190406", "TAO", "เจริญธรรม", "190406"),
        ("1999", "ThesabanMueang", "สระบุรี", "190101"),
        ("300208", "TAO", "บ้านใหม่", "300208"),
        ("302209", "TAO", "บ้านใหม่", "302209"),
        ("2096", "Mueang", "พัทยา", "200402* 200403* 200406* 200408"),
        ("2061", "ThesabanTambon", "เขตรอุดมศักดิ์", "200901* 200905*"),
    ],
    columns=["authority_code", "authority_type", "name_th", "tambon_codes"],
).assign(name_en=None, province_code=lambda frame: frame["authority_code"].str[:2])
KNOWING = Matcher(AUTHORITIES)


def _match(matcher=MATCHER, **place):
    row = matcher.match(pd.DataFrame([place])).iloc[0]
    for lang in LANGS:
        assert t(f"reasons.{row['reason_key']}", lang, **row["reason_values"])
    assert (row["status"] == "matched") == isinstance(row["area_code"], str)
    return row


def _joins(code, reason, **place):
    row = _match(**place)
    assert (row["status"], row["area_code"]) == ("matched", code)
    assert row["reason_key"] == f"places_{reason}"


def _asks(status, codes, reason, **place):
    row = _match(**place)
    assert row["status"] == status
    assert row["suggested_codes"][: len(codes)] == codes
    assert row["reason_key"] == f"places_{reason}"


KORAT = {"province": "นครราชสีมา"}
HERE = {"district": "วิหารแดง", "province": "สระบุรี"}


@pytest.mark.parametrize(
    "place",
    [
        {"tambon_code": "190406"},
        {"tambon_code": "TH190406"},
        {"tambon_code": "190406.0"},
        {"tambon_code": "๑๙๐๔๐๖"},
        {"tambon_code": "190406", "tambon": "ต.เจริญธรรม", "district": "อ.วิหารแดง"},
        {"tambon_code": " 190406 ", "tambon": "เจริญธรรม", "province": "จ.สระบุรี"},
        {"tambon_code": "190406", "tambon": "Charoen Tham"},
    ],
)
def test_code_joins_in_every_form(place):
    _joins("190406", "by_code", **place)


@pytest.mark.parametrize(
    "place",
    [
        {"tambon": "ต.เจริญธรรม", "district": "อ.วิหารแดง", "province": "จ.สระบุรี"},
        {"tambon": "Charoen Tham", "district": "Wihan Daeng", "province": "Saraburi"},
        {"tambon": "charoen-tham", "district": "WIHANDAENG", "province": "sara buri"},
        {"tambon": "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี"},
        {"tambon": "ม.5 ต.เจริญธรรม อ.วิหารแดง", "province": "สระบุรี"},
        {"tambon": "เจริญธรรม", "district_code": "1904"},
        {"tambon": "เจริญธรรม", "district_code": "TH1904.0", "province_code": "19"},
        {"tambon_code": "1904", "tambon": "เจริญธรรม"},
        {"tambon": "เจริญธรรม", "district": "วิหารแดง", "province_code": "19"},
    ],
)
def test_name_joins_inside_its_parents(place):
    _joins("190406", "by_name", **place)


def test_name_joins_in_a_province_only_where_it_is_alone():
    _joins("190406", "by_province", tambon="เจริญธรรม", province="สระบุรี")
    _asks("ambiguous", ("300113", "300208", "302209"), "several", tambon="บ้านใหม่", **KORAT)


def test_name_without_province_never_joins():
    _asks("suggested", ("190406",), "no_province", tambon="เจริญธรรม")
    _asks("suggested", ("190406",), "no_province", tambon="เจริญธรรม", district="วิหารแดง")
    row = _match(tambon="บ้านใหม่")
    assert row["status"] == "ambiguous"
    assert len(row["suggested_codes"]) == 16 == row["reason_values"]["count"]


@pytest.mark.parametrize("district", [None, "เมือง", "เมืองกาญจนบุรี"])
def test_tambon_in_another_province_is_suggested(district):
    place = {"tambon": "รั้วใหญ่", "district": district, "province": "กาญจนบุรี"}
    _asks("suggested", ("720102",), "elsewhere", **place)


def test_tambon_in_another_district_is_suggested():
    place = {"tambon": "เจริญธรรม", "district": "มวกเหล็ก", "province": "สระบุรี"}
    _asks("suggested", ("190406",), "elsewhere", **place)


def test_parents_that_disagree_carry_no_join():
    place = {"tambon": "รั้วใหญ่", "district": "เมืองสุพรรณบุรี", "province": "กาญจนบุรี"}
    _asks("suggested", ("720102",), "parents_disagree", **place)
    place = {"tambon": "เจริญธรรม", "district": "วิหารแดง", "province_code": "16"}
    _asks("suggested", ("190406",), "parents_disagree", **place)
    place = {"tambon": "เจริญธรรม", "province": "ลพบุรี", "province_code": "19"}
    assert _match(**place)["status"] != "matched"


def test_misspelt_parents_carry_no_join():
    place = {"tambon": "เจริญธรรม", "district": "วิหานแดง", "province": "สระบุรี"}
    _asks("suggested", ("190406",), "no_parent", **place)
    place = {"tambon": "เจริญธรรม", "district": "วิหารแดง", "province": "สระบูรี"}
    _asks("suggested", ("190406",), "no_parent", **place)
    place = {"tambon": "เจริญธรรม", "district": "วิหารแดง", "province": "ดาวอังคาร"}
    _asks("suggested", ("190406",), "no_parent", **place)


def test_near_miss_is_suggested():
    _asks("suggested", ("190406",), "near", tambon="เจริญธรม", **HERE)
    _asks("suggested", ("190406",), "near", tambon="เจริญธรม", province="สระบุรี")
    assert _match(tambon="xyz", **HERE)["status"] == "unmatched"


def test_mueang_is_the_capital_district():
    for district in ("เมือง", "อ.เมือง", "Mueang", "เมืองสุพรรณบุรี"):
        place = {"tambon": "รั้วใหญ่", "district": district, "province": "สุพรรณบุรี"}
        _joins("720102", "by_name", **place)
    _joins("1401", "district", district="เมือง", province="อยุธยา")


def test_name_cut_off_by_a_dbf_joins_where_one_name_begins_so():
    place = {"tambon": "ป้อมปราบศัตรูพ่าย"[:16], "province": "กรุงเทพมหานคร"}
    assert _match(**place)["area_code"] is not None
    here = {"district": "ปากพนัง", "province": "นครศรีธรรมราช"}
    both = ("801210", "801214")
    _asks("ambiguous", both, "several", tambon="ปากพนังฝั่งตะวัน", **here)
    _joins("801214", "by_code", tambon_code="801214", tambon="ปากพนังฝั่งตะวัน")


@pytest.mark.parametrize(
    ("place", "codes", "reason"),
    [
        ({"tambon": "วิหารแดง", **HERE}, ("190406", "190404"), "code_name"),
        ({"tambon": "รั้วใหญ่"}, ("190406", "720102"), "code_name"),
        ({"tambon": "เจริญธรรม", "province": "ลพบุรี"}, ("190406",), "code_parents"),
        ({"district": "มวกเหล็ก"}, ("190406",), "code_parents"),
        ({"district": "วิหารแดง", "province": "ลพบุรี"}, ("190406",), "code_parents"),
    ],
)
def test_code_that_the_names_contradict_is_a_question(place, codes, reason):
    _asks("suggested", codes, reason, tambon_code="190406", **place)


def test_code_stands_over_a_misspelt_name():
    _joins("190406", "code_spelling", tambon_code="190406", tambon="เจริญธรม")


def test_code_stands_under_a_name_that_no_other_place_bears():
    renamed = {"tambon": "สบโขง", "district": "อมก๋อย", "province": "เชียงใหม่"}
    _joins("501805", "code_alone", tambon_code="501805", **renamed)
    elsewhere = {**renamed, "province": "เชียงราย"}
    assert _match(tambon_code="501805", **elsewhere)["status"] == "suggested"


def test_code_of_nothing_leaves_the_names_a_suggestion():
    _asks("suggested", ("190406",), "code_unknown", tambon_code="190499", tambon="เจริญธรรม", **HERE)
    assert _match(tambon_code="190499")["status"] == "unmatched"
    assert _match(tambon_code="100599")["reason_key"] == "places_code_gone"
    assert _match(tambon_code="-", tambon="เจริญธรรม", **HERE)["area_code"] == "190406"


def test_retired_code_joins_its_only_successor_and_says_so():
    _joins("380101", "code_retired", tambon_code="430301")
    _joins("380101", "code_retired", tambon_code="430301", province="หนองคาย", district="บึงกาฬ")
    _joins("102901", "code_retired_likely", tambon_code="100205", tambon="บางซื่อ")
    _asks("ambiguous", ("104702", "104703"), "code_split", tambon_code="104701")
    split = {"tambon_code": "104701", "tambon": "บางนาใต้"}
    _asks("ambiguous", ("104703", "104702"), "code_split", **split)


def test_every_retired_code_does_what_its_successors_allow():
    frame = retired()[retired()["level"] == "tambon"]
    found = MATCHER.match(pd.DataFrame({"tambon_code": frame.index}, index=frame.index))
    count = frame["successors"].map(len)
    one = count == 1
    assert (found.loc[one, "area_code"] == frame.loc[one, "successors"].str[0]).all()
    assert (found.loc[count > 1, "status"] == "ambiguous").all()
    assert (found.loc[count > 1, "suggested_codes"] == frame.loc[count > 1, "successors"]).all()
    assert (found.loc[count == 0, "status"] == "unmatched").all()


def test_retired_name_joins_where_a_notice_names_one_successor():
    moved = {"tambon": "โนนสมบูรณ์", "district": "บึงกาฬ", "province": "หนองคาย"}
    _joins("380102", "retired_name", **moved)
    split = {"tambon": "บางนา", "district": "บางนา", "province": "กทม."}
    _asks("ambiguous", ("104702", "104703"), "several", **split)
    likely = {"tambon": "บางซื่อ", "district": "ดุสิต", "province": "กทม."}
    _asks("suggested", ("102901",), "retired_likely", **likely)
    _joins("3801", "district_retired", district="บึงกาฬ", province="หนองคาย")


def test_row_joins_at_the_level_that_it_names():
    _joins("1904", "district", **HERE)
    _joins("1904", "district", district_code="1904")
    _joins("1002", "district", tambon="เขตดุสิต", province="กรุงเทพฯ")
    _joins("19", "province", province="จ.สระบุรี")
    _joins("14", "province", province="อยุธยา", cluster="ภาคกลางตอนบน")
    _joins("upper-central", "cluster", cluster="กลุ่มจังหวัดภาคกลางตอนบน")
    _joins("upper-central", "cluster", cluster="upper-central")
    _joins("upper-central", "cluster", province="กลุ่มจังหวัดภาคกลางตอนบน")
    _asks("suggested", ("1904",), "no_province", district="วิหารแดง")
    _asks("suggested", ("19",), "no_parent", province="สระบูรี")
    assert _match(cluster="ดาวอังคาร")["status"] == "unmatched"
    assert _match()["reason_key"] == "places_nothing"
    assert _match(tambon="-", district=" ")["reason_key"] == "places_nothing"


def test_cell_that_names_nothing_legible_is_no_district():
    assert _match(tambon="\u0e34", **HERE)["reason_key"] == "places_unknown"
    _joins("501801", "by_name", tambon="อ มก๋อย", district="อมก๋อย", province="เชียงใหม่")
    _joins("850406", "by_name", tambon="จ.ป.ร.", district="กระบุรี", province="ระนอง")
    _joins("850406", "by_name", tambon="ต.จ.ป.ร.", district="กระบุรี", province="ระนอง")
    _joins("450109", "by_name", tambon="ปอพาน", district="เมือง", province="ร้อยเอ็ด")


def test_authority_is_a_tambon_where_no_register_is_known():
    row = _match(authority="อบต.เจริญธรรม", **HERE)
    assert row["area_code"] == "190406"
    assert row["reason_key"] == "places_authority_as_tambon"
    assert pd.isna(row["authority_code"])


@pytest.mark.parametrize(
    ("place", "area", "authority"),
    [
        ({"authority": "ทต.วิหารแดง", "province": "สระบุรี"}, "190404", "1991"),
        ({"tambon": "เทศบาลตำบลวิหารแดง", **HERE}, "190404", "1991"),
        ({"authority": "เทศบาลวิหารแดง", **HERE}, "190404", "1991"),
        ({"authority": "องค์การบริหารส่วนตำบลวิหารแดง", **HERE}, "190404", "190404"),
        ({"authority": "เทศบาลเมืองสระบุรี", "province": "สระบุรี"}, "190101", "1999"),
        ({"authority": "เมืองพัทยา", "province": "ชลบุรี"}, "200408", "2096"),
        ({"authority": "ทต.เขตรอุดมศักดิ์", "province": "ชลบุรี"}, "200901", "2061"),
        ({"authority": "อบต.บ้านใหม่", "district": "ครบุรี", **KORAT}, "300208", "300208"),
        ({"authority_code": "2096"}, "200408", "2096"),
        ({"authority_code": "1991", "tambon": "คลองเรือ", **HERE}, "190403", "1991"),
        ({"authority": "ทต.วิหารแดง", "tambon_code": "190403"}, "190403", "1991"),
    ],
)
def test_authority_is_found_in_its_register(place, area, authority):
    row = _match(KNOWING, **place)
    assert (row["status"], row["area_code"], row["authority_code"]) == ("matched", area, authority)


def test_authority_that_is_not_certain_is_a_question():
    korat = {"authority": "อบต.บ้านใหม่", **KORAT}
    _asks("ambiguous", ("300208", "302209"), "authorities_several", matcher=KNOWING, **korat)
    other = {"authority": "ทต.เจริญธรรม", **HERE}
    _asks("suggested", ("190406",), "authority_type", matcher=KNOWING, **other)
    unknown = {"authority": "อบต.หนองหมู", **HERE}
    _asks("suggested", ("190401",), "authority_unknown", matcher=KNOWING, **unknown)
    apart = {"tambon": "เจริญธรรม", "authority": "ทต.วิหารแดง", **HERE}
    _asks("suggested", ("190406", "190404"), "authority_tambon", matcher=KNOWING, **apart)
    alone = {"authority": "ทต.วิหารแดง"}
    _asks("suggested", ("190404",), "no_province", matcher=KNOWING, **alone)
    wrong = {"authority_code": "1991", "province": "ลพบุรี"}
    _asks("suggested", ("190404",), "code_parents", matcher=KNOWING, **wrong)
    assert _match(KNOWING, authority_code="7777")["status"] == "unmatched"


def test_authorities_of_one_name_and_tambon_are_both_named():
    two = pd.DataFrame(
        [
            ("720119", "ThesabanTambon", "โพธิ์พระยา", "720119*"),
            ("7296", "Tambon", "โพธิ์พระยา", "720119*"),
            ("7297", "TAO", "โพธิ์พระยา", "720119*"),
        ],
        columns=["authority_code", "authority_type", "name_th", "tambon_codes"],
    ).assign(name_en=None, province_code="72")
    place = {"authority": "ทต.โพธิ์พระยา", "province": "สุพรรณบุรี"}
    row = _match(Matcher(two), **place)
    assert (row["status"], row["suggested_codes"]) == ("ambiguous", ("720119",))
    assert row["reason_values"]["count"] == 2
    for lang in LANGS:
        said = t(f"reasons.{row['reason_key']}", lang, **row["reason_values"])
        assert "ทต.โพธิ์พระยา 720119, ทต.โพธิ์พระยา 7296" in said
    joined = _match(Matcher(two), tambon="โพธิ์พระยา (อบต.)", province="สุพรรณบุรี")
    assert (joined["status"], joined["authority_code"]) == ("matched", "7297")


def test_frame_keeps_its_index_and_missing_stays_missing():
    places = pd.DataFrame(
        {"tambon_code": pd.array(["190406", None, math.nan, pd.NA], dtype="str")},
        index=[7, 7, 3, 1],
    )
    found = MATCHER.match(places)
    assert found.index.equals(places.index)
    assert found["status"].tolist() == ["matched", "unmatched", "unmatched", "unmatched"]
    assert found["area_code"].isna().tolist() == [False, True, True, True]
    empty = MATCHER.match(pd.DataFrame(columns=list(PLACE_COLUMNS)))
    assert empty.empty
    assert list(empty.columns) == list(found.columns)
    assert all(str(found[name].dtype) == "str" for name in ("status", "area_code"))


def _mutated(rules, seed):
    """Return every tambon through every rule, but for mutants that are another tambon's name."""
    chance = random.Random(seed)  # noqa: S311
    rows = [
        (rule, code, rules[rule](name, chance))
        for rule in rules
        for code, name in TAMBONS["name_th"].items()
    ]
    frame = pd.DataFrame(rows, columns=["rule", "code", "tambon"])
    district = frame["code"].str[:4]
    frame["district"] = district.map(DISTRICTS).map(lambda n: chance.choice(["", "อ.", "เขต"]) + n)
    province = frame["code"].str[:2].map(PROVINCES)
    frame["province"] = province.map(lambda n: chance.choice(["", "จ.", "จังหวัด "]) + n)
    named = _lexicon.today(Level.TAMBON)
    other = [
        bool(set(named.find(parent, bare(text))) - {code})
        for parent, text, code in zip(district, frame["tambon"], frame["code"], strict=True)
    ]
    return frame[[not one for one in other]].reset_index(drop=True)


def _first(found):
    return found["area_code"].where(found["area_code"].notna(), found["suggested_codes"].str[0])


def test_harmless_typing_of_every_tambon_joins():
    frame = _mutated(HARMLESS, seed=2566)
    found = MATCHER.match(frame.drop(columns=["rule", "code"]))
    assert (found["area_code"] == frame["code"]).all()


@pytest.mark.parametrize("rule", HARMFUL)
def test_harmed_names_never_join_wrongly(rule):
    frame = _mutated({rule: HARMFUL[rule]}, seed=2567)
    found = MATCHER.match(frame.drop(columns=["rule", "code"]))
    wrong = found["area_code"].notna() & (found["area_code"] != frame["code"])
    assert not wrong.any(), frame[wrong]
    assert (_first(found) == frame["code"]).mean() >= 0.95


@given(st.sampled_from(list(TAMBONS.index)), st.sampled_from(list(TAMBONS.index)))
@settings(max_examples=200)
def test_name_and_parents_of_different_tambons_join_only_what_both_say(one, other):
    place = {
        "tambon": TAMBONS.loc[one, "name_th"],
        "district": DISTRICTS[other[:4]],
        "province": PROVINCES[other[:2]],
    }
    row = _match(**place)
    if row["status"] == "matched":
        assert row["area_code"][:4] == other[:4] or row["reason_key"] == "places_retired_name"
        assert TAMBONS.loc[row["area_code"], "name_th"] == place["tambon"]


@given(st.dictionaries(st.sampled_from(PLACE_COLUMNS), st.text(max_size=12)))
def test_no_text_stops_the_matcher(place):
    _match(KNOWING, **place)


@pytest.mark.reference
def test_real_boundary_names_join_as_their_codes_do(reference):
    pyogrio = pytest.importorskip("pyogrio")
    file = reference / "boundaries" / "tha_admbnda_adm3.zip"
    real = pyogrio.read_dataframe(file, read_geometry=False, encoding="UTF-8")
    names = pd.DataFrame(
        {"tambon": real["ADM3_TH"], "district": real["ADM2_TH"], "province": real["ADM1_TH"]}
    )
    by_code = MATCHER.match(names.assign(tambon_code=real["ADM3_PCODE"]))
    by_name = MATCHER.match(names)
    assert by_code["status"].value_counts().to_dict() == {"matched": 7423, "ambiguous": 2}
    both = by_name["area_code"].notna()
    assert (by_name.loc[both, "area_code"] == by_code.loc[both, "area_code"]).all()
    assert both.sum() >= 7415


@pytest.mark.reference
def test_every_authority_of_the_country_is_found_by_name(reference):
    register = pd.read_csv(reference / "facts" / "local_authorities.csv", dtype="str")
    register = register.rename(columns={"geocode": "authority_code", "type": "authority_type"})
    words = {"TAO": "อบต.", "ThesabanMueang": "ทม.", "ThesabanNakhon": "ทน.", "Mueang": "เมือง"}
    places = pd.DataFrame(
        {
            "authority": register["authority_type"].map(words).fillna("ทต.") + register["name_th"],
            "province": register["province_code"].map(PROVINCES),
        }
    )
    found = Matcher(register).match(places)
    matched = found["status"] == "matched"
    assert (found.loc[matched, "authority_code"] == register.loc[matched, "authority_code"]).all()
    assert matched.mean() > 0.95
    assert (found.loc[~matched, "status"] == "ambiguous").all()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ประเทศไทย", "TH"),
        ("TH", "TH"),
        ("Thailand", "TH"),
        ("สระบุรี", "19"),
        ("จ.สระบุรี", "19"),
        ("กทม.", "10"),
        ("ภาคกลางตอนบน", "upper-central"),
        ("กลุ่มจังหวัดภาคกลางตอนบน", "upper-central"),
        ("ภาคกลาง", "central"),
        ("ภาคเหนือ", "north"),
        ("สำนักงานภาคกลางและตะวันตก", "codi-central-west"),
    ],
)
def test_wider_area_by_name_or_code(text, code):
    row = _match(wider_area=text)
    assert (row["status"], row["area_code"]) == ("matched", code)


def test_wider_area_that_is_nearly_right_is_a_question():
    assert _match(wider_area="นครราชสิมา")["suggested_codes"] == ("30",)
    assert _match(wider_area="อีสานกลาง")["status"] in {"unmatched", "suggested"}


def test_wider_area_counts_only_where_the_row_says_no_more():
    row = _match(wider_area="ประเทศไทย", province="สระบุรี")
    assert row["area_code"] == "19"
    assert _match(wider_area="ภาคเหนือ", cluster="ภาคกลางตอนบน")["area_code"] == "upper-central"
