"""The manual of the staff, section by section, as the pages link into it."""

import re
from pathlib import Path
from typing import Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.settings import docs
from areamap.ui import choices

SECTION: Final = "section"
"""Name of the section that is shown, in the address."""

_FILE: Final = "manual.th.md"
_WIDTH: Final = 960
_HEADING: Final = re.compile(r"^## (?P<title>.+?) \{#(?P<name>[a-z_]+)\}$", re.MULTILINE)
_PICTURE: Final = re.compile(r"^!\[(?P<says>[^\]]*)\]\((?P<file>pictures/[\w-]+\.png)\)$")


def sections() -> dict[str, tuple[str, str]]:
    """
    Return the manual by section.

    Returns
    -------
    dict
        Name of the section to its title and its text (Markdown), in their order. A section that
        explains a page bears the name of the page.
    """
    text = (docs() / _FILE).read_text(encoding="utf-8")
    found = list(_HEADING.finditer(text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    return {
        each["name"]: (each["title"], text[each.end() : end].strip())
        for each, end in zip(found, ends, strict=True)
    }


def show(lang: Lang) -> None:
    """Show a choice of sections beside the one that the address asks for."""
    known = sections()
    name = choices.current(SECTION, tuple(known), next(iter(known)))
    left, right = st.columns([1, 3], gap="large")
    with left:
        st.radio(
            t("manual.sections", lang),
            tuple(known),
            format_func=lambda each: known[each][0],
            key=choices.widget_key(SECTION),
        )
    title, text = known[name]
    with right:
        st.header(title, anchor=False)
        _write(text)


def link(page: str, lang: Lang) -> None:
    """Show a link to what the manual says of a page; nothing where it says nothing."""
    if page in sections():
        # In a window of its own: what she was doing stays as it is.
        st.link_button(
            t("manual.link", lang),
            f"manual?{SECTION}={page}&{choices.LANG}={lang}",
            icon=":material/help:",
            type="tertiary",
        )


def _write(text: str) -> None:
    """Write Markdown; a line that is a picture becomes one, from the folder of the manual."""
    words: list[str] = []
    for line in text.splitlines():
        picture = _PICTURE.match(line)
        if picture is None:
            words.append(line)
            continue
        st.markdown("\n".join(words))
        words = []
        _picture(docs() / picture["file"], picture["says"])
    st.markdown("\n".join(words))


def _picture(file: Path, caption: str) -> None:
    if file.is_file():
        st.image(file.read_bytes(), caption=caption, width=_WIDTH)
