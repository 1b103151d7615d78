"""All faults that are planted, room by room; a new room's faults are added here."""

from tests.mutants import (
    agent_faults,
    architecture_faults,
    classifier_faults,
    core_faults,
    explaining_faults,
    report_faults,
    sense_faults,
    storage_faults,
)

FAULTS = (
    *core_faults.FAULTS,
    *classifier_faults.FAULTS,
    *storage_faults.FAULTS,
    *report_faults.FAULTS,
    *explaining_faults.FAULTS,
    *agent_faults.FAULTS,
    *sense_faults.FAULTS,
    *architecture_faults.FAULTS,
)
