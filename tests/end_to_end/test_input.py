"""Input counted by a real agent: right to the key, off unless asked for, and nothing of what was typed anywhere."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.nested import NestedXServer
from stage.xserver import XServer

TYPED = "quarzwehmut"
"""Stands in no file of ours and on no page of any library."""
ON_ITS_WAY_S = 0.5
"""What is pressed on the outer screen takes a moment to the inner one."""
LONGEST_CHUNK = 1 << 24


@pytest.fixture(scope="module")
def hardware() -> Iterator[XServer]:
    """The screen whose keyboard and mouse are those of the one within."""
    with XServer(window_manager=None) as outer:
        yield outer


@pytest.fixture
def desk(hardware: XServer) -> Iterator[NestedXServer]:
    with NestedXServer(hardware) as screen:
        yield screen


@pytest.fixture
def counted(desk: NestedXServer, home: Path) -> Iterator[AgentAtWork]:
    work = AgentAtWork(desk.environment(), home)
    yield work
    work.close()


def shown(work: AgentAtWork, actor: ActorClient, app: str) -> "subprocess.Popen[bytes]":
    """An agent that has seen a window of this program in front."""
    actor.open("a", app=app, title=f"Closing of {app}")
    actor.activate("a")
    agent = work.record()
    work.await_status(lambda status: status.app == app.lower())
    work.save()
    return agent


def type_by_hand(hardware: XServer) -> None:
    """Into the window in the middle."""
    press(hardware, "mousemove", "640", "400", "type", "--delay", "20", TYPED)


def press(screen: XServer | NestedXServer, *words: str) -> None:
    """What xdotool does on one screen."""
    subprocess.run(["xdotool", *words], env=screen.environment(), check=True, timeout=30)


def memory_of(pid: int) -> Iterator[bytes]:
    """Everything that a process can write to, and a little of each piece with the next."""
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            place, rights, *_rest = line.split()
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(edge, 16) for edge in place.split("-"))
            for at in range(start, end, LONGEST_CHUNK):
                memory.seek(at)
                yield memory.read(min(LONGEST_CHUNK + 256, end - at))


def found_in(pid: int, *wanted: bytes) -> set[bytes]:
    """Of a process that stands still meanwhile: memory that it gives back cannot be read."""
    os.kill(pid, signal.SIGSTOP)
    try:
        return {each for chunk in memory_of(pid) for each in wanted if each in chunk}
    finally:
        os.kill(pid, signal.SIGCONT)


def key_codes(screen: NestedXServer, text: str) -> bytes:
    """The numbers by which the screen knows the keys of `text`, as it told of them one after the other."""
    said = subprocess.run(
        ["xmodmap", "-pke"], env=screen.environment(), capture_output=True, text=True, check=True, timeout=20
    )
    codes = {line.split()[3]: int(line.split()[1]) for line in said.stdout.splitlines() if len(line.split()) > 3}
    return bytes(codes[letter] for letter in text)


def test_a_script_is_counted_to_the_key(hardware: XServer, desk: NestedXServer, counted: AgentAtWork) -> None:
    """Eleven keys, two clicks and three notches by hand in one window, five keys by software in another.

    The person sees the numbers; what is shared has none of them.
    """
    counted.set("input_counts = true")
    counted.accept_notice()
    with ActorClient(desk.environment()) as actor:
        agent = shown(counted, actor, "Ledger")
        type_by_hand(hardware)
        press(hardware, "click", "1", "click", "3", "click", "4", "click", "4", "click", "5")
        actor.rest(ON_ITS_WAY_S)
        counted.save()
        actor.open("b", app="Mailer", title="Inbox")
        actor.activate("b")
        counted.await_status(lambda status: status.app == "mailer")
        press(desk, "key", "a", "key", "b", "key", "c", "key", "d", "key", "e")
        counted.save()
        assert counted.stop(agent) == (0, "")

    shared = counted.home / "shared"
    shared.mkdir()
    assert counted.command("share", "--to", str(shared), "--yes").returncode == 0
    (file,) = shared.glob("*.json")
    assert "input" not in file.read_text(encoding="utf-8")
    assert "5, 5 by software" in counted.command("timeline").stdout
    shown_to_me = counted.json("timeline")["spans"]
    assert sum(span["input"] for span in shown_to_me) == 21
    assert sum(span["injected"] for span in shown_to_me) == 5
    counts = counted.rows(
        "SELECT name, sum(input_count), sum(injected_count) FROM span JOIN context USING (ctx_id) "
        "JOIN app USING (app_id) WHERE input_count > 0 GROUP BY name ORDER BY name"
    )
    assert counts == [("ledger", 16, 0), ("mailer", 5, 5)]


def test_nothing_of_what_was_typed_is_found(hardware: XServer, desk: NestedXServer, counted: AgentAtWork) -> None:
    """The word, in any writing, is neither in the memory of the agent nor in any file of it; the title is in both."""
    counted.set("input_counts = true")
    counted.accept_notice()
    word, title = TYPED.encode(), b"Closing of Ledger"
    codes = key_codes(desk, TYPED)
    secrets = {word, word[::-1], TYPED.encode("utf-16-le"), TYPED.encode("utf-32-le"), codes, codes[::-1]}
    with ActorClient(desk.environment()) as actor:
        agent = shown(counted, actor, "Ledger")
        type_by_hand(hardware)
        actor.rest(ON_ITS_WAY_S)
        counted.save()
        found = found_in(agent.pid, title, *secrets)
        status = counted.json("status")
        assert counted.stop(agent) == (0, "")

    assert found == {title}
    files = [file.read_bytes() for file in counted.home.rglob("*") if file.is_file()]
    assert any(title in content for content in files)
    assert not any(secret in content for secret in secrets for content in files)
    assert counted.rows("SELECT sum(input_count) FROM span") == [(len(TYPED),)]
    assert [sense["works"] for sense in status["senses"] if sense["sense"] == "input"] == [True]


def test_off_means_that_nothing_is_hooked(desk: NestedXServer, counted: AgentAtWork) -> None:
    """The agent has the same threads as with counting, one line to the screen less, and writes no number."""
    counted.accept_notice()

    def lines_and_threads() -> tuple[int, int]:
        agent = counted.record()
        counted.save()
        press(desk, "key", "a")
        counted.save()
        number = lines_to(desk, agent.pid)
        threads = len(list(Path(f"/proc/{agent.pid}/task").iterdir()))
        assert counted.stop(agent) == (0, "")
        return number, threads

    off = lines_and_threads()
    assert counted.rows("SELECT sum(input_count), sum(injected_count) FROM span") == [(0, 0)]
    counted.set("input_counts = true")
    counted.accept_notice()
    on = lines_and_threads()

    assert off[0] == on[0] - 1
    assert counted.rows("SELECT sum(input_count), sum(injected_count) FROM span") == [(1, 1)]


def lines_to(screen: NestedXServer, pid: int) -> int:
    """How many connections a process has to a screen, by the books of the kernel."""
    said = subprocess.run(["ss", "-xpH"], capture_output=True, text=True, check=True, timeout=20).stdout.splitlines()
    fields = [line.split() for line in said]
    own = {line[7] for line in fields if f"pid={pid}," in line[-1]}
    return sum(line[5] in own and line[4].endswith(f"/X{screen.display[1:]}") for line in fields)


def test_a_pause_counts_nothing(desk: NestedXServer, counted: AgentAtWork) -> None:
    """The hook is out while the person pauses or is in private time, and in again afterwards."""
    counted.set("input_counts = true")
    counted.accept_notice()
    agent = counted.record()
    counted.save()
    hooked = lines_to(desk, agent.pid)
    hidden = {}
    for mode in ("pause", "private"):
        counted.command(mode, *(["15m"] if mode == "pause" else []))
        hidden[mode] = lines_to(desk, agent.pid)
        press(desk, "key", "a")
        counted.command("resume")
        counted.save()
    back = lines_to(desk, agent.pid)
    press(desk, "key", "b")
    assert counted.stop(agent) == (0, "")

    assert hidden == {"pause": hooked - 1, "private": hooked - 1}
    assert back == hooked
    assert counted.rows("SELECT sum(input_count) FROM span") == [(1,)]
