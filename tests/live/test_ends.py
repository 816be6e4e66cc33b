"""However a run ends, it is named and the next one works; many at once keep apart; nothing outlives its reader."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from serving import Open, bare, ended, request, run

from conftest import ROOT
from fieldguide import GuideError
from fieldguide.live import app as application
from fieldguide.live.slots import Full, Slot, Slots
from fieldguide.run.runner import Run, Runner


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """A server whose runs find no torch imported, and whose only snippet needs none."""
    snippets = tmp_path_factory.mktemp("snippets")
    (snippets / "t").mkdir()
    (snippets / "t" / "a.py").write_text("print('recorded')\n")
    (snippets / "t" / "a.out").write_text("recorded\n")
    with bare(tmp_path_factory.mktemp("pages")) as app:
        app.folder = snippets
        yield app


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("for k in range(3):\n", "SyntaxError|IndentationError"),
        ("print('open", "SyntaxError"),
        ("print('\ud800')\n", r"^\?$"),
        ("x = '\0'\n", "Error"),
        ("print('# --8<-- [start:a]')\nprint(1)\n", "^1$"),
        ("# --8<-- [start:a]\nprint(1)\n# --8<-- [end:a]\n", "^1$"),
        ("print('ğ 梯 ग्र')\n", "ğ 梯 ग्र"),
        ("import sys; sys.stdout.buffer.write(b'\\xff\\n')", "\ufffd"),
        ("input()\n", "EOFError"),
    ],
    ids=str,
)
def test_any_text_gets_an_answer(live, code, expected):
    assert re.search(expected, run(live, code=code)["output"], re.M)


def test_output_comes_while_the_code_runs(live):
    going = Open(live, code="print('first')\nwhile True: pass\n")
    assert going.next("text") == "first\n"
    assert request(live, "/_live/stop", body=json.dumps({"id": going.identity}).encode())[0] == 200
    end = going.next("end")
    assert end["problem"]["kind"] == "stopped"
    assert end["output"] == "first\n"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("while True: pass", "time"),
        ("while True: print('x' * 70)", "output"),
        ("import os; print('out', flush=True); os._exit(3)", "status"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "status"),
        ("x = bytearray(3 * 2**30)", "status"),
        ("raise SystemExit(3)", "status"),
        ("import os, time\nfor k in range(50):\n    if os.fork() == 0: time.sleep(60)\ntime.sleep(60)", "processes"),
        ("open('figure.svg', 'w').write('<script>')", "failed"),
    ],
)
def test_a_bad_run_is_ended_and_named_and_the_next_one_works(live, monkeypatch, code, kind):
    if kind == "time":
        monkeypatch.setattr(application, "SECONDS", 1)
    end = run(live, code=code)
    monkeypatch.undo()
    assert end["problem"]["kind"] == kind, end
    assert len(end["output"]) <= application.CHARACTERS
    assert run(live, code="print(1)\n")["output"] == "1\n"


LEFT = {
    "a folder three thousand folders deep": "for k in range(3000):\n    os.mkdir('d')\n    os.chdir('d')\n",
    "no folder": "os.rmdir(os.getcwd())\n",
    "a file in the place of its folder": "d = os.getcwd()\nos.rmdir(d)\nopen(d, 'w')\n",
    "a link in the place of its folder": "d = os.getcwd()\nos.rmdir(d)\nos.symlink('/etc', d)\n",
    "no folder of its server": "shutil.rmtree(os.path.dirname(os.getcwd()))\n",
    "a file in the place of its server's folder": "d = os.path.dirname(os.getcwd())\nshutil.rmtree(d)\nopen(d, 'w')\n",
    "a pipe in the place of its steps": "os.mkfifo('../script/code.steps')\n",
    "a pipe in the place of the next one's code": "os.mkfifo('../script/a.py')\n",
    "an answer in its server's place": "open(f'/proc/{os.getppid()}/fd/1', 'w').write(json.dumps({'output': 'x', 'figure': None, 'problem': None}) + '\\n')\n",
    "its output closed": "os.closerange(0, 256)\n",
}


@pytest.mark.parametrize("left", LEFT)
def test_whatever_a_run_leaves_the_next_one_does_what_was_recorded(live, left):
    run(live, code=f"import json, os, shutil\n{LEFT[left]}")
    assert run(live, "t/a")["same"]
    assert run(live, code="import os\nprint(os.listdir('.'))\n")["output"] == "[]\n"


def test_a_run_that_closes_its_output_still_has_its_limits_and_can_be_stopped(live, monkeypatch):
    silent = "import os, signal, time\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nos.closerange(0, 256)\ntime.sleep(600)\n"
    going = Open(live, code=silent)
    going.next("start")
    assert request(live, "/_live/stop", body=json.dumps({"id": going.identity}).encode())[0] == 200
    assert going.next("end")["problem"]["kind"] == "stopped"
    monkeypatch.setattr(application, "SECONDS", 1)
    assert run(live, code=silent)["problem"] == {"kind": "time", "number": 1}


def test_a_hundred_runs_of_eight_clients_on_two_slots_are_neither_lost_nor_mixed(live):
    def one(number):
        return run(live, code=f"import os\nfor k in range(3): print({number}, k)\nprint(os.getpid())\n")["output"]

    with ThreadPoolExecutor(8) as clients:
        outputs = list(clients.map(one, range(100)))
    assert [re.sub(r"\d+\n$", "", text) for text in outputs] == [f"{n} 0\n{n} 1\n{n} 2\n" for n in range(100)]
    assert len({text.split()[-1] for text in outputs}) == 100, "each run is a process of its own"


PID = "import os\nprint(os.getpid())\nwhile True: pass\n"


def test_a_closed_tab_ends_its_run_and_frees_its_slot(live):
    gone = [Open(live, code=PID) for _ in range(2)]
    pids = [int(going.next("text")) for going in gone]
    waiting = Open(live, code="print(1)")
    assert waiting.next("wait") == 0
    left = Open(live, code=PID)
    assert left.next("wait") == 1
    left.close()
    for going in gone:
        going.close()
    assert all(map(ended, pids))
    assert waiting.next("end")["output"] == "1\n"


SERVER = """
import signal
from types import SimpleNamespace
from mkdocs.livereload import LiveReloadServer
from fieldguide.run import runner
from fieldguide.site import hooks

