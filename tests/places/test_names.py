import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import normalize as mend_thai

from areamap.places import names
from areamap.places.gazetteer import areas
from areamap.places.levels import Level
from areamap.places.names import Kind, bare, normalise, skeleton, split_prefix

TAMBONS = areas(Level.TAMBON)
NAMES = st.sampled_from(sorted(TAMBONS["name_th"].unique()))
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=20)
INVISIBLE = st.sampled_from(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"])
SYLLABLE = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", *"เแโใไ"]),
    st.sampled_from("กงจดทนบปมยรลวสหอฤศณ"),
    st.sampled_from(["", "", *"ัิีืุูะาำ็์", "่", "้า", "ี่", "ื้", "๊ะ", "๋ำ", "ิ์", "ัวะ"]),
)
CLEAN = st.lists(SYLLABLE, min_size=1, max_size=8).map("".join)
BLANK = st.sampled_from([" ", "\u00a0", "\u2003", "\t", "\n", "\u3000"])


def _shared(frame, column, parent):
    keyed = frame.assign(key=frame[column].map(normalise))
    assert keyed["key"].str.len().gt(0).all()
    return set(frame.index[keyed.duplicated([parent, "key"], keep=False)])


def test_every_name_is_alone_inside_its_parents():
    assert _shared(TAMBONS, "name_th", "district_code") == set()
    assert _shared(areas(Level.DISTRICT), "name_th", "province_code") == set()
    assert areas(Level.PROVINCE)["name_th"].map(normalise).is_unique
    assert areas(Level.PROVINCE)["name_en"].map(normalise).is_unique


def test_english_names_share_a_key_where_the_gazetteer_itself_does():
    assert _shared(TAMBONS, "name_en", "district_code") == {"500910", "500911"}  # แม่คะ, แม่ข่า
    assert _shared(areas(Level.DISTRICT), "name_en", "province_code") == {"1404", "1413"}


@pytest.mark.parametrize("level", [Level.TAMBON, Level.DISTRICT, Level.PROVINCE])
def test_no_name_of_today_is_taken_for_a_prefix(level):
    wrong = [name for name in areas(level)["name_th"] if split_prefix(name)[0] is not None]
    assert wrong == []


@given(st.one_of(st.text(max_size=30), THAI, NAMES))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(
    CLEAN,
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(" .")), max_size=3),
)
def test_short_way_for_clean_names_agrees_with_the_long_one(name, inserted):
    for place, letter in inserted:
        name = name[:place] + letter + name[place:]
    assert normalise(name) == normalise(f"{name}\u200b")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("เจริญธรรม", [(None, "เจริญธรรม")]),
        ("ต. เจริญธรรม", [(Kind.TAMBON, "ต. เจริญธรรม")]),
        (
            "ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี",
            [(Kind.TAMBON, "ต.เจริญธรรม"), (Kind.DISTRICT, "อ.วิหารแดง"), (Kind.PROVINCE, "จ.สระบุรี")],
        ),
        (
            "แขวงดุสิต เขตดุสิต กทม.",
            [(Kind.TAMBON, "แขวงดุสิต"), (Kind.DISTRICT, "เขตดุสิต"), (Kind.PROVINCE, "กทม.")],
        ),
        ("จ. กรุงเทพมหานคร", [(Kind.PROVINCE, "จ. กรุงเทพมหานคร")]),
        ("ตำบล จ.ป.ร.", [(Kind.TAMBON, "ตำบล จ.ป.ร.")]),
    ],
)
def test_address_in_one_cell_comes_apart(text, parts):
    assert list(names.split_address(text)) == parts


@given(NAMES, st.integers(0, 30), st.one_of(INVISIBLE, BLANK))
def test_blanks_anywhere_change_nothing(name, place, blank):
    assert normalise(name[:place] + blank + name[place:]) == normalise(name)


@given(NAMES)
def test_decomposed_sara_am_and_two_sara_e_change_nothing(name):
    assert normalise(name.replace("ำ", "ํา")) == normalise(name)
    assert normalise(name.replace("แ", "เเ")) == normalise(name)


@given(NAMES, st.randoms(use_true_random=False))
def test_repeated_and_misordered_marks_change_nothing(name, chance: random.Random):
    marks = [place for place, letter in enumerate(name) if "\u0e34" <= letter <= "\u0e4c"]
    marks = [place for place in marks if not "\u0e3f" <= name[place] <= "\u0e46"]
    if marks:
        place = chance.choice(marks)
        assert normalise(name[: place + 1] + name[place:]) == normalise(name)
    for place in marks:
        if place + 1 in marks:
            swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
            assert normalise(swapped) == normalise(name)


@given(NAMES)
def test_every_step_of_pythainlp_is_kept(name):
    assert normalise(mend_thai(name)) == normalise(name)


