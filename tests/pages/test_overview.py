"""The overview page in each of its states, without a browser."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.calendar import fiscal_year
from areamap.places.levels import Level
from areamap.registers import definitions
from areamap.store import Submission
from areamap.workspace import Workspace

ROOT = Path(__file__).parents[2]
Page = Callable[..., AppTest]


def opening(script: str) -> Page:
    """Return how to open a page with an address."""

    def opened(**address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / script), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened


@pytest.fixture
def page() -> Page:
    """Return how to open the page as the app does."""
    return opening("app.py")


@pytest.fixture(params=["app.py", "pages/overview.py"])
def either(request: pytest.FixtureRequest) -> Page:
    """Return how to open the page: through the app, and cold by its own address."""
    return opening(request.param)


def told(app: AppTest) -> dict[str, str]:
    """Return the address that the page has written."""
    values = app.query_params.items()
    return {name: value if isinstance(value, str) else value[0] for name, value in values}


def texts(app: AppTest) -> str:
    """Return everything that the page says."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.success, app.text)
    said = [element.value for kind in kinds for element in kind]
    return "\n".join(said + [element.proto.body for element in app.get("html")])


def metric(app: AppTest, place: int) -> str:
    return app.metric[place].value


def test_it_opens_in_thai_with_a_rate_that_names_its_basis_and_day(
    sample_home: Path, either: Page
) -> None:
    app = either()
    assert not app.exception
    assert app.title[0].value == "สภาองค์กรชุมชน · ประเทศไทย"
    assert "ฐาน: ตำบล · ณ " in texts(app)
    assert metric(app, 0).endswith(" %")


def test_figures_are_those_of_the_workspace(sample_home: Path, page: Page) -> None:
    app = page(scope="30", basis="authority")
    row = (
        Workspace.open(settings.load(sample_home))
        .snapshot("council", as_of=date.today())  # noqa: DTZ011
        .coverage(Level.PROVINCE, basis="authority", within="30")
        .loc["30"]
    )
    assert f"**{row['covered']:,}** จาก **{row['areas']:,}** อปท." in texts(app)
    assert metric(app, 0) == f"{row['coverage_pct']:.1f} %"
    assert metric(app, 1) == f"{row['gap']:,}"
    assert f"{row['areas']:,}" == "333"


@pytest.mark.parametrize("theme", ["council", "fund", "housing", "budget"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_theme_in_both_languages(
    sample_home: Path, either: Page, theme: str, lang: str
) -> None:
    app = either(theme=theme, lang=lang, scope="19")
    assert not app.exception
    assert len(app.metric) >= 4
    word = {"th": "สระบุรี", "en": "Saraburi"}[lang]
    assert word in app.title[0].value


def test_the_banner_says_sample_in_both_languages(sample_home: Path, page: Page) -> None:
    said = texts(page(lang="en"))
    assert "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริง" in said
    assert "Sample data, not real" in said


def test_the_banner_names_what_is_still_sample_after_a_real_publication(
    sample_home: Path, page: Page
) -> None:
    workspace = Workspace.open(settings.load(sample_home))
    sample = workspace.snapshot("council").publication
    assert sample
    workspace.store.publish(
        Submission(
            register="council",
            rows=workspace.rows(sample),
            kinds=definitions.load("council").kinds,
            file_name="สภา.xlsx",
            file_sha256="0" * 64,
            by="test",
        )
    )
    said = texts(page())
    assert "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริง: กองทุนสวัสดิการ, ที่อยู่อาศัย, งบประมาณ" in said
    assert "ที่มา: สภา.xlsx" in said


def test_choices_of_the_address_are_taken_and_foreign_ones_are_not(
    sample_home: Path, either: Page
) -> None:
    app = either(scope="<script>", theme="nothing", basis="tambons", map="3d", fy="1", lang="xx")
    assert not app.exception
    assert app.title[0].value == "สภาองค์กรชุมชน · ประเทศไทย"
    assert told(app) == {
        "scope": "TH",
        "theme": "council",
        "basis": "tambon",
        "map": "schematic",
        "fy": "now",
        "lang": "th",
    }


def test_a_choice_moves_into_the_address(sample_home: Path, either: Page) -> None:
    app = either(scope="19")
    app.selectbox(key="pick_scope").select("TH").run()
    assert told(app)["scope"] == "TH"
    assert app.title[0].value == "สภาองค์กรชุมชน · ประเทศไทย"


def test_a_changed_address_wins_over_what_was_chosen(sample_home: Path, page: Page) -> None:
    app = page(scope="19")
    app.selectbox(key="pick_scope").select("30").run()
    app.query_params["scope"] = "72"
    app.run()
    assert "สุพรรณบุรี" in app.title[0].value


def test_a_fiscal_year_looks_back(sample_home: Path, page: Page) -> None:
    now = page(scope="TH")
    then = page(scope="TH", fy="2566")
    assert "30 ก.ย. 2566" in texts(then)
    assert metric(then, 0) != metric(now, 0)


def test_money_above_the_tambon_stands_apart(sample_home: Path, page: Page) -> None:
    app = page(theme="budget", scope="19", fy="2566")
    assert metric(app, 0) == "6,749,210"
    assert [each.label for each in app.metric] == [
        "งบประมาณรวม (บาท)",
        "รายการ",
        "ตำบลที่มีรายการ",
        "เหนือระดับตำบล",
    ]


def test_nothing_published_is_said_and_everything_is_unknown(empty_home: Path, page: Page) -> None:
    app = page(scope="19")
    assert not app.exception
    assert "ยังไม่มีทะเบียนสภาองค์กรชุมชน" in texts(app)
    assert metric(app, 0) == "ไม่ทราบ"
    assert metric(app, 2) == "111"
    assert metric(app, 1) == metric(app, 3) == "ไม่ทราบ"
    assert app.warning[0].value.startswith("อีก 111 พื้นที่ยังไม่ทราบ")
    assert not app.success
    assert "ข้อมูลตัวอย่าง ไม่ใช่" not in texts(app)


def test_without_authorities_the_page_says_why_it_does_not_count_by_them(
    empty_home: Path, page: Page
) -> None:
    said = texts(page(basis="authority"))
    assert "ยังไม่มีทะเบียนองค์กรปกครองส่วนท้องถิ่น" in said
    assert "ฐาน: ตำบล" in said


def test_an_empty_budget_is_a_page_too(empty_home: Path, page: Page) -> None:
    app = page(theme="budget")
    assert not app.exception
    assert {each.value for each in app.metric} == {"ไม่ทราบ"}
    assert not app.success


def test_a_database_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Page
) -> None:
    (tmp_path / "areamap.sqlite3").write_bytes(b"not a database, " * 500)
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path))
    app = page()
    assert not app.exception
    assert "ไม่ใช่ฐานข้อมูลของ areamap หรือไฟล์เสียหาย" in app.error[0].value


def test_money_is_of_the_last_whole_year_unless_another_is_asked_for(
    sample_home: Path, page: Page
) -> None:
    running = fiscal_year(date.today())  # noqa: DTZ011 - the day where she is
    assert told(page(theme="budget"))["fy"] == str(running - 1)
    app = page(theme="budget", fy=str(running))
    assert told(app)["fy"] == str(running)
    assert app.selectbox(key="pick_fy").options[0] == f"ปีงบ {running} (ไม่เต็มปี)"