runner.PRELOAD = ()
signal.signal(signal.SIGINT, signal.default_int_handler)  # as from a terminal: what a shell starts with & ignores Ctrl-C
server = LiveReloadServer(lambda: None, "127.0.0.1", 0, ".")
server.server_bind()
server.server_activate()
server.server_bind = server.server_activate = lambda: None  # serve() would do it again, after the port is told
hooks.on_serve(server, SimpleNamespace(dev_addr=server.server_address), None)
live = server.get_app()
print(live.port, live.token, live.slots.all[0].warm().server.pid, flush=True)
try:
    server.serve()
except KeyboardInterrupt:
    pass
finally:
    server.shutdown()
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["Ctrl-C", "kill", "kill -9"])
def test_a_server_that_ends_leaves_no_process(sign):
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    )
    try:
        port, token, executor = server.stdout.readline().split()
        going = Open(SimpleNamespace(port=int(port), token=token), code=PID)
        pid = int(going.next("text"))
        os.killpg(server.pid, sign)  # as a terminal does: to all that the server has started in its group
        _, said = server.communicate(timeout=60)
    finally:
        server.kill()
    assert "Traceback" not in said, "Ctrl-C is no error"
    assert ended(int(executor))
    assert ended(pid), "the reader's code outlived its server"
    going.close()


class Quick:
    """An executor that answers at once."""

    def __init__(self):
        self.server = SimpleNamespace(poll=lambda: None)


def test_who_comes_first_runs_first_and_one_too_many_is_told_at_once():
    slots = Slots(Quick, slots=1, waiting=2)
    running = next(slots.take())
    assert isinstance(running, Slot)
    first, second = slots.take(), slots.take()
    assert (next(first), next(second)) == (0, 1)
    with pytest.raises(Full):
        next(slots.take())
    slots.give(running)
    assert next(second) == 1, "whose turn it is does not depend on who asks"
    assert next(first) is running
    first.close()
    slots.give(running)
    assert next(second) is running


def test_who_leaves_the_queue_lets_the_next_one_through():
    slots = Slots(Quick, slots=1, waiting=2)
    running = next(slots.take())
    first, second = slots.take(), slots.take()
    assert (next(first), next(second)) == (0, 1)
    first.close()
    assert next(second) == 0
    slots.give(running)
    assert next(second) is running


def test_an_executor_that_is_just_being_started_ends_with_its_server():
    begun, go, left = threading.Event(), threading.Event(), []

    class Slow(Quick):
        def __init__(self):
            super().__init__()
            begun.set()
            go.wait(60)

        def __exit__(self, *_):
            left.append(self)

    slot = Slot(Slow)
    threads = [threading.Thread(target=work) for work in (slot.warm, slot.close)]
    threads[0].start()
    begun.wait(60)
    threads[1].start()
    threads[1].join(0.2)  # it must wait for the start
    go.set()
    for thread in threads:
        thread.join(60)
    assert len(left) == 1
    assert slot.runner is None


def test_no_executor_is_started_when_its_server_has_ended():
    slots, made = Slots(lambda: made.append(Quick()) or made[0]), []
    with slots.all[0].lock, slots.all[1].lock:  # the threads that start executors early come late
        slots.warm()
        slots.close()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and "early" in thread.name:
            thread.join(60)
    assert not made
    with pytest.raises(GuideError, match="the server ends"):
        slots.all[0].warm()


def test_a_run_that_ends_its_executor_while_the_server_ends_starts_no_other():
    with Runner(preload=False) as executor:
        told = executor.stream("import time\nprint(1, flush=True)\ntime.sleep(60)\n", "x.py")
        while next(told) != "1\n":
            pass
        server = executor.server
        executor.__exit__()
        assert isinstance(list(told)[-1], Run)
        assert executor.server is server


def test_too_many_waiting_is_an_answer_of_its_own(live, monkeypatch):
    monkeypatch.setattr(live.slots, "waiting", 0)
    going = [Open(live, code=PID) for _ in range(2)]
    status, _, text = request(live, body=b'{"code": "print(1)"}')
    for one in going:
        one.next("text")
        one.close()
    assert (status, text) == (503, "too many runs are waiting; try again in a moment")
    monkeypatch.undo()
    assert run(live, code="print(1)")["output"] == "1\n"


def test_an_executor_that_died_is_started_again(live):
    for slot in live.slots.all:
        slot.warm().server.kill()
        slot.runner.server.wait()
    assert run(live, code="print(1)")["output"] == "1\n"
