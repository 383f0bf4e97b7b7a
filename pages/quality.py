"""Can it be said in public: what was found, what fits, and how old the data are."""

from datetime import date

import streamlit as st

from areamap.i18n import t
from areamap.ui import (
    quality_answer,
    quality_choice,
    quality_figures,
    quality_findings,
    quality_freshness,
    shell,
)
from areamap.ui.import_steps import writing

lang = shell.configure()
chosen = quality_choice.offer(lang, date.today())  # noqa: DTZ011 - the day where she is
shell.head(f"{t('ui.page_quality', lang)} · {chosen.place.label(lang)}", lang)
quality_choice.show(chosen)
with st.container(key="said"):
    # In its place also while it says nothing: what is below does not move.
    writing.show_said(lang)
quality_answer.show(chosen)
quality_figures.show(chosen)
quality_findings.show(chosen)
quality_freshness.show(chosen)
