"""Faults of the record and its stored totals; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

ENGINE = "tests/storage/test_engine.py"
RECORD = "tests/storage/test_record.py"
ROLLUPS = "tests/storage/test_rollups.py"

FAULTS = (
    Mutant(
        fault="hours of UTC are marked",
        file="storage/record.py",
        old="{(hour.number, hour.off_min) for of in spans for hour in hours_of(of) if hour.number >= first}",
        new="{(of.start_ms // 3_600_000, 0) for of in spans if hours_of(of)}",
        test=f"{RECORD}::test_every_hour_that_a_span_touches_is_marked",
    ),
    Mutant(
        fault="a span is changed by its start alone",
        file="storage/record.py",
        old='span.c.ctx_id == bindparam("of_ctx")',
        new='span.c.ctx_id > bindparam("of_ctx") - 1_000_000',
        test=f"{RECORD}::test_history_of_another_context_is_never_changed",
    ),
    Mutant(
        fault="a noted gap shrinks",
        file="storage/record.py",
        old="func.max(gap.c.end_ms, _add_gap.excluded.end_ms)",
        new="_add_gap.excluded.end_ms",
        test=f"{RECORD}::test_noted_gap_lengthens_and_never_shrinks",
    ),
    Mutant(
        fault="names of a failed batch count as stored",
        file="storage/record.py",
        old="*batch.removed))\n        except BaseException:\n            self._names.forget()\n",
        new="*batch.removed))\n        except BaseException:\n",
        test=f"{RECORD}::test_full_disk_loses_nothing_that_was_written_and_writes_nothing_half",
    ),
    Mutant(
        fault="a removed span marks no hour",
        file="storage/record.py",
        old="(*batch.new, *batch.changed, *batch.removed)",
        new="(*batch.new, *batch.changed)",
        test=f"{RECORD}::test_change_and_removal_mark_their_hours_again",
    ),
    Mutant(
        fault="an hour is rolled while idle may still reach back into it",
        file="storage/rollups.py",
        old="LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN",
        new="LONGEST_LOOK_BACK_MS = 0 * MS_PER_MIN",
        test=f"{ROLLUPS}::test_hour_is_rolled_half_an_hour_after_its_end",
    ),
    Mutant(
        fault="a changed total keeps its revision",
        file="storage/rollups.py",
        old='"rev": roll_hour.c.rev + 1}',
        new='"rev": roll_hour.c.rev}',
        test=f"{ROLLUPS}::test_changed_total_counts_its_revision_up",
    ),
    Mutant(
        fault="an unchanged total gets a new revision",
        file="storage/rollups.py",
        old="where=roll_hour.c.observed_ms != _add.excluded.observed_ms",
        new="where=roll_hour.c.observed_ms >= 0",
        test=f"{ROLLUPS}::test_building_twice_changes_nothing",
    ),
    Mutant(
        fault="a vanished total keeps its revision",
        file="storage/rollups.py",
        old=".values(observed_ms=0, rev=roll_hour.c.rev + 1)",
        new=".values(observed_ms=0)",
        test="tests/storage/test_rollups_properties.py::test_revision_counts_up_with_every_change_and_only_then",
    ),
    Mutant(
        fault="totals are built by rules that the record does not know",
        file="storage/rollups.py",
        old="if read_fact(connection, RULESET) != self._judge.version:",
        new="if read_fact(connection, RULESET) is None:",
        test=f"{ROLLUPS}::test_nothing_is_built_while_the_record_is_judged_by_other_rules",
    ),
    Mutant(
        fault="retention turns old totals into zeroes",
        file="storage/rollups.py",
        old=", hour_dirty.c.hour >= first_raw_hour(connection)",
        new="",
        test=f"{ROLLUPS}::test_old_totals_outlive_their_spans",
    ),
    Mutant(
        fault="new rules mark days without spans",
        file="storage/rejudging.py",
        old=".where(roll_hour.c.hour >= first_raw_hour(connection))",
        new="",
        test="tests/storage/test_rejudging.py::test_hours_of_days_without_spans_are_left_alone",
    ),
    Mutant(
        fault="spans of far travellers are missed",
        file="storage/reading.py",
        old="local_start_ms - 3 * widest",
        new="local_start_ms",
        test="tests/storage/test_reading.py::test_spans_of_a_stretch_of_local_time",
    ),
    Mutant(
        fault="a transaction takes the lock only when it writes",
        file="storage/engine.py",
        old='exec_driver_sql("BEGIN IMMEDIATE")',
        new='exec_driver_sql("BEGIN")',
        test=f"{ENGINE}::test_writer_takes_the_lock_as_it_begins",
    ),
    Mutant(
        fault="the log of another record is played into a new one",
        file="storage/aside.py",
        old="    set_logs_aside(file)\n    sync(finished)\n",
        new="    sync(finished)\n",
        test=f"{ENGINE}::test_log_left_behind_is_not_played_into_a_new_record",
    ),
    Mutant(
        fault="an empty file passes for a record",
        file="storage/health.py",
        old='return Diagnosis(Ailment.EMPTY, "is empty")',
        new="return None",
        test=f"{ENGINE}::test_file_cut_to_nothing_is_refused",
    ),
    Mutant(
        fault="a damaged page goes unnoticed",
        file="storage/health.py",
        old='connection.execute("PRAGMA quick_check(1)").fetchone()[0] if every_page else "ok"',
        new='"ok"',
        test=f"{ENGINE}::test_damaged_page_is_found_before_anything_is_written",
    ),
    Mutant(
        fault="a folder is made on a network share",
        file="storage/engine.py",
        old="    refuse_network(file)\n    make_private(file.parent)\n",
        new="    make_private(file.parent)\n    refuse_network(file)\n",
        test=f"{ENGINE}::test_record_on_a_network_share_is_refused_before_a_folder_is_made_there",
    ),
    Mutant(
        fault="a share with a space in its name is a disk",
        file="storage/place.py",
        old="bytes([int(found[1], 8)])",
        new="found[0]",
        test="tests/storage/test_place.py::test_name_of_a_mount_may_have_spaces_and_any_letter",
    ),
    Mutant(
        fault="a migration that failed once can never succeed",
        file="storage/migrations.py",
        old="        copy.unlink(missing_ok=True)  # of an attempt that failed: a copy is never made over another\n",
        new="",
        test="tests/storage/test_migrations.py::test_step_that_failed_once_may_succeed_later",
    ),
    Mutant(
        fault="a failed migration is half done",
        file="storage/migrations.py",
        old='f"BEGIN IMMEDIATE; {STEPS[number]} PRAGMA user_version={number + 1}; COMMIT;"',
        new='f"{STEPS[number]} PRAGMA user_version={number + 1};"',
        test="tests/storage/test_migrations.py::test_step_that_fails_leaves_the_record_as_it_was",
    ),
)
