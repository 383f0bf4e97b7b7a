"""What an import is, for who sees the page the first time."""

from html import escape
from typing import Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui.import_steps.address import Step

_UPLOAD: Final = "[data-testid='stFileUploaderDropzone'] button"


def show(lang: Lang) -> None:
    """Show what happens at each step."""
    st.markdown(t("importing.intro", lang))
    steps = "".join(
        f"<li><b>{escape(t(f'importing.step_{step}', lang))}</b>"
        f"<span>{escape(t(f'importing.how_{step}', lang))}</span></li>"
        for step in Step
    )
    st.html(f"<style>{words_of_upload(lang)}</style><ol class='areamap-how'>{steps}</ol>")


def words_of_upload(lang: Lang) -> str:
    """Return a style that gives Streamlit's own button for files words of this language."""
    words = t("importing.upload", lang)
    return (
        f"{_UPLOAD} p, {_UPLOAD} [data-testid='stMarkdownContainer'] {{font-size: 0}}"
        f"{_UPLOAD} p::after {{content: '{words}'; font-size: 1rem}}"
    )
