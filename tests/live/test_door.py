"""Nobody but a page of this server runs code, each refusal seen by a real HTTP client; what SECURITY.md promises."""

import io
import logging
import socket
from types import SimpleNamespace

import pytest
from serving import PAGE, bare, request

from fieldguide.live import door, serve
from fieldguide.live.app import Live
from fieldguide.site import hooks


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "index.html").write_text(PAGE)
    (folder / "plain.txt").write_text("text")
    with bare(folder) as app:
        yield app


REFUSED = {
    "a name that was made to point here": (403, {"Host": "attacker.example:{port}"}),
    "a page of a name that was made to point here": (403, {"Host": "attacker.example:{port}", "Origin": "http://attacker.example:{port}"}),
    "all addresses of this machine": (403, {"Host": "0.0.0.0:{port}", "Origin": "http://0.0.0.0:{port}"}),
    "this machine's name without the port": (403, {"Host": "127.0.0.1"}),
    "no name": (403, {"Host": None}),
    "a page of another site": (403, {"Origin": "https://attacker.example"}),
    "a page of another port": (403, {"Origin": "http://127.0.0.1:1"}),
    "a page of this machine by another name": (403, {"Origin": "http://localhost:{port}"}),
    "a file or a sandboxed frame": (403, {"Origin": "null"}),
    "no origin": (403, {"Origin": None}),
    "what a browser calls another site": (403, {"Sec-Fetch-Site": "cross-site"}),
    "what a browser calls the same site": (403, {"Sec-Fetch-Site": "same-site"}),
    "no token": (403, {"X-Fieldguide-Token": None}),
    "a wrong token": (403, {"X-Fieldguide-Token": "x"}),
    "a token with a letter too much": (403, {"X-Fieldguide-Token": "{token}x"}),
    "what a form may send": (415, {"Content-Type": "text/plain"}),
    "a body of unknown length": (411, {"Content-Length": None, "Transfer-Encoding": "chunked"}),
    "a length and a body in pieces": (411, {"Transfer-Encoding": "chunked"}),
    "a length hidden behind zeros": (413, {"Content-Length": "0" * 22 + "65537"}),
    "this machine's name with a dot": (403, {"Host": "localhost.:{port}", "Origin": "http://localhost.:{port}"}),
    "this machine's number in another form": (403, {"Host": "2130706433:{port}", "Origin": "http://2130706433:{port}"}),
    "its address mapped into IPv6": (403, {"Host": "[::ffff:127.0.0.1]:{port}", "Origin": "http://[::ffff:127.0.0.1]:{port}"}),
    "an address of all of them": (403, {"Host": "0.0.0.0:{port}", "Origin": "http://0.0.0.0:{port}"}),
    "a name that begins with this machine's": (403, {"Host": "127.0.0.1:{port}.attacker.example"}),
    "a user at this machine": (403, {"Host": "a@127.0.0.1:{port}", "Origin": "http://a@127.0.0.1:{port}"}),
    "a length that is no number": (411, {"Content-Length": "-1"}),
    "a length beyond all numbers": (413, {"Content-Length": "9" * 5000}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_request_is_refused_from(live, case):
    status, changes = REFUSED[case]
    said = {name: value and value.format(port=live.port, token=live.token) for name, value in changes.items()}
    body = b"" if status in (411, 413) else b'{"code": "print(1)"}'
    if case == "a length hidden behind zeros":
        body = b" " * 65_537  # the server waits for a body that it can still read
    for path in ("/_live/run", "/_live/stop"):
        seen, headers, text = request(live, path, body=body, **said)
        assert seen == status, f"{path}: {text}"
        assert headers.get("X-Content-Type-Options") == "nosniff", "fieldguide/live/app.py: say()"
        assert not any(name.lower().startswith("access-control") for name in headers), "no other site may read an answer"


def test_the_same_request_without_a_change_runs(live):
    status, headers, text = request(live, body=b'{"code": "print(7)"}')
    assert status == 200
    assert '"output": "7\\n"' in text
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ["Host", "Origin"])
@pytest.mark.parametrize("order", [1, -1], ids=["ours first", "ours last"])
def test_a_header_that_is_said_twice_is_refused_whichever_comes_first(live, name, order):
    ours, body = {"Host": f"127.0.0.1:{live.port}", "Origin": f"http://127.0.0.1:{live.port}"}, b'{"code": "print(1)"}'
    twice = [f"{name}: {value}" for value in (ours.pop(name), "http://attacker.example")][::order]
    others = [f"{key}: {value}" for key, value in ours.items()]
    said = ["Content-Type: application/json", f"X-Fieldguide-Token: {live.token}", f"Content-Length: {len(body)}"]
    with socket.create_connection(("127.0.0.1", live.port), timeout=60) as client:
        client.sendall("\r\n".join(["POST /_live/run HTTP/1.1", *others, *twice, *said, "", ""]).encode() + body)
        assert client.makefile("rb").readline().split()[1] == b"403"


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "PUT", "HEAD"])
def test_only_post_is_answered(live, method):
    status, headers, _ = request(live, method=method, body=b"")
    assert status == 405
    assert not any(name.lower().startswith("access-control") for name in headers)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"print(1)", 400),
        (b"[]", 400),
        (b'{"code": 1}', 400),
        (b'{"ref": ["zero_grad/accumulates"]}', 400),
        (b"[" * 60000, 400),
        (b'{"code": "\xff"}', 400),
        (b'{"ref": "../../etc/passwd"}', 404),
        (b'{"ref": "zero_grad/../zero_grad/accumulates"}', 404),
        (b'{"ref": "zero_grad/no_such"}', 404),
        (b'{"ref": "zero_grad/accumulates:no-such"}', 404),
        (b" " * (door.BODY + 1), 413),
    ],
    ids=str,
)
def test_what_no_page_sends_is_refused_in_one_line(live, body, status):
    seen, _, text = request(live, body=body)
    assert seen == status
    assert "\n" not in text
    assert "Traceback" not in text


