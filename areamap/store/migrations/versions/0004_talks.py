"""Talks under a name, each with the moment that it shows for good, and their photos."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "talk",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False, comment="code of the area"),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column(
            "known_at", _MOMENT, nullable=False, comment="by the publications of this moment"
        ),
        sa.Column(
            "made_from", sa.Text, nullable=False, comment="JSON: numbers of the publications"
        ),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column(
            "slides", sa.Text, nullable=False, comment="JSON: in their order, own ones with texts"
        ),
        sa.Column("version", sa.Integer, nullable=False, comment="one more with each change"),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("changed_by", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_talk"),
        sa.UniqueConstraint("name", name="uq_talk_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "talk_photo",
        sa.Column("talk_id", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, nullable=False, comment="of the body"),
        sa.Column("body", sa.LargeBinary, nullable=False, comment="JPEG, as we wrote it ourselves"),
        sa.PrimaryKeyConstraint("talk_id", "digest", name="pk_talk_photo"),
        sa.ForeignKeyConstraint(["talk_id"], ["talk.id"], name="fk_talk_photo_talk_id"),
    )


def downgrade() -> None:
    op.drop_table("talk_photo")
    op.drop_table("talk")
