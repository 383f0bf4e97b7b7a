"""Links from page to page that keep what all of them share: area, year, basis, day, kind of map."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from areamap.ui import choices, shell


def link(page: str, label: str, *, icon: str, scope: str, lang: str, **more: str) -> None:
    """
    Show a link to another page; nothing where the app has no such page.

    Parameters
    ----------
    page
        Name of the page.
    label
        What it says.
    icon
        As Streamlit names icons.
    scope
        Code of the area that the page is to look at.
    lang
        Language of the page.
    **more
        What else the address is to say, by its name there.
    """
    if page not in shell.PAGES:
        return
    query = {**choices.shared(), choices.SCOPE: scope, choices.LANG: lang, **more}
    try:
        st.page_link(f"pages/{page}.py", label=label, icon=icon, query_params=query)
    except StreamlitPageNotFoundError:
        # A page that is run without the app knows no others.
        address = escape(f"{page}?{urlencode(query)}")
        st.html(f"<p class='areamap-link'><a href='{address}'>{escape(label)}</a></p>")
