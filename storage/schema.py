"""The tables of the record as they are today; private to storage, never migrates anything."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

APPLICATION_ID = 0x456E_676E  # "Engn"
metadata = MetaData()
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}

meta = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False), **_KEYED)

app = Table(
    "app",
    metadata,
    Column("app_id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    **_STRICT,
)

category = Table(
    "category",
    metadata,
    Column("cat_id", Integer, primary_key=True, autoincrement=False),
    Column("path", Text, nullable=False, unique=True),
    **_STRICT,
)

source = Table(
    "source",
    metadata,
    Column("source_id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    **_STRICT,
)

case_token = Table(
    "case_token",
    metadata,
    Column("case_id", Integer, primary_key=True),
    Column("token", Text, nullable=False, unique=True),
    **_STRICT,
)

context = Table(
    "context",
    metadata,
    Column("ctx_id", Integer, primary_key=True),
    Column("app_id", Integer, ForeignKey("app.app_id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("default_cat_id", Integer, ForeignKey("category.cat_id"), nullable=False),
    Column("rule_id", Text),
    UniqueConstraint("app_id", "title"),
    **_STRICT,
)

LONGEST_SPAN_MS = 108_000_000
"""30 hours: spans close at the end of the local day, which is longest when its start moves to a later hour."""

span = Table(
    "span",
    metadata,
    Column("start_ms", Integer, primary_key=True, autoincrement=False),
    Column("observed_ms", Integer, CheckConstraint(f"observed_ms BETWEEN 1 AND {LONGEST_SPAN_MS}"), nullable=False),
    Column("ctx_id", Integer, ForeignKey("context.ctx_id"), nullable=False),
    Column("state", Integer, CheckConstraint("state BETWEEN 0 AND 4"), nullable=False),
    Column("off_min", Integer, nullable=False),
    Column("source_id", Integer, ForeignKey("source.source_id")),
    Column("case_id", Integer, ForeignKey("case_token.case_id")),
    Column("input_count", Integer, nullable=False, server_default=text("0")),
    Column("injected_count", Integer, nullable=False, server_default=text("0")),
    **_STRICT,
)

gap = Table(
    "gap",
    metadata,
    Column("start_ms", Integer, primary_key=True, autoincrement=False),
    Column("end_ms", Integer, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("end_ms > start_ms"),
    **_STRICT,
)

correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer, nullable=False),
    Column("cat_id", Integer, ForeignKey("category.cat_id"), nullable=False),
    Column("who", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("why", Text, nullable=False),
    Column("undone_at_ms", Integer),
    CheckConstraint("end_ms > start_ms"),
    **_STRICT,
)

explanation = Table(
    "explanation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("start_ms", Integer, nullable=False),
    Column("end_ms", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    Column("correction_id", Integer, ForeignKey("correction.id")),
    Column("who", Text, nullable=False),
    Column("at_ms", Integer, nullable=False),
    Column("undone_at_ms", Integer),
    CheckConstraint("end_ms > start_ms"),
    **_STRICT,
)

roll_hour = Table(
    "roll_hour",
    metadata,
    Column("hour", Integer, primary_key=True),
    Column("off_min", Integer, primary_key=True),
    Column("cat_id", Integer, ForeignKey("category.cat_id"), primary_key=True),
    Column("state", Integer, primary_key=True),
    Column("observed_ms", Integer, CheckConstraint("observed_ms BETWEEN 0 AND 3600000"), nullable=False),
    Column("input_count", Integer, nullable=False, server_default=text("0")),
    Column("injected_count", Integer, nullable=False, server_default=text("0")),
    Column("rev", Integer, nullable=False, server_default=text("1")),
    Column("acked_rev", Integer, nullable=False, server_default=text("0")),
    **_KEYED,
)

roll_day_app = Table(
    "roll_day_app",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("app_id", Integer, ForeignKey("app.app_id"), primary_key=True),
    Column("cat_id", Integer, ForeignKey("category.cat_id"), primary_key=True),
    Column("state", Integer, primary_key=True),
    Column("observed_ms", Integer, nullable=False),
    Column("input_count", Integer, nullable=False, server_default=text("0")),
    Column("injected_count", Integer, nullable=False, server_default=text("0")),
    **_KEYED,
)

roll_day_category = Table(
    "roll_day_category",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("cat_id", Integer, ForeignKey("category.cat_id"), primary_key=True),
    Column("state", Integer, primary_key=True),
    Column("observed_ms", Integer, nullable=False),
    **_KEYED,
)

roll_day = Table(
    "roll_day",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("gap_ms", Integer, nullable=False),
    **_STRICT,
)

hour_dirty = Table(
    "hour_dirty",
    metadata,
    Column("hour", Integer, primary_key=True),
    Column("off_min", Integer, primary_key=True),
    **_KEYED,
)

notice_receipt = Table(
    "notice_receipt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("shown_ms", Integer, nullable=False),
    Column("accepted_ms", Integer),
    **_STRICT,
)
