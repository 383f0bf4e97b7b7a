"""Streamlit's floor for going from page to page: two pages of one heading and one line each."""

import streamlit as st


def _page(name: str) -> None:
    with st.container(key="answer"):
        st.title(name, anchor=False)
        st.markdown(name)


st.set_page_config(layout="wide")
pages = [
    st.Page(lambda name=name: _page(name), title=name, url_path=name, default=name == "first")
    for name in ("first", "second")
]
st.navigation(pages, position="top").run()
