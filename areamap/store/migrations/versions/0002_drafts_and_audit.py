"""Drafts, decisions, aliases, mappings, explanations, the audit log, cells and origin of rows."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"

_MOMENT = sa.DateTime(timezone=True)

_SQLITE_TRIGGERS = (
    """
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
    """,
    """
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
    """,
    # INSERT OR REPLACE deletes a line without asking the trigger above
    """
    CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
    """,
)
_POSTGRESQL_TRIGGERS = (
    """
    CREATE OR REPLACE FUNCTION areamap_audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$
    """,
    """
    CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION areamap_audit_only_grows()
    """,
    """
    CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION areamap_audit_only_grows()
    """,
)


def upgrade() -> None:
    _widen()
    _add_drafts()
    _add_memory()
    _add_audit()


def downgrade() -> None:
    tables = ["audit", "explanation", "mapping", "alias", "decision", "draft_content", "draft"]
    for table in [*tables, "cells"]:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION areamap_audit_only_grows()")
    op.drop_column("publication", "details")
    op.drop_column("content", "headings")
    with op.batch_alter_table("row") as batch:
        batch.drop_column("origin")


def _widen() -> None:
    op.add_column(
        "content",
        sa.Column("headings", sa.Text, comment="JSON: of the file's own cells, where kept"),
    )
    op.add_column(
        "publication",
        sa.Column("details", sa.Text, nullable=False, server_default="{}", comment="JSON"),
    )
    # Alembic knows no new column with a constraint on SQLite without copying every row
    op.execute(
        'ALTER TABLE "row" ADD COLUMN origin INTEGER'
        " CONSTRAINT fk_row_origin REFERENCES publication (id)"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("""COMMENT ON COLUMN "row".origin IS 'whose file; null: its own'""")
    op.create_table(
        "cells",
        sa.Column("content_id", sa.Integer, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False, comment="see `_cells`"),
        sa.PrimaryKeyConstraint("content_id", "part", name="pk_cells"),
        sa.ForeignKeyConstraint(["content_id"], ["content.id"], name="fk_cells_content_id"),
    )


def _add_drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("register", sa.String),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("file_sha256", sa.String, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("created_by", sa.String, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, comment="one more with each change"),
        sa.Column("base", sa.Integer, comment="publication in force when it was begun"),
        sa.Column("choices", sa.Text, nullable=False, comment="JSON"),
        sa.Column("finished_at", _MOMENT),
        sa.Column("publication_id", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publication.id"], name="fk_draft_publication_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_draft_publication_id", "draft", ["publication_id"])
    op.create_table(
        "draft_content",
        sa.Column("draft_id", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name="pk_draft_content"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_draft_content_draft_id"),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("draft_id", sa.Integer, nullable=False),
        sa.Column("sheet", sa.String, nullable=False),
        sa.Column("row_number", sa.Integer, nullable=False, comment="the number that Excel shows"),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("area_code", sa.String),
        sa.Column("column_name", sa.String),
        sa.Column("value", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        *_made(),
        sa.Column("undone_at", _MOMENT),
        sa.Column("undone_by", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_decision_draft_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_draft_id", "decision", ["draft_id"])


def _add_memory() -> None:
    op.create_table(
        "alias",
        sa.Column("source", sa.String, nullable=False),
        sa.Column("register", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False, comment="a place as the source writes it"),
        sa.Column("area_code", sa.String, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("source", "register", "key", name="pk_alias"),
    )
    op.create_table(
        "mapping",
        sa.Column("source", sa.String, nullable=False),
        sa.Column("register", sa.String, nullable=False),
        sa.Column("heading", sa.String, nullable=False),
        sa.Column(
            "column_name",
            sa.String,
            nullable=False,
            comment="empty: the heading means no column",
        ),
        *_made(),
        sa.PrimaryKeyConstraint("source", "register", "heading", name="pk_mapping"),
    )
    op.create_table(
        "explanation",
        sa.Column("finding_key", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("finding_key", name="pk_explanation"),
    )


def _add_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        *_made(),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("details", sa.Text, nullable=False, comment="JSON"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in _SQLITE_TRIGGERS if is_sqlite else _POSTGRESQL_TRIGGERS:
        op.execute(trigger)


def _made() -> tuple[sa.Column[datetime], sa.Column[str]]:
    return (
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
    )
