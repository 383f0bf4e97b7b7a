"""The figures that each page says first, beside those of the command that it stands for."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from statistics import fmean, median
from typing import Any

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from areamap.cli import areamap
from areamap.draw.amounts import million_baht
from areamap.i18n import LANGS, Lang, t
from areamap.measures.integration import LINES
from tests.pages.test_overview import opening, texts

WHERE = pytest.mark.parametrize(("scope", "level"), [("TH", "country"), ("19", "province")])


def given(home: Path, *words: str) -> Any:
    """Return what a command gives as JSON."""
    asked = [*words, "--format", "json", "--home", str(home)]
    shown = CliRunner().invoke(areamap, asked)
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout)


def within(scope: str) -> tuple[str, ...]:
    """Return how a command is asked about an area."""
    return () if scope == "TH" else ("--in", scope)


def opened(page: str, **address: str) -> AppTest:
    app = opening(f"pages/{page}.py")(**address)
    assert not app.exception
    return app


def answer(app: AppTest) -> str:
    """Return the sentences that a page begins with."""
    html = [each.proto.body for each in app.get("html")]
    return unescape(next(each for each in html if "areamap-answer" in each))


def metrics(app: AppTest) -> list[str]:
    return [each.value for each in app.metric]


@pytest.mark.parametrize(
    ("theme", "scope", "level"),
    [("council", "TH", "country"), ("fund", "19", "province"), ("housing", "TH", "country")],
)
def test_the_overview_has_the_coverage(
    sample_home: Path, theme: str, scope: str, level: str
) -> None:
    (row,) = given(sample_home, "coverage", "--theme", theme, "--by", level, *within(scope))
    app = opened("overview", scope=scope, theme=theme)
    counts = [f"{row[name]:,}" for name in ("gap", "unknown", "partly")]
    assert metrics(app) == [f"{row['coverage_pct']:.1f} %", *counts]
    said = texts(app)
    assert f"**{row['covered']:,}** จาก **{row['areas']:,}** ตำบล" in said
    assert f"<b>{row['covered']:,} จาก {row['areas']:,} ตำบลมี" in said


@WHERE
def test_the_overview_has_the_baht(sample_home: Path, scope: str, level: str) -> None:
    asked = ("budget", "--by", "tambon", *within(scope), "--fiscal-year")
    rows, before = (given(sample_home, *asked, year) for year in ("2568", "2567"))
    app = opened("overview", scope=scope, theme="budget", fy="2568")
    whole, last = (sum(each["amount_baht"] for each in found) for found in (rows, before))
    placed = [each for each in rows if each["placed_at"] == "tambon"]
    above = whole - sum(each["amount_baht"] for each in placed)
    assert metrics(app) == [
        f"{whole:,.0f}",
        f"{sum(each['lines'] for each in rows):,}",
        f"{len({each['area_code'] for each in placed}):,}",
        f"{above:,.0f}",
    ]
    moved = "เพิ่มขึ้น" if whole > last else "ลดลง"
    apart = million_baht(abs(whole - last), "th", unit=True)
    assert f"เทียบกับปีงบประมาณ 2567: {moved} {apart}" in texts(app)


def test_the_overview_has_the_baht_since_the_last_forum(sample_home: Path) -> None:
    asked = ("--theme", "budget", "--from", "2023-03-15", "--in", "19")
    (line,) = given(sample_home, "change", *asked)
    apart = million_baht(line["after"] - line["before"], "th", unit=True)
    said = texts(opened("overview", scope="19", theme="budget", fy="2568"))
    assert f"เวทีครั้งก่อน (15 มี.ค. 2566): งบประมาณของปีที่เริ่มแล้วเพิ่มขึ้น {apart}" in said
    assert "since=2023-03-15" in said


@WHERE
def test_the_overview_has_the_work_lines(sample_home: Path, scope: str, level: str) -> None:
    rows = given(sample_home, "integration", *within(scope))
    known = [each["work_lines"] for each in rows if each["work_lines"] is not None]
    app = opened("overview", scope=scope, theme="integration")
    assert metrics(app) == [
        f"{median(known):g}",
        f"{known.count(0):,}",
        f"{len(rows) - len(known):,}",
        f"{known.count(len(LINES)):,}",
    ]


@WHERE
def test_the_page_of_gaps_has_the_gaps(sample_home: Path, scope: str, level: str) -> None:
    rows = given(sample_home, "gaps", "--theme", "fund", *within(scope))
    app = opened("gaps", scope=scope, theme="fund", lang="en")
    said = answer(app)
    assert f"<b>{len(rows):,} of " in said
    assert f"people living there: {sum(each['population'] or 0 for each in rows):,.0f}" in said
    assert re.search(f"First of all <b>[^<]*{re.escape(rows[0]['name_en'])}", said)


@WHERE
def test_the_page_of_the_budget_has_the_baht(sample_home: Path, scope: str, level: str) -> None:
    words = ("--by", level, *within(scope), "--fiscal-year", "2568")
    whole = sum(each["amount_baht"] for each in given(sample_home, "budget", *words))
    (brought,) = given(sample_home, "leverage", *words)
    said = metrics(opened("budget", scope=scope, fy="2568"))
    assert said[0] == million_baht(whole, "th", unit=True)
    assert said[-1] == f"{brought['leverage_ratio']:.2f}"


def test_the_page_of_clusters_has_those_of_the_country(sample_home: Path) -> None:
    rows = given(sample_home, "compare", "fund", "--by", "cluster")
    said = answer(opened("clusters", by="cluster", theme="fund", lang="en"))
    for row in (rows[0], rows[-1]):
        assert row["name_en"] in said
        assert f"{row['value']:.1f}" in said


@WHERE
def test_the_page_of_work_lines_has_lines_and_agreements(
    sample_home: Path, scope: str, level: str
) -> None:
    rows = given(sample_home, "integration", *within(scope))
    known = [each["work_lines"] for each in rows if each["work_lines"] is not None]
    at_work = Counter({line: sum(each[line] == "at_work" for each in rows) for line in LINES})
    line, most = at_work.most_common(1)[0]
    said = answer(opened("work_lines", scope=scope, lang="en"))
    assert f"<b>{fmean(known):.1f} of 7</b>" in said
    assert f"({len(known):,} of {len(rows):,} tambons known)" in said
    assert f"<b>{t(f'measures.work_line_{line}', 'en')}</b>, in {most:,} tambons" in said
    agreed = given(sample_home, "agreements", *within(scope))
    soon = sum(each["term"] == "ends_soon" for each in agreed)
    assert f"There are {len(agreed):,} agreements." in said
    assert f"Ending within 12 months: <b>{soon:,} " in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_of_a_tambon_says_its_sentences(sample_home: Path, lang: Lang) -> None:
    told = given(sample_home, "profile", "190404", "--lang", lang)["sentences"]
    said = unescape(texts(opened("tambon", scope="190404", lang=lang)))
    assert len(told) == 10
    for sentence in (each for section in told.values() for each in section):
        assert sentence in said


def test_the_page_of_change_has_what_moved_in_the_country(sample_home: Path) -> None:
    (row,) = given(sample_home, "change", "--from", "2020-01-01", "--theme", "fund")
    said = answer(opened("change", theme="fund", since="2020-01-01", lang="en"))
    assert row["gained"]
    assert f"<b>{row['before']:,}</b> to <b>{row['after']:,}</b> of {row['areas']:,}" in said


@WHERE
def test_the_page_of_plans_has_targets_and_plans(sample_home: Path, scope: str, level: str) -> None:
    aims = given(sample_home, "targets", *within(scope))
    rows = given(sample_home, "plans", *within(scope))
    app = opened("plans", scope=scope, lang="en")
    own = [each["course"] for each in aims if each["relation"] != "above"]
    late = sum(each["is_late"] and each["level"] != "tambon" for each in rows)
    said = answer(app)
    assert f"of {len(own)} targets" in said
    assert f"<b>{own.count('reached')} reached</b>" in said
    assert f"<b>{own.count('behind')} behind</b>" in said
    assert f"Plans above the tambon that are late: {late:,}," in said


@WHERE
def test_the_page_of_quality_has_figures_and_findings(
    sample_home: Path, scope: str, level: str
) -> None:
    figures = given(sample_home, "reconcile", *within(scope))
    verdicts = Counter(each["verdict"] for each in figures)
    severities = Counter(each["severity"] for each in given(sample_home, "quality", *within(scope)))
    app = opened("quality", scope=scope, lang="en")
    said = texts(app)
    told = f"{len(figures)} published figures: {verdicts['fits']} fit the registers"
    assert f"{told} · {verdicts['differs']} do not" in said
    counts = [f"{severities[each]:,}" for each in ("wrong", "doubt", "note")]
    assert metrics(app)[:3] == counts
