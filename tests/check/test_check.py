"""“Check my loop”: every rule is proved by two runs, raises no alarm on the guide's own code, and the page says so to everyone."""

import json
import re
import subprocess
import tomllib

import pytest
from checking import node, said

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages import lint
from fieldguide.pages import checker
from tools import findings
from tools.bundle import NODE

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
RULES = sorted(tomllib.loads(checker.TABLE.read_text("utf-8")))
WRONG = {rule: SNIPPETS / "check" / f"{rule.replace('-', '_')}_wrong.py" for rule in RULES}
RIGHT = {rule: SNIPPETS / "check" / f"{rule.replace('-', '_')}_right.py" for rule in RULES}


@pytest.fixture(scope="module")
def found():
    return findings.check(*WRONG.values(), *RIGHT.values())


def test_every_rule_has_texts_a_section_and_two_snippets_and_nothing_is_left_over():
    known = node("say(RULES.map(({ id, grade, link }) => [id, grade, link]))")
    assert sorted(one[0] for one in known) == RULES, "theme/assets/check/rules and fieldguide/languages/check.toml name other rules"
    assert len(RULES) >= 30
    assert {grade for _, grade, _ in known} == {"error", "likely", "hint"}
    sections = checker.rules(DOCS, SOURCE)
    for rule, _, link in known:
        assert sections[rule]["run"] == f"check/{link.replace('#', '/#')}", (
            f"docs/en/check: #{rule} stands on another page than rules/index.js says"
        )
        assert all(path.exists() for path in (WRONG[rule], RIGHT[rule])), f"snippets/check: write {WRONG[rule].name} and {RIGHT[rule].name}"
        page = (DOCS / SOURCE / "check" / f"{link.partition('#')[0]}.md").read_text("utf-8")
        shown = page.partition(f"{{ #{rule} }}")[2].partition("\n## ")[0]
        assert f"check/{WRONG[rule].stem} check/{RIGHT[rule].stem}" in shown, f"docs/en/check: section #{rule} does not show its two runs"
    names = {path.stem for path in (SNIPPETS / "check").glob("*.py")} - {"example"}
    assert names == {path.stem for path in [*WRONG.values(), *RIGHT.values()]}, "snippets/check: a snippet without a rule"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_rule_says_keeps_the_rules_of_its_language_and_its_code(language):
    for rule, texts in tomllib.loads(checker.TABLE.read_text("utf-8")).items():
        assert not lint.check(texts[language], language, f"check.toml: [{rule}] {language}")
        plain = re.sub("`[^`]+`", "", texts[language])
        for name, letters in (("hi", "[ऀ-ॿ]"), ("zh", "[一-鿿]")):
            assert bool(re.search(letters, plain)) == (name == language), f"check.toml: [{rule}] {language}: in which language is this?"
        assert language == SOURCE or texts[language] != texts[SOURCE], f"check.toml: [{rule}] {language}: it is English"
        assert "*" not in plain, f"check.toml: [{rule}] {language}: the page renders code alone here; write the gloss without asterisks"
        code = [sorted(re.findall("`[^`]+`", texts[one])) for one in (language, SOURCE)]
        assert set(code[0]) >= set(code[1]), f"check.toml: [{rule}] {language}: other code than English"
        page, _, anchor = texts["more"].partition("#")
        assert f"{{ #{anchor} }}" in (DOCS / SOURCE / page).read_text("utf-8"), f"check.toml: [{rule}] more: there is no {texts['more']}"
    text = (DOCS / language / "check" / "index.md").read_text("utf-8")
    assert f"{len(RULES)} " in text.partition("---\n\n")[0], f"docs/{language}/check/index.md: there are {len(RULES)} rules"


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_names_the_mistake_and_nothing_else_and_nothing_in_the_repaired_loop(found, rule):
    assert [one["rule"] for one in found[str(WRONG[rule])]] == [rule]
    assert found[str(RIGHT[rule])] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_repair_that_is_offered_runs_as_the_repaired_loop_does(found, runner, rule):
    (one,) = found[str(WRONG[rule])]
    wrong, right = (path.with_suffix(".out").read_text("utf-8") for path in (WRONG[rule], RIGHT[rule]))
    if rule != "variable":  # Variable does nothing: that is what its two equal runs show
        assert wrong != right, f"snippets/check: {WRONG[rule].name} and {RIGHT[rule].name} print the same: where is the damage?"
    if not one["edits"]:
        return
    code = WRONG[rule].read_text("utf-8")
    for edit in sorted(one["edits"], key=lambda edit: (edit["from"], edit["to"]), reverse=True):
        code = code[: edit["from"]] + edit["insert"] + code[edit["to"] :]
    run = runner.run(code, f"{rule}.py")
    assert (run.problem, run.output) == (None, right), f"the repair of {rule} does not run as {RIGHT[rule].name}:\n{code}"


