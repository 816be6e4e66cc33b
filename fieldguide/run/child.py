"""The forked process: it sets its limits, runs the snippet as the main program, and leaves as Python does."""

import atexit
import gc
import io
import json
import linecache
import os
import resource
import signal
import sys
import threading
import traceback
import types
from pathlib import Path

FILE_MEGABYTES = 100


class Counted(io.FileIO):
    """Output that counts its bytes, so that a traced run knows what had been printed by when."""

    total = 0

    def write(self, data) -> int:
        written = super().write(data)
        Counted.total += written
        return written


def child(job: dict, script: Path, pipe: int) -> None:
    """Set up the forked process (output to ``pipe``, limits, no input), run the job, whose code is also in ``script``, and leave.

    If the job asks for it, the steps of the run come into a file beside ``script``; see follow/trace.py.
    """
    os.setsid()
    os.dup2(pipe, 1)
    os.dup2(pipe, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin = open(0, buffering=1, encoding="utf-8")
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BufferedWriter(Counted(fd, "w")), "utf-8", line_buffering=True) for fd in (1, 2))
    seconds = job["seconds"] + 1  # the server may be killed before its runs
    for limit, value in (
        (resource.RLIMIT_DATA, job["megabytes"] * 2**20),
        (resource.RLIMIT_FSIZE, FILE_MEGABYTES * 2**20),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
    ):
        resource.setrlimit(limit, (value, value))
    signal.alarm(seconds)
    sys.modules["__main__"], sys.argv = types.ModuleType("__main__"), [job["filename"]]
    sys.modules["__main__"].__file__ = str(script)  # multiprocessing starts other interpreters with it
    status = 1
    try:
        tracer = tracing(job)
        status = execute(job["code"], job["filename"], tracer)
        if tracer:
            script.with_suffix(".steps").write_text(json.dumps({"steps": tracer.steps, "problem": tracer.problem}), "utf-8")
        leave()
    finally:
        os._exit(status)  # whatever happens: a second server would be worse


def tracing(job: dict):
    """Return a tracer if the job asks for one; its module needs torch, so it is imported for those jobs only."""
    if not job["trace"]:
        return None
    from fieldguide.run.follow.trace import Tracer

    return Tracer(job["code"], job["filename"], lambda: Counted.total)


def execute(code: str, filename: str, tracer=None) -> int:
    """Run ``code`` as the main program, under ``tracer`` if there is one; print a traceback of its own lines if it fails. Returns the status (int)."""
    linecache.cache[filename] = (len(code), None, io.StringIO(code, newline=None).readlines(), filename)  # Python's lines, and no others
    try:
        compiled = compile(code, filename, "exec")
        sys.settrace(tracer)
        exec(compiled, sys.modules["__main__"].__dict__)
    except SystemExit as stop:
        if stop.code is not None and not isinstance(stop.code, int):
            print(stop.code, file=sys.stderr)
        return stop.code & 255 if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException as error:
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(type(error), error, error.__traceback__.tb_next)
            return 1
        shown = traceback.TracebackException.from_exception(error)
        own = [frame for frame in shown.stack if frame.filename == filename]
        shown.stack = traceback.StackSummary.from_list(own)
        print(*shown.format(), sep="", end="", file=sys.stderr)
        return 1
    finally:
        sys.settrace(None)
    return 0


def leave() -> None:
    """Do what Python does after the last line: wait for threads, call exit functions, delete the variables. Its own end would take a second with torch."""
    threading._shutdown()
    atexit._run_exitfuncs()
    del sys.modules["__main__"]
    gc.collect()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
