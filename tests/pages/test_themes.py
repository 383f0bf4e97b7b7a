"""The themes of the overview that are more than one register, and the choice of classes."""

from pathlib import Path

import pytest

from tests.pages.test_overview import Page, opening, texts, told


@pytest.fixture
def page() -> Page:
    """Return how to open the page as the app does."""
    return opening("app.py")


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    "address",
    [
        {"theme": "integration"},
        {"theme": "two"},
        {"theme": "two", "pair": "fund-housing", "basis": "authority"},
        {"theme": "budget", "money": "sum"},
        {"theme": "budget", "money": "head"},
        {"theme": "budget", "money": "circles"},
    ],
)
def test_every_theme_has_its_figures_its_list_and_its_source(
    sample_home: Path, page: Page, address: dict[str, str], lang: str
) -> None:
    app = page(**address, lang=lang, scope="19")
    assert not app.exception
    assert len(app.metric) >= 4
    assert {"th": "ที่มา: ", "en": "Source: "}[lang] in texts(app)
    assert told(app).items() >= (address | {"lang": lang, "scope": "19"}).items()


@pytest.mark.parametrize(
    "address",
    [
        {"money": "sum", "scheme": "codi_money", "palette": "YlOrRd"},
        {"money": "sum", "scheme": "own", "breaks": "0.05, 0.1", "palette": "viridis"},
        {"money": "head", "scheme": "natural", "classes": "7", "palette": "cividis"},
        {"money": "head", "scheme": "equal", "classes": "3", "palette": "high-contrast"},
        {"money": "head", "scheme": "quantile", "classes": "9", "palette": "magma"},
    ],
)
def test_classes_and_colours_come_back_by_the_address(
    sample_home: Path, page: Page, address: dict[str, str]
) -> None:
    whole = address | {"theme": "budget", "scope": "30", "fy": "2566"}
    app = page(**whole)
    assert not app.exception
    assert told(app).items() >= whole.items()
    again = page(**told(app))
    assert told(again) == told(app)


def test_what_is_not_offered_is_not_taken(sample_home: Path, page: Page) -> None:
    attack = "<img src=x onerror=alert(1)>"
    app = page(theme="budget", money=attack, scheme=attack, classes="12", palette=attack)
    assert not app.exception
    assert told(app)["money"] == "sum"
    assert told(app)["scheme"] == "codi_money"
    assert told(app)["palette"] == "YlGnBu"
    assert "classes" not in told(app)
    assert attack not in texts(app)


def test_breaks_that_are_none_are_refused_with_words(sample_home: Path, page: Page) -> None:
    attack = "<img src=x onerror=alert(1)>"
    app = page(theme="budget", scheme="own", breaks=attack)
    assert not app.exception
    assert told(app)["breaks"] == "0.5, 1, 5"
    assert "2 ถึง 6" in app.warning[0].value
    assert attack not in texts(app)


def test_no_more_classes_than_colours_can_be_told_apart(sample_home: Path, page: Page) -> None:
    app = page(theme="budget", money="head", scheme="quantile", classes="7", palette="Blues")
    assert told(app)["classes"] == "5"
    assert "ไม่เกิน 5 ช่วง" in texts(app)
    counts = app.get("button_group")
    offered = next(each for each in counts if each.key == "pick_classes")
    assert [option.content for option in offered.proto.options] == ["3", "4", "5"]


def test_the_address_says_nothing_of_classes_where_there_are_none(
    sample_home: Path, page: Page
) -> None:
    app = page(theme="budget", money="head", classes="6", scheme="equal", pair="fund-housing")
    assert "pair" not in told(app)
    app.query_params["theme"] = "council"
    app.run()
    assert not {"money", "scheme", "classes", "palette", "breaks"} & set(told(app))
    app.query_params["theme"] = "budget"
    app.run()
    assert told(app).items() >= {"money": "head", "classes": "6", "scheme": "equal"}.items()


@pytest.mark.parametrize("theme", ["integration", "two", "budget"])
def test_nothing_published_is_a_page_too(empty_home: Path, page: Page, theme: str) -> None:
    app = page(theme=theme, scope="19")
    assert not app.exception
    assert app.metric[0].value == "ไม่ทราบ"
    assert "0" not in {each.value for each in app.metric}
    assert "areamap publish" in texts(app)


def test_without_people_baht_per_head_are_not_offered(empty_home: Path, page: Page) -> None:
    assert told(page(theme="budget", money="head"))["money"] == "sum"
