"""One page of the notice as it can be shown anywhere; never says what stands on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know: a head and a sentence or two."""

    head: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the notice; whatever does not apply is empty."""

    step: str
    """Its name in the list of steps."""
    headline: str
    lead: str
    points: tuple[Point, ...] = ()
    never: tuple[str, ...] = ()
    """What is never recorded."""
    table: tuple[tuple[str, str, str], ...] = ()
    """Rows of: what, for you, for your supervisor."""
    footnote: str = ""


def page_as_text(page: Page) -> str:
    """The page for a terminal."""
    lines = [page.headline.upper(), page.lead]
    lines += [f"  + {point.head}: {point.text}" for point in page.points]
    lines += [f"  - never: {item}" for item in page.never]
    if page.table:
        lines += [f"  {'':26}{'You':34}Your supervisor"]
        lines += [f"  {what:26}{you:34}{supervisor}" for what, you, supervisor in page.table]
    return "\n".join([*lines, *([page.footnote] if page.footnote else [])])
