from core.category import Kind
from gui.presenters.kind_names import name_of_kind


def test_every_kind_has_a_name() -> None:
    """And so have a gap and a call."""
    assert [name_of_kind(kind) for kind in (*Kind, "Gap", "Call")] == [*Kind, "Gap", "Call"]
