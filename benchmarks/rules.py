"""Rules at work: a new context, a remembered one, an edited rule, and the judgement of a whole day."""

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from benchmarks.office_year import APPS, SUBJECTS, office_days
from benchmarks.row import Row
from classifiers.context_matcher import Containing, ContextMatcher, Exact, Fitting, HavingWord, words
from classifiers.editing import Edit
from classifiers.judging import RuleJudge
from classifiers.matcher import Subject
from classifiers.moment_matcher import MomentMatcher, at_time, on_weekday
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from core.category import Category
from core.clock import MS_PER_MIN
from core.span import Context, Span

RULES = 200
CONTEXTS = 20_000
SCALE = 500_000 / CONTEXTS
WORDS = tuple(
    f"{start}{middle}{end}"
    for start in ("cla", "pol", "reg", "inv", "led", "ver", "sum", "fin")
    for middle in ("mo", "ra", "ti", "ne", "su")
    for end in ("ster", "lung", "tion", "ment", "ware", "buch")
)


def rows() -> Iterator[Row]:
    """Of CPU time, on one core; what takes half a million contexts is scaled up from fewer."""
    contexts = office_contexts(CONTEXTS)
    ruleset = office_rules()
    judge = RuleJudge(ruleset)
    fresh_s = _cpu_s(lambda: [judge.default(context) for context in contexts])
    again_s = _cpu_s(lambda: [judge.default(context) for context in contexts])
    stored = [(context, judge.default(context).rule_id) for context in contexts]
    edit = Edit(ruleset, edited(ruleset))
    edit_s = _cpu_s(lambda: [edit.verdict(context, winner) for context, winner in stored])
    yield Row(what="rules: 500,000 contexts by 200 rules", figure=fresh_s * SCALE, target=35, unit="s")
    yield Row(what="rules: a new context", figure=fresh_s / CONTEXTS * 1e6, target=200, unit="us")
    yield Row(what="rules: a remembered context", figure=again_s / CONTEXTS * 1e6, target=1, unit="us")
    yield Row(what="rules: one rule edited, 500,000 contexts", figure=edit_s * SCALE, target=0.5, unit="s")
    yield Row(
        what="rules: a day of 2,500 spans, known contexts", figure=day_ms(with_moments(ruleset)), target=3, unit="ms"
    )


def day_ms(ruleset: Ruleset) -> float:
    """The median of ten days whose contexts were met before."""
    judge = RuleJudge(ruleset)
    days: list[Sequence[Span]] = list(islice(office_days(), 30))
    for spans in days:
        judge(spans, ())
    return sorted(_cpu_s(partial(judge, spans, ())) for spans in days[-10:])[5] * 1000


def office_rules(seed: int = 3) -> Ruleset:
    """200 rules of the shapes that people write, in an order that leaves most windows to late ones."""
    choice = random.Random(seed)
    return Ruleset(tuple(_rule(number, choice) for number in range(RULES)), carry_over_ms=MS_PER_MIN)


def with_moments(ruleset: Ruleset) -> Ruleset:
    """The same rules, some for the titles of the office year, a few on the moment, and idle time that counts."""
    reading = Rule(id="reading", matchers=(_app("acrobat"),), keep_active_ms=10 * MS_PER_MIN)
    moments: tuple[MomentMatcher, ...] = (at_time(["16:00-08:00"]), on_weekday(["Mon-Fri"]))
    late = tuple(
        Rule(id=f"late {app}", matchers=(_app(app),), moments=moments[:number], category=Category("Work/Late"))
        for number, app in enumerate(("portal", "scanner"), start=1)
    )
    known = tuple(
        Rule(id=subject, matchers=(HavingWord((subject,)),), category=Category(f"{_kind(subject)}/{subject}"))
        for subject in SUBJECTS[2:]
    )
    return replace(ruleset, rules=(reading, *late, *ruleset.rules, *known))


def _kind(subject: str) -> str:
    return "Knowledge" if subject in {"Wiki", "Policy", "Minutes"} else "Work"


def edited(ruleset: Ruleset) -> Ruleset:
    """One rule in the middle says something else."""
    rules = list(ruleset.rules)
    rules[RULES // 2] = replace(rules[RULES // 2], matchers=(Containing(Subject.TITLE, words(Subject.TITLE, ["42"])),))
    return replace(ruleset, rules=tuple(rules))


def office_contexts(number: int) -> list[Context]:
    """Distinct windows: those of the office year, with words in their titles that rules may be about."""
    choice = random.Random(5)
    favour = [1 / rank for rank in range(1, len(APPS) + 1)]
    apps = choice.choices(APPS, favour, k=number)
    return [
        Context(app, f"{choice.choice(SUBJECTS)} {at} {choice.choice(WORDS)} {choice.choice(WORDS)} - Sunny Insurance")
        for at, app in enumerate(apps)
    ]


def _rule(number: int, choice: random.Random) -> Rule:
    kind = choice.choice(("Work/Claims", "Work/Letters", "Knowledge/Wiki", "Personal/News"))
    return Rule(id=f"rule-{number}", category=Category(kind), matchers=tuple(_matchers(choice)))


def _matchers(choice: random.Random) -> Iterator[ContextMatcher]:
    """Six in ten rules name programs, and all look at the title in one of three ways."""
    if choice.random() < 0.6:
        yield _app(*choice.sample(APPS, 3))
    told = choice.sample(WORDS, 3)
    way = choice.randrange(3)
    if way == 0:
        yield HavingWord((f"{told[0]} {told[1]}", f"{told[1]} {told[2]}"))
    elif way == 1:
        yield Containing(Subject.TITLE, words(Subject.TITLE, [f"{told[0]} {told[1][:4]}", told[2][:5] + told[0]]))
    else:
        yield Fitting(Subject.TITLE, (re.compile(rf"\b{told[0]}\b.*\b{told[1]}\b", re.IGNORECASE),))


def _app(*apps: str) -> ContextMatcher:
    return Exact(Subject.APP, words(Subject.APP, apps))


def _cpu_s(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
