"""What the server is told, wherever it is started."""

import pytest
from streamlit import config as options

from areamap.ui import entry, server


def test_every_setting_is_one_that_streamlit_knows() -> None:
    told = server.config()
    assert set(told) <= set(options._config_options_template)
    assert told["browser.gatherUsageStats"] is False
    assert told["server.headless"] is True
    assert told["server.enableStaticServing"] is False


def test_fonts_come_from_us() -> None:
    for face in server.config()["theme.fontFaces"]:
        assert face["url"].startswith("/areamap/fonts/")


def test_the_script_is_there() -> None:
    assert entry.script().is_file()
    assert (entry.script().parent / "pages" / "overview.py").is_file()


def test_without_an_address_it_listens_on_this_machine_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    asked: dict[str, object] = {}

    class Recorded:
        def __init__(self, script: object) -> None:
            assert script is None

        def run(self, *, config: dict[str, object]) -> None:
            asked.update(config)

    monkeypatch.setenv("AREAMAP_HOME", "")
    monkeypatch.setattr(server, "app", Recorded)
    monkeypatch.setattr(server, "_has_database", lambda: True)
    server.serve(tmp_path)  # type: ignore[arg-type]
    assert asked["server.address"] == "127.0.0.1"
    assert "server.port" not in asked
    server.serve(tmp_path, "0.0.0.0", 80)  # type: ignore[arg-type]  # noqa: S104 - only recorded
    assert (asked["server.address"], asked["server.port"]) == ("0.0.0.0", 80)  # noqa: S104
