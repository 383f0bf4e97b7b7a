"""What every page has around its content: style, title, language, what must not be overlooked."""

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import streamlit as st

from areamap.errors import AreamapError
from areamap.i18n import LANGS, Lang, t
from areamap.ui import access, assets, choices, entry, home, manual, moments
from areamap.ui.access import Role
from areamap.workspace import THEMES

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

PAGES: Final = (
    "overview",
    "gaps",
    "clusters",
    "budget",
    "work_lines",
    "tambon",
    "change",
    "present",
    "compare",
    "plans",
    "imports",
    "history",
    "quality",
    "about",
    "manual",
)
"""Names of the pages, first the one that opens."""

STAFF: Final = ("imports", "history", "quality", "about", "manual")
"""Pages behind the figures; they share one menu, so that the others fit into a row."""


def configure() -> Lang:
    """
    Set the app or a page up and return the language; a page may be run without the app.

    Where not everyone may see, what follows is not run for a person who may not.
    """
    st.set_page_config(page_title=t("ui.app"), layout="wide")
    moments.settle()
    lang = choices.language()
    access.require(Role.VIEWER, lang)
    return lang


def run(lang: Lang) -> None:
    """Run the page that the address asks for; what a person can mend is said in her language."""
    try:
        # A page asks dozens of times what is in force; each time would be a query.
        with home.workspace().store.looking():
            _navigation(lang).run()
    except AreamapError as error:
        st.error(error.text(lang), icon=":material/error:")


def _navigation(lang: Lang) -> "StreamlitPage":
    folder = entry.script().parent / "pages"
    pages = {
        name: st.Page(
            folder / f"{name}.py",
            title=t(f"ui.page_{name}", lang),
            url_path=name,
            default=name == PAGES[0],
        )
        for name in PAGES
    }
    # Those of the director stand in a row; a section without a name opens no menu.
    rows = {
        "": [pages[name] for name in PAGES if name not in STAFF],
        t("ui.pages_of_staff", lang): [pages[name] for name in STAFF],
    }
    return st.navigation(rows, position="top")


def head(title: str, lang: Lang) -> None:
    """Show the title of a page, the language switch, and the banner while anything is sample."""
    # By its address: it is told at every run, and the browser has it for good.
    st.html(f"<style>@import url('{assets.address(assets.PAGE)}');</style>")
    # A way to log in or out wants room beside the others, where there is one.
    left, right = st.columns([5, 2 if access.providers() else 1], vertical_alignment="center")
    left.title(title, anchor=False)
    with right.container(horizontal=True, horizontal_alignment="right", key="head_tools"):
        st.segmented_control(
            t("ui.lang", lang),
            LANGS,
            format_func=lambda code: t("ui.this_language", code),
            key=choices.widget_key(choices.LANG),
            label_visibility="collapsed",
        )
        manual.link(_name(), lang)
        access.offer(lang)
    _banner()


def _name() -> str:
    """Return the name of the page that is shown, as its address says it."""
    path = urlsplit(st.context.url or "").path
    return path.rpartition("/")[2] or PAGES[0]


def _banner() -> None:
    shown = home.sample_registers()
    if not shown:
        return
    key = "ui.sample_banner" if len(shown) == len(THEMES) else "ui.sample_banner_some"
    said = []
    for lang in LANGS:
        names = ", ".join(t(f"ui.theme_{register}", lang) for register in shown)
        said.append(f"<span lang='{lang}'>{escape(t(key, lang, names=names))}</span>")
    st.html(f"<div class='areamap-banner' role='note'>{''.join(said)}</div>")
