"""For editors: a file becomes a publication in five steps, and no row is lost on the way."""

import streamlit as st

from areamap.i18n import t
from areamap.ui import access, boundaries_upload, shell
from areamap.ui.import_steps import (
    address,
    changes,
    columns,
    file,
    publishing,
    rows,
    stepper,
    upload,
    waiting,
    welcome,
    working,
    writing,
)
from areamap.ui.import_steps.address import Step

SHOW = {
    Step.FILE: file.show,
    Step.COLUMNS: columns.show,
    Step.ROWS: rows.show,
    Step.CHANGES: changes.show,
    Step.PUBLISH: publishing.show,
}

lang = shell.configure()
shell.head(t("ui.page_imports", lang), lang)
access.require(access.Role.EDITOR, lang)
writing.show_said(lang)
number = address.number()
if number is None:
    publishing.show_published(lang)
    welcome.show(lang)
    waiting.show(lang)
    upload.show(lang)
    boundaries_upload.show(lang)
    st.stop()

work = working.open_draft(number, lang)
step = address.step()
working.head(work, lang)
stepper.show(work, step, lang)
SHOW[step](work, lang)
stepper.show_ways(number, step, lang)
