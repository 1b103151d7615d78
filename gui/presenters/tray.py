"""What the tray icon says and offers; never shows it."""

from dataclasses import dataclass

from core.wording import translate
from gui.presenters.agent_view import Agent, Glyph, Phase, attention_of, glyph_of, head_of
from gui.presenters.durations import h_mm


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayView:
    """Icon, words, and whether a start makes sense now."""

    glyph: Glyph
    head: str
    """State and time of today."""
    attention: str
    """Why the popover should be opened; empty where all is well."""
    message: str
    """What the desktop should tell unasked, once; empty where it can wait for a look."""
    may_start: bool
    """Whether the agent can be started again."""

    @property
    def tooltip(self) -> str:
        return "\n".join(line for line in (self.head, self.attention) if line)


def tray_view(agent: Agent, recorded_ms: int | None) -> TrayView:
    """`recorded_ms` is today's recorded time; None while it is not known."""
    head = head_of(agent)
    if recorded_ms is not None and agent.status is not None:
        head = translate("Tray", "{state} – {time} today").format(state=head, time=h_mm(recorded_ms))
    return TrayView(
        glyph=glyph_of(agent),
        head=head,
        attention=attention_of(agent),
        message=_message(agent),
        may_start=agent.phase is Phase.STOPPED,
    )


def _message(agent: Agent) -> str:
    """Warnings come and go by themselves; a loss does not."""
    lost = agent.status is not None and agent.status.losses
    return translate("Tray", "Part of the record was lost. Open Engineroom to read what happened.") if lost else ""
