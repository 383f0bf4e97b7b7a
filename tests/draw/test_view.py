"""What the layer is told: small, in order, and never with HTML of its own."""

import json
import zlib
from base64 import b64decode

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from areamap.draw.area_layer import Look, View, in_order

CODES = pd.Index(["190101", "190102", "190201"], name="area_code")


def view(**changes: object) -> View:
    told: dict[str, object] = {
        "geometry": "/areamap/geometry/abc.json",
        "classes": np.array([1, 0, 2]),
        "palette": (Look("#eee", outside=True), Look("#0f766e", "มีสภา"), Look("#f2703d", "ไม่มี")),
        "focus": "19",
    }
    return View(**(told | changes))  # type: ignore[arg-type]


def test_one_byte_per_area_in_the_order_of_the_topology() -> None:
    assert list(b64decode(view().message()["classes"])) == [1, 0, 2]


def test_values_are_little_endian_floats_and_missing_stays_missing() -> None:
    told = view(values=np.array([1.5, np.nan, 3.0])).message()
    back = np.frombuffer(b64decode(told["values"]), "<f4")
    assert back[0] == 1.5
    assert np.isnan(back[1])


def test_no_values_no_bytes() -> None:
    assert "values" not in view().message()


def test_the_key_names_the_content() -> None:
    assert view().message()["key"] == view().message()["key"]
    assert view().message()["key"] != view(selected="190101").message()["key"]


def test_a_look_sends_only_what_is_set() -> None:
    assert Look("#eee", outside=True).message() == {"fill": "#eee", "weight": 1.6, "outside": True}


def test_a_change_of_theme_for_the_whole_country_is_small() -> None:
    told = view(classes=np.ones(7436)).message()
    assert len(json.dumps(told)) < 11_000


@given(
    st.dictionaries(
        st.sampled_from([*CODES, "999999"]), st.one_of(st.none(), st.floats(0, 1e9, width=32))
    )
)
def test_each_value_stands_at_its_own_area(values: dict[str, float | None]) -> None:
    placed = in_order(pd.Series(values, dtype="float64"), CODES, missing=-1)
    for code, value in zip(CODES, placed, strict=True):
        known = values.get(code)
        assert value == (-1 if known is None else known)


def test_packed_it_says_the_same_in_fewer_bytes() -> None:
    told = view(classes=np.arange(7436) % 3, values=np.full(7436, np.nan))
    sent = told.packed(turn=4)
    length = int.from_bytes(sent[:4], "little")
    header = json.loads(sent[4 : 4 + length])
    arrays = zlib.decompress(sent[4 + length :])
    assert header["turn"] == 4
    assert list(arrays[: header["areas"]]) == list(told.classes)
    assert np.isnan(np.frombuffer(arrays[header["areas"] :], "<f4")).all()
    assert len(sent) < len(json.dumps(told.message())) / 4


def test_packed_its_key_names_its_content() -> None:
    one, other = view(), view(classes=np.array([1, 1, 2]))
    keys = {bytes(packed)[4:] for packed in (one.packed(), one.packed(), other.packed())}
    assert len(keys) == 2
