"""Kinds and gaps in the person's words; never decides what is which."""

from core.wording import translate


def name_of_kind(kind: str) -> str:
    """A `Kind`, `Gap` or `Call`, in words."""
    return {
        "Work": translate("Kind", "Work"),
        "Knowledge": translate("Kind", "Knowledge"),
        "Personal": translate("Kind", "Personal"),
        "Unclassified": translate("Kind", "Unclassified"),
        "Idle": translate("Kind", "Idle"),
        "Private": translate("Kind", "Private"),
        "Gap": translate("Kind", "Gap"),
        "Call": translate("Kind", "Call"),
    }[kind]
