"""The forked process: it sets its limits, runs the snippet as the main program, and leaves as Python does."""

import atexit
import gc
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


def child(job: dict, script: Path, pipe: int) -> None:
    """Set up the forked process (output to ``pipe``, limits, no input), run the job, whose code is also in ``script``, and leave."""
    os.setsid()
    os.dup2(pipe, 1)
    os.dup2(pipe, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin, sys.stdout, sys.stderr = (open(fd, mode, 1, "utf-8") for fd, mode in ((0, "r"), (1, "w"), (2, "w")))
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
        status = execute(job["code"], job["filename"])
        leave()
    finally:
        os._exit(status)  # whatever happens: a second server would be worse


def execute(code: str, filename: str) -> int:
    """Run ``code`` as the main program; print a traceback of the snippet's own lines if it fails. Returns the exit status (int)."""
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    try:
        exec(compile(code, filename, "exec"), sys.modules["__main__"].__dict__)
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
    return 0


def leave() -> None:
    """Do what Python does after the last line: wait for threads, call exit functions, delete the variables. Its own end would take a second with torch."""
    threading._shutdown()
    atexit._run_exitfuncs()
    del sys.modules["__main__"]
    gc.collect()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
