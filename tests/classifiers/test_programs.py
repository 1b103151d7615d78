"""Programs as a setting names them."""

import pytest

from classifiers.loading import shipped_sets
from classifiers.programs import programs_named
from core.config import Settings
from core.errors import UserError


def test_programs_and_sets_may_stand_side_by_side() -> None:
    """A set stands for all of its programs."""
    named = programs_named("call_apps", ["ourphone", "@zoom"])

    assert named == {"ourphone", *shipped_sets().apps["zoom"]}
    assert programs_named("call_apps", []) == frozenset()


def test_a_set_that_does_not_exist_is_told_with_the_nearest() -> None:
    """And with the key under which it stands."""
    with pytest.raises(UserError, match=r"setting call_apps names the set '@zom'.* did you mean '@zoom'\?"):
        programs_named("call_apps", ["@zom"])


@pytest.mark.parametrize("app", ["zoom", "teams-for-linux", "ms-teams", "webex", "skypeforlinux", "firefox", "msedge"])
def test_what_people_call_with_is_known_by_default(app: str) -> None:
    """By the name of its file, which is what a sound server tells."""
    assert app in programs_named("call_apps", Settings().call_apps)
