"""The tray and the windows behind it: how soon they are there, and what they hold; never what they show."""

import csv
import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.office_year import DAYS_A_YEAR, build, office_days
from benchmarks.process import cpu_s, rss_mb
from benchmarks.row import Row
from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from core.clock import MS_PER_S, steady_s
from stage.at_work import PROJECT, AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer

SETTLE_S = 8
WATCH_S = 20
STARTS = 3
LOOK_AGAIN_S = 0.02
_watching = threading.Event()


def rows() -> Iterator[Row]:
    """All on a record of one office year."""
    with tempfile.TemporaryDirectory() as home, XServer(window_manager="openbox", tray=True) as screen:
        work = AgentAtWork(screen.environment(QT_QPA_PLATFORM="xcb"), Path(home))
        build(work.paths.record, RuleJudge(load_ruleset()))
        work.accept_notice()
        yield from _opening(work)
        agent = work.record()
        start_s = min(_started_s(work) for _time in range(STARTS))
        yield Row(what="tray start to icon", figure=start_s, target=1.5, unit="s")
        yield from _closed(work)
        yield _memory_of_day(work)
        work.stop(agent)
        work.close()


def _started_s(work: AgentAtWork) -> float:
    """Until the icon stands in the tray, with an agent that answers."""
    hands = Hands(work.environment)
    began_s = steady_s()
    tray = work.start_tray()
    while hands.place_of_icon() is None:
        _watching.wait(LOOK_AGAIN_S)
    took_s = steady_s() - began_s
    _end(tray)
    return took_s


def _closed(work: AgentAtWork) -> Iterator[Row]:
    """While nobody looks at it."""
    tray = work.start_tray()
    _watching.wait(SETTLE_S)
    began, used = steady_s(), cpu_s(tray.pid)
    _watching.wait(WATCH_S)
    share = 100 * (cpu_s(tray.pid) - used) / (steady_s() - began)
    yield Row(what="closed tray memory", figure=rss_mb(tray.pid), target=75, unit="MB")
    yield Row(what="closed tray CPU", figure=share, target=0.5, unit="% core")
    _end(tray)


def _memory_of_day(work: AgentAtWork) -> Row:
    tray = work.start_tray("--show", "day")
    Hands(work.environment).await_window("Engineroom — ")
    _watching.wait(SETTLE_S)
    row = Row(what="tray memory with the day open", figure=rss_mb(tray.pid), target=120, unit="MB")
    _end(tray)
    return row


def _opening(work: AgentAtWork) -> Iterator[Row]:
    """From the wish to the first painting, and for what was read, to the last."""
    year = work.home / "another-year.csv"
    _write_year(year)
    command = [sys.executable, "-m", "benchmarks.opening", str(year)]
    done = subprocess.run(command, cwd=PROJECT, env=work.environment, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    for what, place, target in (
        ("popover, first time", 0, 100),
        ("popover", 0, 100),
        ("day, first time", 0, 200),
        ("day of 2,500 spans", 1, 200),
        ("year, first time", 0, 200),
        ("year", 1, 200),
    ):
        figures = told["took"][what]
        beside = f"all of it {figures[1]:.0f} ms, {figures[2]:.0f} ms of CPU"
        yield Row(what=f"opening: {what}", figure=figures[place], target=target, unit="ms", beside=beside)
    blocked_ms, late_ms = told["longest_block"]
    beside = f"{late_ms:.0f} ms with what it waited for a processor"
    what = "UI thread blocked while a year is imported"
    yield Row(what=what, figure=blocked_ms, target=50, unit="ms", beside=beside)


def _write_year(file: Path) -> None:
    """The year after the one that is recorded, for `engineroom import`."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(("start", "end", "app", "title", "state"))
        for spans in islice(office_days(years=2), DAYS_A_YEAR, None):
            for span in spans:
                moments = (datetime.fromtimestamp(ms / MS_PER_S, UTC) for ms in (span.start_ms, span.end_ms))
                told = (moment.isoformat(timespec="milliseconds") for moment in moments)
                rows.writerow((*told, span.context.app, span.context.title, span.state.value))


def _end(tray: "subprocess.Popen[bytes]") -> None:
    tray.terminate()
    tray.wait()
