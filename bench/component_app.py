"""
Streamlit's floor for a component of one's own: the empty page, its line written by one.

Run by Streamlit. The component does nothing but to show a text: what it takes beyond the empty page
is what Streamlit takes for any, a map or not.
"""

from typing import Final

import streamlit as st

THEMES: Final = ("council", "fund", "housing", "budget")
_SCRIPT: Final = """
export default ({ data, parentElement }) => {
  parentElement.querySelector(".said").textContent = data.text;
};
"""

st.set_page_config(layout="wide")
left, right = st.columns([1, 4])
chosen = left.selectbox("Theme", THEMES)
component = st.components.v2.component(
    "empty", html='<h2 class="said"></h2>', js=_SCRIPT, isolate_styles=False
)
with right.container(key="said"):
    component(key="line", data={"text": chosen})
