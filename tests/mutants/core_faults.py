"""Faults of time, periods, totals and privacy; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

RECORD_CLOCK = "tests/core/test_record_clock.py"
CLOCKS = "tests/end_to_end/test_clocks.py"
PERIOD = "tests/core/test_period.py"
PRIVACY = "tests/core/test_privacy.py"

CASE_TOKEN = "tests/core/test_case_token.py"

FAULTS = (
    Mutant(
        fault="a token is made without its key",
        file="core/case_token.py",
        old="hmac.digest(key, written_alike",
        new='hmac.digest(b"", written_alike',
        test=f"{CASE_TOKEN}::test_a_token_tells_nothing_without_its_key",
    ),
    Mutant(
        fault="an identifier is left where it is written otherwise",
        file="core/case_token.py",
        old="    text, wanted = ",
        new="    letters = [(char, at) for at, char in enumerate(title)]\n    text, wanted = ",
        test=f"{CASE_TOKEN}::test_every_writing_of_an_identifier_is_found",
    ),
    Mutant(
        fault="the key of cases is printed with the configuration",
        file="core/config.py",
        old="field(default=None, repr=False)",
        new="None",
        test="tests/core/test_config.py::test_the_key_of_cases_comes_from_the_policy_and_is_shown_nowhere",
    ),
    Mutant(
        fault="durations come from the wall clock",
        file="core/record_clock.py",
        old="max(0, reading.awake_ms - last.awake_ms)",
        new="max(0, reading.wall_ms - last.wall_ms)",
        test=f"{RECORD_CLOCK}::test_observed_time_is_as_long_as_the_awake_clock_says",
    ),
    Mutant(
        fault="a step back is followed at once",
        file="core/record_clock.py",
        old="        self._record_ms = lived\n",
        new="        self._record_ms = lived = min(lived, reading.wall_ms)\n",
        test=f"{RECORD_CLOCK}::test_the_record_never_runs_backwards_unless_it_says_so",
    ),
    Mutant(
        fault="a step back is never given back",
        file="core/record_clock.py",
        old="        if not observed:\n",
        new="        if not observed and reading.wall_ms >= before:\n",
        test=f"{RECORD_CLOCK}::test_a_step_back_is_given_back_while_nothing_is_observed",
    ),
    Mutant(
        fault="the record is never re-anchored",
        file="core/record_clock.py",
        old="REANCHOR_MS = 12 * MS_PER_HOUR",
        new="REANCHOR_MS = 12_000 * MS_PER_HOUR",
        test=f"{RECORD_CLOCK}::test_a_clock_that_was_a_day_wrong_is_followed_back_once",
    ),
    Mutant(
        fault="a step forward counts as observed",
        file="core/record_clock.py",
        old="if reading.wall_ms - lived > STEP_MS:",
        new="if reading.wall_ms - lived > 10**12:",
        test=f"{RECORD_CLOCK}::test_the_record_is_never_behind_the_wall_by_more_than_a_slew",
    ),
    Mutant(
        fault="a slewed clock is taken for one that was set",
        file="core/record_clock.py",
        old="STEP_MS = 2000",
        new="STEP_MS = 200",
        test=f"{CLOCKS}::test_a_clock_that_is_slewed_changes_no_duration",
    ),
    Mutant(
        fault="a span may be of no length",
        file="core/span.py",
        old="if self.observed_ms <= 0:",
        new="if self.observed_ms < 0:",
        test="tests/core/test_span.py::test_a_span_lasts_at_least_a_millisecond",
    ),
    Mutant(
        fault="days begin at midnight of UTC",
        file="core/period.py",
        old="local_ms = utc_ms + off_min * MS_PER_MIN\n        day",
        new="local_ms = utc_ms\n        day",
        test=f"{PERIOD}::test_the_day_of_an_instant_is_that_of_the_calendar",
    ),
    Mutant(
        fault="the hour at which days begin is ignored",
        file="core/period.py",
        old="MS_PER_DAY + self.hour_on(day) * MS_PER_HOUR",
        new="MS_PER_DAY",
        test=f"{PERIOD}::test_a_day_may_begin_later_than_midnight",
    ),
    Mutant(
        fault="every day has 24 hours",
        file="core/period.py",
        old="            utc_of(self.local_end_ms(day), offset_at),",
        new="            utc_of(self.local_start_ms(day), offset_at) + MS_PER_DAY,",
        test=f"{PERIOD}::test_days_tile_time",
    ),
    Mutant(
        fault="a skipped hour is taken for one that was shown",
        file="core/period.py",
        old="return candidates[0] + shown * MS_PER_MIN",
        new="return candidates[-1]",
        test=f"{PERIOD}::test_a_day_that_begins_in_the_skipped_hour_begins_with_the_change",
    ),
    Mutant(
        fault="totals are by hours of UTC",
        file="core/rollup.py",
        old="at_ms = span.start_ms + span.off_min * MS_PER_MIN",
        new="at_ms = span.start_ms",
        test="tests/core/test_rollup.py::test_the_calendar_finds_the_same_hours",
    ),
    Mutant(
        fault="the repeated hour of autumn is one hour",
        file="core/rollup.py",
        old="inside = start_ms + MS_PER_HOUR, totals[start_ms // MS_PER_HOUR, off_min]",
        new="inside = start_ms + MS_PER_HOUR, totals[start_ms // MS_PER_HOUR, 0]",
        test="tests/core/test_rollup.py::test_the_calendar_finds_the_same_hours",
    ),
    Mutant(
        fault="what follows a taken stretch is thrown away",
        file="core/span.py",
        old="free += [rest] if rest else []",
        new="",
        test="tests/core/test_span.py::test_what_remains_is_exactly_what_is_free",
    ),
    Mutant(
        fault="home folders are stored",
        file="core/privacy.py",
        old="_HOME.sub(Mark.HOME, masked)",
        new="masked",
        test=f"{PRIVACY}::test_what_identifies_somebody_becomes_a_mark",
    ),
    Mutant(
        fault="a second masking finds more than the first",
        file="core/privacy.py",
        old="while masked != title:",
        new="while False:",
        test=f"{PRIVACY}::test_redacting_twice_changes_nothing",
    ),
    Mutant(
        fault="a pattern runs away on a long title",
        file="core/privacy.py",
        old=r"(?<![\w.+%-])[\w.+%-]++@",
        new=r"([\w.+%-]+)+@",
        test=f"{PRIVACY}::test_no_title_can_stall_the_agent",
    ),
    Mutant(
        fault="a private-browsing window is recorded",
        file="core/privacy.py",
        old="or _PRIVATE_BROWSING.search(window.title) is not None",
        new="",
        test=f"{PRIVACY}::test_private_browsing_is_private",
    ),
    Mutant(
        fault="idle wins over private",
        file="core/sample.py",
        old="        if self.private:\n",
        new="        if self.private and self.idle_ms < idle_threshold_ms:\n",
        test="tests/core/test_sample.py::test_the_first_state_that_holds_wins",
    ),
    Mutant(
        fault="a person's settings beat the policy",
        file="core/config.py",
        old="layers.append((Source.POLICY, mandatory))",
        new="layers.insert(0, (Source.POLICY, mandatory))",
        test="tests/core/test_config.py::test_each_layer_beats_the_one_below",
    ),
    Mutant(
        fault="a policy that cannot be read counts as none",
        file="core/toml_file.py",
        old="    except OSError:\n        pass",
        new="    except OSError:\n        return None",
        test="tests/core/test_toml_file.py",
    ),
    Mutant(
        fault="others can read the record",
        file="core/paths.py",
        old="os.O_CREAT | os.O_RDWR, 0o600",
        new="os.O_CREAT | os.O_RDWR, 0o644",
        test="tests/core/test_paths.py::test_folders_and_files_are_for_their_user_alone",
    ),
)
