"""A messy workbook on its way from a province's disk to the map and back, in a real browser."""

import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Impatient

from areamap import settings
from areamap.store import Store
from areamap.workspace import Workspace
from tests.browser import messy_budget
from tests.browser.conftest import PATIENCE, Look, Server, Serving, fits, until

pytestmark = pytest.mark.browser
Looking = Callable[..., Look]

REJECTED = "อ่านค่าไม่ได้"


@pytest.fixture
def own(tmp_path: Path, serve: Serving) -> tuple[Server, Path]:
    """Serve a home of this test alone, without the sample."""
    home = tmp_path / "home"
    home.mkdir()
    Workspace.open(settings.load(home)).clear_sample()
    return serve(home), home


def tile(page: Page, group: str) -> Locator:
    """Return the tile of one group of states."""
    return page.locator(f".areamap-tiles .areamap-{group}").first


def says(page: Page, group: str, rows: int, baht: Decimal) -> None:
    """Wait until a tile says so many rows and baht."""
    expect(tile(page, group)).to_contain_text(f"{rows:,} แถว", timeout=PATIENCE)
    expect(tile(page, group)).to_contain_text(f"{baht:,.0f} บาท", timeout=PATIENCE)


def adds_up(page: Page, rows: int, baht: Decimal) -> None:
    """Wait until the sum below the tiles is that of the file."""
    said = f"รวม {rows:,} แถว {baht:,.0f} บาท"
    expect(page.locator(".areamap-totals p").first).to_contain_text(said, timeout=PATIENCE)


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press a button as soon as it can be pressed."""
    button = page.get_by_role("button", name=name, exact=isinstance(name, str)).first
    expect(button).to_be_enabled(timeout=PATIENCE)
    button.click()


def hand_in(page: Page, *files: Path) -> None:
    """Hand files in where registers are; the box for lists of persons beside it may come first."""
    page.locator("[class*=st-key-upload_] input[type=file]").set_input_files(files)


def begin(page: Page, file: Path) -> None:
    """Hand a file in and begin with it as it looks."""
    hand_in(page, file)
    expect(page.get_by_text("ดูเหมือนเป็นทะเบียน")).to_contain_text("งบประมาณ", timeout=PATIENCE)
    press(page, "เริ่มตรวจไฟล์นี้")
    expect(page).to_have_url(re.compile(r"draft=\d+"), timeout=PATIENCE)


def correct(page: Page, amount: str) -> None:
    """Correct the amount of the one unreadable row in the grid."""
    page.get_by_text(f"{REJECTED} (1)").click()
    grid = page.locator(".dvn-scroller")
    grid.wait_for(timeout=PATIENCE)
    headings = page.locator("[data-testid=stDataFrame] canvas th")
    expect(headings.filter(has_text="งบประมาณ (บาท)")).to_have_count(1, timeout=PATIENCE)
    column = headings.all_text_contents().index("งบประมาณ (บาท)")
    cell = page.locator("[data-testid=stDataFrame] canvas td").nth(column)
    until(page, lambda: _typed(page, grid, cell, column, amount), expected=True)
    press(page, "บันทึกที่แก้ (1)")


def _typed(page: Page, grid: Locator, cell: Locator, column: int, text: str) -> bool:
    """Try to type a text into a cell of the first row, and tell whether it stands there."""
    grid.click(position={"x": 30, "y": 52})
    for _ in range(column):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    box = page.locator("#portal textarea, #portal input").first
    try:
        # The grid draws itself again while the page is still being made, and forgets the cell.
        box.wait_for(timeout=2_000)
        box.fill(text, timeout=2_000)
        # It takes over what was typed a moment later than the box has it.
        page.wait_for_timeout(300)
        box.press("Enter", timeout=2_000)
        box.wait_for(state="hidden", timeout=2_000)
    except Impatient:
        page.keyboard.press("Escape")
    return cell.text_content() == text


def choose(page: Page, words: str, place: str) -> None:
    """Look for another place for the row that is shown, and take it."""
    press(page, "เป็นที่อื่น")
    dialog = page.get_by_role("dialog")
    box = dialog.get_by_label("ค้นหาตำบล อำเภอ หรือจังหวัด")
    box.fill(words)
    box.press("Enter")
    dialog.get_by_role("button", name=place, exact=True).click(timeout=PATIENCE)
    expect(dialog).to_have_count(0, timeout=PATIENCE)


def published(page: Page, number: int) -> None:
    """Wait until the page tells that a publication was made."""
    expect(page.locator(".st-key-published")).to_contain_text(f"ฉบับที่ {number}", timeout=PATIENCE)


def decide(page: Page) -> None:
    """Decide what a machine can't know, and see the baht move and none get lost."""
    press(page, "รับข้อเสนอทั้ง 2 แถว")
    says(page, "matched", 5, Decimal(293_250))
    press(page, re.compile("^ใช่ ต.รั้วใหญ่ อ.เมืองสุพรรณบุรี"))
    says(page, "matched", 6, Decimal(333_250))
    choose(page, "หนองแค สระบุรี", "ต.หนองแค อ.หนองแค จ.สระบุรี")
    says(page, "matched", 7, Decimal(343_250))
    says(page, "waiting", 0, Decimal(0))
    adds_up(page, 14, Decimal(586_500))


