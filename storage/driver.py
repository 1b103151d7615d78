"""Rows by the ten thousand from the driver itself; never writes any."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

Row: TypeAlias = tuple[Any, ...]
Values: TypeAlias = Mapping[str, Any] | tuple[Any, ...]


def rows_of(connection: Connection, query: str, values: Values = ()) -> list[Row]:
    """What `query` finds; SQLAlchemy's own rows cost twice as much. Raises its errors."""
    with _as_sqlalchemy_says(query):
        return _driver(connection).execute(query, values).fetchall()


def each_row(connection: Connection, query: str, values: Values = ()) -> Iterator[Row]:
    """The same one by one, for what would not fit into little memory."""
    with _as_sqlalchemy_says(query):
        yield from _driver(connection).execute(query, values)


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


@contextmanager
def _as_sqlalchemy_says(query: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:  # the disk, or a lock: nothing is damaged
        raise OperationalError(query, None, error) from error
    except sqlite3.Error as error:
        raise DatabaseError(query, None, error) from error
