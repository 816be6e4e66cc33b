"""A run is what Python is: the same text as `python x.py`, to the last words; and what a run does to its server costs only itself."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from conftest import ROOT
from fieldguide.run.runner import Runner, environment


@pytest.fixture(scope="module")
def runner():
    with Runner(preload=False) as server:
        yield server


PROGRAMS = {
    "exit text": "import sys\nprint('a')\nsys.exit('no')\n",
    "exit status": "import sys\nsys.exit(7)\n",
    "exit object": "raise SystemExit({'a': 1})\n",
    "atexit": "import atexit\natexit.register(print, 'bye')\nprint('hi')\n",
    "atexit after an error": "import atexit\natexit.register(print, 'bye')\n1 / 0\n",
    "thread": "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()\nprint('early')\n",
    "daemon": "import threading, time\nthreading.Thread(target=lambda: (time.sleep(9), print('never')), daemon=True).start()\nprint('end')\n",
    "pool": "from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor().submit(print, 'pool')\n",
    "del": "class A:\n    def __del__(self):\n        print('gone', self.name)\na, _b = A(), A()\na.name, _b.name = 'a', 'b'\nprint('end')\n",
    "cycle": "class A:\n    def __del__(self):\n        print('gone')\na = A()\na.self = a\nprint('end')\n",
    "finally": "def g():\n    try:\n        yield 1\n    finally:\n        print('closed')\nx = g()\nnext(x)\n",
    "traceback": "def f():\n    return {}['k']\n\nf()\n",
    "chain": "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('no') from error\n",
    "syntax": "x = 1\nif x\n    y\n",
    "hook": "import sys\nsys.excepthook = lambda kind, error, place: print('hook', kind.__name__, place.tb_lineno)\n\n1 / 0\n",
    "input": "input()\n",
    "no newline": "print('a', end='')\n",
    "both": "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n",
    "main": "import sys\nif __name__ == '__main__':\n    print(sys.argv)\n",
    "pickle": "import pickle\nclass A: pass\nprint(type(pickle.loads(pickle.dumps(A()))) is A)\n",
    "spawn": "import multiprocessing\ndef f(x):\n    return x + 1\nif __name__ == '__main__':\n    with multiprocessing.get_context('spawn').Pool(1) as pool:\n        print(pool.map(f, [3]))\n",
    "log": "import logging\nlogging.warning('careful')\n",
    "asyncio": "import asyncio\nasync def f():\n    print('in')\nasyncio.run(f())\n",
    "warning": "import warnings\nwarnings.warn('w', DeprecationWarning)\n",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_run_prints_what_python_prints_and_ends_as_python_ends(runner, tmp_path, name):
    (tmp_path / "x.py").write_text(PROGRAMS[name])
    (tmp_path / "tmp").mkdir()
    python = subprocess.run(
        [sys.executable, "-u", "x.py"],
        cwd=tmp_path,
        env=environment(tmp_path) | {"HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    run = runner.run(PROGRAMS[name], "x.py")
    assert run.output == python.stdout.replace(f"{tmp_path}/", "")
    assert run.problem == (f"ended with status {python.returncode}" if python.returncode else None)


def test_a_warning_of_a_library_names_no_folder_of_this_machine(runner):
    run = runner.run("import ast, warnings\nwarnings.warn_explicit('w', UserWarning, ast.__file__, 3, source=None)\n", "x.py")
    assert run.output.startswith("ast.py:3: UserWarning: w")


def test_a_run_sees_an_environment_of_its_own(monkeypatch):
    for name, value in (
        ("HOME", "/dev/null/nowhere"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("PYTHONWARNINGS", "error"),
        ("SECRET", "word"),
        ("TZ", "Asia/Shanghai"),
    ):
        monkeypatch.setenv(name, value)
    code = (
        "import os, matplotlib.pyplot, locale\nprint(os.getcwd() == os.environ['HOME'], os.environ['LC_ALL'], os.environ.get('SECRET'))\n"
        "import resource\nprint(os.environ.get('TZ'), resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    with Runner(preload=False) as runner:
        run = runner.run(code + "import warnings\nwarnings.warn('fine')\nopen(os.path.expanduser('~/x'), 'w')\n", "x.py")
    assert run.problem is None, run.output
    assert run.output.splitlines()[0] == "True C.UTF-8 None"
    assert run.output.splitlines()[1] == "UTC (0, 0)", "fieldguide/run: dates are those of every machine, and a crash leaves no file"


KILLS = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nos.pause() if hasattr(os, 'pause') else signal.pause()\n"


def test_a_run_that_kills_its_server_is_named_and_the_next_one_works(runner):
    run = runner.run(KILLS, "x.py")
    assert run.problem == "ended its server (status -9)"
    assert runner.run("print('fine')\n", "x.py").output == "fine\n"


def test_a_server_that_cannot_start_says_why(monkeypatch):
    monkeypatch.setattr("fieldguide.run.runner.PRELOAD", ("no_such_module",))
    with Runner() as runner:
        assert runner.run("", "x.py").problem == "ended its server (status 1: ModuleNotFoundError: No module named 'no_such_module')"


ESCAPES = {
    "session": "import subprocess\nprint(subprocess.Popen(['sleep', '600'], start_new_session=True).pid)\n",
    "double fork": "import os, time\nif not os.fork():\n    os.setsid()\n    if os.fork():\n        os._exit(0)\n    print(os.getpid(), flush=True)\n    time.sleep(600)\nos.wait()\ntime.sleep(0.3)\n",
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has subreapers")
@pytest.mark.parametrize("way", ESCAPES)
def test_a_process_that_leaves_its_group_ends_with_the_run(runner, way):
    pid = int(runner.run(ESCAPES[way], "x.py").output)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_stop_that_comes_with_its_run_is_heard(tmp_path):
    limits = {"seconds": 5, "megabytes": 4096, "characters": 100, "stream": False, "trace": False, "number": "1"}
    command, pipes = [sys.executable, "-m", "fieldguide.run.server"], {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(tmp_path), cwd=ROOT, text=True, **pipes) as server:
        server.stdin.write(json.dumps({"code": "while True: pass\n", "filename": "x.py"} | limits) + "\nstop\n")
        server.stdin.flush()
        assert json.loads(server.stdout.readline())["problem"] == "stopped"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel whether a process was halted")
def test_a_run_that_halts_its_server_is_ended_by_a_stop_and_the_next_one_works(monkeypatch):
    monkeypatch.setattr("fieldguide.run.runner.STOPPING", 1)
    with ThreadPoolExecutor(1) as reader, Runner() as own:
        assert own.run("print(1)\n", "x.py").output == "1\n"
        halting = own.stream("import os, signal\nos.kill(os.getppid(), signal.SIGSTOP)\nwhile True: pass\n", "x.py")
        end = reader.submit(lambda: list(halting)[-1])
        os.waitid(os.P_PID, own.server.pid, os.WSTOPPED | os.WNOWAIT)
        own.stop()
        try:
            assert end.result(60).problem.startswith("ended its server")
        except TimeoutError:
            own.server.kill()  # or the suite would wait for it
            raise
        assert own.run("print(2)\n", "x.py").output == "2\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("open('big', 'wb').truncate(2**30)\n", "OSError: [Errno 27] File too large"),
        ("import subprocess\nwhile True:\n    subprocess.Popen(['sleep', '600'])\n", "stopped after 32 processes"),
        ("open('figure.svg', 'w').write('no picture')\n", "left a figure.svg that is no drawing"),
        ("open('figure.svg', 'wb').write(b'<svg>\\xff</svg>')\n", "left a figure.svg that is no drawing"),
        ("open('figure.svg', 'w').write('<svg><script>1</script></svg>')\n", "left a figure.svg that is no drawing"),
        ("import os\nos.mkdir('figure.svg')\n", "left a figure.svg that is no drawing"),
        ("import os\nopen('a', 'w').write('<svg></svg>')\nos.symlink('a', 'figure.svg')\n", "left a figure.svg that is no drawing"),
        ("import os\nos.mkfifo('figure.svg')\n", "left a figure.svg that is no drawing"),
    ],
    ids=["file", "processes", "text", "encoding", "script", "folder", "symlink", "pipe"],
)
def test_what_a_run_must_not_do_is_its_own_problem(runner, code, said):
    run = runner.run(code, "x.py")
    assert said in f"{run.output}{run.problem}"
    assert runner.run("import os\nprint(os.listdir())\n", "x.py").output == "[]\n"