class Silent:
    """A handler of requests to which nothing comes in time."""

    def handle(self):
        raise TimeoutError


def test_a_connection_without_a_word_and_a_name_with_a_zero_leave_no_traceback(live, caplog):
    assert serve.handler(Silent)().handle() is None
    assert serve.handler(Silent).timeout == door.PATIENCE
    assert request(live, "/docs/%00", "GET", b"")[0] == 404
    assert "Traceback" not in caplog.text


def test_a_path_that_is_neither_run_nor_stop_is_refused(live):
    assert request(live, "/_live/other")[0] == 404
    assert request(live, "/_live/stop", body=b'{"id": "unknown"}')[0] == 200


def test_a_refused_body_is_read_so_that_the_answer_arrives_and_the_next_one_too(live):
    for path in ("/_live/run", "/docs/", "/docs/no-such-page"):
        with socket.create_connection(("127.0.0.1", live.port), timeout=60) as client:
            head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nConnection: keep-alive\r\nContent-Length: 200000\r\n\r\n"
            client.sendall(head.encode() + b"x" * 200_000)
            answer = b""
            while chunk := client.recv(65536):  # a reset would raise
                answer += chunk
        assert answer.startswith(b"HTTP/1.0 "), path
        assert answer.count(b"HTTP/1.0 ") == 1, "the body was taken for a request"
    assert request(live, body=b'{"code": "print(7)"}')[0] == 200


@pytest.mark.parametrize("path", ["/_live/run", "/docs/"])
def test_no_body_is_left_unread_whatever_is_answered(path):
    app = Live(lambda environ, start_response: start_response("404 Not Found", []) or [], 8000, None, None)
    body = io.BytesIO(b"x" * 200_000)
    environ = {"PATH_INFO": path, "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "200000", "wsgi.input": body}
    app(environ, lambda *_: None)
    assert not body.read(), "the connection would be reset, and the answer lost"


def test_the_page_carries_the_token_for_this_machine_only_and_not_inside_a_frame(live):
    status, headers, text = request(live, "/docs/", "GET", b"")
    assert status == 200
    assert live.token in text
    assert "fg-how" not in text, "the line that says how to get Run is gone where Run is"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-cache", "the token of another start would be kept"
    assert int(headers["Content-Length"]) == len(text.encode())
    assert live.token not in request(live, "/docs/", "GET", b"", Host=f"attacker.example:{live.port}")[2]
    assert request(live, "/docs/plain.txt", "GET", b"")[2] == "text"
    assert request(live, "/docs/nothing/", "GET", b"")[0] == 404


def test_every_start_of_the_server_has_its_own_token(live):
    other = Live(None, 8000, None, None)
    assert other.token != live.token
    assert len(other.token) >= 32


class Unserved:
    """A server of MkDocs before it serves."""

    builder, app = None, None

    def get_app(self):
        return self.app

    def set_app(self, app):
        self.app = app


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "machine.example"])
def test_a_server_that_others_can_reach_runs_nothing_and_says_so(host, caplog):
    server = Unserved()
    with caplog.at_level(logging.WARNING, "mkdocs.hooks"):
        hooks.on_serve(server, SimpleNamespace(dev_addr=(host, 8000)), None)
    assert "Run and Edit are off" in caplog.text
    assert "--dev-addr 127.0.0.1:8000" in caplog.text
    assert not isinstance(server.get_app(), Live)


def test_without_pytorch_the_pages_are_served_and_one_line_says_what_to_install(caplog, monkeypatch):
    monkeypatch.setattr(serve.importlib.util, "find_spec", lambda name: None)
    server = Unserved()
    with caplog.at_level(logging.WARNING, "mkdocs.hooks"):
        hooks.on_serve(server, SimpleNamespace(dev_addr=("127.0.0.1", 8000)), None)
    assert "PyTorch is not installed" in caplog.text
    assert not isinstance(server.get_app(), Live)


def test_a_request_from_another_machine_is_refused_even_if_it_gets_here():
    environ = {"REMOTE_ADDR": "192.0.2.7", "HTTP_HOST": "127.0.0.1:8000"}
    assert not door.is_welcome(environ, 8000)
    assert door.is_welcome(environ | {"REMOTE_ADDR": "127.0.0.1"}, 8000)
