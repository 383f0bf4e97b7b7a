"""What the server works out by itself is what the pages of work lines and of plans ask for."""

import pytest

from areamap.direction import plans, targets, work
from areamap.ui import preparing
from tests.pages.test_overview import opening


@pytest.mark.usefixtures("sample_home")
def test_the_pages_find_it_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of what takes long is worked out when they are opened."""

    def again(*_: object, **__: object) -> None:
        raise AssertionError

    for step in preparing.steps(preparing.asked()):
        step()
    for room, name in ((work, "work"), (plans, "by_tambon"), (targets, "aims")):
        monkeypatch.setattr(room, name, again)
    for name in ("work_lines", "plans"):
        shown = opening(f"pages/{name}.py")()
        assert not shown.exception
        assert shown.title[0].value


@pytest.mark.usefixtures("empty_home")
def test_a_home_without_anything_is_no_trouble() -> None:
    """There is nothing to work out, and nothing fails."""
    for step in preparing.steps(preparing.asked()):
        step()
