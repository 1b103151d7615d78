"""Refuses patterns that can run away on some title, by trying them in a process of their own; never in this one."""

import contextlib
import hashlib
import json
import multiprocessing
from collections.abc import Collection, Iterable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from classifiers.pattern_trial import READY, work
from classifiers.private_file import write_private
from classifiers.rule_file import RuleFile
from core.errors import MachineError, UserError
from core.toml_file import TomlFile

LONGEST_TITLE = 512
"""Characters that the desktop back-ends let through."""
BUDGET_S = 0.2
"""CPU time that one pattern may take on one title, of the second between two samples."""
PATIENCE_S = 3.0
"""A pattern that says nothing for so long is ended; the rest is tried in a new process."""
START_WITHIN_S = 60.0
TRIAL = "1"
"""Raised when titles are added that a proven pattern has not seen."""
MOST_REMEMBERED = 5000


class Proofs:
    """Which patterns were tried and found good, kept in a small file beside the last good rules."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def unproven(self, patterns: Iterable[str]) -> list[str]:
        known = self._read()
        return [pattern for pattern in dict.fromkeys(patterns) if _proof(pattern) not in known]

    def add(self, patterns: Iterable[str]) -> None:
        """Raises OSError where the file cannot be written."""
        known, new = self._read(), {_proof(pattern) for pattern in patterns}
        if new <= known:
            return
        kept = new if len(known) + len(new) > MOST_REMEMBERED else known | new
        write_private(self._file, json.dumps(sorted(kept)).encode())

    def _read(self) -> set[str]:
        try:
            read = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return set()
        return {proof for proof in read if isinstance(proof, str)} if isinstance(read, list) else set()


def runaway_faults(file: TomlFile, read: RuleFile, proofs: Proofs | None = None) -> tuple[UserError, ...]:
    """A fault for each pattern of `file` that exceeds the budget; `proofs` spares those that were tried before."""
    written = [placed.pattern.pattern for placed in read.patterns]
    untried = list(dict.fromkeys(written)) if proofs is None else proofs.unproven(written)
    bad = runaways(untried)
    if proofs is not None:
        _remember(proofs, [pattern for pattern in untried if pattern not in bad])
    return tuple(
        file.fault(
            placed.place,
            f"the pattern {placed.pattern.pattern!r} can run away: there are titles that it takes over"
            f" {BUDGET_S * 1000:.0f} ms for",
            "let no repetition stand within another or beside one that finds the same, or use title_contains",
        )
        for placed in read.patterns
        if placed.pattern.pattern in bad
    )


def runaways(patterns: Sequence[str]) -> Collection[str]:
    """Those of `patterns` that exceed the budget on a title made to be nasty."""
    bad: set[str] = set()
    left = list(patterns)
    while left:
        tried = _try(left)
        bad |= {pattern for pattern, fits in tried if not fits}
        left = left[len(tried) :]
    return bad


def _try(patterns: list[str]) -> list[tuple[str, bool]]:
    """(pattern, whether it keeps the budget) up to the first one that has to be ended."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(theirs, patterns, LONGEST_TITLE, BUDGET_S), daemon=True)
    tried: list[tuple[str, bool]] = []
    try:
        process.start()
        theirs.close()
        if not ours.poll(START_WITHIN_S) or ours.recv() != READY:
            raise MachineError("Patterns cannot be tried: the process for it does not start", "try again")
        for pattern in patterns:
            took_s = _told(ours)
            tried.append((pattern, took_s is not None and took_s <= BUDGET_S))
            if took_s is None:
                break
    except (OSError, EOFError) as error:
        raise MachineError(f"Patterns cannot be tried: {error}", "end other programs and try again") from error
    finally:
        _end(process)
        ours.close()
    return tried


def _told(connection: "Connection[object, object]") -> float | None:
    """How long the pattern took at most; None where it does not come back, or took its process with it."""
    try:
        while connection.poll(PATIENCE_S):
            told = connection.recv()
            if isinstance(told, float):
                return told
    except EOFError:
        pass
    return None


def _end(process: BaseProcess) -> None:
    if process.pid is not None:
        process.kill()
        process.join()
    process.close()


def _remember(proofs: Proofs, good: Iterable[str]) -> None:
    with contextlib.suppress(OSError):  # they are tried again the next time
        proofs.add(good)


def _proof(pattern: str) -> str:
    return hashlib.sha256(f"{TRIAL} {LONGEST_TITLE} {BUDGET_S} {pattern}".encode()).hexdigest()[:24]
