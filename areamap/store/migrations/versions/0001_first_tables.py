"""Publications with their rows, boundary sets, settings."""

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "content",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column(
            "kinds", sa.Text, nullable=False, comment="JSON: column to kind, in the columns' order"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_content"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "row",
        sa.Column("content_id", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("sheet", sa.String),
        sa.Column("row_number", sa.Integer, comment="the number that Excel shows"),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("area_code", sa.String),
        sa.Column("authority_code", sa.String),
        sa.Column("suggested_codes", sa.Text, comment="best first, separated by spaces"),
        sa.Column("reason_key", sa.String),
        sa.Column("reason_values", sa.Text, comment="JSON"),
        sa.Column(
            "payload", sa.Text, nullable=False, comment="JSON: column to value, missing absent"
        ),
        sa.PrimaryKeyConstraint("content_id", "seq", name="pk_row"),
        sa.ForeignKeyConstraint(["content_id"], ["content.id"], name="fk_row_content_id"),
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("content_id", sa.Integer, nullable=False),
        sa.Column("register", sa.String, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("created_by", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("file_sha256", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False, comment="JSON: state to rows"),
        sa.Column("satang", sa.Text, nullable=False, comment="JSON: state to whole satang"),
        sa.Column("rolled_back_from", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_publication"),
        sa.ForeignKeyConstraint(["content_id"], ["content.id"], name="fk_publication_content_id"),
        sa.ForeignKeyConstraint(
            ["rolled_back_from"], ["publication.id"], name="fk_publication_rolled_back_from"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_publication_register_is_sample_id", "publication", ["register", "is_sample", "id"]
    )
    op.create_table(
        "boundary_set",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("folder", sa.String, nullable=False, comment="inside the data home"),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("report", sa.Text, nullable=False, comment="JSON"),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("in_use", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("name", name="pk_boundary_set"),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    # writers on PostgreSQL queue up on this line
    op.execute(
        "INSERT INTO setting (name, value, changed_at) VALUES ('writer', '', CURRENT_TIMESTAMP)"
    )


def downgrade() -> None:
    for table in ("setting", "boundary_set", "publication", "row", "content"):
        op.drop_table(table)