def test_no_snippet_of_the_guide_raises_an_alarm_that_was_not_looked_at():
    now, before = findings.recorded(), json.loads(findings.RECORD.read_text("utf-8"))
    changed = [f"{name}: {before.get(name, [])} -> {now.get(name, [])}" for name in {**before, **now} if before.get(name) != now.get(name)]
    assert not changed, "the checker says something else; if it is right, run `make findings`:\n" + "\n".join(changed)


LOOP = (SNIPPETS / "check" / "no_zero_grad_wrong.py").read_text("utf-8")


def test_half_typed_huge_and_foreign_texts_get_a_clear_word():
    states = {
        LOOP: "read",
        "": "empty",
        "print(1)\n": "nothing",
        "x = 1\n" * 5001: "long",
        json.dumps({"cells": [{"cell_type": "code", "source": [LOOP]}], "nbformat": 4}): "notebook",
        '{"cells": [{"cell_type": "code", "sou': "notebook",
        "Lorem ipsum, dolor sit amet: consectetur!\n" * 9: "other",
    }
    found = dict(zip(states, said(*states), strict=True))
    assert {text: state for text, (state, _) in found.items()} == states
    assert found[""][1] == found["print(1)\n"][1] == []
    loops = [LOOP.replace("    ", "\t"), "%matplotlib inline\n!pip install torch\n" + LOOP, LOOP.replace("\n", "\r\n")]
    for text, (_, rules) in zip(loops, said(*loops), strict=True):
        assert rules == ["no-zero-grad"], text


def test_code_of_others_gets_a_clear_word_and_no_finding():
    keras = "import tensorflow as tf\nmodel.compile(optimizer='adam')\nmodel.fit(x, y, epochs=3)\n"
    jax = "import jax, optax\nfor x, y in loader:\n    grads = jax.grad(loss)(params, x, y)\n    params = optax.apply_updates(params, grads)\n"
    assert said(keras, jax) == [["nothing", []]] * 2
    assert said(LOOP + "print 'loss', loss.item()\n")[0][1] == ["no-zero-grad"], "Python 2"
    assert said(LOOP.replace("import torch", "# 训练循环，共 4 步\nimport torch"))[0][1] == ["no-zero-grad"]
    assert said("function train() { for (let i = 0; i < 9; i++) { model.step(); } }\n" * 9)[0][0] in ("other", "nothing")


def test_no_beginning_of_a_loop_and_no_lost_character_stops_the_checker():
    script = """
      const states = new Set()
      for (const text of process.argv.slice(1)) for (let at = 0; at < text.length; at += 3) {
        states.add(check(text.slice(0, at), parser).state)
        states.add(check(text.slice(0, at) + text.slice(at + 2), parser).state)
      }
      say([...states])"""
    texts = [
        path.read_text("utf-8") for path in (WRONG["carried-state"], SNIPPETS / "unscaled" / "full_recipe.py", WRONG["no-train-after-eval"])
    ]
    assert "failed" not in node(script, *texts)


def test_a_text_is_judged_by_itself_not_by_what_was_checked_before():
    names = sorted(SNIPPETS.glob("[c-u]*/*.py"))[::7]
    script = """
      const { readFileSync } = await import("node:fs"), texts = process.argv.slice(1).map(name => readFileSync(name, "utf8"))
      const all = list => list.map(text => JSON.stringify(check(text, parser).findings))
      say([all(texts), all(texts.toReversed()).toReversed()])"""
    first, second = node(script, *map(str, names))
    assert first == second


def test_the_terminal_command_has_an_exit_status_for_a_test_server(tmp_path):
    fine, broken = RIGHT["no-zero-grad"], WRONG["no-zero-grad"]
    run = lambda *words: subprocess.run([NODE, findings.CHECK, *words], capture_output=True, text=True)  # noqa: E731
    assert run(fine).returncode == 0
    done = run(broken)
    assert (done.returncode, done.stdout) == (1, f"{broken}:7: error: no-zero-grad\n")
    assert run().returncode == 2
    done = run(tmp_path / "gone.py")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), "one line that names the file, and exit status 2"