def publish_first(page: Page, store: Store) -> None:
    """Look at what changes, and publish."""
    press(page, re.compile("^ต่อไป: สิ่งที่จะเปลี่ยน"))
    table = page.locator(".areamap-list").first
    expect(table).to_contain_text("318,250", timeout=PATIENCE)
    expect(table).to_contain_text("40,000")
    page.locator(".st-key-small_map_changes iframe").wait_for(timeout=PATIENCE)
    press(page, re.compile("^ต่อไป: เผยแพร่"))
    page.get_by_label("บันทึกถึง").fill("รอบมีนาคม")
    press(page, re.compile("เผยแพร่ งบประมาณ 8 แถว"))
    published(page, 1)
    says(page, "matched", 8, Decimal(358_250))
    made = store.publication(1)
    assert (made.counts["matched"], made.baht["matched"]) == (8, Decimal(358_250))
    assert made.note == "รอบมีนาคม"
    assert not {"ผู้ประสานงาน", "โทร."} & set(store.cells(1).columns)


def publish_next(page: Page, store: Store) -> None:
    """Publish the list of the next month, in which a closed year has one line more."""
    says(page, "matched", 9, Decimal(363_250))
    says(page, "waiting", 0, Decimal(0))
    says(page, "rejected", 0, Decimal(0))
    adds_up(page, 15, Decimal(606_500))
    press(page, re.compile("^ต่อไป: สิ่งที่จะเปลี่ยน"))
    closed = page.locator(".st-key-closed_years")
    expect(closed).to_contain_text("2566", timeout=PATIENCE)
    expect(closed).to_contain_text("1 แถว")
    press(page, re.compile("^ต่อไป: เผยแพร่"))
    press(page, re.compile("เผยแพร่ งบประมาณ 9 แถว"))
    expect(page.get_by_text("โปรดเขียนเหตุผลที่เปลี่ยนตัวเลข")).to_be_visible(timeout=PATIENCE)
    assert len(store.history()) == 1
    page.get_by_label("เหตุผล").fill("รายการที่ตกหล่น")
    press(page, re.compile("เผยแพร่ งบประมาณ 9 แถว"))
    published(page, 2)
    assert store.publication(2).baht["matched"] == Decimal(363_250)


def look_back(page: Page) -> None:
    """See what differs, and take the workbook that the province can mend."""
    page.get_by_text("ดูในประวัติการเผยแพร่").click()
    expect(page.locator("h2").first).to_contain_text("ฉบับที่ 2", timeout=PATIENCE)
    expect(page.get_by_text("จากฉบับที่ 1 ไปเป็นฉบับที่ 2")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".areamap-list").first).to_contain_text("5,000", timeout=PATIENCE)
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.locator(".st-key-cleaned button").first.click()
    content = BytesIO(Path(waiting.value.path()).read_bytes())
    sheet = openpyxl.load_workbook(content)[messy_budget.SHEET]
    assert [sheet.cell(12, column).value for column in (2, 4)] == ["กาญจนบุรี", "รั้วใหญ่"]
    assert any("720102" in str(cell.value) for cell in sheet[12])


def roll_back(page: Page, store: Store) -> None:
    """Roll back to the first publication, with a reason."""
    press(page, "ย้อนกลับมาใช้ฉบับนี้")
    reason = page.get_by_label("เพราะอะไร")
    reason.fill("เมษายนยังไม่ครบ")
    reason.press("Enter")
    press(page, "ย้อนกลับ")
    expect(page.locator("h2").first).to_contain_text("ฉบับที่ 3", timeout=PATIENCE)
    says(page, "matched", 8, Decimal(358_250))
    made = store.in_force("budget", sample=False)
    assert made is not None
    assert (made.id, made.rolled_back_from, made.note) == (3, 1, "เมษายนยังไม่ครบ")


