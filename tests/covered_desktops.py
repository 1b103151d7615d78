"""Says at the end of `make test-desktops` what it covered; a desktop without a passed test, or a skip, fails it."""

from collections import Counter

import pytest

DESKTOPS = ("x11", "sway", "kwin", "gnome", "weston", "windows")
"""All must be covered."""


class Coverage:
    """Counts the outcomes of tests by the desktops that they used."""

    def __init__(self) -> None:
        self._outcomes: dict[str, Counter[str]] = {desktop: Counter() for desktop in DESKTOPS}
        self._skipped = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._skipped += report.skipped
        if report.when == "call" or not report.passed:
            for name, desktop in report.user_properties:
                if name == "desktop":
                    self._outcomes[str(desktop)][report.outcome] += 1

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section("desktops covered")
        terminalreporter.line(f"{'desktop':12}{'passed':>8}{'failed':>8}")
        for desktop, outcomes in self._outcomes.items():
            terminalreporter.line(f"{desktop:12}{outcomes['passed']:8}{outcomes['failed']:8}")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        uncovered = [desktop for desktop, outcomes in self._outcomes.items() if not outcomes["passed"]]
        if (uncovered or self._skipped) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Coverage())
