"""A heading is taught once for a source and a register."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = st.text(st.characters(exclude_categories=["Cs", "Nd"]), max_size=12)


def test_headings_are_remembered_for_their_source(store):
    store.mappings.remember("สระบุรี", "council", {"ชื่อสภา": "council_name", "โทร": ""}, "malee")
    store.mappings.remember("สระบุรี", "fund", {"ชื่อสภา": ""}, "malee")
    assert store.mappings.of("สระบุรี", "council") == {"ชื่อสภา": "council_name", "โทร": ""}
    assert store.mappings.of("สระบุรี", "fund") == {"ชื่อสภา": ""}
    assert store.mappings.of("นครปฐม", "council") == {}


def test_what_is_taught_last_holds_and_the_rest_stays(store):
    store.mappings.remember("s", "council", {"ก": "tambon", "ข": "district"}, "malee")
    store.mappings.remember("s", "council", {"ข": "province"}, "malee")
    assert store.mappings.of("s", "council") == {"ก": "tambon", "ข": "province"}


def test_sources_are_those_that_taught_anything(store):
    assert store.mappings.sources() == []
    store.mappings.remember("ข", "council", {"ก": "tambon"}, "malee")
    store.mappings.remember("ข", "fund", {"ก": "tambon"}, "malee")
    store.aliases.remember("ก", "council", {"ก": "190401"}, "malee")
    assert store.mappings.sources() == ["ก", "ข"]


def test_persons_are_not_remembered(store):
    store.mappings.remember("s", "council", {"1101700203450": "", "ก": "tambon"}, "malee")
    assert store.mappings.of("s", "council") == {"ก": "tambon"}
    assert "1101700203450" not in str(store.audit.entries())


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TEXT, st.dictionaries(TEXT, TEXT, max_size=5), st.dictionaries(TEXT, TEXT, max_size=5))
def test_whatever_is_taught_comes_back(store, source, first, second):
    known = store.mappings.of(source, "council")
    for headings in (first, second):
        store.mappings.remember(source, "council", headings, "malee")
    assert store.mappings.of(source, "council") == known | first | second