def test_digits_brackets_and_dots_fold():
    assert normalise("บ้านใหม่ ๑๒") == normalise("บ้านใหม่12")
    assert normalise("เจริญธรรม (อบต.)") == normalise("เจริญธรรม.")
    assert normalise("(เจริญธรรม)") == "เจริญธรรม"
    assert normalise("สุไหงโก-ลก") == normalise("สุไหงโกลก")
    assert normalise("Ko Pha-ngan") == normalise("KO PHANGAN")
    assert normalise(" - ") == ""


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("ต.เจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("ต. เจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("ต เจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("ตําบลเจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("ตำบล\u00a0เจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("1. ต.เจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("แขวงดุสิต", Kind.TAMBON, "ดุสิต"),
        ("สภาองค์กรชุมชนตำบลเจริญธรรม", Kind.TAMBON, "เจริญธรรม"),
        ("อ.วิหารแดง", Kind.DISTRICT, "วิหารแดง"),
        ("กิ่งอำเภอชุมตาบง", Kind.DISTRICT, "ชุมตาบง"),
        ("กิ่ง อ.ชุมตาบง", Kind.DISTRICT, "ชุมตาบง"),
        ("เขตดุสิต", Kind.DISTRICT, "ดุสิต"),
        ("จ.สระบุรี", Kind.PROVINCE, "สระบุรี"),
        ("จังหวัดสระบุรี", Kind.PROVINCE, "สระบุรี"),
        ("กลุ่มจังหวัดภาคกลางตอนบน", Kind.CLUSTER, "ภาคกลางตอนบน"),
        ("อบต.เจริญธรรม", Kind.TAO, "เจริญธรรม"),
        ("องค์การบริหารส่วนตำบลเจริญธรรม", Kind.TAO, "เจริญธรรม"),
        ("ทต.วิหารแดง", Kind.THESABAN_TAMBON, "วิหารแดง"),
        ("เทศบาลตำบลวิหารแดง", Kind.THESABAN_TAMBON, "วิหารแดง"),
        ("เทศบาลตำบลเขตรอุดมศักดิ์", Kind.THESABAN_TAMBON, "เขตรอุดมศักดิ์"),
        ("ทม.สระบุรี", Kind.THESABAN_MUEANG, "สระบุรี"),
        ("เทศบาลเมืองเมืองพล", Kind.THESABAN_MUEANG, "เมืองพล"),
        ("ทน.นครราชสีมา", Kind.THESABAN_NAKHON, "นครราชสีมา"),
        ("เทศบาลนครนครสวรรค์", Kind.THESABAN_NAKHON, "นครสวรรค์"),
        ("เทศบาลสระบุรี", Kind.THESABAN, "สระบุรี"),
        ("Wihan Daeng District", Kind.DISTRICT, "Wihan Daeng"),
        ("Tambon Charoen Tham", Kind.TAMBON, "Charoen Tham"),
        ("Charoen Tham Subdistrict", Kind.TAMBON, "Charoen Tham"),
        ("Saraburi Town Municipality", Kind.THESABAN_MUEANG, "Saraburi"),
        ("อ่างทอง", None, "อ่างทอง"),
        ("ทมอ", None, "ทมอ"),
        ("ทมนางาม", None, "ทมนางาม"),
        ("ตาลเดี่ยว", None, "ตาลเดี่ยว"),
        ("จอมทอง", None, "จอมทอง"),
        ("บ้านใหม่", None, "บ้านใหม่"),
        ("นครหลวง", None, "นครหลวง"),
        ("ต.", None, "ต"),
        ("เทศบาล", None, "เทศบาล"),
    ],
)
def test_prefix_tells_what_a_name_is(text, kind, rest):
    assert split_prefix(text) == (kind, rest)


@given(
    NAMES,
    st.sampled_from(["ต.", "ต. ", "ต ", "ตำบล", "ตําบล ", "แขวง", "อบต.", "ทต.", "เทศบาลเมือง"]),
)
def test_prefix_put_before_a_name_comes_off_again(name, prefix):
    assert bare(prefix + name) == normalise(name)


def test_skeleton_forgets_tones_and_silent_letters_only():
    assert skeleton(normalise("ศักดิ์")) == "ศัก"
    assert skeleton(normalise("บ้านใหม่")) == "บานใหม"
    assert skeleton("กขค") == "กขค"


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("หนองหมู (เทศบาลตำบล)", Kind.THESABAN_TAMBON, "หนองหมู"),
        ("หนองหมู (ทต.)", Kind.THESABAN_TAMBON, "หนองหมู"),
        ("หนองหมู(อบต.)", Kind.TAO, "หนองหมู"),
        ("หนองหมู [อบต]", Kind.TAO, "หนองหมู"),
        ("ทับกวาง (เทศบาลเมือง)", Kind.THESABAN_MUEANG, "ทับกวาง"),
        ("ต.หนองหมู (อบต.)", Kind.TAO, "หนองหมู"),
        ("สภาองค์กรชุมชนตำบลหนองหมู (เทศบาลตำบล)", Kind.THESABAN_TAMBON, "หนองหมู"),
        ("อบต.หนองหมู (เทศบาลตำบล)", Kind.TAO, "หนองหมู (เทศบาลตำบล)"),
        ("ทต.วิหารแดง (ม.1-5)", Kind.THESABAN_TAMBON, "วิหารแดง (ม.1-5)"),
        ("หนองหมู (เขตเทศบาล)", None, "หนองหมู (เขตเทศบาล)"),
        ("ปอภาร (ปอพาน)", None, "ปอภาร (ปอพาน)"),
    ],
)
def test_kind_in_brackets_behind_a_name(text, kind, rest):
    assert split_prefix(text) == (kind, rest)


def test_every_tambon_takes_a_kind_in_brackets():
    for name in TAMBONS["name_th"]:
        assert split_prefix(f"{name} (อบต.)") == (Kind.TAO, split_prefix(name)[1])
