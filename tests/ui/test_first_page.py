"""The page that a browser gets first: Streamlit's, and what it says of what comes next."""

import gzip
import re
from types import SimpleNamespace

import pytest

from areamap.ui import assets, entry, first_page, home, streamlit_files, warm_up
from areamap.ui.first_page import Ahead

MAP = Ahead(has_map=True, map_files=(("geometry", "/areamap/geometry/0a.json"),))


def told(ahead: Ahead) -> str:
    return gzip.decompress(first_page.page(ahead).body).decode()


@pytest.fixture
def warm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "is_done", lambda: True)
    monkeypatch.setattr(home, "map_kinds", lambda: ["true", "schematic"])
    monkeypatch.setattr(home, "topology", lambda kind: (f"digest-{kind}", None))
    monkeypatch.setattr(home, "clusters", lambda: ("grouped", b""))


def with_access(monkeypatch: pytest.MonkeyPatch, viewers: tuple[str, ...]) -> None:
    access = SimpleNamespace(viewers=viewers)
    monkeypatch.setattr(first_page.settings, "load", lambda: SimpleNamespace(access=access))


def test_nothing_of_streamlits_page_is_lost_but_the_font_that_is_never_shown() -> None:
    before, after = streamlit_files.index(), told(MAP)
    assert len(re.findall(r'as="font"', before)) == 1
    assert "SourceSans" not in after
    head, _, rest = re.sub(r'<link\s[^>]*as="font"[^>]*>', "", before).partition("</head>")
    assert after.startswith(head)
    assert after.endswith("</head>" + rest)
    assert after.count("</head>") == 1


def test_it_names_what_the_map_will_ask_for() -> None:
    page = told(MAP)
    assert 'href="/areamap/geometry/0a.json"' in page
    assert 'data-areamap="geometry"' in page
    assert f'import("{assets.address(assets.SCRIPT)}")' in page
    assert all(address in page for address in streamlit_files.chunks())


def test_everything_named_comes_from_here_and_is_there() -> None:
    for address in re.findall(r'(?:href|src|url)[=(]"([^"]+)"', told(MAP)):
        assert address.startswith(("./", "/areamap/"))
        path, _, tag = address.removeprefix(f"{assets.ROOT}/").partition("?v=")
        if tag:
            found = assets.packed(path)
            assert found is not None
            assert found.tag == tag


def test_a_page_without_a_map_fetches_none() -> None:
    page = told(Ahead())
    assert "data-areamap" not in page
    assert assets.SCRIPT not in page
    assert "Areamap" in page


def test_streamlits_page_in_another_shape_is_sent_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_files, "index", lambda: "<html>new</html>")
    page = first_page.page.__wrapped__(Ahead(has_map=True))
    assert gzip.decompress(page.body) == b"<html>new</html>"


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize(
    ("kind", "lang", "geometry", "names"),
    [
        ("", "", "digest-true", "names-th"),
        ("schematic", "en", "digest-schematic", "names-en"),
        ("<script>", "../", "digest-true", "names-th"),
    ],
)
def test_the_map_and_the_language_of_the_address_or_else_the_usual_ones(
    kind: str, lang: str, geometry: str, names: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_access(monkeypatch, ())
    files = dict(first_page.ahead_of("", kind, lang).map_files)
    assert geometry in files["geometry"]
    assert names in files["names"]
    assert "grouped" in files["groups"]


@pytest.mark.usefixtures("warm")
def test_where_not_everyone_may_see_nobody_is_told_where_the_areas_lie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with_access(monkeypatch, ("someone@example.org",))
    assert first_page.ahead_of("", "", "") == Ahead(has_map=True)


def test_nobody_waits_for_what_is_still_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    with_access(monkeypatch, ())
    monkeypatch.setattr(warm_up, "is_done", lambda: False)
    monkeypatch.delattr(home, "topology")
    assert first_page.ahead_of("overview", "", "") == Ahead(has_map=True)
    assert first_page.ahead_of("about", "", "") == Ahead()


def test_every_page_has_its_address() -> None:
    paths = {route.path for route in first_page.page_routes()}
    pages = entry.script().parent / "pages"
    assert paths == {"/", *(f"/{file.stem}" for file in pages.glob("*.py"))}
    assert paths >= {f"/{name}" for name in first_page.WITH_MAP}
