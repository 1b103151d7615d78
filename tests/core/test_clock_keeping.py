import ctypes

import pytest

from core.clock_keeping import is_kept_right


class _Kernel:
    """Answers `adjtimex` with one status, and says what it was asked to set."""

    def __init__(self, status: int, result: int = 0) -> None:
        self._status = status
        self._result = result
        self.modes: list[int] = []

    def adjtimex(self, timex: "ctypes._CArgObject") -> int:
        asked = timex._obj  # type: ignore[attr-defined]  # what `byref` points at
        self.modes.append(asked.modes)
        asked.status = self._status
        return self._result


@pytest.mark.parametrize(
    ("status", "result", "expected"), [(0x2001, 0, True), (0x2041, 5, False), (0x40, 5, False), (0, -1, None)]
)
def test_the_kernel_knows_whether_the_clock_is_kept_right(
    status: int, result: int, expected: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its flag is 0x40; nothing is set, and a kernel that refuses is not believed."""
    kernel = _Kernel(status, result)
    monkeypatch.setattr("core.clock_keeping.ctypes.CDLL", lambda *_args, **_options: kernel)

    assert is_kept_right() is expected
    assert kernel.modes == [0]


def test_this_kernel_answers() -> None:
    """Whatever the answer is here."""
    assert is_kept_right() in {True, False, None}
