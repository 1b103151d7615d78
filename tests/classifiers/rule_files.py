"""Rule files written for a test, and a second opinion on what they say; shares no code with the rules it checks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Condition = str | bool | Sequence[str] | Mapping[str, str | Sequence[str]]
RuleTable = Mapping[str, Condition]

ON_MOMENT = ("state", "idle_over", "time", "weekday")
NOT_CONDITIONS = {"id", "category", "comment", "keep_active", "private", "redact", "mark", "case"}


def rule_text(*rules: RuleTable) -> str:
    """`rules` as a rule file; each is what stands below one `[[rule]]`."""
    blocks = ("\n".join(["[[rule]]", *(f"{key} = {_toml(value)}" for key, value in rule.items())]) for rule in rules)
    return "\n\n".join(blocks) + "\n"


def write_rules(file: Path, *rules: RuleTable) -> Path:
    file.write_text(rule_text(*rules), encoding="utf-8")
    return file


def second_opinion(rules: Sequence[RuleTable], app: str, title: str) -> tuple[str | None, str]:
    """(rule id, category) by going through the rules letter by letter, slowly, without those on the moment."""
    for rule in rules:
        if "category" in rule and not asks_for_moment(rule) and fits_window(rule, app, title):
            return str(rule["id"]), str(rule["category"])
    return None, "Unclassified"


def asks_for_moment(rule: RuleTable) -> bool:
    return any(key in ON_MOMENT for key in (*rule, *excluded(rule)))


def fits_window(rule: RuleTable, app: str, title: str) -> bool:
    """Whether program and title are such as the rule asks for."""
    asked = all(_holds(key, value, app, title) for key, value in rule.items() if key.startswith(("app", "title")))
    shut_out = (_holds(key, v, app, title) for key, v in excluded(rule).items() if key.startswith(("app", "title")))
    return asked and not any(shut_out)


def excluded(rule: RuleTable) -> Mapping[str, str | Sequence[str]]:
    value = rule.get("not", {})
    assert isinstance(value, Mapping)
    return value


def listed(value: Condition) -> list[str]:
    if isinstance(value, str):
        return [value]
    assert isinstance(value, Sequence)
    return list(value)


def _holds(key: str, value: Condition, app: str, title: str) -> bool:
    text = title.lower() if key.startswith("title") else app.lower()
    if key.startswith("app"):
        text = text.removesuffix(".exe")
    way = key.partition("_")[2]
    found = [_one_holds(way, word.lower(), text, key.startswith("app")) for word in listed(value)]
    return all(found) if way == "all" else any(found)


def _one_holds(way: str, word: str, text: str, is_app: bool) -> bool:
    if is_app and way != "regex":
        word = word.removesuffix(".exe")
    if way == "":
        return _alike(word, text) if is_app else text == word
    starts = [at for at in range(len(text) + 1) if text[at : at + len(word)] == word]
    if way in {"contains", "all"}:
        return starts != []
    if way == "word":
        return any(_stands_alone(text, at, at + len(word)) for at in starts)
    return _fits(word, text)


def _alike(shape: str, text: str) -> bool:
    """Shapes with `*` and `?`, one character after the other."""
    if shape == "":
        return text == ""
    if shape[0] == "*":
        return any(_alike(shape[1:], text[at:]) for at in range(len(text) + 1))
    return text != "" and shape[0] in {"?", text[0]} and _alike(shape[1:], text[1:])


def _stands_alone(text: str, start: int, end: int) -> bool:
    neighbours = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(char.isalnum() for char in neighbours)


def _fits(pattern: str, text: str) -> bool:
    """Patterns of the four shapes that the tests make: `^word`, `word$`, `one.*two` and `(one|two)+`."""
    if pattern.startswith("^"):
        return text.startswith(pattern[1:])
    if pattern.endswith("$"):
        return text.endswith(pattern[:-1])
    if pattern.startswith("("):
        return any(word in text for word in pattern[1:-2].split("|"))
    one, _, two = pattern.partition(".*")
    return any(text[at : at + len(one)] == one and two in text[at + len(one) :] for at in range(len(text) + 1))


def _toml(value: Condition) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + " }"
    return json.dumps(value if isinstance(value, str | bool) else list(value), ensure_ascii=False)
