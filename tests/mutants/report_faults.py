"""Faults of totals, days and what is shared; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

SERVICE = "tests/reports/test_service.py"
TIMELINE = "tests/reports/test_timeline.py"
SHARING = "tests/reports/test_sharing.py"
FOLDER = "tests/reports/test_shared_folder.py"

FAULTS = (
    Mutant(
        fault="idle time is part of the whole that shares are of",
        file="reports/coverage.py",
        old="{total.key: total.attended_ms for",
        new="{total.key: total.observed_ms for",
        test="tests/reports/test_coverage.py::test_unclassified_time_may_be_all_work_or_all_knowledge_or_neither",
    ),
    Mutant(
        fault="each suggested rule counts what those before it explain already",
        file="reports/rule_search.py",
        old="                self._open.remove(number)\n",
        new="",
        test="tests/reports/test_suggesting.py::test_rules_do_what_is_said_of_them",
    ),
    Mutant(
        fault="dirty days are counted twice",
        file="reports/service.py",
        old="[day for day in period.days() if day not in live]",
        new="list(period.days())",
        test=f"{SERVICE}::test_change_of_the_past_shows_at_once",
    ),
    Mutant(
        fault="totals by old rules pass for today's",
        file="reports/service.py",
        old="if reader.ruleset() != self.judge.version:",
        new="if reader.ruleset() is None:",
        test="tests/reports/test_service_rules.py::test_changed_rules_hold_at_once",
    ),
    Mutant(
        fault="other rules empty the days of which only totals are kept",
        file="reports/service.py",
        old="{day for day in period.days() if day >= raw_from}",
        new="{day for day in period.days() if raw_from}",
        test=f"{SERVICE}::test_days_of_which_only_totals_are_kept_are_reported_from_them",
    ),
    Mutant(
        fault="the pause under way shows in the day and not in the report",
        file="reports/service.py",
        old="        if until_ms is not None:\n",
        new="        if not period:\n",
        test=f"{SERVICE}::test_pause_under_way_counts_everywhere_the_same",
    ),
    Mutant(
        fault="a gap runs on behind the end of its day",
        file="reports/timeline.py",
        old="if until_ms is not None and starts.day_of(until_ms, own[-1].span.off_min) == day:",
        new="if until_ms is not None:",
        test=f"{TIMELINE}::test_gap_of_a_day_that_is_over_ends_with_its_last_piece",
    ),
    Mutant(
        fault="a gap under way ends where its reason changes",
        file="reports/timeline.py",
        old="            if gap.start_ms <= end_ms:",
        new="            if gap.start_ms <= own[-1].span.end_ms:",
        test=f"{TIMELINE}::test_reasons_change_within_a_gap_that_goes_on",
    ),
    Mutant(
        fault="the first note explains a gap",
        file="reports/timeline.py",
        old="why = reasons[-1] if",
        new="why = reasons[0] if",
        test=f"{TIMELINE}::test_reasons_change_within_one_gap",
    ),
    Mutant(
        fault="stored gaps ignore the borders of the day",
        file="storage/rollups.py",
        old="        on_day = OnDay(day, self._starts)",
        new="        on_day = lambda span: span",
        test="tests/reports/test_report_properties.py::test_report_is_the_slow_sum",
    ),
    Mutant(
        fault="idle time is attended",
        file="reports/totals.py",
        old="(observed_ms if bucket.state in ATTENDED else 0)",
        new="observed_ms",
        test="tests/reports/test_totals.py::test_by_kind_and_by_app",
    ),
    Mutant(
        fault="a glance elsewhere ends a stretch",
        file="reports/day.py",
        old="LONGEST_PAUSE_MS = MS_PER_MIN",
        new="LONGEST_PAUSE_MS = 0 * MS_PER_MIN",
        test="tests/reports/test_day.py::test_stretch_goes_on_over_a_minute_elsewhere",
    ),
    Mutant(
        fault="names that a person coined leave the desk",
        file="reports/sharing.py",
        old="category.path if category.path in named else",
        new="category.path if category.path else",
        test=f"{SHARING}::test_names_of_the_person_become_other",
    ),
    Mutant(
        fault="private time leaves the desk",
        file="reports/sharing.py",
        old="if category.kind is Kind.PRIVATE:",
        new="if category.kind is None:",
        test=f"{SHARING}::test_private_time_joins_what_was_not_recorded",
    ),
    Mutant(
        fault="shared seconds do not add up",
        file="reports/sharing.py",
        old="recorded_s=sum(seconds.values()),",
        new="recorded_s=sum(seconds_ms.values()) // 1000,",
        test=f"{SHARING}::test_seconds_always_add_up",
    ),
    Mutant(
        fault="a file of any size is taken",
        file="reports/shared_folder.py",
        old="if len(text) > LARGEST_FILE:",
        new="if not text:",
        test=f"{FOLDER}::test_file_that_is_wrong_is_listed_and_the_others_are_read",
    ),
    Mutant(
        fault="one broken file hides all the others",
        file="reports/shared_folder.py",
        old="except (OSError, msgspec.MsgspecError, ValueError) as error:",
        new="except msgspec.ValidationError as error:",
        test=f"{FOLDER}::test_file_that_is_wrong_is_listed_and_the_others_are_read",
    ),
    Mutant(
        fault="a draft stays in the shared folder",
        file="reports/shared_folder.py",
        old="            unfinished.unlink(missing_ok=True)\n",
        new="            pass\n",
        test=f"{FOLDER}::test_failed_write_leaves_no_draft",
    ),
    Mutant(
        fault="the second desk of a person hides the first",
        file="reports/team.py",
        old="recorded_ms=sum(one.recorded_s for one in days) * 1000,",
        new="recorded_ms=days[-1].recorded_s * 1000,",
        test="tests/reports/test_team.py::test_two_desks_of_one_person_add_up",
    ),
    Mutant(
        fault="an old desk makes its person old",
        file="reports/team.py",
        old="newest[totals.person].written_ms < totals.written_ms:",
        new="newest[totals.person].written_ms > totals.written_ms:",
        test="tests/reports/test_team.py::test_newest_desk_of_a_person_says_whether_they_are_old",
    ),
)
