"""What the macOS rooms ask of Apple's frameworks, against the real libraries that would pass it on; none can run here.

It proves that every function and constant is there under its name and takes so many arguments, not what a Mac answers.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.platforms import macos_microphone
from stage.actor_client import PROJECT

pytestmark = pytest.mark.desktops
LIBRARIES = PROJECT / "build" / "macos" / "libraries"
FRAMEWORKS = {"AppKit", "CoreFoundation", "Foundation", "HIServices", "Quartz"}
STAND_FOR = {"_access": "HIServices", "access": "HIServices"}
"""What our rooms call a framework that they keep."""
QUALIFIERS = "rnNoORV^"
NUMBERS = {
    "SYSTEM": "kAudioObjectSystemObject",
    "GLOBAL_SCOPE": "kAudioObjectPropertyScopeGlobal",
    "MAIN_ELEMENT": "kAudioObjectPropertyElementMain",
    "PROCESSES": "kAudioHardwarePropertyProcessObjectList",
    "TAKES_SOUND": "kAudioProcessPropertyIsRunningInput",
    "PROCESS_ID": "kAudioProcessPropertyPID",
}


def rooms() -> list[ast.Module]:
    platforms = PROJECT / "agent" / "platforms"
    files = [*platforms.glob("macos*.py"), platforms / "pynput_input.py"]
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def described(framework: str) -> str:
    """What the library says of everything in a framework, and of what it includes."""
    files = [LIBRARIES / framework / "_metadata.py", *(LIBRARIES / framework).rglob("_metadata.py")]
    if framework == "AppKit":
        files.append(LIBRARIES / "Foundation" / "_metadata.py")
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())


def asked() -> set[tuple[str, str]]:
    """(framework, name) of everything that our rooms take from one."""
    found = set()
    for room in rooms():
        for node in ast.walk(room):
            if isinstance(node, ast.ImportFrom) and node.module in FRAMEWORKS:
                found |= {(str(node.module), name.name) for name in node.names}
            elif isinstance(node, ast.Attribute):
                owner = getattr(node.value, "attr", getattr(node.value, "id", ""))
                framework = STAND_FOR.get(owner, owner)
                if framework in FRAMEWORKS:
                    found.add((framework, node.attr))
    return found


def types_in(signature: str) -> Iterator[str]:
    """The types of what a function gives and takes, in the writing of Objective-C."""
    at = 0
    while at < len(signature):
        start = at
        while signature[at] in QUALIFIERS:
            at += 1
        depth = 0
        while True:
            depth += (signature[at] in "{[(") - (signature[at] in "}])")
            at += 1
            if depth == 0:
                break
        yield signature[start:at]


@pytest.fixture(scope="module", autouse=True)
def libraries() -> Path:
    assert LIBRARIES.is_dir(), "the macOS libraries are not laid out: run `make build/macos/ready`"
    return LIBRARIES


def test_every_name_is_there() -> None:
    """In the framework that it is taken from: a constant, a function or a class."""
    names = asked()
    missing = {
        (framework, name)
        for framework, name in names
        if not re.search(rf'[$]{name}[$@"]|"{name}":|b"{name}"', described(framework))
    }

    assert len(names) > 12
    assert missing == set()


def test_every_function_is_given_what_it_takes() -> None:
    """So many arguments, by the signatures that the libraries call by."""
    counts = {}
    for framework, name in asked():
        signature = re.search(rf'"{name}": \(\s*b"([^"]+)"', described(framework))
        if signature:
            counts[name] = len(list(types_in(signature[1]))) - 1
    given = {
        (name, len(node.args))
        for room in rooms()
        for node in ast.walk(room)
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if name in counts
    }

    assert {"AXUIElementCopyAttributeValue", "CGEventSourceSecondsSinceLastEventType"} <= counts.keys()
    assert {name for name, _count in given} == counts.keys()
    assert given == set(counts.items())


@pytest.mark.parametrize("ours", NUMBERS)
def test_every_number_of_coreaudio_is_that_of_its_header(ours: str) -> None:
    """The agent asks CoreAudio itself, without a library."""
    number = re.search(rf"[$]{NUMBERS[ours]}@(\d+)", described("CoreAudio"))

    assert number
    assert int(number[1]) == getattr(macos_microphone, ours)


@pytest.mark.parametrize(
    ("signature", "count"), [(b"diI", 3), (b"i^{__AXUIElement=}^{__CFString=}^@", 4), (b"v{a=[2{b=ii}]}", 2)]
)
def test_signatures_are_read_right(signature: bytes, count: int) -> None:
    """By hand."""
    assert count == len(list(types_in(signature.decode())))
