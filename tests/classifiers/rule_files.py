"""Rule files written for a test, and a second opinion on what they say; shares no code with the rules it checks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

RuleTable = Mapping[str, str | Sequence[str]]


def write_rules(file: Path, *rules: RuleTable) -> Path:
    """`rules` as a rule file; each is what stands below one `[[rule]]`."""
    blocks = ("\n".join(["[[rule]]", *(f"{key} = {_toml(value)}" for key, value in rule.items())]) for rule in rules)
    file.write_text("\n\n".join(blocks), encoding="utf-8")
    return file


def second_opinion(rules: Sequence[RuleTable], app: str, title: str) -> tuple[str | None, str]:
    """(rule id, category) by going through the rules letter by letter, slowly."""
    for rule in rules:
        conditions = [key for key in rule if key not in {"id", "category", "comment"}]
        if all(_holds(key, rule[key], app, title) for key in conditions):
            return str(rule["id"]), str(rule["category"])
    return None, "Unclassified"


def _holds(key: str, value: str | Sequence[str], app: str, title: str) -> bool:
    alternatives = [value] if isinstance(value, str) else list(value)
    text = title.lower() if key.startswith("title") else app.lower()
    if key.startswith("app"):
        text = text.removesuffix(".exe")
    return any(_one_holds(key.partition("_")[2], word.lower(), text, key.startswith("app")) for word in alternatives)


def _one_holds(way: str, word: str, text: str, is_app: bool) -> bool:
    if is_app and way != "regex":
        word = word.removesuffix(".exe")
    if way == "":
        return text == word
    starts = [at for at in range(len(text) + 1) if text[at : at + len(word)] == word]
    if way == "contains":
        return starts != []
    if way == "word":
        return any(_stands_alone(text, at, at + len(word)) for at in starts)
    return _fits(word, text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    neighbours = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(char.isalnum() or char == "_" for char in neighbours)


def _fits(pattern: str, text: str) -> bool:
    """Patterns of the three shapes that the tests make: `^word`, `word$` and `one.*two`."""
    if pattern.startswith("^"):
        return text.startswith(pattern[1:])
    if pattern.endswith("$"):
        return text.endswith(pattern[:-1])
    one, _, two = pattern.partition(".*")
    return any(text[at : at + len(one)] == one and two in text[at + len(one) :] for at in range(len(text) + 1))


def _toml(value: str | Sequence[str]) -> str:
    return json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
