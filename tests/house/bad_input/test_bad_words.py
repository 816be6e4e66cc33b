"""Wrong words after a command, a program that is missing, a place that is closed."""

import runpy
import subprocess
import sys

import pytest

from fieldguide import ROOT
from fieldguide import __main__ as desk
from tools import command

# Wrong words after a command, none of which gets as far as its work: (module, words, what the one line begins with).
WORDS = {
    ("tools.hosted", ""): "hosted: other words are needed: python -m tools.hosted SITE [LISTEN] [ROOT]",
    ("tools.hosted", "a b c d"): "hosted: other words are needed",
    ("tools.offline", "site"): "offline: other words are needed: python -m tools.offline SITE TARGET",
    ("tools.book", ""): "book: other words are needed: python -m tools.book SITE [LANGUAGES]",
    ("tools.book", "site hi,tr"): "book: no language 'hi,tr'; write some of: en hi zh tr",
    ("tools.bench", "x"): "bench: other words are needed: python -m tools.bench",
    ("tools.bench_edit", "x"): "bench: other words are needed",
    ("tools.bench_live", "a b"): "bench: other words are needed: python -m tools.bench_live [SITE]",
    ("tools.cards", "a b"): "cards: other words are needed: python -m tools.cards [SITE]",
    ("tools.serve", ""): "serve: other words are needed: python -m tools.serve PORT [ONLY]",
    ("tools.serve", "+8"): "serve: cannot use port +8 (it is no number)",
    ("tools.newer_torch", ""): "record: other words are needed",
    ("tools.newer_torch", "../x"): "record: '../x' is no version of PyTorch; write TORCH=2.14.0",
    ("tools.newer_torch", "2.14.0 nope.py"): "record: no snippet nope.py; write ONLY=snippets/TOPIC/NAME.py",
    ("tools.explorer", "abc"): "explorer: the seed is 'abc', which is no number",
    ("tools.explorer", "1 2"): "explorer: other words are needed: python -m tools.explorer [SEED]",
    ("tools.bundle", "instal"): "bundle: 'instal' is nothing that it does",
    ("tools.findings", "x"): "findings: other words are needed",
    ("tools.wasm_check", "a b c"): "wasm-check: other words are needed",
    ("fieldguide.recorded.record", "nope.py"): "record: no snippet nope.py; write ONLY=snippets/TOPIC/NAME.py",
    ("fieldguide.recorded.record", "--changes snippets/zero_grad"): "record: no snippet snippets/zero_grad",
}


@pytest.mark.parametrize(("module", "words"), WORDS)
def test_wrong_words_after_a_command(monkeypatch, capsys, module, words):
    monkeypatch.setattr(sys, "argv", [str(ROOT / f"{module.replace('.', '/')}.py"), *words.split()])
    monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(SystemExit) as end:
        runpy.run_module(module, run_name="__main__")
    said = capsys.readouterr().err + (str(end.value) if isinstance(end.value.code, str) else "")
    assert end.value.code not in (0, None)
    assert said.startswith(WORDS[module, words])
    assert said.count("\n") <= 1


def full():
    """Fail as a write does on a full disk: the system names no file."""
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (full, "x: No space left on device; is it installed"),
        (lambda: subprocess.run(["/nowhere/node"]), "x: /nowhere/node: No such file or directory; is it installed"),
        (lambda: subprocess.run(["false"], check=True), "x: false ended with status 1; its reason stands above"),
        (lambda: (ROOT / "docs").write_text("a"), f"x: {ROOT}/docs: Is a directory; is it installed"),
    ],
    ids=["full", "missing", "failed", "closed"],
)
def test_a_program_that_is_missing_and_a_place_that_is_closed(monkeypatch, capsys, work, said):
    monkeypatch.setattr(sys, "argv", ["x"])
    with pytest.raises(SystemExit):
        command("x", work)
    assert capsys.readouterr().err.startswith(said)


DESK = {
    f"lint tr {'a' * 300}.md": f"{ROOT}/docs/en/aaa",
    "diff en index.md": "diff is for a translation; write one of: hi, zh, tr",
    "reviewed en index.md": "reviewed is for a translation",
    "stamp en index.md --all": "stamp is for a translation",
    "diff tr ../en/index.md": "no page docs/en/../en/index.md; see",
    "lint tr /etc/passwd": "no page docs/en//etc/passwd; see",
    "new tr ../tr/index.md": "no page docs/en/../tr/index.md; see",
    "rename ../en/index.md x.md": "no page docs/en/../en/index.md; see",
    "bless ../en/index.md#home": "no page docs/en/../en/index.md; see",
}


@pytest.mark.parametrize("words", DESK)
def test_wrong_words_at_the_desk(capsys, words):
    assert desk.main(words.split()) in (1, 2)
    said = capsys.readouterr()
    assert (said.err + said.out).startswith(DESK[words])
    assert (said.err + said.out).count("\n") == 1
