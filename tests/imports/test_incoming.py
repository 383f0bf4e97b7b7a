import io
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from areamap.errors import FileError
from areamap.i18n import LANGS
from areamap.imports import _archives, incoming
from areamap.settings import Settings
from tests.imports.desks import COUNCILS
from tests.registers import messy

TABLE = COUNCILS.encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path, database_url="", max_file_bytes=10**6, max_expanded_bytes=2 * 10**6
    )


def archive(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in members:
            made.writestr(name, content)
    return held.getvalue()


def test_each_table_of_an_archive_comes_in(settings: Settings) -> None:
    found = incoming.receive(
        "ส่ง.zip",
        archive(
            ("สระบุรี/สภา.csv", TABLE),
            ("../../etc/งบ.tsv", TABLE.replace(b",", b"\t")),
            ("อ่าน.pdf", b"%PDF"),
            ("__MACOSX/._สภา.csv", b"x"),
            (".ซ่อน.csv", TABLE),
        ),
        settings,
    )
    assert [each.name for each in found] == ["สภา.csv", "งบ.tsv"]
    assert [len(each.sheets[0].rows) for each in found] == [5, 5]
    assert list(settings.home.iterdir()) == []


def test_workbook_is_no_archive(settings: Settings, tmp_path: Path) -> None:
    path = messy.write(tmp_path / "ก.xlsx", messy.COUNCILS)
    assert _archives.members(path, settings, tmp_path) is None
    (found,) = incoming.receive("ก.xlsx", path.read_bytes(), settings)
    assert [sheet.name for sheet in found.sheets] == ["รายชื่อ", "เก่า"]


def test_thai_names_of_windows_are_read(settings: Settings) -> None:
    content = bytearray(archive(("abc.csv", TABLE)))
    for place in (content.find(b"abc.csv"), content.rfind(b"abc.csv")):
        content[place : place + 3] = "สภา".encode("cp874")
    (found,) = incoming.receive("ก.zip", bytes(content), settings)
    assert found.name == "สภา.csv"


def bomb() -> bytes:
    return archive(("ก.csv", b"0," * 5 * 10**6))


def lying_bomb() -> bytes:
    content = bytearray(bomb())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(mark) + offset
        content[place : place + 4] = (100).to_bytes(4, "little")
    return bytes(content)


def locked() -> bytes:
    content = bytearray(archive(("ก.csv", TABLE)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + offset] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "keys"),
    [
        (bomb(), {"imports_archive_too_large"}),
        (lying_bomb(), {"imports_archive_broken", "imports_archive_too_large"}),
        (locked(), {"imports_archive_locked"}),
        (archive(("ก.zip", archive(("ข.csv", TABLE)))), {"imports_archive_nested"}),
        (archive(("ก.txt", archive(("ข.csv", TABLE)))), {"imports_archive_nested"}),
        (archive(("ก.pdf", b"x")), {"imports_archive_empty"}),
        (archive(), {"registers_not_a_table"}),
        (archive(*((f"{n}.csv", b"") for n in range(101))), {"imports_archive_too_many"}),
        (archive(*((f"{n}.pdf", b"") for n in range(2001))), {"imports_archive_too_many"}),
        (
            archive(("ก.csv", TABLE * 99))[:-200],
            {"registers_workbook_broken", "imports_archive_broken"},
        ),
        (b"0" * (10**6 + 1), {"registers_file_too_large"}),
        (b"", {"registers_empty_file"}),
    ],
)
def test_archive_that_can_not_be_taken_is_said(
    settings: Settings, content: bytes, keys: set[str]
) -> None:
    with pytest.raises(FileError) as refused:
        incoming.receive("ก.zip" if content[:2] == b"PK" else "ก.csv", content, settings)
    assert refused.value.key in keys
    assert refused.value.text("th") != refused.value.text("en")


def with_lock(content: bytes, name: str) -> bytes:
    """Return an archive with one of its members said to have a password."""
    changed = bytearray(content)
    for mark, flags, at in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        place = changed.find(mark)
        while changed[place + at : place + at + len(name)] != name.encode():
            place = changed.find(mark, place + 1)
        changed[place + flags] |= 1
    return bytes(changed)


def with_damage(content: bytes, part: bytes) -> bytes:
    assert content.count(part) == 1
    return content.replace(part, part[::-1])


UNIQUE = b"a,b\n1,2\nwhole and unspoilt\n"


