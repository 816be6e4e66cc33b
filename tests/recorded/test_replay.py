"""What a replay shows is what the run did, and watching it changes nothing."""

import json
import re
from pathlib import Path

import pytest

from fieldguide import ROOT, GuideError
from fieldguide.recorded import compare, replay
from fieldguide.run import snippets
from fieldguide.run.follow.steps import expand, played

SNIPPETS = ROOT / "snippets"


@pytest.fixture(scope="module")
def steps(runner):
    """Return a function: code → (line, what the step printed, state, more) of every step."""

    def follow(code):
        run = runner.run(code, "x.py", trace=True)
        assert run.problem is None, run.output
        assert run.output == runner.run(code, "x.py").output
        return [
            (line, text, state, more) for (line, text, _, more), state in zip(played(run.trace, run.output), expand(run.trace), strict=True)
        ]

    return follow


def test_each_step_has_its_line_what_it_printed_and_the_values_after_it(steps):
    found = steps("import torch\n\nw = torch.tensor(2.0, requires_grad=True)\n(3 * w).backward()\nprint(w.grad)\nw.grad = None\n")
    assert [(line, text) for line, text, _, _ in found] == [(3, ""), (4, ""), (5, "tensor(3.)\n"), (6, "")]
    assert [state["w.grad"] for _, _, state, _ in found] == ["None", "3", "3", "None"]
    assert found[0][2] == {"w": "2", "w.requires_grad": "True", "w.grad": "None"}


def test_a_statement_of_several_lines_is_one_step(steps):
    found = steps("x = max(\n    1,\n    len(\n        'abc'\n    ),\n)\ny = (\n    x\n    + 1\n)\n")
    assert [(line, state) for line, _, state, _ in found] == [(1, {"x": "3"}), (7, {"x": "3", "y": "4"})]


