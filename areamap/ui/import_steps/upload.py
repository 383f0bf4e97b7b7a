"""Where an import begins: files that are handed in, or cells that are pasted."""

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

import streamlit as st

from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.progress import within
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import address, how_far, people, reading_choice, templates, writing
from areamap.ui.import_steps.address import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from areamap.imports import Incoming, Look, Received
    from areamap.progress import Progress
    from areamap.store import KeptDraft


class Found(NamedTuple):
    """A file that was handed in, and what it looks like."""

    incoming: "Incoming"
    look: "Look"


KINDS: Final = ("xlsx", "xls", "csv", "tsv", "txt", "parquet", "zip")
_TURN: Final = "upload_turn"
"""Session key of how often the box for files was emptied; a new key empties it."""
_RECEIVED: Final = "import_received"
"""Session key of what was read, by the id of the upload or the hash of the text."""


def show(lang: Lang) -> None:
    """Show where files are handed in, and what each of those there looks like."""
    st.header(t("importing.begin", lang), anchor=False)
    turn = st.session_state.get(_TURN, 0)
    files, paste, persons, empty = st.tabs(
        [t(f"importing.{name}", lang) for name in ("files", "paste", "count_people", "templates")]
    )
    with files:
        uploads = st.file_uploader(
            t("importing.choose_files", lang),
            type=list(KINDS),
            accept_multiple_files=True,
            key=f"upload_{turn}",
            help=t("importing.choose_help", lang),
        )
    with paste:
        text = st.text_area(
            t("importing.paste_here", lang),
            key=f"pasted_{turn}",
            height=130,
            placeholder=t("importing.paste_example", lang),
        )
        st.button(t("importing.paste_read", lang), key="paste_read", type="primary")
    with persons:
        people.show(lang)
    with empty:
        templates.show(lang)
    found = _received(uploads, text, lang)
    if found:
        _offer(found, lang)


def _received(
    uploads: "list[st.runtime.uploaded_file_manager.UploadedFile]", text: str, lang: Lang
) -> list[Found]:
    """Return what is handed in and what it looks like, each read once; say what can't be read."""
    kept: dict[str, list[Found | AreamapError]] = st.session_state.setdefault(_RECEIVED, {})
    jobs: dict[str, tuple[str, Callable[[], Received]]] = {
        upload.file_id: (upload.name, partial(_opened, upload)) for upload in uploads
    }
    if text.strip():
        mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        jobs[mark] = (t("importing.paste", lang), partial(_pasted, text))
    for gone in set(kept) - set(jobs):
        del kept[gone]
    todo = [key for key in jobs if key not in kept]
    if todo:
        bar = st.progress(0.0)
        for place, key in enumerate(todo):
            name, job = jobs[key]
            said = t("importing.reading", lang, file=name, number=place + 1, count=len(todo))
            bar.progress(place / len(todo), text=writing.plain(said))
            kept[key] = _looked_at(job, within(_tell(bar, name, lang), *_share(place, todo)))
        bar.empty()
    found: list[Found] = []
    for each in (one for key in jobs for one in kept[key]):
        if isinstance(each, AreamapError):
            st.error(writing.plain(each.text(lang)))
        else:
            found.append(each)
    return found


def _opened(upload: "st.runtime.uploaded_file_manager.UploadedFile") -> "Received":
    return home.workspace().imports.receive(upload.name, upload.getvalue())


def _pasted(text: str) -> "Received":
    from areamap.imports import Received  # noqa: PLC0415 - pandas and more at the first look

    return Received((home.workspace().imports.pasted(text),))


def _share(place: int, todo: "Sequence[str]") -> tuple[float, float]:
    return place / len(todo), (place + 1) / len(todo)


def _tell(bar: "DeltaGenerator", name: str, lang: Lang) -> "Progress":
    def tell(done: float, doing: str) -> None:
        bar.progress(done, text=writing.plain(f"{name}: {t(doing, lang)}"))

    return tell


def _looked_at(job: "Callable[[], Received]", progress: "Progress") -> "list[Found | AreamapError]":
    """Return the files that were handed in, and why others can't be read."""
    try:
        received = job()
        progress(0.7, "importing.doing_recognise")
        found = [Found(each, home.workspace().imports.look(each)) for each in received]
    except AreamapError as error:
        return [error]
    return [*received.refused, *found]


def _offer(found: list[Found], lang: Lang) -> None:
    """Show what each file looks like, changeable, and the way on."""
    head = st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="start_head",
    )
    taken: list[tuple[Incoming, reading_choice.Reading | None]] = []
    for place, each in enumerate(found):
        with st.container(border=True, key=f"incoming_{place}"):
            st.subheader(writing.plain(each.incoming.name), anchor=False)
            if len(found) == 1 or _is_taken(each, place, lang):
                reading = reading_choice.choose(each.look, lang, name=f"new_{place}")
                taken.append((each.incoming, reading))
    several = len(taken) > 1
    label = t("importing.start_all" if several else "importing.start", lang, count=len(taken))
    head.markdown(t("importing.start_how", lang))
    is_ready = bool(taken) and all(reading for _, reading in taken)
    if head.button(label, type="primary", key="start", disabled=not is_ready):
        with how_far.shown(lang) as tell:
            _begin(taken, tell, lang)


def _is_taken(each: Found, place: int, lang: Lang) -> bool:
    """Ask whether one file of several is to be read: an archive holds letters and notes too."""
    key = f"take_{place}_{each.incoming.sha256[:8]}"
    return st.checkbox(t("importing.take_file", lang), value=bool(each.look.registers), key=key)


def _begin(
    taken: "Sequence[tuple[Incoming, reading_choice.Reading | None]]",
    progress: "Progress",
    lang: Lang,
) -> None:
    begun = []
    for place, (incoming, reading) in enumerate(taken):
        if reading is None:
            continue
        tell = within(progress, place / len(taken), (place + 1) / len(taken))
        kept = writing.attempt(partial(_begin_one, incoming, reading, tell))
        if kept is None:
            st.rerun()
        begun.append(kept)
    # What was handed in is kept as drafts now: the session need not hold it too.
    st.session_state.pop(_RECEIVED, None)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    if len(begun) == 1:
        address.go(begun[0].id, Step.ROWS)
    elif begun:
        names = ", ".join(definitions.load(kept.register).label(lang) for kept in begun)
        writing.say("done", "importing.begun", count=len(begun), registers=names)
    st.rerun()


def _begin_one(
    incoming: "Incoming", reading: "reading_choice.Reading", progress: "Progress", by: str
) -> "KeptDraft":
    return home.workspace().imports.begin(incoming, by=by, progress=progress, **reading.told())