@pytest.mark.parametrize("order", [("good.csv", "bad.csv"), ("bad.csv", "good.csv")])
@pytest.mark.parametrize("fault", ["broken", "locked"])
def test_one_bad_file_of_an_archive_leaves_the_others(
    settings: Settings, order: tuple[str, str], fault: str
) -> None:
    whole = archive(
        *(
            (f"สระบุรี/{n}" if n == "good.csv" else n, TABLE if n == "good.csv" else UNIQUE)
            for n in order
        ),
        method=zipfile.ZIP_STORED,
    )
    spoilt = with_damage(whole, UNIQUE) if fault == "broken" else with_lock(whole, "bad.csv")
    found = incoming.receive("ส่ง.zip", spoilt, settings)
    assert [each.name for each in found] == ["good.csv"]
    (refused,) = found.refused
    assert refused.key == f"imports_member_{fault}"
    for lang in LANGS:
        assert "bad.csv" in refused.text(lang)
        assert "ส่ง.zip" in refused.text(lang)
    assert list(settings.home.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("งบ.xlsx", b"x", "registers_not_a_table"),
        ("งบ.xlsx", b"PK\x03\x04" + bytes(99), "registers_workbook_broken"),
        ("ว่าง.csv", b"", "registers_empty_file"),
        ("เว็บ.xls", b"<!DOCTYPE html><html></html>", "registers_web_page"),
        ("ล็อก.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "registers_workbook_broken"),
    ],
)
def test_a_file_that_is_no_table_leaves_the_others(
    settings: Settings, name: str, content: bytes, key: str
) -> None:
    found = incoming.receive("ส่ง.zip", archive((name, content), ("สภา.csv", TABLE)), settings)
    assert [each.name for each in found] == ["สภา.csv"]
    assert [each.key for each in found.refused] == [key]
    assert name in found.refused[0].text("th")


@pytest.mark.parametrize("bad", [b"0," * 5 * 10**6, archive(("ข.csv", TABLE))])
def test_what_takes_too_much_spoils_the_whole_archive(settings: Settings, bad: bytes) -> None:
    with pytest.raises(FileError) as caught:
        incoming.receive("a.zip", archive(("ก.csv", TABLE), ("ข.txt", bad)), settings)
    assert caught.value.key in {"imports_archive_too_large", "imports_archive_nested"}


def test_a_bomb_that_claims_to_be_small_spoils_the_whole_archive(settings: Settings) -> None:
    content = bytearray(archive(("ก.csv", b"0," * 5 * 10**6), ("ข.csv", TABLE)))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.find(mark) + offset
        content[place : place + 4] = (10**5).to_bytes(4, "little")
    with pytest.raises(FileError) as caught:
        incoming.receive("a.zip", bytes(content), settings)
    assert caught.value.key == "imports_archive_too_large"


def test_what_came_out_of_broken_files_counts_too(settings: Settings) -> None:
    few = replace(settings, max_expanded_bytes=4 * 10**6, max_file_bytes=10**7)
    made = archive(
        *((f"{n}.csv", b"%d" % n * 3 * 10**6) for n in range(3)), method=zipfile.ZIP_STORED
    )
    broken = bytearray(made)
    for n in range(3):
        broken[made.find(b"%d" % n * 1000) + 500] ^= 1
    with pytest.raises(FileError) as caught:
        incoming.receive("a.zip", bytes(broken), few)
    assert caught.value.key == "imports_archive_too_large"


@settings_of_hypothesis(max_examples=25, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_intake(tail: bytes) -> None:
    settings = Settings(home=Path(), database_url="")
    whole = archive(("ก.csv", b"a,b\n1,2\n"))
    for content in (whole[:-20] + tail, b"PK\x03\x04" + tail):
        with suppress(FileError):
            assert incoming.receive("ก.zip", content, settings)


def test_pasted_cells_are_a_sheet(settings: Settings) -> None:
    found = incoming.pasted("จังหวัด\tอำเภอ\tตำบล\nสระบุรี\tวิหารแดง\tหนองหมู\n", settings)
    assert found.sheets[0].rows[1] == ["สระบุรี", "วิหารแดง", "หนองหมู"]
    with pytest.raises(FileError):
        incoming.pasted(" \n ", settings)


@settings_of_hypothesis(deadline=None)
@given(st.text())
def test_names_are_safe(name: str) -> None:
    safe = incoming.safe_name(name)
    assert safe
    assert not set(safe) & set("/\\\0\n\r")
    assert Path(safe).name == safe
    assert len(safe.encode("utf-8", "replace")) < 256
    assert safe not in {".", ".."}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../สภา.xlsx", "สภา.xlsx"),
        (r"C:\งาน\งบ.csv", "งบ.csv"),
        ("", "file"),
        ("a\u202egpj.csv", "agpj.csv"),
    ],
)
def test_name_loses_its_folders(name: str, safe: str) -> None:
    assert incoming.safe_name(name) == safe


def test_files_of_an_archive_have_their_own_names(settings: Settings) -> None:
    (found,) = incoming.receive("a.zip", archive(("จังหวัด/สภา.csv", TABLE)), settings)
    assert found.sheets[0].name == "สภา"
    with pytest.raises(FileError) as caught:
        incoming.receive("a.zip", archive(("ปี 66/งบ.xlsx", b"x")), settings)
    assert "งบ.xlsx" in caught.value.text("th")


def test_files_of_an_archive_together_hold_as_much_as_one(settings: Settings) -> None:
    few = replace(settings, max_cells=100)
    assert incoming.receive("a.csv", TABLE, few)
    many = archive(*((f"{number}.csv", TABLE) for number in range(9)))
    with pytest.raises(FileError) as caught:
        incoming.receive("a.zip", many, few)
    assert caught.value.key == "imports_archive_too_large"
    assert list(settings.home.iterdir()) == []