def test_every_iteration_is_counted_and_the_end_of_a_loop_is_no_step(steps):
    found = steps("for k in range(2):\n    for j in (7, 8):\n        x = k + j\nprint(x)\n")
    assert [(line, more.get("n")) for line, _, _, more in found] == [
        (1, 1), (2, 1), (3, None), (2, 2), (3, None), (1, 2), (2, 1), (3, None), (2, 2), (3, None), (4, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "loop",
    ["for k in range(100):\n    x = k\n", "k = -1\nwhile k < 99:\n    k += 1\n", "for k in list(range(100)):\n    x = k\n", "for k in range(500):\n    if k == 99:\n        break\n"],
    ids=["range", "while", "list", "break"],
)  # fmt: skip
def test_a_long_loop_says_which_iterations_are_left_out(steps, loop):
    found = steps(f"{loop}print(k)\n")
    shown = [more["n"] for _, _, _, more in found if "n" in more]
    ((first, last),) = [more["cut"] for _, _, _, more in found if "cut" in more]
    assert shown == [*range(1, first), *range(last + 1, 101)]
    assert (first, last) in ((6, 98), (6, 100))
    assert found[-1][1:3] == ("99\n", found[-1][2] | {"k": "99"})


def test_what_was_printed_in_iterations_that_are_left_out_is_not_lost(steps):
    found = steps("for k in range(30):\n    print(k)\n")
    assert "".join(text for _, text, _, _ in found) == "".join(f"{k}\n" for k in range(30))


def test_a_call_starts_at_its_def_line_with_its_arguments_and_its_names_go_with_it(steps):
    found = steps("def f(a, b=2):\n    c = a + b\n    return c\n\n\nx = f(1)\n")
    assert [(line, more.get("in")) for line, _, _, more in found] == [(1, "f"), (2, "f"), (3, "f"), (6, None)]
    assert found[0][2] == {"f/a": "1", "f/b": "2"}
    assert found[2][2] == {"f/a": "1", "f/b": "2", "f/c": "3", "f/return": "3"}
    assert found[3][2] == {"x": "3"}


def test_a_decorated_function_starts_at_its_def_line(steps):
    found = steps("import torch\n\n\n@torch.no_grad()\n@torch.enable_grad()\ndef f(a):\n    return a\n\n\nx = f(1)\n")
    assert [line for line, *_ in found] == [6, 7, 10]


def test_of_many_calls_in_one_statement_the_first_ones_are_followed_and_the_others_counted(steps):
    found = steps("def f(a):\n    return a\n\n\nx = [f(k) for k in range(10)]\n")
    assert [line for line, *_ in found] == [1, 2, 1, 2, 1, 2, 5]
    assert found[-1][3] == {"calls": 7}


def test_what_would_take_too_long_is_followed_no_further_and_counted(steps):
    found = steps("def f(n):\n    k = 0\n    while k < n:\n        k += 1\n    return k\n\n\nx = f(5000)\ny = f(1)\n")
    assert found[-2][2:] == ({"x": "5000"}, {"calls": 1})
    assert found[-1][2:] == ({"x": "5000", "y": "1"}, {"calls": 1})


def test_an_error_is_marked_where_it_is_raised(steps):
    found = steps("try:\n    x = 1 / 0\nexcept ZeroDivisionError as error:\n    print(error)\ny = 1\n")
    assert [(line, more) for line, _, _, more in found] == [(2, {"error": "ZeroDivisionError"}), (3, {}), (4, {}), (5, {})]
    assert found[1][2] == {"error": "ZeroDivisionError: division by zero"}


def test_a_second_name_for_a_tensor_says_so_and_plumbing_is_left_out(steps):
    found = steps("# replay: hide secret\nimport torch\nw = torch.ones(2)\nkept, _low, secret, f = w, 1, 2, torch.relu\n")
    assert found[-1][2] == {"w": "[1, 1]", "kept": "[1, 1]", "kept is": "w"}


def test_optimizer_scheduler_scaler_and_model_show_what_changes_in_them(steps):
    code = """import torch

model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.ones_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.5)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=4.0, growth_interval=1)
scaler.scale(model(torch.ones(1)).sum()).backward()
scaler.step(optimizer)
scaler.update()
scheduler.step()
"""
    states = [state for _, _, state, _ in steps(code)]
    assert [state["model.weight"] for state in states[-4:]] == ["[[1]]", "[[0.5]]", "[[0.5]]", "[[0.5]]"]
    last = states[-1]
    assert last["optimizer.state[model.weight].momentum_buffer"] == "[[1]]"
    assert (last["optimizer.lr"], last["scheduler.last_epoch"], last["scaler.scale"]) == ("0.25", "1", "8")


def test_numbers_of_every_dtype_and_layout_are_read_as_torch_reads_them(steps):
    kinds = ["float64", "float32", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "complex64"]
    code = "import torch\n" + "".join(f"x{kind} = torch.tensor([[1, 2], [3, 4]]).to(torch.{kind}).t()\n" for kind in kinds)
    code += "negative = torch._neg_view(torch.tensor([1.0]))\nconjugate = torch.tensor([1 + 2j]).conj()\nnone = torch.zeros(0)\nmeta = torch.ones(2, device='meta')\n"
    code += "sparse = torch.eye(2).to_sparse()\nexpanded = torch.tensor([5.0]).expand(3)\n"
    state = steps(code)[-1][2]
    for kind in kinds[:-1]:
        assert state[f"x{kind}"] == "[[1, 3], [2, 4]]", kind
    assert state["xcomplex64"] == "[[(1+0j), (3+0j)], [(2+0j), (4+0j)]]"
    assert [state[name] for name in ("negative", "conjugate", "none", "meta", "sparse", "expanded")] == [
        "[-1]",
        "[(1-2j)]",
        "[]",
        "(2,)",
        "(2, 2)",
        "[5, 5, 5]",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "w = torch.ones(2, requires_grad=True)\ny = w * 2\nz = y.sum()\nz.backward()\nprint(y.is_leaf)\n",
        "w = torch.ones(2, requires_grad=True)\nw.register_hook(lambda g: print('hook', g))\n(w * 2).sum().backward()\nprint(w._version, w.grad._version)\n",
        "import sys\nw = torch.ones(2, requires_grad=True)\ny = (w * 2).sum()\nprint(sys.getrefcount(w), sys.getrefcount(y), sys.getrefcount(y.grad_fn))\n",
        "import gc, weakref\n\n\ndef f():\n    w = torch.ones(2, requires_grad=True)\n    y = w * 2\n    ref = weakref.ref(y)\n    del y\n    print(ref())\n    return weakref.ref(w)\n\n\nr = f()\nprint(r())\n",
        "from torch.utils._python_dispatch import TorchDispatchMode\n\n\nclass Count(TorchDispatchMode):\n    n = 0\n\n    def __torch_dispatch__(self, f, t, a=(), k=None):\n        self.n += 1\n        return f(*a, **(k or {}))\n\n\nwith Count() as mode:\n    w = torch.ones(2)\n    y = w + 1\n    y.add_(1)\nprint(mode.n)\n",
        "class Loud(torch.Tensor):\n    @classmethod\n    def __torch_function__(cls, f, t, a=(), k=None):\n        print(f.__name__)\n        return super().__torch_function__(f, t, a, k or {})\n\n\nx = torch.ones(2).as_subclass(Loud)\ny = x + 1\n",
        "seen = []\nwith torch.autograd.graph.saved_tensors_hooks(lambda t: seen.append(1) or t, lambda t: t):\n    w = torch.ones(2, requires_grad=True)\n    y = (w**2).sum()\nprint(len(seen))\n",
        "f = torch.func.grad(lambda x: (x**2).sum())\nprint(f(torch.ones(2)))\n\n\ndef g(x):\n    y = x * 2\n    return y.sum()\n\n\nprint(torch.func.vmap(torch.func.grad(g))(torch.ones(3, 2)))\n",
        "w = torch.nn.Parameter(torch.ones(1))\noptimizer = torch.optim.SGD([w], lr=0.1)\nprint(len(optimizer.state))\n",
        "print('a', end='')\nimport sys\nprint('b', file=sys.stderr)\nprint('c')\n",
    ],
    ids=["non-leaf", "hook", "references", "weak", "dispatch", "subclass", "saved", "functorch", "state", "order"],
)
def test_watching_a_run_changes_nothing(steps, code):
    assert steps("import torch\n\n" + code)  # steps() compares with the run that is not traced


