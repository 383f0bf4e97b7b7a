"""What the set of documents cost, as a table."""

from bench import briefs
from bench.briefs import Cost

COST = Cost(documents=39, provinces=13, bytes_=52_000_000, seconds=88.4, cpu_seconds=104.0)


def test_a_run_says_what_it_took_and_whether_the_machine_was_busy() -> None:
    told = briefs.report("codi-central-west", COST, (0.2, 1.9), is_true=True)
    assert "| codi-central-west | 13 | 39 | 52.0 | 88 ✓ | 104 | 8.0 |" in told
    assert "not to be trusted" not in told
    busy = briefs.report("codi-central-west", COST, (6.0, 9.0), is_true=False)
    assert "6.0, in the last minute: 9.0" in busy
    assert "not to be trusted" in busy
    assert "schematic" in busy
