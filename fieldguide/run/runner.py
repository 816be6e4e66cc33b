"""The executor: every run of a snippet is a fresh process, forked from a server that has already imported torch.

The tests use it, recording uses it (with a server that has imported nothing), and so does a live page: one meaning of "what it prints".
A job and its result are one JSON line each, to and from ``python -m fieldguide.run.runner``. The end of the server's input ends the run in progress.
"""

import contextlib
import json
import linecache
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.run import figures
from fieldguide.run.pieces import Teller
from fieldguide.run.snippets import normalize

SECONDS, MEGABYTES, CHARACTERS = 30, 4096, 100_000
PRELOAD = ("torch", "torch._dynamo", "fieldguide.run.backend")  # the first optimizer imports torch._dynamo: 0.7 s


@dataclass(frozen=True)
class Run:
    """What one run left: ``output`` (stdout and stderr as one text), ``figure`` (SVG or None), ``problem`` (None if it ended well)."""

    output: str
    figure: str | None
    problem: str | None


class Runner:
    """A server process that runs snippets, one at a time; use it as a context manager.

    Args: ``preload``: import torch and pyplot once for all runs; without it, each run imports what it needs itself.
    """

    def __init__(self, preload: bool = True):
        if not hasattr(os, "fork"):
            raise GuideError("snippets run on Linux, macOS or WSL: this Python cannot fork; use one of them")
        environment = os.environ | {
            "MPLBACKEND": "module://fieldguide.run.backend",
            "MATPLOTLIBRC": str(Path(__file__).with_name("matplotlibrc")),
            "PYTHONHASHSEED": "random",  # an output that depends on the order of a set must fail
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        command = [sys.executable, "-m", "fieldguide.run.runner", *(PRELOAD if preload else ())]
        self.server = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, code: str, filename: str, seconds=SECONDS, megabytes=MEGABYTES, characters=CHARACTERS) -> Run:
        """Run ``code`` (str) as ``__main__`` in a fresh process and an empty folder.

        Args: ``filename`` is what tracebacks and warnings show; the limits are seconds of wall-clock time, megabytes of data and
        characters of output. Raises GuideError if the server is gone.
        """
        job = dict(code=code, filename=filename, seconds=seconds, megabytes=megabytes, characters=characters)
        return next(self.answers(job | {"stream": False}))

    def stream(self, code: str, filename: str, **limits) -> Iterator[str | Run]:
        """Like ``run``, but yields the output in pieces (str) as it comes, an empty one if nothing comes for 0.1 s, and at last the Run.

        The Run is the truth: its output has no line that was cut in two. Read to the end before the next run.
        """
        job = dict(code=code, filename=filename, seconds=SECONDS, megabytes=MEGABYTES, characters=CHARACTERS) | limits
        return self.answers(job | {"stream": True})

    def stop(self) -> None:
        """End the run in progress, if there is one; any thread may ask."""
        with contextlib.suppress(OSError):
            self.server.stdin.write("stop\n")
            self.server.stdin.flush()

    def answers(self, job: dict) -> Iterator[str | Run]:
        """Hand ``job`` to the server and yield what it answers, the Run last."""
        with contextlib.suppress(BrokenPipeError):
            self.server.stdin.write(json.dumps(job) + "\n")
            self.server.stdin.flush()
            while answer := json.loads(self.server.stdout.readline() or "null"):
                if "piece" not in answer:
                    yield Run(**answer)
                    return
                yield answer["piece"]
        raise GuideError("the snippet server ended; run `python -m fieldguide.run.runner torch` to see why")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.server.__exit__(*error)  # closes the pipes, which ends the server, and waits for it


def execute(code: str, filename: str) -> int:
    """Run ``code`` as the main program; print a traceback of the snippet's own lines if it fails. Returns the exit status (int)."""
    main = types.ModuleType("__main__")
    main.__file__ = filename
    sys.modules["__main__"], sys.argv = main, [filename]
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    try:
        exec(compile(code, filename, "exec"), main.__dict__)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        shown = traceback.TracebackException.from_exception(error)
        own = [frame for frame in shown.stack if frame.filename == filename]
        shown.stack = traceback.StackSummary.from_list(own)
        print(*shown.format(), sep="", end="", file=sys.stderr)
        return 1
    return 0


def child(job: dict, pipe: int) -> None:
    """Set up the forked process (output to ``pipe``, limits, no input), run the job and leave."""
    os.setsid()
    os.dup2(pipe, 1)
    os.dup2(pipe, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin, sys.stdout, sys.stderr = (open(fd, mode, 1, "utf-8") for fd, mode in ((0, "r"), (1, "w"), (2, "w")))
    limit = job["megabytes"] * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"] + 1, job["seconds"] + 1))  # the server may be killed before its runs
    signal.alarm(job["seconds"] + 1)
    status = execute(job["code"], job["filename"])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def collect(pid: int, pipe: int, job: dict) -> tuple[str, str | None]:
    """Read the output of process ``pid`` until it ends or breaks a limit; then end its whole process group.

    Anything on stdin, its end too, stops the run. Returns the output (str) and the problem (str or None).
    """
    output, problem, status, deadline = b"", None, None, time.monotonic() + job["seconds"]
    tell = Teller() if job["stream"] else lambda chunk: None
    while not problem:
        ready, _, _ = select.select([pipe, 0], [], [], 0.1)
        if 0 in ready:
            os.read(0, 1 << 16)
            problem = "stopped"
        elif ready:
            chunk = os.read(pipe, 65536)
            output += chunk
            tell(chunk)
            if len(output) > job["characters"]:
                problem = f"stopped after {job['characters']} characters of output"
            elif not chunk:
                break
        elif status is None:  # a process that the snippet started may keep the pipe open after its end
            done, status = os.waitpid(pid, os.WNOHANG)
            status = status if done else None
        else:
            break
        if not ready:
            tell(b"")
        if time.monotonic() > deadline:
            problem = f"stopped after {job['seconds']} s"
    with contextlib.suppress(ProcessLookupError):
        if problem:
            os.killpg(pid, signal.SIGKILL)
        if status is None:
            _, status = os.waitpid(pid, 0)
        os.killpg(pid, signal.SIGKILL)  # what the snippet itself has started
    text = output[: job["characters"]].decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    return normalize(text), problem or (code and f"ended with status {code}") or None


def jobs() -> Iterator[dict]:
    """Yield the jobs from stdin until it ends; a "stop" between two jobs came too late."""
    waiting = b""
    while chunk := os.read(0, 1 << 20):
        *lines, waiting = (waiting + chunk).split(b"\n")
        yield from (json.loads(line) for line in lines if line != b"stop")


def serve() -> None:
    """Answer jobs from stdin until it ends."""
    for name in sys.argv[1:]:
        __import__(name)
    for job in jobs():
        folder = tempfile.mkdtemp(prefix="fieldguide-")
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(read)
            os.chdir(folder)
            child(job, write)
        os.close(write)
        output, problem = collect(pid, read, job)
        os.close(read)
        drawn = Path(folder, figures.FIGURE)
        figure = figures.clean(drawn.read_text("utf-8")) if drawn.exists() else None
        shutil.rmtree(folder, ignore_errors=True)
        print(json.dumps({"output": output, "figure": figure, "problem": problem}), flush=True)


if __name__ == "__main__":
    serve()
