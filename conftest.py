"""Runs every snippet through pytest-codeblocks: `pytest snippets/zero_grad/accumulates.py`; `--record` writes what it prints."""

import difflib
import json
import platform
from pathlib import Path

import pytest
from pytest_codeblocks.main import CodeBlock
from pytest_codeblocks.plugin import TestBlock

from fieldguide import GuideError
from fieldguide.run import figures, replay, snippets
from fieldguide.run.runner import Runner

ROOT = Path(__file__).parent
SNIPPETS = ROOT / "snippets"
RUNNER, PLAIN = pytest.StashKey[Runner](), pytest.StashKey[Runner]()


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write the outputs and figures of the snippets, then check them")


def pytest_pycollect_makemodule(module_path, parent):
    if SNIPPETS in module_path.parents:
        return SnippetFile.from_parent(parent, path=module_path)


def pytest_unconfigure(config):
    for key in (RUNNER, PLAIN):
        if key in config.stash:
            config.stash[key].__exit__(None, None, None)


class SnippetFile(pytest.File):
    """One file in snippets/: one code block with its recorded output."""

    def collect(self):
        recorded = self.path.with_suffix(".out")
        block = CodeBlock(self.path.read_text("utf-8"), 1, "python")
        block.expected_output = recorded.read_text("utf-8") if recorded.exists() else None
        yield SnippetBlock.from_parent(self, name=self.path.stem, obj=block)


class SnippetBlock(TestBlock):
    """Runs in a process of its own and compares exactly; only coordinates of figures have a tolerance."""

    def runtest(self):
        name = self.path.relative_to(SNIPPETS).with_suffix("").as_posix()
        if self.config.option.record:
            with Runner(preload=False) as fresh:
                self.record(self.checked(fresh, name))
        if self.obj.expected_output is None:
            raise RuntimeError(f"snippets/{name}.py was never recorded; run: make record ONLY=snippets/{name}.py")
        run = self.checked(self.server(RUNNER), name)
        if run.output != self.obj.expected_output:
            lines = difflib.unified_diff(
                self.obj.expected_output.splitlines(), run.output.splitlines(), f"snippets/{name}.out", "this run", lineterm=""
            )
            raise RuntimeError("\n".join([f"snippets/{name}.py prints something else than recorded:", *lines]))
        drawing = self.path.with_suffix(".svg")
        if drawing.exists() != (run.figure is not None):
            raise RuntimeError(f"snippets/{name}.svg {'is there but nothing draws it' if drawing.exists() else 'was never recorded'}")
        if run.figure and not figures.same(drawing.read_text("utf-8"), run.figure):
            raise RuntimeError(
                f"snippets/{name}.py draws something else than snippets/{name}.svg; see: make record ONLY=snippets/{name}.py"
            )

        if self.config.option.record:
            self.replay()
        self.compare(self.checked(self.server(RUNNER), name, trace=True), run, name)

    def server(self, key, **variables):
        """Return the server of this session, started at its first use."""
        if key not in self.config.stash:
            self.config.stash[key] = Runner(**variables)
        return self.config.stash[key]

    def replay(self):
        """Write the replay, from runs on two CPU paths."""
        try:
            replay.record(self.path, self.server(RUNNER), self.server(PLAIN, ATEN_CPU_CAPABILITY="default"))
        except GuideError as error:
            raise RuntimeError(f"snippets/{error}") from None

    def compare(self, traced, run, name):
        """A run that is traced does the same as one that is not, and takes the recorded steps."""
        if (traced.output, traced.figure) != (run.output, run.figure):
            raise RuntimeError(f"snippets/{name}.py does something else when it is traced; see fieldguide/run/values.py")
        recorded = replay.load(self.path)
        if recorded is None:
            raise RuntimeError(f"snippets/{name}.py has no replay, or an old one; run: make replays")
        if not recorded:
            return  # its threads take their steps in any order
        changed = "it left before its end" if traced.trace is None else replay.difference(recorded, traced.trace)
        if changed:
            raise RuntimeError(f"snippets/{name}.trace.json is not what the run does: {changed}; run: make record ONLY=snippets/{name}.py")

    def checked(self, runner, name, trace=False):
        """Run the snippet; raise with its own traceback if it does not end well."""
        run = runner.run(
            snippets.for_run(self.obj.code), f"{self.path.name}", **({"seconds": replay.PATIENCE, "trace": True} if trace else {})
        )
        if run.problem:
            raise RuntimeError(f"snippets/{name}.py {run.problem}:\n{snippets.unmark(run.output)}")
        return run

    def record(self, run):
        """Write output, figure and the versions of this run."""
        self.obj.expected_output = run.output
        self.path.with_suffix(".out").write_text(run.output, "utf-8")
        self.path.with_suffix(".svg").unlink(missing_ok=True)
        if run.figure:
            self.path.with_suffix(".svg").write_text(run.figure, "utf-8")
        import torch

        versions = {"torch": torch.__version__.partition("+")[0], "python": platform.python_version()}
        (SNIPPETS / "verified.json").write_text(json.dumps(versions) + "\n", "utf-8")
