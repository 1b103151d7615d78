"""Suggested rules as the text of a rule file, each with what it would do; never writes a file."""

import json

from core.clock import MS_PER_HOUR, MS_PER_MIN
from reports.rule_search import SuggestedRule

PLACEHOLDER = "Work/?"
LONGEST_ID = 60


def rule_text(rule: SuggestedRule) -> str:
    """One `[[rule]]` with comments; where nothing tells the category, a placeholder to be replaced."""
    lines = [f"# {_explains(rule)}"]
    if rule.overrides_ms:
        lines.append(f"# takes {length(rule.overrides_ms)} that is something else today")
    if rule.corrections:
        lines.append(f"# you corrected this {rule.corrections} times")
    if rule.category is None:
        lines.append("# nothing that is classified is like it: put in the place of the question mark what it is")
    named = "-".join(part for part in (rule.app, rule.word) if part)
    lines += ["[[rule]]", f"id = {_quoted(f'suggested-{named}'[:LONGEST_ID])}"]
    lines += [f"{key} = {_quoted(value)}" for key, value in (("app", rule.app), ("title_word", rule.word)) if value]
    lines.append(f"category = {_quoted(rule.category.path if rule.category else PLACEHOLDER)}")
    return "\n".join(lines) + "\n"


def length(ms: int) -> str:
    """`3.4 h`, or minutes where it is less than an hour."""
    return f"{ms / MS_PER_HOUR:.1f} h" if ms >= MS_PER_HOUR else f"{round(ms / MS_PER_MIN)} min"


def _explains(rule: SuggestedRule) -> str:
    if not rule.titles:
        return "explains nothing that is unclassified now"
    titles = "1 title" if rule.titles == 1 else f"{rule.titles} titles"
    return f"explains {length(rule.explained_ms)} under {titles}"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's are, but for one character that JSON need not escape."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
