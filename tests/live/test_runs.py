"""What a click runs is what was recorded, and what a reader writes runs in its place."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from serving import Open, run, serving

from conftest import ROOT
from fieldguide.live import app as application
from fieldguide.live.program import ending, program
from fieldguide.recorded.replay import PATIENCE
from fieldguide.run.runner import Run

SNIPPETS = ROOT / "snippets"
SHOWN = sorted(
    {
        ref
        for page in (ROOT / "docs" / "en").rglob("*.md")
        for found in re.findall(r"^ */// (?:snippet|predict|solution|tabs|figure) \| (.+)$", page.read_text("utf-8"), re.M)
        for ref in found.split()
    }
)


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("pages")) as app:
        yield app


def test_every_block_of_the_guide_run_by_a_click_gives_what_was_recorded(live, monkeypatch):
    monkeypatch.setattr(application, "SECONDS", PATIENCE)
    assert {ref.partition(":")[0] for ref in SHOWN} == {
        path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in SNIPPETS.glob("*/*.py")
    }
    with ThreadPoolExecutor(2) as clients:
        ends = dict(zip(SHOWN, clients.map(lambda ref: run(live, ref), SHOWN), strict=True))
    other = [ref for ref, end in ends.items() if not end["same"]]
    assert not other, f"{other[0]}: {ends[other[0]]['output'][-500:]} {ends[other[0]]['problem']}; and {other[1:]}"


def test_a_part_of_a_snippet_runs_from_the_first_line_whatever_was_run_before(live):
    first, third = ("zero_grad/accumulates:first", "zero_grad/accumulates:inplace")
    alone, after = run(live, third), (run(live, first), run(live, third))[1]
    assert alone["same"]
    assert alone | {"seconds": 0} == after | {"seconds": 0}


def test_edited_code_runs_in_the_place_of_its_block_and_errors_name_the_readers_own_line(live):
    ref = "zero_grad/accumulates:inplace"
    wanted = program(SNIPPETS, ref, "w.grad.zero_()\nprint(w.grad)\n1 / 0\n")
    end = run(live, ref, "w.grad.zero_()\nprint(w.grad)\n1 / 0\n")
    assert end["output"].startswith("tensor(0.)\nTraceback")
    assert end["problem"] == {"kind": "status", "number": 1}
    assert not end["same"]
    number = int(re.search(r'File "accumulates.py", line (\d+)', end["output"])[1])
    assert wanted.code.splitlines()[number - 1] == "1 / 0"
    assert re.findall('File "(.*?)"', end["output"]) == ["accumulates.py"], "only the reader's own lines"


def test_the_readers_own_run_is_followed_by_the_same_tracer_and_prints_the_same(live):
    ref, code = "zero_grad/accumulates:reset", "w.grad = None\nprint(w.grad)\n1 / 0\n"
    followed = Open(live, ref=ref, code=code, trace=True).next("end")
    assert followed | {"steps": None, "seconds": 0} == run(live, ref, code) | {"seconds": 0}
    steps = followed["steps"]
    assert steps[-1][3] == {"end": "reset"}
    start = next(place for place, row in enumerate(steps) if row[3].get("start") == "reset")
    assert "".join(row[1] for row in steps[start:]) == followed["output"]
    assert any(row[3].get("error", "").startswith("ZeroDivisionError") for row in steps)
    assert any(row[2].get("w.grad") == "None" for row in steps[start:])


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"output": "other\n"}, False),
        ({"figure": "<svg><text>other</text></svg>"}, False),
        ({"figure": None}, False),
        ({"problem": "ended with status 1"}, False),
    ],
    ids=["nothing", "output", "figure", "no figure", "problem"],
)
def test_a_run_is_called_as_recorded_only_if_it_prints_draws_and_ends_as_recorded(change, same):
    wanted = program(SNIPPETS, "clipping/arrows", None)
    done = {"output": (SNIPPETS / "clipping/arrows.out").read_text("utf-8"), "figure": wanted.figure, "problem": None}
    assert ending(wanted, Run(**done | change))["same"] is same


def test_a_tensor_that_needs_too_much_memory_is_refused_and_named(live):
    assert run(live, code="import torch; torch.zeros(2**30)")["problem"]["kind"] == "status"


def test_a_name_that_is_no_text_and_a_line_that_only_unicode_ends_do_not_break_the_answer(live):
    assert Open(live, code="globals()['\\ud800'] = 1\nx = 2\n", trace=True).next("end")["steps"]
    assert "print(7); 1 / 0" in run(live, code="x = 'a\x85b'\nprint(7); 1 / 0\n")["output"]
