"""Notices that the record holds what the rules forbid by now, while an agent records; never takes it out."""

import logging
import threading

from agent.loop import Loop
from classifiers.redacting import RedactorInForce, RuleRedactor
from core.errors import EngineroomError
from reports.service import ReportService
from storage.engine import transaction
from storage.record import Record
from storage.scrubbing import find_forbidden, is_clean, note_clean, note_writing

log = logging.getLogger(__name__)


class HistoryWatch:
    """Looks through all stored titles once for each change of what may be stored."""

    def __init__(self, record: Record, service: ReportService, redactor: RedactorInForce, loop: Loop) -> None:
        self._record = record
        self._service = service
        self._redactor = redactor
        self._loop = loop
        self._looking = threading.Lock()
        self._seen: str | None = None
        """Version of the redactor for which the titles were looked through."""
        self.warning: str | None = None
        """What the record holds and may not, and the way out."""

    @property
    def is_due(self) -> bool:
        """Whether somebody should call `look`, from a thread that may wait."""
        return self._seen != self._redactor.version and not self._looking.locked()

    def look(self) -> None:
        """Look through the titles if that is due; may take seconds. Where the record refuses, it stays due."""
        with self._looking:
            redactor = self._redactor.current
            if self._seen == redactor.version:
                return
            try:
                self._look(redactor)
            except EngineroomError as error:
                log.warning("the stored titles could not be looked through: %s", error)

    def _look(self, redactor: RuleRedactor) -> None:
        version = redactor.version
        self._loop.call(self._loop.save)  # what was seen under other rules must be there to be found
        self._loop.call(lambda: self._record.revise(lambda connection: note_writing(connection, version)))
        with transaction(self._service.engine) as connection:
            found = None if is_clean(connection, version) else find_forbidden(connection, redactor)
        if not found:
            self._loop.call(lambda: self._record.revise(lambda connection: note_clean(connection, version)))
        self.warning = f"{found} — `engineroom scrub`" if found else None
        self._seen = version
