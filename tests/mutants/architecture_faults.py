"""Faults against the laws of the architecture; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

CONTRACTS = "tests/architecture/test_imports.py::test_every_contract_is_kept"

FAULTS = (
    Mutant(
        fault="core imports upward",
        file="core/identity.py",
        old="import hashlib\n",
        new="import hashlib\n\nfrom storage import schema as schema\n",
        test=CONTRACTS,
    ),
    Mutant(
        fault="the rules know Qt",
        file="classifiers/ruleset.py",
        old="import hashlib\n",
        new="import hashlib\n\nfrom PySide6 import QtCore as QtCore\n",
        test=CONTRACTS,
    ),
    Mutant(
        fault="report arithmetic reads the record",
        file="reports/shapes.py",
        old="from datetime import date\n",
        new="from datetime import date\n\nfrom storage import reading as reading\n",
        test=CONTRACTS,
    ),
    Mutant(
        fault="core loads a heavy library late",
        file="core/identity.py",
        old="import hashlib\n",
        new='import hashlib\nimport importlib\n\nimportlib.import_module("sqlalchemy")\n',
        test="tests/architecture/test_imports.py::test_pure_rooms_load_nothing_heavy",
    ),
    Mutant(
        fault="somebody else asks the time",
        file="agent/recorder.py",
        old="import logging\n",
        new="import logging\nfrom time import monotonic as monotonic\n",
        test="tests/architecture/test_time.py::test_nobody_else_asks_the_time",
    ),
    Mutant(
        fault="a log tells a title",
        file="agent/recorder.py",
        old='log.warning("saving failed: %s", error)',
        new='log.warning("saving failed: %s", self._tail.open.context.title)',
        test="tests/architecture/test_rooms.py::test_no_log_call_is_given_a_title_or_what_holds_one",
    ),
)
