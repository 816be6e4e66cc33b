"""The server: ``python -m fieldguide.run.server MODULE …`` imports the modules, then forks a process for every job that it reads (see runner.py)."""

import contextlib
import ctypes
import gc
import json
import os
import select
import signal
import sys
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import remove
from fieldguide.run import figures
from fieldguide.run.child import child
from fieldguide.run.follow.steps import rows
from fieldguide.run.pieces import Teller
from fieldguide.run.snippets import normalize

PROCESSES = 32  # RLIMIT_NPROC would count all processes of the user, and not stop root
SET_PDEATHSIG, SET_CHILD_SUBREAPER = 1, 36


def prctl(option: int, value: int) -> None:
    """Linux only: elsewhere a run can leave a process that has left its group."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def descendants(pid: int) -> list[int]:
    """Return the processes that ``pid`` and its children have started and that still exist."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += [one for child in path.read_text().split() for one in (int(child), *descendants(int(child)))]
    return found


def end(pid: int) -> None:
    """Kill the process group of a run and all that has left it, and wait for them."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    while left := descendants(os.getpid()):  # orphans come to this process, which is their subreaper
        for one in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(-1, 0)
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def collect(pid: int, pipe: int, job: dict) -> tuple[bytes, str | None]:
    """Read the output of process ``pid`` until it ends or breaks a limit; then end all that it has started.

    Anything on stdin, its end too, stops the run. Returns the raw output (bytes) and the problem (str or None).
    """
    output, problem, status, deadline = b"", "stopped" if job["stopped"] else None, None, time.monotonic() + job["seconds"]
    tell, sources = Teller(job["number"]) if job["stream"] else lambda chunk: None, [pipe, 0]
    pause = 0.1
    while not problem:
        ready, _, _ = select.select(sources, [], [], pause)
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
                sources, pause = [0], 0.0005  # nobody can print any more: it ends at once, or goes on without its output
        elif status is not None:
            break  # a process that the snippet started keeps the pipe open after its end
        else:
            pause = min(2 * pause, 0.1)
        if status is None and not (ready and pipe in sources):
            done, status = os.waitpid(pid, os.WNOHANG)
            status = status if done else None
        if status is not None and pipe not in sources:
            break
        if not ready:
            tell(b"")
        if time.monotonic() > deadline:
            problem = f"stopped after {job['seconds']} s"
        elif len(descendants(os.getpid())) > PROCESSES:
            problem = f"stopped after {PROCESSES} processes"
    if problem:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
    if status is None:
        if problem:
            os.kill(pid, signal.SIGKILL)  # it may not have made its group yet
        _, status = os.waitpid(pid, 0)
    end(pid)
    code = os.waitstatus_to_exitcode(status)
    return output[: job["characters"]], problem or (code and f"ended with status {code}") or None


def run(job: dict, folder: Path) -> dict:
    """Run one job in the empty folders below ``folder``; return the fields of Run."""
    place, script = folder / "run", folder / "script" / Path(job["filename"]).name
    script.write_text(job["code"], "utf-8")
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        prctl(SET_PDEATHSIG, signal.SIGKILL)
        os.chdir(place)
        child(job, script, write)
    os.close(write)
    output, problem = collect(pid, read, job)
    os.close(read)
    try:
        figure = figures.drawn(place)
    except GuideError as error:
        figure, problem = None, problem or str(error)
    steps = script.with_suffix(".steps")
    trace = rows(steps, output) if job["trace"] and steps.is_file() else None
    return {"output": normalize(output.decode("utf-8", "replace")), "figure": figure, "problem": problem, "trace": trace}


def empty(folder: Path) -> None:
    """Make the folders of a run anew: where it runs, what it may write for a while, where its code lies."""
    for new in (folder / "run", folder / "tmp", folder / "script"):
        try:
            remove(new, patient=False)
        except OSError:
            new.rename(folder / f"left-{time.monotonic_ns()}")
        new.mkdir(parents=True)


def jobs() -> Iterator[dict]:
    """Yield the jobs from stdin until it ends, and whether a "stop" came with one; a "stop" before a job came too late for another."""
    waiting = b""
    while chunk := os.read(0, 1 << 20):
        *lines, waiting = (waiting + chunk).split(b"\n")
        for place, line in enumerate(lines):
            if line != b"stop":
                yield json.loads(line) | {"stopped": b"stop" in lines[place:]}


def serve() -> None:
    """Answer jobs from stdin until it ends."""
    prctl(SET_CHILD_SUBREAPER, 1)
    for name in sys.argv[1:]:
        __import__(name)
    gc.freeze()  # what is here already is no garbage: the last collection of a run takes 1 ms instead of 400
    weakref.finalize._registry.clear()  # nor does a run end torch's own tables: 30 ms
    folder = Path(os.environ["HOME"]).parent
    empty(folder)
    for job in jobs():
        answer = run(job, folder) | {"number": job["number"]}
        try:
            empty(folder)
        except OSError:
            answer["last"] = True  # what the run has left cannot be removed: the next one gets a new server, in another folder
        print(json.dumps(answer), flush=True)
    with contextlib.suppress(OSError):
        remove(folder)  # whoever asked may have been killed


if __name__ == "__main__":
    serve()
