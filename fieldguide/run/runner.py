"""The executor: every run of a snippet is a fresh process, forked from a server that has already imported torch.

The tests use it, recording uses it (with a server that has imported nothing), and so does a live page: one meaning of "what it prints".
A job and its result are one JSON line each, to and from ``python -m fieldguide.run.server``. The end of the server's input ends the run in progress.
"""

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.files import remove

STARTING, STOPPING = 60, 20  # seconds in which a server starts, or ends a run, on a busy machine
SECONDS, MEGABYTES, CHARACTERS = 30, 4096, 100_000
PRELOAD = ("torch", "torch._dynamo", "fieldguide.run.backend")  # the first optimizer imports torch._dynamo: 0.7 s
KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "ATEN_CPU_CAPABILITY", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
FONTS = ROOT / ".cache" / "matplotlib"  # its list of fonts takes seconds to make, and says so in the output of whoever needs it first


@dataclass(frozen=True)
class Run:
    """What one run left: ``output`` (stdout and stderr as one text), ``figure`` (SVG or None), ``problem`` (None if it ended well),
    ``trace`` (its steps, see recorded/replay.py; None if they were not asked for, or if the process ended before its last line)."""

    output: str
    figure: str | None
    problem: str | None
    trace: list | None = None


def environment(folder: Path) -> dict[str, str]:
    """Return the variables that a server and its runs see: the same on every machine, but for where programs are. ``folder`` is for what they leave."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {
        "HOME": str(folder / "run"),
        "TMPDIR": str(folder / "tmp"),
        "XDG_CACHE_HOME": str(folder / "tmp"),
        "TORCHINDUCTOR_CACHE_DIR": str(folder / "tmp"),  # or torch asks for the name of the user, whom a container may not know
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "MPLBACKEND": "module://fieldguide.run.backend",
        "MPLCONFIGDIR": str(FONTS if os.access(FONTS, os.W_OK) else folder),
        "MATPLOTLIBRC": str(Path(__file__).with_name("matplotlibrc")),
        "PYTHONHASHSEED": "random",  # an output that depends on the order of a set must fail
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def kill(server: subprocess.Popen) -> None:
    """End a server that does not do its work, and what it has started."""
    from fieldguide.run.server import descendants

    left = descendants(server.pid)
    server.kill()
    for one in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


class Runner:
    """A server process that runs snippets, one at a time; use it as a context manager.

    Args: ``preload``: import torch and pyplot once for all runs; without it, each run imports what it needs itself. ``variables`` come on
    top of its environment.
    """

    def __init__(self, preload: bool = True, **variables: str):
        if not hasattr(os, "fork"):
            raise GuideError("snippets run on Linux, macOS or WSL: this Python cannot fork; use one of them")
        with contextlib.suppress(OSError):
            FONTS.mkdir(parents=True, exist_ok=True)
        self.preload, self.variables = preload, variables
        self.lock, self.going, self.heard, self.watch, self.over = threading.Lock(), False, False, None, False
        self.start()

    def start(self) -> None:
        """Start a server with a folder of its own."""
        self.heard = False
        self.folder = Path(tempfile.mkdtemp(prefix="fieldguide-"))
        (self.folder / "tmp").mkdir()
        settings = environment(self.folder) | self.variables
        if not list(Path(settings["MPLCONFIGDIR"]).glob("fontlist-*")):
            subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=settings, cwd=ROOT, capture_output=True)
        command = [sys.executable, "-m", "fieldguide.run.server", *(PRELOAD if self.preload else ())]
        with (self.folder / "server.log").open("w") as log:
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": log}
            # in a session of its own: Ctrl-C is for whoever started it, and the end of its input then ends it
            self.server = subprocess.Popen(command, cwd=ROOT, env=settings, text=True, start_new_session=True, **pipes)

    def run(self, code: str, filename: str, seconds=SECONDS, megabytes=MEGABYTES, characters=CHARACTERS, trace=False) -> Run:
        """Run ``code`` (str) as ``__main__`` in a fresh process and an empty folder.

        Args: ``filename`` is what tracebacks and warnings show; the limits are seconds of wall-clock time, megabytes of data and
        characters of output; ``trace``: write down every step. A run that ends its server has that as its problem; the next one gets a new server.
        """
        job = dict(code=code, filename=filename, seconds=seconds, megabytes=megabytes, characters=characters)
        return next(self.answers(job | {"stream": False, "trace": trace}))

    def stream(self, code: str, filename: str, **limits) -> Iterator[str | Run]:
        """Like ``run``, but yields the output in pieces (str) as it comes, an empty one if nothing comes for 0.1 s, and at last the Run.

        The Run is the truth: its output has no line that was cut in two. Read to the end before the next run.
        """
        job = dict(code=code, filename=filename, seconds=SECONDS, megabytes=MEGABYTES, characters=CHARACTERS, trace=False) | limits
        return self.answers(job | {"stream": True})

    def stop(self) -> None:
        """End the run in progress, if there is one; any thread may ask."""
        with contextlib.suppress(OSError, ValueError):  # it has ended, or its pipe is closed
            self.server.stdin.write("stop\n")
            self.server.stdin.flush()
        self.wait(STOPPING if self.heard else STARTING)  # it may still be importing torch

    def wait(self, seconds: float | None) -> None:
        """Give the run in progress so long; then its server does not do its work, stopped by what it runs for instance, and is killed. None: it has ended."""
        with self.lock:
            if self.watch:
                self.watch.cancel()
            self.watch = threading.Timer(seconds, kill, [self.server]) if self.going and seconds else None
            if self.watch:
                self.watch.daemon = True
                self.watch.start()

    def answers(self, job: dict) -> Iterator[str | Run]:
        """Hand ``job`` to the server and yield what it answers, the Run last."""
        self.going, number = True, secrets.token_hex(8)
        self.wait(job["seconds"] + STARTING)
        try:
            self.server.stdin.write(json.dumps(job | {"number": number}) + "\n")
            self.server.stdin.flush()
            while True:
                answer = json.loads(self.server.stdout.readline())
                self.heard = True
                if answer.pop("number", None) != number:
                    continue  # of a run before, in whose place code that reaches into the server had answered
                if "piece" not in answer:
                    break
                yield answer["piece"]
        except (BrokenPipeError, ValueError):  # no answer, half of one, or a pipe that another thread has closed
            answer = {"output": "", "figure": None, "problem": f"ended its server ({self.again()})"}
        finally:
            self.going = False
            self.wait(None)
        if answer.pop("last", False):
            self.again()
        yield Run(**answer)

    def again(self) -> str:
        """End the server and start another one, unless its user has left; return how the first one ended (str)."""
        how = self.end()
        with self.lock:
            if not self.over:
                self.start()
        return how

    def end(self) -> str:
        """End the server and remove its folder; return how it ended (str)."""
        for pipe in (self.server.stdin, self.server.stdout):  # which ends the server
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        try:
            self.server.wait(STOPPING)
        except subprocess.TimeoutExpired:
            kill(self.server)
            self.server.wait()
        file = self.folder / "server.log"
        log = file.read_text("utf-8", "replace").strip() if file.exists() else ""
        with contextlib.suppress(OSError):
            remove(self.folder)
        return f"status {self.server.returncode}{f': {log.splitlines()[-1]}' if log else ''}"

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        with self.lock:
            self.over = True
        self.end()
