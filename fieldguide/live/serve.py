"""Lets the pages of a server run code, where that is safe and possible."""

import contextlib
import importlib.util
import threading
from pathlib import Path

from fieldguide.live import door
from fieldguide.live.app import Live
from fieldguide.live.decorate import decorate


def refusal(host: str, port: int) -> str | None:
    """Return why a server at this address runs no code, with the remedy; None if it may."""
    if not door.is_loopback(host):
        return f"this server can be reached from other machines; use --dev-addr 127.0.0.1:{port}"
    if not importlib.util.find_spec("torch") or not importlib.util.find_spec("matplotlib"):
        return "PyTorch is not installed here; use `make serve` without LIVE=no, or pip install -c constraints.txt -e '.[test]'"
    return None


def handler(kind: type) -> type:
    """Return the class of request handlers ``kind`` with patience: a browser opens connections for later, and leaves them without a word."""

    class Handler(kind):
        timeout = door.PATIENCE

        def handle(self):
            with contextlib.suppress(TimeoutError, ConnectionError):
                super().handle()

    return Handler


def allow(server, port: int, snippets: Path, strings) -> None:
    """Put the application that runs code around that of ``server`` (of MkDocs). Args: ``strings``: language → texts of the interface."""
    live = Live(server.get_app(), port, snippets, lambda html, token: decorate(html, strings, token=token))
    server.set_app(live)
    server.RequestHandlerClass = handler(server.RequestHandlerClass)
    threading.Thread(target=live.slots.all[0].warm, daemon=True).start()
