"""Streamlit's floor: one selectbox, and one line of text by which a rerun can be seen at all."""

from typing import Final

import streamlit as st

THEMES: Final = ("council", "fund", "housing", "budget")

st.set_page_config(layout="wide")
left, right = st.columns([1, 4])
chosen = left.selectbox("Theme", THEMES)
with right.container(key="said"):
    st.header(chosen, anchor=False)
