"""Runs every snippet through pytest-codeblocks: `pytest snippets/zero_grad/accumulates.py`; `--record` writes what it prints."""

import difflib
import importlib.metadata
import json
import platform

import pytest
from pytest_codeblocks.main import CodeBlock
from pytest_codeblocks.plugin import TestBlock

from fieldguide import ROOT, GuideError
from fieldguide.files import control, read, write
from fieldguide.recorded import compare, replay
from fieldguide.run import figures, snippets
from fieldguide.run.runner import SECONDS, Runner

SNIPPETS = ROOT / "snippets"
RUNNER, PLAIN = pytest.StashKey[Runner](), pytest.StashKey[Runner]()


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write the outputs and figures of the snippets, then check them")


def pytest_pycollect_makemodule(module_path, parent):
    if SNIPPETS in module_path.parents:
        return SnippetFile.from_parent(parent, path=module_path)


def pytest_collection_modifyitems(config, items):
    if config.option.record and (other := [item.nodeid for item in items if not isinstance(item, SnippetBlock)]):
        raise pytest.UsageError(f"{other[0]} is no snippet; write ONLY=snippets/TOPIC/NAME.py")


def pytest_unconfigure(config):
    for key in (RUNNER, PLAIN):
        if key in config.stash:
            config.stash[key].__exit__(None, None, None)


class SnippetFile(pytest.File):
    """One file in snippets/: one code block with its recorded output."""

    def collect(self):
        # Files are read when the test runs: one that cannot be read fails alone.
        yield SnippetBlock.from_parent(self, name=self.path.stem, obj=CodeBlock("", 1, "python"))


class SnippetBlock(TestBlock):
    """Runs in a process of its own and compares exactly; only coordinates of figures have a tolerance."""

    def runtest(self):
        name = self.path.relative_to(SNIPPETS).with_suffix("").as_posix()
        recorded = self.path.with_suffix(".out")
        self.obj.code = read(self.path)
        if self.config.option.record:
            self.record(name)
        if not recorded.exists():
            raise RuntimeError(f"snippets/{name}.py was never recorded; run: make record ONLY=snippets/{name}.py")
        # One run proves it all: it prints what was recorded although it is followed. Only if not, a second one tells whether that is why.
        followed = not self.obj.code.startswith(replay.NONE)
        run = self.checked(self.server(RUNNER), name, trace=followed)
        complaint = self.complaint(run, name)
        if complaint and followed and not self.complaint(self.checked(self.server(RUNNER), name), name):
            complaint = f"snippets/{name}.py does something else when it is traced; see fieldguide/run/follow/values.py"
        if complaint:
            raise RuntimeError(complaint)
        if followed:
            self.compare(run.trace, name)

    def server(self, key, **variables):
        """Return the server of this session, started at its first use."""
        if key not in self.config.stash:
            self.config.stash[key] = Runner(**variables)
        return self.config.stash[key]

    def complaint(self, run, name):
        """Return what a run printed or drew otherwise than recorded (str), or None."""
        if other := self.other(read(self.path.with_suffix(".out")), run.output, f"snippets/{name}.py prints something else than recorded:"):
            return other
        drawing = self.path.with_suffix(".svg")
        if drawing.exists() != (run.figure is not None):
            return f"snippets/{name}.svg {'is there but nothing draws it' if drawing.exists() else 'was never recorded'}"
        if run.figure and not figures.same(read(drawing), run.figure):
            return f"snippets/{name}.py draws something else than snippets/{name}.svg; see: make record ONLY=snippets/{name}.py"
        return None

    def compare(self, steps, name):
        """The run takes the recorded steps."""
        recorded = replay.load(self.path)
        if recorded is None:
            raise RuntimeError(f"snippets/{name}.py has no replay, or an old one; run: make replays")
        changed = "it left before its end" if steps is None else compare.difference(recorded, steps)
        if changed:
            raise RuntimeError(f"snippets/{name}.trace.json is not what the run does: {changed}; run: make record ONLY=snippets/{name}.py")

    def checked(self, runner, name, seconds=replay.PATIENCE, trace=False):
        """Run the snippet; raise with its own traceback if it does not end well. A busy machine is no failure, so only recording is strict about time."""
        run = runner.run(snippets.for_run(self.obj.code), self.path.name, seconds=seconds, trace=trace)
        if run.problem:
            raise RuntimeError(f"snippets/{name}.py {run.problem}:\n{snippets.unmark(run.output)}")
        return run

    def other(self, wanted, printed, complaint):
        """Return the complaint with the lines that differ (str), or None."""
        if wanted == printed:
            return None
        return "\n".join([complaint, *difflib.unified_diff(wanted.splitlines(), printed.splitlines(), "recorded", "this run", lineterm="")])

    def record(self, name):
        """Run twice, in a new interpreter and in a forked one; if both agree, write all files of the snippet at once."""
        with Runner(preload=False) as fresh:
            run = self.checked(fresh, name, SECONDS)
        again = self.checked(self.server(RUNNER), name)
        if other := self.other(
            run.output, again.output, f"snippets/{name}.py prints something else at every run; set a seed; nothing is written:"
        ):
            raise RuntimeError(other)
        if run.figure != again.figure and not figures.same(run.figure or "", again.figure or ""):
            raise RuntimeError(f"snippets/{name}.py draws something else at every run; set a seed; nothing is written")
        if mistake := control(run.output, f"snippets/{name}.py: line of the output"):
            raise RuntimeError(f"{mistake}; nothing is written")
        replayed = replay.recording(self.path, run.output, self.server(RUNNER), self.server(PLAIN, ATEN_CPU_CAPABILITY="default"))
        versions = {"torch": importlib.metadata.version("torch").partition("+")[0], "python": platform.python_version()}
        texts = {".out": run.output, ".svg": run.figure, ".trace.json": replayed}
        write(
            {self.path.with_suffix(suffix): text for suffix, text in texts.items()}
            | {SNIPPETS / "verified.json": json.dumps(versions) + "\n"}
        )

    def repr_failure(self, excinfo):
        """One line, or the lines that differ; pytest-codeblocks would show the number of an OSError only."""
        return str(excinfo.value) if isinstance(excinfo.value, (GuideError, RuntimeError, OSError)) else super().repr_failure(excinfo)
