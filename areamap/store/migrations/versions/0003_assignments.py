"""Who was asked to go where: areas that lack a council, a fund or housing work."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "assignment",
        sa.Column("theme", sa.String, nullable=False),
        sa.Column("basis", sa.String, nullable=False),
        sa.Column("area_code", sa.String, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column("assigned_to", sa.String, nullable=False, comment="a role, unit or initials"),
        sa.Column("due_on", sa.Date),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False, comment="open, visited or done"),
        sa.Column("version", sa.Integer, nullable=False, comment="one more with each change"),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("theme", "basis", "area_code", "is_sample", name="pk_assignment"),
    )


def downgrade() -> None:
    op.drop_table("assignment")
