"""The senses that no back-end has yet, said in plain words; never pretends."""

from core.capability import Capability, Sense

SENSES_TO_COME = (
    Capability(sense=Sense.LOCK, works=False, how="Engineroom does not yet notice that the screen is locked"),
    Capability(sense=Sense.CALL, works=False, how="Engineroom does not yet notice calls"),
    Capability(sense=Sense.INPUT, works=False, how="Engineroom does not yet count input"),
)
