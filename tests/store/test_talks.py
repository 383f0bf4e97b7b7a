"""A talk is kept under a name, with the moment that it shows until it is renewed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from areamap.errors import StoreError
from areamap.store.talk_records import MOST_SLIDES, Moment, Slide
from areamap.store.talks import MOST_BYTES, digest

THEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
MOMENT = Moment(date(2026, 3, 1), THEN, (3, 7), is_sample=True)
SLIDES = (Slide("title"), Slide("own1", "ขอบคุณ", "พบกันปีหน้า", "ยิ้ม"), Slide("coverage"))
PHOTO = b"\xff\xd8 a photo"


def keep(store, name="เวทีสระบุรี", slides=SLIDES, **given):
    return store.talks.keep(name, "19", MOMENT, slides, by="malee", **given)


def test_a_talk_comes_back_as_it_was_kept(store):
    kept = keep(store)
    found = store.talks.one(kept.id)
    assert found == kept
    assert (found.name, found.scope, found.moment, found.slides) == (
        "เวทีสระบุรี",
        "19",
        MOMENT,
        SLIDES,
    )
    assert [slide.is_own for slide in found.slides] == [False, True, False]
    assert store.talks.every() == store.talks.every("19") == [kept]
    assert store.talks.every("30") == []


def test_other_slides_leave_the_moment_and_renewing_leaves_the_slides(store):
    kept = keep(store)
    changed = store.talks.change(kept, SLIDES[:1], by="somchai")
    assert (changed.moment, changed.slides, changed.by) == (MOMENT, SLIDES[:1], "somchai")
    later = replace(MOMENT, as_of=date(2026, 4, 1), made_from=(3, 9))
    renewed = store.talks.renew(changed, later, by="malee")
    assert (renewed.moment, renewed.slides) == (later, SLIDES[:1])
    actions = [each.action for each in store.audit.entries()]
    assert actions == ["renew_talk", "change_talk", "keep_talk"]
    assert store.audit.entries()[0].details["made_from"] == [3, 9]


def test_nobody_overwrites_what_she_has_not_seen(store):
    kept = keep(store)
    store.talks.change(kept, SLIDES[:1], by="somchai")
    for write in (
        lambda: store.talks.change(kept, SLIDES[:2], by="malee"),
        lambda: store.talks.renew(kept, MOMENT, by="malee"),
    ):
        with pytest.raises(StoreError) as raised:
            write()
        assert raised.value.key == "store_talk_changed"
        assert "somchai" in raised.value.text("th")
    assert store.talks.one(kept.id).slides == SLIDES[:1]


@pytest.mark.parametrize(
    ("name", "slides", "key"),
    [
        ("  ", SLIDES, "store_talk_name"),
        ("x" * 121, SLIDES, "store_talk_name"),
        ("1101700203450", SLIDES, "store_person_text"),
        ("ok", (), "store_talk_slides"),
        ("ok", SLIDES[:1] * (MOST_SLIDES + 1), "store_talk_slides"),
        ("ok", (Slide("own1", text="x" * 701),), "store_talk_long"),
        ("ok", (Slide("own1", photo="0" * 32),), "store_talk_photo"),
        *(
            ("ok", (Slide("own1", **{part: "ถาม 1-1017-00203-45-0"}),), "store_person_text")
            for part in ("heading", "text", "notes")
        ),
    ],
)
def test_what_may_not_be_kept(store, name, slides, key):
    with pytest.raises(StoreError) as raised:
        keep(store, name, slides)
    assert raised.value.key == key
    assert "1101700203450" not in raised.value.text("th")
    assert store.talks.every() == []
    assert store.audit.entries() == []


def test_a_name_is_taken_once(store):
    keep(store)
    with pytest.raises(StoreError) as raised:
        keep(store, " เวทีสระบุรี ")
    assert raised.value.key == "store_talk_taken"


def test_photos_come_and_go_with_their_slides(store):
    name = digest(PHOTO)
    own = (Slide("title"), Slide("own1", "บ้าน", photo=name))
    kept = keep(store, slides=own, photos={name: PHOTO, "f" * 32: b"of no slide"})
    assert store.talks.photos(kept.id) == {name: PHOTO}
    again = store.talks.change(kept, own[1:], by="malee")
    assert store.talks.photos(kept.id) == {name: PHOTO}
    store.talks.change(again, own[:1], by="malee")
    assert store.talks.photos(kept.id) == {}


def test_a_photo_too_large_or_under_a_wrong_name_is_refused(store):
    large = b"x" * (MOST_BYTES + 1)
    for name, body in ((digest(large), large), ("0" * 32, PHOTO)):
        with pytest.raises(StoreError):
            keep(store, slides=(Slide("own1", photo=name),), photos={name: body})


def test_a_talk_is_thrown_away_with_its_photos(store):
    name = digest(PHOTO)
    kept = keep(store, slides=(Slide("own1", "บ้าน", photo=name),), photos={name: PHOTO})
    store.talks.discard(kept, by="malee")
    store.talks.discard(kept, by="malee")
    assert store.talks.every() == []
    assert store.talks.photos(kept.id) == {}
    assert [each.action for each in store.audit.entries()] == ["discard_talk", "keep_talk"]
    with pytest.raises(StoreError) as raised:
        store.talks.one(kept.id)
    assert raised.value.key == "store_no_talk"
