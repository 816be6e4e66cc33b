"""The server of `mkdocs serve`, with Run and Edit, for tests: the same classes and the same hook, without building a site."""

import contextlib
import http.client
import json
import os
import select
import threading
from types import SimpleNamespace
from unittest import mock

from mkdocs.livereload import LiveReloadServer

from fieldguide.site import hooks

PAGE = '<html lang="en"><head><script src="assets/guide.js"></script></head><body><p class="fg-how">how</p><div data-ref="t/a"></div></body></html>'


@contextlib.contextmanager
def serving(folder, mount="/docs/"):
    """Serve ``folder`` as `mkdocs serve` would; yields the server's application (Live)."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder), mount)
    server.server_bind()
    server.server_activate()
    hooks.on_serve(server, SimpleNamespace(dev_addr=("127.0.0.1", server.server_port)), None)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.get_app()
    finally:
        server.get_app().close()
        super(LiveReloadServer, server).shutdown()
        server.server_close()


@contextlib.contextmanager
def bare(folder):
    """Serve ``folder``; a run finds nothing imported, so it costs little, and its executor is there at once."""
    with mock.patch("fieldguide.run.runner.PRELOAD", ()), serving(folder) as app:
        yield app


def request(live, path="/_live/run", method="POST", body=b"{}", **changes):
    """Send a request as the guide's page does, except for ``changes`` (a header that is None is left out); return status, headers, body."""
    headers = {
        "Host": f"127.0.0.1:{live.port}",
        "Origin": f"http://127.0.0.1:{live.port}",
        "Content-Type": "application/json",
        "X-Fieldguide-Token": live.token,
        "Content-Length": str(len(body)),
    } | {name.replace("_", "-"): value for name, value in changes.items()}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", live.port, timeout=60)) as connection:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8")


class Open:
    """A run in progress, as the page sees it: ``events`` are read one by one; ``close`` is what a closed tab does."""

    def __init__(self, live, **job):
        self.live, self.connection = live, http.client.HTTPConnection("127.0.0.1", live.port, timeout=180)
        headers = {"Origin": f"http://127.0.0.1:{live.port}", "Content-Type": "application/json", "X-Fieldguide-Token": live.token}
        self.connection.request("POST", "/_live/run", json.dumps(job), headers)
        self.answer = self.connection.getresponse()
        assert self.answer.status == 200, self.answer.read()
        self.identity = self.next("id")

    def next(self, kind):
        """Return the content of the next event of a kind."""
        while line := self.answer.readline():
            event = json.loads(line.strip() or b"{}")
            if kind in event:
                return event[kind]
        raise AssertionError(f"the answer ended without {kind}")

    def close(self):
        self.answer.close()
        self.connection.close()


def run(live, ref="", code=None):
    """Run a block or some code to its end; return the last event's content."""
    return Open(live, ref=ref, code=code).next("end")


def ended(pid, seconds=20):
    """Wait until a process has ended; False if it still lives after ``seconds``."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], seconds)[0])
    finally:
        os.close(handle)
