"""The answer that a page begins with: its question, a sentence or two, and basis and day."""

import re
from collections.abc import Sequence
from html import escape
from typing import Final

import streamlit as st

_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")


def show(question: str, sentences: Sequence[str], holds: str = "") -> None:
    """
    Show an answer; words of other people in it stay text.

    Parameters
    ----------
    question
        What the page answers.
    sentences
        The answer; what stands between `**` is strong.
    holds
        Basis, day and source.
    """
    said = "".join(f"<p>{strong(each)}</p>" for each in sentences if each)
    below = f"<small>{escape(holds)}</small>" if holds else ""
    asked = f"<span>{escape(question)}</span>"
    st.html(f'<div class="areamap-answer" role="status">{asked}{said}{below}</div>')


def strong(sentence: str) -> str:
    """Return a sentence as HTML, with what stands between `**` strong and all else text."""
    return _STRONG.sub(r"<b>\1</b>", escape(sentence))
