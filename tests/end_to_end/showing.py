"""Windows that a test brings to the front, once the agent has seen them; never checks anything."""

from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork


def show(actor: ActorClient, work: AgentAtWork, title: str, app: str = "Ledger") -> None:
    """Bring a window with this title to the front, and wait until the agent has seen it."""
    actor.open(title, app=app, title=title)
    actor.activate(title)
    work.await_status(lambda status: status.title == title)
