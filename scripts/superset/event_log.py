"""Superset's own log of who did what, written afterwards: as it comes, each answer waits for a commit of the metadata."""
import atexit
import queue
import threading

from flask import current_app
from superset.utils.log import DBEventLogger

# what a reader does is in the table within this time, and lost at most for so long by kill -9
_SECONDS = 1.0
_AT_ONCE = 500


class LaterEventLogger(DBEventLogger):
    """The rows of DBEventLogger, in batches, by one thread of each process."""

    def __init__(self):
        self._waiting = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._writer = None

    # the processes of gunicorn are copies: a thread begun before would not be there
    def _begin(self, app):
        with self._starting:
            if self._writer is None or not self._writer.is_alive():
                self._writer = threading.Thread(target=self._write, args=(app,), daemon=True, name="event-log")
                self._writer.start()
                atexit.register(self._drain, app)

    def log(self, user_id, action, dashboard_id, duration_ms, slice_id, referrer, *args, **kwargs):
        from superset.models.core import Log
        from superset.utils import json

        payload = kwargs.get("curated_payload")
        for record in kwargs.get("records") or ([payload] if payload else []):
            try:
                text = json.dumps(record)
            except (TypeError, ValueError):
                text = None
            self._waiting.put(Log(
                action=action, json=text, duration_ms=duration_ms, referrer=referrer, user_id=user_id,
                dashboard_id=dashboard_id or record.get("dashboard_id"), slice_id=slice_id or record.get("slice_id")))
        self._begin(current_app._get_current_object())

    def _write(self, app):
        while True:
            threading.Event().wait(_SECONDS)
            self._drain(app)

    def _drain(self, app):
        from superset import db

        while not self._waiting.empty():
            rows = []
            while len(rows) < _AT_ONCE and not self._waiting.empty():
                rows.append(self._waiting.get())
            with app.app_context():
                try:
                    db.session.bulk_save_objects(rows)
                    db.session.commit()
                except Exception:
                    db.session.rollback()
                    app.logger.exception("event log: %d rows not written", len(rows))