def test_a_messy_list_goes_in_and_next_month_asks_nothing(
    own: tuple[Server, Path], look: Looking, tmp_path: Path
) -> None:
    server, home = own
    store = Workspace.open(settings.load(home)).store
    page = look().open(f"{server.url}/imports").page
    begin(page, messy_budget.write(tmp_path / "งบสระบุรี_มีนาคม.xlsx"))
    says(page, "matched", 3, Decimal(243_250))
    says(page, "waiting", 4, Decimal(100_000))
    # What it comes to is unknown, and said so; it is not 0.
    expect(tile(page, "rejected")).to_contain_text("อ่านจำนวนเงินไม่ได้ 1 แถว", timeout=PATIENCE)
    expect(tile(page, "rejected")).not_to_contain_text("0 บาท")
    says(page, "ignored", 6, Decimal(243_250))
    adds_up(page, 14, Decimal(586_500))
    expect(page.get_by_text("ผู้ประสานงาน, โทร.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(messy_budget.PERSONS[0])).to_have_count(0)
    decide(page)

    # Another browser goes on where the first one was closed.
    address = page.url
    page.close()
    page = look().open(address).page
    correct(page, "15000")
    says(page, "matched", 8, Decimal(358_250))
    says(page, "rejected", 0, Decimal(0))
    adds_up(page, 14, Decimal(601_500))
    publish_first(page, store)

    more = (("สระบุรี", "หนองแค", "โคกตูม", 5_000),)
    begin(page, messy_budget.write(tmp_path / "งบสระบุรี_เมษายน.xlsx", more=more))
    publish_next(page, store)
    look_back(page)
    page.goto(f"{server.url}/history?publication=1")
    roll_back(page, store)


def test_files_that_can_not_be_read_are_said_and_the_others_stay(
    own: tuple[Server, Path], look: Looking, tmp_path: Path
) -> None:
    server, home = own
    page = look().open(f"{server.url}/imports").page
    good = messy_budget.write(tmp_path / "งบ.xlsx")
    broken = tmp_path / "<img src=x onerror=alert(1)>.xlsx"
    broken.write_bytes(good.read_bytes()[:900])
    hand_in(page, broken, good)
    expect(page.get_by_text("ดูเหมือนเป็นทะเบียน")).to_be_visible(timeout=PATIENCE)
    said = page.get_by_role("alert")
    expect(said.first).to_contain_text("<img src=x onerror=alert(1)>.xlsx", timeout=PATIENCE)
    assert page.locator("img[src=x]").count() == 0
    press(page, "เริ่มตรวจไฟล์นี้")
    expect(page).to_have_url(re.compile(r"draft=\d+"), timeout=PATIENCE)
    (kept,) = Workspace.open(settings.load(home)).store.drafts.every()
    assert kept.file_name == "งบ.xlsx"


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (390, 844)])
def test_every_step_fits_the_screen(
    own: tuple[Server, Path], look: Looking, tmp_path: Path, width: int, height: int
) -> None:
    server, home = own
    desk = Workspace.open(settings.load(home)).imports
    file = messy_budget.write(tmp_path / "งบ.xlsx")
    (incoming,) = desk.receive(file.name, file.read_bytes())
    draft = desk.begin(incoming, by="somchai").id
    seen = look(width, height)
    for step in ("file", "columns", "rows", "changes", "publish"):
        page = seen.open(f"{server.url}/imports?draft={draft}&step={step}").page
        expect(page.locator(".st-key-ways button").first).to_be_visible(timeout=PATIENCE)
        fits(page, width)


def councils(*places: str) -> str:
    """Return councils of a province as they are pasted from a spreadsheet."""
    heads = "จังหวัด\tอำเภอ\tตำบล\tวันที่จดแจ้งจัดตั้ง"
    return "\n".join((heads, *(f"{place.replace(' ', chr(9))}\t15/3/2559" for place in places)))


@pytest.mark.parametrize(
    ("mode", "choice", "kept"),
    [
        ("add", "เพิ่มต่อจากเดิม", {"190406", "190401", "190402", "720102"}),
        ("provinces", "แทนเฉพาะจังหวัดในไฟล์", {"190402", "720102"}),
    ],
)
def test_a_file_adds_to_what_is_there_or_replaces_its_provinces(
    own: tuple[Server, Path], look: Looking, mode: str, choice: str, kept: set[str]
) -> None:
    server, home = own
    opened = Workspace.open(settings.load(home))
    desk = opened.imports
    first = ("สระบุรี วิหารแดง เจริญธรรม", "สระบุรี วิหารแดง หนองหมู", "สุพรรณบุรี เมืองสุพรรณบุรี รั้วใหญ่")
    begun = desk.begin(desk.pasted(councils(*first)), by="มะลิ", register="council", source="ก")
    desk.publish(begun.id, mode="all", by="มะลิ", seen=None)
    more = desk.pasted(councils("สระบุรี วิหารแดง บ้านลำ"))
    draft = desk.begin(more, by="มะลิ", register="council", source="ก").id

    page = look().open(f"{server.url}/imports?draft={draft}&step=changes").page
    page.locator("[data-testid=stRadio] label").filter(has_text=choice).first.click(
        timeout=PATIENCE
    )
    press(page, re.compile("^ต่อไป: เผยแพร่"))
    sure = page.get_by_text("เล็กลง", exact=False)
    button = page.get_by_role("button", name=re.compile("^เผยแพร่ สภา"))
    expect(button).to_be_enabled(timeout=PATIENCE)
    button.click()
    if mode == "provinces":
        # Two councils of three go: the page asks again before it shrinks a register.
        expect(sure.first).to_be_visible(timeout=PATIENCE)
        page.locator("[data-testid=stCheckbox] label").first.click()
        button.click()
    published(page, 2)
    publication = opened.store.publication(2)
    assert publication.details["mode"] == mode
    rows = opened.rows(publication)
    assert set(rows.loc[rows["status"] == "matched", "area_code"]) == kept
