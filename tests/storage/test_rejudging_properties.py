"""Rules that change, again and again."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from core.span import Span
from tests.storage.histories import APPS, histories
from tests.storage.records import Kept, kept_in, rules

PATHS = ("Work/Claims", "Work/Mail", "Knowledge/Wiki", "Personal")
CONTEXTS = (
    "SELECT app.name, title, path, rule_id FROM context JOIN app USING (app_id)"
    " JOIN category ON cat_id = default_cat_id ORDER BY 1, 2"
)
HOURS = (
    "SELECT hour, off_min, path, state, observed_ms FROM roll_hour JOIN category USING (cat_id)"
    " WHERE observed_ms > 0 ORDER BY 1, 2, 3, 4"
)
DAYS = (
    "SELECT day, app.name, path, state, observed_ms FROM roll_day_app JOIN app USING (app_id)"
    " JOIN category USING (cat_id) ORDER BY 1, 2, 3, 4"
)
CATEGORIES_OF_DAYS = (
    "SELECT day, path, state, observed_ms FROM roll_day_category JOIN category USING (cat_id) ORDER BY 1, 2, 3"
)
rulesets = st.dictionaries(st.sampled_from(APPS), st.sampled_from(PATHS))


def judgement(kept: Kept) -> list[object]:
    return [kept.rows(query) for query in (CONTEXTS, HOURS, DAYS, CATEGORIES_OF_DAYS)]


@given(spans=histories(), given_rules=st.lists(rulesets, min_size=2, max_size=4))
def test_judged_anew_is_judged_from_the_start(spans: list[Span], given_rules: list[dict[str, str]]) -> None:
    """Contexts and totals after any changes of the rules are those of a record that only knew the last ones."""
    with TemporaryDirectory() as folder:
        with kept_in(Path(folder) / "changed", rules(given_rules[0])) as kept:
            kept.write(*spans)
            kept.build()
            for changed in given_rules[1:]:
                kept = kept.judged_by(rules(changed))  # noqa: PLW2901 - the same record
                kept.build()
            found = judgement(kept)
        with kept_in(Path(folder) / "fresh", rules(given_rules[-1])) as fresh:
            fresh.write(*spans)
            fresh.build()
            assert found == judgement(fresh)
