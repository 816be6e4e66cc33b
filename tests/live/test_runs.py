"""What a click runs is what was recorded; many at once keep apart; nothing outlives its reader."""

import json
import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from serving import Open, ended, request, run, serving

from conftest import ROOT
from fieldguide.live import app as application
from fieldguide.live.program import ending, program
from fieldguide.live.slots import Full, Slot, Slots
from fieldguide.recorded.replay import PATIENCE
from fieldguide.run.runner import Run

SNIPPETS = ROOT / "snippets"
SHOWN = sorted(
    {
        ref
        for page in (ROOT / "docs" / "en").rglob("*.md")
        for found in re.findall(r"^ */// (?:snippet|predict|solution|tabs) \| (.+)$", page.read_text("utf-8"), re.M)
        for ref in found.split()
    }
)


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("pages")) as app:
        yield app


def test_every_block_of_the_guide_run_by_a_click_gives_what_was_recorded(live, monkeypatch):
    monkeypatch.setattr(application, "SECONDS", PATIENCE)
    assert len(SHOWN) > 300
    with ThreadPoolExecutor(2) as clients:
        ends = dict(zip(SHOWN, clients.map(lambda ref: run(live, ref), SHOWN), strict=True))
    other = [ref for ref, end in ends.items() if not end["same"]]
    assert not other, f"{other[0]}: {ends[other[0]]['output'][-500:]} {ends[other[0]]['problem']}; and {other[1:]}"


def test_a_part_of_a_snippet_runs_from_the_first_line_whatever_was_run_before(live):
    first, third = ("zero_grad/accumulates:first", "zero_grad/accumulates:inplace")
    alone, after = run(live, third), (run(live, first), run(live, third))[1]
    assert alone["same"]
    assert alone | {"seconds": 0} == after | {"seconds": 0}


def test_edited_code_runs_in_the_place_of_its_block_and_errors_name_the_readers_own_line(live):
    ref = "zero_grad/accumulates:inplace"
    wanted = program(SNIPPETS, ref, "w.grad.zero_()\nprint(w.grad)\n1 / 0\n")
    end = run(live, ref, "w.grad.zero_()\nprint(w.grad)\n1 / 0\n")
    assert end["output"].startswith("tensor(0.)\nTraceback")
    assert end["problem"] == {"kind": "status", "number": 1}
    assert not end["same"]
    number = int(re.search(r'File "accumulates.py", line (\d+)', end["output"])[1])
    assert wanted.code.splitlines()[number - 1] == "1 / 0"
    assert re.findall('File "(.*?)"', end["output"]) == ["accumulates.py"], "only the reader's own lines"


def test_the_readers_own_run_is_followed_by_the_same_tracer_and_prints_the_same(live):
    ref, code = "zero_grad/accumulates:reset", "w.grad = None\nprint(w.grad)\n1 / 0\n"
    followed = Open(live, ref=ref, code=code, trace=True).next("end")
    assert followed | {"steps": None, "seconds": 0} == run(live, ref, code) | {"seconds": 0}
    steps = followed["steps"]
    assert steps[-1][3] == {"end": "reset"}
    start = next(place for place, row in enumerate(steps) if row[3].get("start") == "reset")
    assert "".join(row[1] for row in steps[start:]) == followed["output"]
    assert any(row[3].get("error", "").startswith("ZeroDivisionError") for row in steps)
    assert any(row[2].get("w.grad") == "None" for row in steps[start:])


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"output": "other\n"}, False),
        ({"figure": "<svg><text>other</text></svg>"}, False),
        ({"figure": None}, False),
        ({"problem": "ended with status 1"}, False),
    ],
    ids=["nothing", "output", "figure", "no figure", "problem"],
)
def test_a_run_is_called_as_recorded_only_if_it_prints_draws_and_ends_as_recorded(change, same):
    wanted = program(SNIPPETS, "clipping/arrows", None)
    done = {"output": (SNIPPETS / "clipping/arrows.out").read_text("utf-8"), "figure": wanted.figure, "problem": None}
    assert ending(wanted, Run(**done | change))["same"] is same


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
        ("import torch; torch.zeros(2**30)", "status"),
        ("raise SystemExit(3)", "status"),
        ("import os, time\nfor k in range(50):\n    if os.fork() == 0: time.sleep(60)\ntime.sleep(60)", "processes"),
        ("open('figure.svg', 'w').write('<script>')", "failed"),
    ],
)
def test_a_bad_run_is_ended_and_named_and_the_next_one_works(live, monkeypatch, code, kind):
    monkeypatch.setattr(application, "SECONDS", 2)
    end = run(live, code=code)
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
    "a pipe in the place of the next one's code": "os.mkfifo('../script/accumulates.py')\n",
    "an answer in its server's place": "open(f'/proc/{os.getppid()}/fd/1', 'w').write(json.dumps({'output': 'x', 'figure': None, 'problem': None}) + '\\n')\n",
    "its output closed": "os.closerange(0, 256)\n",
}


@pytest.mark.parametrize("left", LEFT)
def test_whatever_a_run_leaves_the_next_one_does_what_was_recorded(live, left):
    run(live, code=f"import json, os, shutil\n{LEFT[left]}")
    assert run(live, "zero_grad/accumulates:first")["same"]
    assert run(live, code="import os\nprint(os.listdir('.'))\n")["output"] == "[]\n"


def test_a_run_that_closes_its_output_still_has_its_limits_and_can_be_stopped(live, monkeypatch):
    silent = "import os, signal, time\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nos.closerange(0, 256)\ntime.sleep(600)\n"
    going = Open(live, code=silent)
    going.next("start")
    assert request(live, "/_live/stop", body=json.dumps({"id": going.identity}).encode())[0] == 200
    assert going.next("end")["problem"]["kind"] == "stopped"
    monkeypatch.setattr(application, "SECONDS", 1)
    assert run(live, code=silent)["problem"] == {"kind": "time", "number": 1}


def test_a_name_that_is_no_text_and_a_line_that_only_unicode_ends_do_not_break_the_answer(live):
    assert Open(live, code="globals()['\\ud800'] = 1\nx = 2\n", trace=True).next("end")["steps"]
    assert "print(7); 1 / 0" in run(live, code="x = 'a\x85b'\nprint(7); 1 / 0\n")["output"]


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
from fieldguide.site import hooks

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
