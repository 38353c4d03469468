"""This file is how a database is opened so that two processes can share it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

_BUSY_SECONDS = 30


def open_engine(url: sa.URL) -> sa.Engine:
    """An engine for this URL; makes the folder of an SQLite file. A connection that will write says `writes=True`."""
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_SECONDS})

    # Python's sqlite3 begins a transaction at the first write only, so that two processes that read and then write
    # could both fail; we begin ourselves, and a writer takes the lock before it reads.
    @sa.event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - sqlite3's connection
        connection.isolation_level = None

    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
