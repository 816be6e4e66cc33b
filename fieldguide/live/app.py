"""The web application around the one that serves the pages: `/_live/run` runs code and streams what it does, `/_live/stop` ends it."""

import json
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from fieldguide import GuideError
from fieldguide.live import door
from fieldguide.live.program import Program, Shown, ending, program
from fieldguide.live.slots import Full, Slot, Slots
from fieldguide.run.runner import Run

PREFIX = "/_live/"
SECONDS, MEGABYTES, CHARACTERS = 60, 2048, 100_000
PRIVATE = [
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]


class Going:
    """One run from its request to its end; ``stop`` may come from any thread at any time."""

    def __init__(self):
        self.stopped, self.slot, self.lock = False, None, threading.Lock()

    def holds(self, slot: Slot | None) -> None:
        with self.lock:
            self.slot = slot

    def stop(self) -> None:
        with self.lock:
            self.stopped = True
            if self.slot and self.slot.runner:
                self.slot.runner.stop()


class Live:
    """A WSGI application.

    Args: ``inner`` (the application that serves the pages), ``port`` (that it listens on), ``folder`` (of snippets), ``decorate`` (gets an
    HTML page (str) and the token, returns the page with the token and the script in it), ``slots``.
    """

    def __init__(self, inner: Callable, port: int, folder: Path, decorate: Callable[[str, str], str], slots: Slots | None = None):
        self.inner, self.port, self.folder, self.decorate = inner, port, folder, decorate
        self.slots, self.token, self.going = slots or Slots(), secrets.token_urlsafe(24), {}

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(PREFIX):
            return self.answer(environ, start_response)
        door.drain(environ)
        if "\0" in environ["PATH_INFO"]:
            return say(start_response, "404 Not Found", "no page has such a name")
        return self.page(environ, start_response) if door.is_welcome(environ, self.port) else self.inner(environ, start_response)

    def page(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Serve a page with the token in it, and not inside a frame of another page."""
        told = []
        body = self.inner(environ, lambda *words: told.append(words))
        status, headers = told[0][:2]
        if not status.startswith("200") or not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return body
        html = self.decorate(b"".join(body).decode("utf-8"), self.token).encode("utf-8")
        getattr(body, "close", lambda: None)()
        kept = [header for header in headers if header[0] != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(html))), ("X-Frame-Options", "DENY"), ("Cache-Control", "no-cache")])
        return [html]

    def answer(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        """Refuse, stop a run, or start one."""
        if refused := door.refusal(environ, self.port, self.token):
            door.drain(environ)
            return say(start_response, *refused)
        try:
            asked = json.loads(environ["wsgi.input"].read(door.length(environ)))
            ref, code, identity = (asked.get(key) for key in ("ref", "code", "id"))
            limits = {"seconds": SECONDS, "megabytes": MEGABYTES, "characters": CHARACTERS, "trace": asked.get("trace") is True}
            if not all(isinstance(value, str | None) for value in (ref, code, identity)):
                raise TypeError
        except (ValueError, TypeError, AttributeError, RecursionError, OSError):
            return say(start_response, "400 Bad Request", "this is not what a page sends")
        if environ["PATH_INFO"] == PREFIX + "stop":
            if going := self.going.get(identity):
                going.stop()
            return say(start_response, "200 OK", "stopped")
        if environ["PATH_INFO"] != PREFIX + "run":
            return say(start_response, "404 Not Found", "only run and stop")
        try:
            wanted = program(self.folder, ref or "", code)
        except GuideError as error:
            return say(start_response, "404 Not Found", str(error))
        places = self.slots.take()
        try:
            first = next(places)
        except Full as error:
            return say(start_response, "503 Service Unavailable", str(error))
        start_response("200 OK", [("Content-Type", "application/x-ndjson; charset=utf-8"), *PRIVATE])
        return lines(self.run(wanted, limits, first, places))

    def run(self, wanted: Program, limits: dict, place, places) -> Iterator[dict]:
        """Yield what happens, one event after the other: id, wait, start, text, end; an empty one now and then shows that the reader is there."""
        identity, going, ahead = secrets.token_urlsafe(12), Going(), None
        self.going[identity] = going
        try:
            yield {"id": identity}
            while not isinstance(place, Slot) and not going.stopped:
                yield {"wait": place} if place != ahead else {}
                ahead, place = place, next(places)
            if isinstance(place, Slot):
                yield from self.run_in(place, wanted, limits, going)
            else:
                yield {"end": ending(wanted, Run("", None, "stopped")) | {"seconds": 0}}
        finally:
            del self.going[identity]
            places.close()
            if isinstance(place, Slot):
                self.slots.give(place)

    def run_in(self, slot: Slot, wanted: Program, limits: dict, going: Going) -> Iterator[dict]:
        """Yield start, text and end of a run."""
        self.slots.warm()
        shown, started = Shown(wanted.section), time.monotonic()
        yield {"start": True}
        told = slot.stream(wanted.code, wanted.filename, **limits)
        going.holds(slot)
        try:
            for piece in told:
                if going.stopped:
                    going.stop()  # it may have come before the run itself
                if isinstance(piece, str):
                    text = shown(piece)
                    yield {"text": text} if text else {}
                else:
                    yield {"end": ending(wanted, piece) | {"seconds": round(time.monotonic() - started, 3)}}
        except GuideError as error:
            yield {"failed": str(error)}
        finally:
            going.holds(None)
            told.close()

    def close(self) -> None:
        """End all runs and executors."""
        self.slots.close()


def lines(events: Iterator[dict]) -> Iterator[bytes]:
    """Yield each event as a line of JSON, an empty one as an empty line; whoever closes this ends the run."""
    try:
        for event in events:
            yield (json.dumps(event, ensure_ascii=False) + "\n" if event else "\n").encode("utf-8", "replace")
    finally:
        events.close()


def say(start_response: Callable, status: str, text: str) -> list[bytes]:
    """Answer in one line of plain text."""
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), *PRIVATE])
    return [text.encode("utf-8")]
