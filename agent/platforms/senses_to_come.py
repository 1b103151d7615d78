"""The senses that no back-end has yet, said in plain words; never pretends."""

from core.capability import Capability, Sense

LOCK_TO_COME = Capability(sense=Sense.LOCK, works=False, how="Engineroom does not yet notice that the screen is locked")
CALL_TO_COME = Capability(sense=Sense.CALL, works=False, how="Engineroom does not yet notice calls")
INPUT_TO_COME = Capability(sense=Sense.INPUT, works=False, how="Engineroom does not yet count input")
SENSES_TO_COME = (LOCK_TO_COME, CALL_TO_COME, INPUT_TO_COME)
