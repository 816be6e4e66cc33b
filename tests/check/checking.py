"""The checker, asked in Node."""

import json

import in_node


def node(script, *words):
    """Run a module in Node with `check` and `parser` at hand; return what it says."""
    return in_node.node(script, *words, check="check/findings.js", RULES="check/rules/index.js", parser="editor/python-parser.js")


def said(*texts):
    """Return what the checker says about each text: its state, and the rules that found something."""
    script = "say(JSON.parse(process.argv[1]).map(text => check(text, parser)).map(({ state, findings }) => [state, findings.map(one => one.rule)]))"
    return node(script, json.dumps(texts))
