"""The page with two maps, without a browser."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.calendar import fiscal_year_span
from areamap.workspace import Workspace
from tests.pages.test_overview import Page, opening, texts, told


@pytest.fixture
def page() -> Page:
    """Return how to open the page by its own address."""
    return opening("pages/compare.py")


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    "subject",
    [
        "council",
        "fund",
        "housing",
        "integration",
        "budget-sum",
        "budget-head",
        "budget-circles",
        "council-fund",
        "fund-housing",
    ],
)
def test_two_moments_of_every_theme_have_a_difference(
    sample_home: Path, page: Page, subject: str, lang: str
) -> None:
    app = page(left_subject=subject, right_subject=subject, scope="19", lang=lang)
    assert not app.exception
    assert not app.info
    assert " → " in texts(app)
    assert texts(app).count({"th": "ที่มา: ", "en": "Source: "}[lang]) == 2
    assert "Sample data, not real" in texts(app)


def test_the_sentence_says_what_the_workspace_says(sample_home: Path, page: Page) -> None:
    app = page(left_fy="2566", right_fy="now", scope="30")
    workspace = Workspace.open(settings.load(sample_home))
    now = workspace.snapshot("council", as_of=date.today())  # noqa: DTZ011
    then = workspace.snapshot("council", as_of=fiscal_year_span(2566)[1])
    counts = now.change(then, within="30")["change"].value_counts()
    assert f"ได้เพิ่ม **{counts.get('gained', 0):,}** ตำบล" in texts(app)


def test_two_things_at_once_are_set_against_each_other_without_hiding_a_loss(
    sample_home: Path, page: Page
) -> None:
    subject = {"left_subject": "council-fund", "right_subject": "council-fund"}
    app = page(left_fy="2566", right_fy="now", scope="TH", **subject)
    workspace = Workspace.open(settings.load(sample_home))
    said = texts(app)
    for register, name in (("council", "สภาองค์กรชุมชน"), ("fund", "กองทุนสวัสดิการ")):
        now = workspace.snapshot(register, as_of=date.today())  # noqa: DTZ011
        then = workspace.snapshot(register, as_of=fiscal_year_span(2566)[1])
        counts = now.change(then)["change"].value_counts()
        gained, lost = counts.get("gained", 0), counts.get("lost", 0)
        assert gained + lost > 0
        assert f"{name}: ได้เพิ่ม **{gained:,}** ตำบล · หายไป **{lost:,}** ตำบล" in said
    assert app.get("download_button")


def test_classes_and_colours_are_chosen_once_for_both_maps(sample_home: Path, page: Page) -> None:
    both = {"left_subject": "budget-sum", "right_subject": "budget-sum", "scope": "TH"}
    app = page(**both, scheme="quantile", classes="4", palette="Blues")
    assert not app.exception
    chosen = {"scheme": "quantile", "classes": "4", "palette": "Blues"}
    assert told(app).items() >= chosen.items()
    app.selectbox(key="pick_scheme").set_value("own").run()
    app.text_input(key="pick_breaks").set_value("0.1, 0.3, 2").run()
    assert not app.exception
    assert told(app)["breaks"] == "0.1, 0.3, 2"
    app.selectbox(key="pick_left_subject").set_value("council").run()
    app.selectbox(key="pick_right_subject").set_value("fund").run()
    assert not {"scheme", "classes", "palette", "breaks"} & set(told(app))


def test_the_earlier_moment_comes_first_whichever_side_it_stands_on(
    sample_home: Path, page: Page
) -> None:
    one = page(left_fy="2566", right_fy="now", scope="30")
    other = page(left_fy="now", right_fy="2566", scope="30")

    def said(app: AppTest) -> str:
        return next(str(each.value) for each in app.markdown if "ได้เพิ่ม" in each.value)

    assert said(one) == said(other)
    assert "ได้เพิ่ม **0**" not in said(one)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ({"right_subject": "fund"}, "คนละเรื่อง"),
        ({"right_basis": "authority"}, "คนละฐาน"),
        ({"left_fy": "now"}, "ช่วงเวลาเดียวกัน"),
        ({"left_subject": "council-fund"}, "คนละเรื่อง"),
        ({"left_subject": "council-fund", "right_subject": "fund-housing"}, "คนละเรื่อง"),
    ],
)
def test_what_can_not_be_set_against_each_other_is_said(
    sample_home: Path, page: Page, address: dict[str, str], word: str
) -> None:
    app = page(**address)
    assert not app.exception
    assert word in app.info[0].value


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("years", {"left_subject": "fund", "right_subject": "fund", "right_fy": "now"}),
        ("themes", {"left_subject": "council", "right_subject": "fund", "left_fy": "now"}),
        ("bases", {"left_basis": "tambon", "right_basis": "authority", "left_fy": "now"}),
    ],
)
def test_presets_set_both_maps(
    sample_home: Path, page: Page, preset: str, expected: dict[str, str]
) -> None:
    app = page(left_subject="fund", right_subject="housing", left_fy="2565")
    app.button(key=f"preset_{preset}").click().run()
    assert not app.exception
    assert told(app).items() >= expected.items()


def test_the_address_comes_back_and_foreign_values_do_not(sample_home: Path, page: Page) -> None:
    address = {
        "scope": "30",
        "map": "schematic",
        "left_subject": "budget-head",
        "left_fy": "2566",
        "left_basis": "tambon",
        "right_subject": "fund-housing",
        "right_basis": "authority",
        "right_fy": "now",
        "lang": "en",
    }
    address |= {"scheme": "equal", "classes": "4", "palette": "PuBu"}
    app = page(**address)
    assert told(app) == address
    attack = dict.fromkeys(address, "<img src=x onerror=alert(1)>")
    hit = page(**attack)
    assert not hit.exception
    assert told(hit)["left_subject"] == "council"
    assert "<img" not in texts(hit)


def test_nothing_published_is_said_on_both_sides(empty_home: Path, page: Page) -> None:
    app = page(right_subject="fund", scope="19")
    assert not app.exception
    assert "areamap publish council" in texts(app)
    assert "areamap publish fund" in texts(app)
