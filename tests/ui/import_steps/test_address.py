"""The draft and the step in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from areamap.ui.import_steps.address import Step

PAGE = """
import streamlit as st
from areamap.ui.import_steps import address
st.session_state["found"] = (address.number(), address.step())
st.button("go", on_click=address.go, args=(7, address.Step.PUBLISH))
st.button("leave", on_click=address.leave)
"""


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ({}, (None, Step.ROWS)),
        ({"draft": "7"}, (7, Step.ROWS)),
        ({"draft": "7", "step": "columns"}, (7, Step.COLUMNS)),
        ({"draft": "-7", "step": "<script>"}, (None, Step.ROWS)),
        ({"draft": "9" * 40}, (None, Step.ROWS)),
        ({"draft": "7; drop"}, (None, Step.ROWS)),
    ],
)
def test_only_numbers_and_steps_are_taken(
    address: dict[str, str], found: tuple[int | None, Step]
) -> None:
    app = AppTest.from_string(PAGE)
    for name, value in address.items():
        app.query_params[name] = value
    assert app.run().session_state["found"] == found


def test_one_goes_to_a_step_and_leaves_it() -> None:
    app = AppTest.from_string(PAGE).run()
    app.button[0].click().run()
    assert app.session_state["found"] == (7, Step.PUBLISH)
    app.button[1].click().run()
    assert app.session_state["found"] == (None, Step.ROWS)
    assert "draft" not in app.query_params
