"""Numbered, transactional steps from every older record to today's; each is frozen and never edited."""

import sqlite3
from pathlib import Path

from core.errors import UserError
from core.paths import touch_private

_FIRST = """
CREATE TABLE app (
    app_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (app_id),
    UNIQUE (name)) STRICT;
CREATE TABLE case_token (
    case_id INTEGER NOT NULL,
    token TEXT NOT NULL,
    PRIMARY KEY (case_id),
    UNIQUE (token)) STRICT;
CREATE TABLE category (
    cat_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (cat_id),
    UNIQUE (path)) STRICT;
CREATE TABLE gap (
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (start_ms),
    CHECK (end_ms > start_ms)) STRICT;
CREATE TABLE hour_dirty (
    hour INTEGER NOT NULL,
    off_min INTEGER NOT NULL,
    PRIMARY KEY (hour, off_min)) WITHOUT ROWID, STRICT;
CREATE TABLE meta (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)) WITHOUT ROWID, STRICT;
CREATE TABLE notice_receipt (
    id INTEGER NOT NULL,
    hash TEXT NOT NULL,
    who TEXT NOT NULL,
    shown_ms INTEGER NOT NULL,
    accepted_ms INTEGER,
    PRIMARY KEY (id)) STRICT;
CREATE TABLE roll_day (
    day INTEGER NOT NULL,
    gap_ms INTEGER NOT NULL,
    PRIMARY KEY (day)) STRICT;
CREATE TABLE source (
    source_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (source_id),
    UNIQUE (name)) STRICT;
CREATE TABLE context (
    ctx_id INTEGER NOT NULL,
    app_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    default_cat_id INTEGER NOT NULL,
    rule_id TEXT,
    PRIMARY KEY (ctx_id),
    UNIQUE (app_id, title),
    FOREIGN KEY(app_id) REFERENCES app (app_id),
    FOREIGN KEY(default_cat_id) REFERENCES category (cat_id)) STRICT;
CREATE TABLE correction (
    id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    cat_id INTEGER NOT NULL,
    who TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    why TEXT NOT NULL,
    undone_at_ms INTEGER,
    PRIMARY KEY (id),
    CHECK (end_ms > start_ms),
    FOREIGN KEY(cat_id) REFERENCES category (cat_id)) STRICT;
CREATE TABLE judged (
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    cat_id INTEGER NOT NULL,
    rule_id TEXT,
    why TEXT NOT NULL,
    PRIMARY KEY (start_ms),
    FOREIGN KEY(cat_id) REFERENCES category (cat_id)) STRICT;
CREATE TABLE roll_day_app (
    day INTEGER NOT NULL,
    app_id INTEGER NOT NULL,
    cat_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    observed_ms INTEGER NOT NULL,
    input_count INTEGER DEFAULT 0 NOT NULL,
    injected_count INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (day, app_id, cat_id, state),
    FOREIGN KEY(app_id) REFERENCES app (app_id),
    FOREIGN KEY(cat_id) REFERENCES category (cat_id)) WITHOUT ROWID, STRICT;
CREATE TABLE roll_hour (
    hour INTEGER NOT NULL,
    off_min INTEGER NOT NULL,
    cat_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    observed_ms INTEGER NOT NULL CHECK (observed_ms BETWEEN 0 AND 3600000),
    input_count INTEGER DEFAULT 0 NOT NULL,
    injected_count INTEGER DEFAULT 0 NOT NULL,
    rev INTEGER DEFAULT 1 NOT NULL,
    acked_rev INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (hour, off_min, cat_id, state),
    FOREIGN KEY(cat_id) REFERENCES category (cat_id)) WITHOUT ROWID, STRICT;
CREATE INDEX roll_hour_unsent ON roll_hour (hour) WHERE rev > acked_rev;
CREATE TABLE span (
    start_ms INTEGER NOT NULL,
    observed_ms INTEGER NOT NULL CHECK (observed_ms BETWEEN 1 AND 108000000),
    ctx_id INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
    off_min INTEGER NOT NULL,
    source_id INTEGER,
    case_id INTEGER,
    input_count INTEGER DEFAULT 0 NOT NULL,
    injected_count INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (start_ms),
    FOREIGN KEY(ctx_id) REFERENCES context (ctx_id),
    FOREIGN KEY(source_id) REFERENCES source (source_id),
    FOREIGN KEY(case_id) REFERENCES case_token (case_id)) STRICT;
INSERT INTO meta (name, value) VALUES ('what', 'engineroom record');
"""

_LESS = "DROP TABLE judged; DROP INDEX roll_hour_unsent;"
"""Pieces are always worked out from spans, rules and corrections; and where nothing is sent, all totals are unsent."""

_DAYS = """
CREATE TABLE roll_day_category (
    day INTEGER NOT NULL,
    cat_id INTEGER NOT NULL,
    state INTEGER NOT NULL,
    observed_ms INTEGER NOT NULL,
    PRIMARY KEY (day, cat_id, state),
    FOREIGN KEY(cat_id) REFERENCES category (cat_id)) WITHOUT ROWID, STRICT;
INSERT INTO roll_day_category
SELECT day, cat_id, state, sum(observed_ms) FROM roll_day_app GROUP BY day, cat_id, state;
"""
"""Ten years by category are 50,000 rows of this table, and 400,000 of any other."""

_EXPLAINED = """
CREATE TABLE explanation (
    id INTEGER NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    answer TEXT NOT NULL,
    correction_id INTEGER,
    who TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    undone_at_ms INTEGER,
    PRIMARY KEY (id),
    CHECK (end_ms > start_ms),
    FOREIGN KEY(correction_id) REFERENCES correction (id)) STRICT;
"""

STEPS: tuple[str, ...] = (_FIRST, _LESS, _DAYS, _EXPLAINED)
"""Step n brings a record from version n to n + 1."""
VERSION = len(STEPS)


def known_version(connection: sqlite3.Connection, file: Path) -> int:
    """The version of the record; raises UserError for that of a newer Engineroom."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise UserError(
            f"{file} was written by a newer Engineroom (version {version}, this one knows {VERSION})",
            "install that Engineroom again; the record was not touched",
        )
    return version


def migrate(connection: sqlite3.Connection, file: Path) -> None:
    """Bring the record up to `VERSION`; a copy of an older one is kept beside it.

    Raises UserError for a record of a newer Engineroom, which is left as it is.
    """
    version = known_version(connection, file)
    if 0 < version < VERSION:
        copy = file.with_name(f"{file.name}.before-v{VERSION}")
        copy.unlink(missing_ok=True)  # of an attempt that failed: a copy is never made over another
        touch_private(copy)
        connection.execute("VACUUM INTO ?", (str(copy),))
    for number in range(version, VERSION):
        connection.executescript(f"BEGIN IMMEDIATE; {STEPS[number]} PRAGMA user_version={number + 1}; COMMIT;")
