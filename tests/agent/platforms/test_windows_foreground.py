"""What a program of Windows is called, also one whose window stands in a frame of another process."""

import pytest

from agent.platforms.windows_foreground import HOSTED_CLASS, Child, hosted, program_of

FRAME, CALCULATOR = 100, 200


@pytest.mark.parametrize(
    ("path", "app"),
    [
        (r"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE", "excel"),
        (
            r"C:\Program Files\WindowsApps\Microsoft.WindowsCalculator_11.2_x64__8wekyb3d8bbwe\CalculatorApp.exe",
            "calculatorapp",
        ),
        (r"\\server\share\Fällebuch.exe", "fällebuch"),
        ("C:/tools/vim", "vim"),
        ("", ""),
    ],
)
def test_a_program_goes_by_its_file(path: str, app: str) -> None:
    """As on every other desktop: lower case, without folder and ending."""
    assert app == program_of(path)


@pytest.mark.parametrize(
    ("children", "pid"),
    [
        ([Child("ApplicationFrameInputSinkWindow", FRAME), Child(HOSTED_CLASS, CALCULATOR)], CALCULATOR),
        ([Child(HOSTED_CLASS, FRAME)], None),
        ([Child("ApplicationFrameTitleBarWindow", CALCULATOR)], None),
        ([Child(HOSTED_CLASS, 0), Child(HOSTED_CLASS, CALCULATOR)], CALCULATOR),
        ([], None),
    ],
    ids=["shown", "its own", "another class", "one that died", "suspended"],
)
def test_the_app_in_a_frame_is_the_process_of_the_window_inside(children: list[Child], pid: int | None) -> None:
    """The frame's own process shows every app from the store."""
    assert pid == hosted(FRAME, children)
