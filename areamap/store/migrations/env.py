"""
Run migrations on the connection that the store opened.

Nothing is read from an `alembic.ini`: `areamap.store` hands the connection over, and the whole
upgrade is part of its transaction.
"""

from alembic import context

from areamap.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
