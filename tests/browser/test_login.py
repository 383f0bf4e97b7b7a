"""A login for real: from a stranger to an editor and back, by a service of this test alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from areamap import settings
from areamap.i18n import t
from areamap.workspace import Workspace
from tests.browser import login_service
from tests.browser.conftest import PATIENCE, Look, Server, Serving, until
from tests.browser.login_service import LoginService

pytestmark = pytest.mark.browser

EDITOR = "somsri@areamap.example"
# As docs/operating.md writes them; Streamlit puts the port that the server got in place of {port}.
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "a secret of this test alone, long enough to sign with"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{service}"
"""
RULES = f"""
[access]
administrators = ["director@areamap.example"]
editors = ["{EDITOR}"]
"""
LIST = "จังหวัด,อำเภอ,ตำบล,วันที่จดแจ้งจัดตั้ง\nสระบุรี,วิหารแดง,{place},15/3/2559\n"


@pytest.fixture
def service() -> Iterator[LoginService]:
    with login_service.serving() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, service: LoginService, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home with a login and two publications of the councils."""
    # The service is on this machine, whatever else the machine reaches through a proxy.
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    folder = tmp_path / "home"
    folder.mkdir()
    where = f"{service.url}{login_service.DISCOVERY}"
    told = SECRETS.format(client=login_service.CLIENT, secret=login_service.SECRET, service=where)
    (folder / "secrets.toml").write_text(told, encoding="utf-8")
    (folder / settings.FILE).write_text(RULES, encoding="utf-8")
    opened = Workspace.open(settings.load(folder))
    opened.clear_sample()
    desk, seen = opened.imports, None
    for place in ("เจริญธรรม", "หนองหมู"):
        file = desk.pasted(LIST.format(place=place).replace(",", "\t"))
        begun = desk.begin(file, by="", register="council", source="สระบุรี")
        seen = desk.publish(begun.id, mode="all", by="", note="ก", seen=seen).id
    return folder


def go(page: Page, server: Server, address: str) -> None:
    page.goto(f"{server.url}/{address}")
    page.locator("h1").wait_for()


def is_stranger(page: Page, server: Server) -> None:
    """See that the one who looks is shown the way in, and nothing to hand in."""
    go(page, server, "imports")
    expect(page.get_by_text(t("access.log_in_editor"))).to_be_visible(timeout=PATIENCE)
    expect(page.locator("input[type=file]")).to_have_count(0)


def _logins(kept: list[Any]) -> list[Any]:
    return [each for each in kept if each["name"].startswith("_streamlit_user")]


def stands_in_the_row(page: Page) -> None:
    """Wait until all that is in the head beside the title stands in one row."""
    tools = page.locator(".st-key-head_tools").first
    until(
        page, lambda: (tools.bounding_box() or {"height": 0})["height"], lambda high: 0 < high < 60
    )


def test_a_stranger_becomes_an_editor_and_goes_again(
    home: Path,
    service: LoginService,
    serve: Serving,
    look: Callable[..., Look],
    tmp_path: Path,
) -> None:
    server = serve(home)
    service.back.add(f"{server.url}/oauth2callback")
    store = Workspace.open(settings.load(home)).store
    page = look().open(f"{server.url}/history?publication=1").page
    # She sees what was published.
    expect(page.locator("h2").first).to_contain_text("ฉบับที่ 1", timeout=PATIENCE)
    is_stranger(page, server)
    stands_in_the_row(page)

    page.locator(".st-key-access_log_in_page_default button").first.click()
    page.get_by_label("E-mail").fill(EDITOR)
    page.get_by_role("button", name="Go on").click()
    leave = page.locator(".st-key-access_out button").first
    expect(leave).to_be_visible(timeout=PATIENCE)
    expect(page).to_have_url(re.compile(rf"^{re.escape(server.url)}/"), timeout=PATIENCE)
    stands_in_the_row(page)

    go(page, server, "imports")
    file = tmp_path / "สภา สระบุรี.csv"
    file.write_text(LIST.format(place="บ้านลำ"), encoding="utf-8")
    page.locator("[class*=st-key-upload_] input[type=file]").set_input_files(file)
    page.locator(".st-key-start button").first.click()
    expect(page).to_have_url(re.compile(r"draft=\d+"), timeout=PATIENCE)
    # It is the address of the login that stands beside what she did.
    until(page, lambda: [each.created_by for each in store.drafts.every()], [EDITOR])

    go(page, server, "history?publication=1")
    refused = page.get_by_text(t("history.administrators_roll_back"))
    expect(refused).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-roll_back")).to_have_count(0)
    assert [each.id for each in store.history()] == [2, 1]

    leave.click()
    # The page says so before the browser was at the service and lost its cookie there.
    expect(page).to_have_url(re.compile(rf"^{re.escape(server.url)}/(\?|$)"), timeout=PATIENCE)
    until(page, page.context.cookies, lambda kept: not _logins(kept))
    page.locator("h1").wait_for()
    is_stranger(page, server)
    assert service.answered.count("/token") == 1
    assert service.answered[-1] == "/end"
    assert server.reached_out == []
