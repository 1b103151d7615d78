"""One line of the benchmark; never measures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure beside what was promised; smaller is better unless `at_least`."""

    what: str
    figure: float
    target: float
    unit: str
    at_least: bool = False
    beside: str = ""
    """What to hold it against, measured in the same run."""

    @property
    def met(self) -> bool:
        return self.figure >= self.target if self.at_least else self.figure <= self.target

    def line(self) -> str:
        ratio = self.figure / self.target if self.target else float("inf")
        sign = "≥" if self.at_least else "≤"
        missed = "" if self.met else "  MISSED"
        beside = f"  ({self.beside})" if self.beside else ""
        figures = f"{self.figure:10.3f} {self.unit:9} {sign} {self.target:8g}  ratio {ratio:6.2f}"
        return f"{self.what:52} {figures}{missed}{beside}"
