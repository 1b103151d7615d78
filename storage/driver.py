"""Rows by the ten thousand from the driver itself; never writes any."""

import sqlite3
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError


def rows_of(
    connection: Connection, query: str, values: Mapping[str, Any] | tuple[Any, ...] = ()
) -> list[tuple[Any, ...]]:
    """What `query` finds; SQLAlchemy's own rows cost twice as much. Raises its DatabaseError."""
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    try:
        return driver.execute(query, values).fetchall()
    except sqlite3.Error as error:
        raise DatabaseError(query, None, error) from error
