"""What is said of a write, and names of other people in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from areamap.ui.import_steps.writing import plain

PAGE = """
import streamlit as st
from areamap.errors import FileError
from areamap.ui.access import Role
from areamap.ui.import_steps import writing

def job(by):
    if "{fails}":
        raise FileError("registers_empty_file", file="<b>*ก*</b>.xlsx")
    st.session_state["by"] = by
    return 1

writing.show_said("th")
st.button("write", on_click=writing.attempt, args=(job, Role.ADMINISTRATOR))
"""


@given(st.text(st.sampled_from("\\`*_{}[]()<>#+-!|~$:^=&\"'ก 1.\n")))
def test_every_sign_of_markdown_is_escaped(text: str) -> None:
    shown = plain(text)
    assert shown.replace("\\", "") == text.replace("\\", "")
    for sign in "`*_[]<>$:#":
        assert shown.count(f"\\{sign}") == text.count(sign)


@pytest.mark.usefixtures("at_the_machine")
def test_who_may_writes_under_her_name() -> None:
    app = AppTest.from_string(PAGE.replace("{fails}", "")).run()
    app.button[0].click().run()
    assert app.session_state["by"] == "somchai"
    assert not app.error
    assert not app.warning


@pytest.mark.usefixtures("at_the_machine")
def test_what_went_wrong_is_said_once() -> None:
    app = AppTest.from_string(PAGE.replace("{fails}", "yes")).run()
    app.button[0].click().run()
    assert "ว่างเปล่า" in app.error[0].value
    assert "<b>" not in app.error[0].value
    app.run()
    assert not app.error


def test_who_may_not_is_told_and_nothing_is_written() -> None:
    app = AppTest.from_string(PAGE.replace("{fails}", "")).run()
    app.button[0].click().run()
    assert "by" not in app.session_state
    assert "ผู้ดูแลระบบ" in app.warning[0].value
