from pathlib import Path

from areamap.registers import definitions, handbook


def test_page_is_what_the_definitions_say() -> None:
    page = Path(__file__).parents[2] / "docs" / "data-formats.md"
    assert page.read_text(encoding="utf-8") == handbook.text()


def test_every_column_of_every_register_stands_there() -> None:
    text = handbook.text()
    for register in map(definitions.load, definitions.ids()):
        section = text.split(f"(`{register.id}`)")[1].split("\n## ")[0]
        assert all(f"| `{column.name}` |" in section for column in register.all_columns)