def test_a_mistake_of_the_tracer_ends_the_replay_not_the_run(runner):
    run = runner.run("import sys\n\n\ndef f():\n    sys.settrace(None)\n\n\nf()\nprint(1)\n", "x.py", trace=True)
    assert (run.output, run.problem) == ("1\n", None)


def test_a_number_that_is_another_one_in_every_run_is_a_question_mark():
    one, two = ([[1, 0, {"w": text, "x": "1"}, {}], [2, 0, {"w": "0"}, {}]] for text in ("[0.25, 1]", "[0.75, 1]"))
    found = compare.merged(one, two)
    assert found == [[1, 0, {"w": "[?, 1]", "x": "1"}, {}], [2, 0, {"w": "0"}, {}]]
    assert compare.difference(found, two) is None
    with pytest.raises(GuideError, match="two runs take different steps"):
        compare.merged(one, two[:1])


@pytest.mark.parametrize(
    ("old", "new"),
    [('"w.grad":"6"', '"w.grad":"7"'), ('"w.grad":"6"', '"w.grad":"6.002"'), ('[8,0,{"w.grad":"3"}],\n', ""), ("[9,23]", "[9,22]"), ('{"n":2}', '{"n":3}'), ('"k":"1"', '"j":"1"')],
    ids=["value", "digit", "step", "printed", "iteration", "name"],
)  # fmt: skip
def test_a_replay_that_is_not_what_the_run_does_is_told(old, new):
    text = (SNIPPETS / "zero_grad" / "accumulates.trace.json").read_text("utf-8")
    assert old in text
    right, wrong = (json.loads(version)["steps"] for version in (text, text.replace(old, new, 1)))
    right, wrong = ([row + [0, {}, {}][len(row) - 1 :] for row in rows] for rows in (right, wrong))
    assert compare.difference(right, right) is None
    assert compare.difference(wrong, right)


def test_an_old_replay_is_not_shown(tmp_path):
    for suffix in (".py", ".trace.json"):
        source = SNIPPETS / "zero_grad" / f"accumulates{suffix}"
        (tmp_path / source.name).write_text(source.read_text("utf-8"), "utf-8")
    path = tmp_path / "accumulates.py"
    assert replay.load(path)
    path.write_text(path.read_text("utf-8").replace("3 * w", "4 * w"), "utf-8")
    assert replay.load(path) is None


def test_the_text_of_every_replay_is_the_recorded_output():
    for path in sorted(SNIPPETS.glob("*/*.trace.json")):
        source, output = (Path(str(path).removesuffix(".trace.json") + suffix).read_text("utf-8") for suffix in (".py", ".out"))
        rows = json.loads(path.read_text("utf-8"))["steps"]
        if not rows:
            assert source.startswith(replay.NONE), f"{path.name}: run: make replays"
            continue
        rows = [row + [0, {}, {}][len(row) - 1 :] for row in rows]
        parts = [text for _, text, *_ in played(rows, output)]
        assert "".join(parts) == snippets.unmark(output), f"{path.name}: run: make replays"
        for section in snippets.sections(source):
            edges = [place for place, row in enumerate(rows) if section in (row[3].get("start"), row[3].get("end"))]
            assert "".join(parts[slice(*edges)]) == snippets.cut(output, section, path.name), f"{path.name}: {section}"
        assert all(1 <= row[0] <= len(source.splitlines()) for row in rows), path.name


def test_every_snippet_has_a_replay():
    lacking = [path.relative_to(ROOT).as_posix() for path in sorted(SNIPPETS.glob("*/*.py")) if replay.load(path) is None]
    assert not lacking, f"run: make replays; without a replay of today's code: {', '.join(lacking)}"


def test_a_replay_is_small_and_one_line_is_one_step():
    for path in SNIPPETS.glob("*/*.trace.json"):
        text = path.read_text("utf-8")
        assert len(text) < 150_000, f"{path.name}: {len(text)} bytes"
        assert len(text.splitlines()) in (1, len(json.loads(text)["steps"]) + 2)
        assert not re.search(r"0x[0-9a-f]{8}|(?<!\w)/(?:home|root|tmp)/", text), path.name
