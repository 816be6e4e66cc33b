"""Runs a block inside the browser's own Python (Pyodide), by the same functions as everywhere; theme/assets/live/worker.js calls it."""

import codecs
import io
import json
import os
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path

sys.modules.setdefault("resource", types.ModuleType("resource"))  # child.py sets limits with it; a browser has its own

from fieldguide import GuideError  # noqa: E402
from fieldguide.live.program import Shown, ending, program  # noqa: E402
from fieldguide.run import figures  # noqa: E402
from fieldguide.run.child import execute  # noqa: E402
from fieldguide.run.runner import Run  # noqa: E402
from fieldguide.run.snippets import normalize  # noqa: E402


class Output(io.RawIOBase):
    """What the code writes; tells the part that belongs to the block while it comes."""

    def __init__(self, section: str, tell: Callable[[str], None]):
        self.all, self.shown, self.tell = b"", Shown(section), tell
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.all += bytes(data)
        if text := self.shown(self.decode(bytes(data))):
            self.tell(text)
        return len(data)


def run(folder: str, ref: str, edited: str | None, tell: Callable[[str], None]) -> str:
    """Run the block ``ref`` of the snippets in ``folder`` and return the last event (JSON)."""
    wanted, place, started = program(Path(folder), ref, edited), Path("/run"), time.monotonic()
    place.mkdir()
    os.chdir(place)
    os.environ |= {
        "MPLBACKEND": "module://fieldguide.run.backend",
        "MATPLOTLIBRC": str(Path(execute.__code__.co_filename).with_name("matplotlibrc")),
    }
    output, before = Output(wanted.section, tell), (sys.stdout, sys.stderr)
    sys.modules["__main__"], sys.argv = types.ModuleType("__main__"), [wanted.filename]
    sys.stdout = sys.stderr = io.TextIOWrapper(io.BufferedWriter(output), "utf-8", line_buffering=True)
    try:
        status = execute(wanted.code, wanted.filename)
        sys.stdout.flush()
    finally:
        sys.stdout, sys.stderr = before
    problem = f"ended with status {status}" if status else None
    try:
        figure = figures.drawn(place)
    except GuideError as error:
        figure, problem = None, problem or str(error)
    text = normalize(output.all.decode("utf-8", "replace"))
    return json.dumps(ending(wanted, Run(text, figure, problem)) | {"seconds": round(time.monotonic() - started, 3)})
