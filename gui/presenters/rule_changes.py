"""What edited rules would change, in figures, bars and words; never works any of it out anew."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from classifiers.rule_writing import RuleTable, RuleText
from core.category import Category
from core.clock import MS_PER_MIN
from core.wording import translate
from gui.presenters.durations import h_mm, per_cent, short_day
from gui.presenters.kind_names import name_of_kind
from gui.presenters.rule_conditions import form_of
from gui.presenters.rule_looking import Looked, RulesRead, Scope
from gui.presenters.rule_rows import number_of
from gui.presenters.spans import category_name
from reports.previewing import LARGE_SHARE, MANY_APPS, Change, Preview
from reports.rule_taking import Taking

WINDOWS_SHOWN, WARNINGS_SHOWN = 6, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """Time that goes from one to the other."""

    old_kind: str
    new_kind: str
    old: str
    new: str
    time: str
    windows: str
    part: float
    """Of the longest change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowRow:
    """A window that the rule decides."""

    app: str
    title: str
    marks: tuple[tuple[int, int], ...]
    """Which parts of the title, from and to, made it match."""
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBars:
    """How much of each day the rule decides."""

    kind: str
    parts: tuple[float, ...]
    """Of the most."""
    first: str
    last: str
    most: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """A total before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Everything in the pane."""

    figure: str
    rest: str
    changes: tuple[ChangeRow, ...] = ()
    warnings: tuple[str, ...] = ()
    decides: bool = True
    """Whether the rule gives a category at all."""
    windows: tuple[WindowRow, ...] = ()
    all_windows: str = ""
    all_time: str = ""
    days: DayBars | None = None
    kinds: tuple[KindRow, ...] = ()


def changes_view(read: RulesRead, rules: RuleText, looked: Looked) -> ChangesView | None:
    """None where there is no time to look at, or the rules are wrong."""
    preview, taking = looked.preview, looked.taking
    if preview is None or taking is None:
        return None
    tables = {str(rule.get("id", "")): rule for rule in (*rules.rules, *read.above)}
    rule = tables.get(taking.rule_id, {})
    rows = _change_rows(preview.changes)
    return ChangesView(
        figure=h_mm(preview.changed_ms),
        rest=_rest(preview),
        changes=rows,
        warnings=tuple(_warnings(read, rules, preview, taking))[:WARNINGS_SHOWN],
        windows=tuple(
            WindowRow(app=one.app, title=one.title, marks=tuple(_marks(rule, one.title)), time=h_mm(one.observed_ms))
            for one in taking.windows[:WINDOWS_SHOWN]
        ),
        decides="category" in rule,
        all_windows=_all_windows(taking.titles),
        all_time=h_mm(taking.observed_ms),
        days=_day_bars(rule, taking),
        kinds=tuple(
            KindRow(
                name=_in_scope(name_of_kind(total.kind.value), looked.question.scope),
                before=h_mm(total.before_ms),
                after=h_mm(total.after_ms),
            )
            for total in preview.kinds
        ),
    )


def _in_scope(kind: str, scope: Scope) -> str:
    return {
        Scope.WEEK: translate("Rules", "{kind} in 7 days"),
        Scope.WEEKS: translate("Rules", "{kind} in 28 days"),
        Scope.ALL: translate("Rules", "{kind} in all"),
    }[scope].format(kind=kind)


def _rest(preview: Preview) -> str:
    windows = sum(change.titles for change in preview.changes)
    of = h_mm(preview.looked_at_ms)
    if windows == 0:
        return translate("Rules", "of {time} at the desk").format(time=of)
    if windows == 1:
        return translate("Rules", "of {time} at the desk, 1 window").format(time=of)
    return translate("Rules", "of {time} at the desk, {count} windows").format(time=of, count=windows)


def _change_rows(changes: Sequence[Change]) -> tuple[ChangeRow, ...]:
    """By kind where the kind changes, else by category."""
    time: Counter[tuple[str, str, str, str]] = Counter()
    windows: Counter[tuple[str, str, str, str]] = Counter()
    for change in changes:
        old, new = Category(change.old), Category(change.new)
        names = (
            (category_name(old), category_name(new))
            if old.kind is new.kind
            else (name_of_kind(old.kind.value), name_of_kind(new.kind.value))
        )
        key = (old.kind.value, new.kind.value, *names)
        time[key] += change.observed_ms
        windows[key] += change.titles
    most = max(time.values(), default=1)
    return tuple(
        ChangeRow(
            old_kind=key[0],
            new_kind=key[1],
            old=key[2],
            new=key[3],
            time=h_mm(ms),
            windows=str(windows[key]),
            part=ms / most,
        )
        for key, ms in sorted(time.items(), key=lambda item: (-item[1], item[0]))
    )


def _warnings(read: RulesRead, rules: RuleText, preview: Preview, taking: Taking) -> Iterator[str]:
    if not preview.changes:
        return
    if preview.looked_at_ms and taking.observed_ms > preview.looked_at_ms * LARGE_SHARE:
        share = per_cent(round(100 * taking.observed_ms / preview.looked_at_ms))
        yield translate("Rules", "Takes {share} of all time at the desk.").format(share=share)
    if taking.apps >= MANY_APPS:
        yield translate("Rules", "Takes windows of {count} programs.").format(count=taking.apps)
    ours = number_of(read, rules, taking.rule_id)
    for taken in preview.taken:
        number, time = number_of(read, rules, taken.rule), h_mm(taken.observed_ms)
        if number is None:
            yield translate("Rules", "Takes {time} from “{name}”, which comes with Engineroom.").format(
                time=time, name=taken.rule
            )
        elif ours is not None and number > ours:
            yield translate(
                "Rules",
                "Takes {time} from rule {number}, “{name}”. Move it below rule {number} to leave that time as it is.",
            ).format(time=time, number=number, name=taken.rule)
        else:
            yield translate("Rules", "Rule {number}, “{name}”, loses {time}.").format(
                time=time, number=number, name=taken.rule
            )


def _all_windows(count: int) -> str:
    if count == 1:
        return translate("Rules", "1 window")
    return translate("Rules", "All {count} windows").format(count=count)


def _marks(rule: RuleTable, title: str) -> Iterator[tuple[int, int]]:
    form = form_of(rule)
    for condition in form.conditions if form else ():
        way = condition.way
        if way.subject != "title" or way.negated:
            continue
        written = rule.get(way.key, ())
        for value in [written] if isinstance(written, str) else written:
            pattern = value if way.is_pattern else re.escape(value)
            if (found := re.search(pattern, title, re.IGNORECASE)) is not None and found.end() > found.start():
                yield found.span()


def _day_bars(rule: RuleTable, taking: Taking) -> DayBars | None:
    if not taking.observed_ms or not taking.days:
        return None
    days: Sequence[tuple[date, int]] = taking.days
    most = max(ms for _day, ms in days)
    minutes = translate("Rules", "most: {count} min").format(count=round(most / MS_PER_MIN))
    category = rule.get("category", "Unclassified")
    return DayBars(
        kind=str(category).partition("/")[0],
        parts=tuple(ms / most if most else 0.0 for _day, ms in days),
        first=short_day(days[0][0]),
        last=short_day(days[-1][0]),
        most=minutes,
        says=f"{short_day(days[0][0])} – {short_day(days[-1][0])}, {minutes}",
    )
