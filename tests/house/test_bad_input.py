"""What an author can get wrong, and the one line that is said: file, line, remedy, never a traceback."""

import os
import runpy
import subprocess
import sys

import pytest

from fieldguide import ROOT, GuideError
from fieldguide import __main__ as desk
from fieldguide.files import fingerprint, read, write
from fieldguide.languages import lint, marks, rename, strings, terms
from fieldguide.live import wheel
from fieldguide.pages import checker, mistakes
from fieldguide.pages.expand import Page
from fieldguide.recorded import changed, replay
from fieldguide.recorded.record import is_there
from fieldguide.run import snippets
from fieldguide.search import index
from fieldguide.site import address
from tools import command

FRONT = "---\ndescription: One sentence.\n---\n\n"
TITLE = "# Title { #title }\n\n"
GOOD = FRONT + TITLE + "Text.\n\n## Why { #why }\n\nBecause.\n"

# The form of a page: (what is written, what is said about docs/en/p.md).
PAGES = {
    "empty": ("", ":1: no H1 at the start; write # Title { #id } first"),
    "blank": ("\n\n\n", ":1: start with ---, a line `description: …`, and ---"),
    "no front matter": (TITLE, ":1: start with ---"),
    "front matter not closed": ("---\ndescription: x\n\n" + TITLE, ":1: the front matter is not closed; end it with a line ---"),
    "front matter is no YAML": ("---\ndescription: a: b\n---\n" + TITLE, ":1: the front matter is no YAML"),
    "front matter is a list": ("---\n- a\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "no description": ("---\ntitle: x\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "description is a number": ("---\ndescription: 3\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "no H1": (FRONT + "## Why { #why }\n", ":5: no H1 at the start"),
    "text only": (FRONT + "Text.\n", ":1: no H1 at the start"),
    "H1 later": (FRONT + "## Why { #why }\n\n# Title { #title }\n", ":5: no H1 at the start"),
    "two H1": (GOOD + "\n# Again { #again }\n", ":13: a second H1; write ## for a section"),
    "heading without id": (GOOD + "\n## How\n", ":13: heading without an id; write: ## How { #short-english-id }"),
    "id twice": (GOOD + "\n## Why { #why }\n", ":13: the id #why stands twice; give each heading its own"),
    "id and class": (GOOD + "\n## How { #how .wide }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "class before id": (GOOD + "\n## How { .wide #how }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "digest of a wrong form": (GOOD + "\n## How { #how en=XYZ }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "digest too short": (GOOD + "\n## How { #how en=3ad0a48 }\n", ":13: more than an id and a digest"),
    "underlined with =": (GOOD + "\nHow\n===\n", ":14: a heading underlined with ="),
    "underlined with -": (GOOD + "\nHow\n---\n", ":14: a heading underlined with -"),
    "heading in HTML": (GOOD + "\n<h2>How</h2>\n", ":13: a heading in HTML"),
    "fence not closed": (GOOD + "\n```text\na\n", ":13: this fence is not closed; end it with ```"),
    "fence closed with another": (GOOD + "\n~~~text\na\n```\n", ":13: this fence is not closed; end it with ~~~"),
    "div not closed": (GOOD + "\n<div markdown>\n", ":1: 1 <div> not closed"),
    "div closed twice": (GOOD + "\n<div>\n</div>\n</div>\n", ":1: 1 <div> closed twice"),
    "formula": (GOOD + "\nThe sum $\\frac{1}{$ is.\n", ":13: cannot read the formula"),
    "formula of its own": (GOOD + "\n$$\\begin{x}$$\n", ":13: cannot read the formula"),
    "block not closed": (GOOD + "\n/// snippet | t/a\n", ":13: this block is not closed; end it with a line ///"),
    "block closed by the next": (
        GOOD + "\n/// snippet | t/a\n\n/// snippet | t/a\n///\n",
        ":13: this block is not closed before line 15 opens another",
    ),
    "closed twice": (GOOD + "\n/// snippet | t/a\n///\n///\n", ":15: /// closes no block"),
    "closed elsewhere": (GOOD + "\n    /// snippet | t/a\n///\n", ":13: this block is not closed"),
    "two slashes": (
        GOOD + "\n// snippet | t/a\n",
        ":13: unknown block '// snippet | t/a'; write spaces, not tabs, and /// KIND | TOPIC/NAME",
    ),
    "four slashes": (GOOD + "\n//// snippet | t/a\n////\n", ":13: unknown block '//// snippet | t/a'"),
    "tab": (GOOD + "\n\t/// snippet | t/a\n\t///\n", ":13: unknown block '/// snippet | t/a'; write spaces, not tabs"),
    "in a quote": (GOOD + "\n> /// snippet | t/a\n> ///\n", ":13: unknown block '> /// snippet | t/a'"),
    "unknown kind": (GOOD + "\n/// snipet | t/a\n///\n", ":13: unknown block '/// snipet | t/a'"),
    "capital kind": (GOOD + "\n/// Snippet | t/a\n///\n", ":13: unknown block '/// Snippet | t/a'"),
    "no bar": (GOOD + "\n/// snippet t/a\n///\n", ":13: unknown block '/// snippet t/a'"),
    "no name": (GOOD + "\n/// snippet |\n///\n", ":13: unknown block '/// snippet |'"),
    "no space": (GOOD + "\n///snippet | t/a\n///\n", ":13: unknown block '///snippet | t/a'"),
    "annotation twice": (
        GOOD + "\n/// snippet | t/a\n1. One\n1. Two\n///\n",
        ":15: annotation 1 stands twice; number them from 1, each once",
    ),
    "list item": (GOOD + "\n- /// snippet | t/a\n  ///\n", ":13: unknown block '- /// snippet | t/a'"),
    "no-break space": (GOOD + "\n///\u00a0snippet | t/a\n///\n", ":13: unknown block '///\\xa0snippet | t/a'"),
    "wide slashes": (GOOD + "\n／／／ snippet | t/a\n///\n", ":13: unknown block '／／／ snippet | t/a'"),
    "wide bar": (GOOD + "\n// snippet ｜ t/a\n///\n", ":13: unknown block '// snippet ｜ t/a'"),
    "backslashes": (GOOD + "\n\\\\\\ snippet | t/a\n", ":13: unknown block"),
    "question twice": (GOOD + "\n/// snippet | t/a\nask 1: x\nask 1: y\n///\n", ":15: `ask 1:` stands twice; keep one"),
    "start twice": (GOOD + "\n/// snippet | t/a\nstart: 1\nstart: 2\n///\n", ":15: `start:` stands twice; keep one"),
    "impossible date": ("---\ndescription: x\nday: 2024-13-45\n---\n" + TITLE, ":1: the front matter is no YAML (month must be"),
    "blank description": ("---\ndescription: ' '\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "details not closed": (GOOD + "\n<details>\n", ":1: 1 <details> not closed; as many </details> as <details>"),
    "heading without a space": (GOOD + "\n##How { #how }\n", ":13: this may be shown as a heading, and is none; write: ## How { #how }"),
    "heading with a space before": (GOOD + "\n  ## How { #how }\n", ":13: this may be shown as a heading, and is none; write: ## How"),
    "heading of seven": (GOOD + "\n####### How { #how }\n", ":13: this may be shown as a heading, and is none; write: ###### How"),
    "heading of one sign": (GOOD + "\n#\n", ":13: heading without an id; write: # Title { #short-english-id }"),
    "heading without words": (GOOD + "\n## { #how }\n", ":13: a heading without words; write them before its id"),
    "comment not closed": (GOOD + "\n<!-- note\n\nText.\n", ":13: <!--: a comment that does not end; write -->"),
    "comment of several lines": (GOOD + "\n<!-- a\n\nb -->\n\nA `word.\n", ":17: `: code that does not end; write another, or \\`"),
    "table in HTML not closed": (GOOD + "\n<table><tr>\n\n</tr>\n", ":1: 1 <table> not closed; as many </table> as <table>"),
    "span closed twice": (GOOD + "\nA <span>word</span></span>.\n", ":1: 1 <span> closed twice"),
    "formula not closed": (GOOD + "\nThe sum $x is.\n", ":13: $: a formula that does not end; write another, or \\$"),
    "formula of its own not closed": (GOOD + "\n$$\nx\n\nText.\n", ":13: $: a formula that does not end"),
    "code not closed": (GOOD + "\n`a` and `b\nand c.\n\n`d`\n", ":13: `: code that does not end"),
    "footnote": (GOOD + "\nSee[^1].\n", ":13: [^: there are no footnotes here; write it into the text"),
    "link by reference": (GOOD + "\nSee [this][there].\n", ":13: ][: a link without its address beside it"),
    "address apart": (GOOD + "\n[there]: a.md\n", ":13: [there]:: an address apart from its link"),
    "callout whose title is open": (GOOD + '\n!!! tip "Try\n    a\n', ':13: !!! tip "Try: this opens nothing; write the kind'),
    "tab without quotes": (GOOD + "\n=== Tab\n    a\n", ":13: === Tab: this opens nothing"),
    "glossary not closed": (GOOD + "\n/// glossary\n", ":13: unknown block '/// glossary'"),
    "caption without words": (
        GOOD + "\n/// figure | t/a\ncaption:\nalt: A\n///\n",
        ":14: 'caption:' would be shown as text; write `word: text`",
    ),
    "caption with a capital": (GOOD + "\n/// figure | t/a\nCaption: A\n///\n", ":14: 'Caption: A' would be shown as text"),
    "label without a colon": (GOOD + "\n/// figure | t/a\nlabel loss Verlust\n///\n", ":14: 'label loss Verlust' would be shown"),
    "wide colon": (GOOD + "\n/// figure | t/a\ncaption：A\n///\n", ":14: 'caption：A' would be shown as text"),
    "step without a number": (GOOD + "\n/// snippet | t/a\nstep: A\n///\n", ":14: 'step: A' would be shown as text"),
    "watch nothing": (GOOD + "\n/// snippet | t/a\nwatch:\n///\n", ":14: 'watch:' would be shown as text"),
    "annotation with spaces before": (GOOD + "\n/// snippet | t/a\n  1. One\n///\n", ":14: '1. One' would be shown as text"),
    "caption twice": (GOOD + "\n/// figure | t/a\ncaption: A\ncaption: B\n///\n", ":15: `caption:` stands twice; keep one"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_form_of_a_page(name):
    text, said = PAGES[name]
    found = mistakes.page(text, "docs/en/p.md")
    assert any(line.startswith(f"docs/en/p.md{said}") for line in found), found
    assert not any("\n" in line for line in found)


def test_a_page_without_mistakes_has_none():
    assert mistakes.page(GOOD, "docs/en/p.md") == []


# The bytes of any file: read as the build, the tests and the desk read it.
FILES = {
    "latin 1": (b"caf\xe9\n", ":1: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "utf 16": ("a\nb".encode("utf-16"), ":1: byte 0xff is not UTF-8"),
    "broken in line 3": (b"a\nb\n\xc3(\n", ":3: byte 0xc3 is not UTF-8"),
    "byte order mark": (b"\xef\xbb\xbfa\n", ":1: byte order mark; save the file as UTF-8 without it"),
    "crlf": (b"a\r\nb\r\n", ":1: carriage return; write LF line ends"),
    "progress bar": (b"a\n10%\r20%\n", ":2: carriage return; write LF line ends"),
    "nul": (b"a\0\n", ":1: control character U+0000; remove it"),
    "escape": (b"a\n\x1b[1m\n", ":2: control character U+001B; remove it"),
    "form feed": (b"\x0c\n", ":1: control character U+000C; remove it"),
    "delete": (b"\x7f\n", ":1: control character U+007F; remove it"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_of_a_file(tmp_path, name):
    data, said = FILES[name]
    (tmp_path / "f").write_bytes(data)
    assert told(read, tmp_path / "f", "snippets/t/a.out").startswith(f"snippets/t/a.out{said}")


def told(function, *args):
    """Return the one line that is said."""
    with pytest.raises(GuideError) as error:
        function(*args)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_file_that_is_none(tmp_path):
    assert told(read, tmp_path / "none", "f") == "f cannot be read: No such file or directory"
    assert told(read, tmp_path, "f") == "f cannot be read: Is a directory"
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("link", "loop"):
        assert told(read, tmp_path / name, "f") == "f is a symbolic link; put the file itself there"


def test_several_files_are_written_together_or_not_at_all(tmp_path):
    (tmp_path / "a").write_text("old")
    assert "cannot be written: No such file or directory" in told(write, {tmp_path / "a": "new", tmp_path / "no" / "b": "new"})
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]
    os.link(tmp_path / "a", tmp_path / "c")
    write({tmp_path / "a": "new"})
    assert (tmp_path / "c").read_text() == "old", "a new file takes the place of the old one, which is never half written"
    (tmp_path / "c").unlink()
    write({tmp_path / "a": None, tmp_path / "b": "x\r"})
    assert (tmp_path / "b").read_bytes() == b"x\r"
    assert os.listdir(tmp_path) == ["b"]


HEAD = terms.TABLE.read_text("utf-8").splitlines()[0]


def row(**cells):
    columns = HEAD.split(",")
    return ",".join(cells.get(column, "x" if column in ("id", "en", "definition_en") else "") for column in columns)


TABLES = {
    "empty": ("", "terms/terminology.csv:1: no column id"),
    "no head": (row() + "\n", "terms/terminology.csv:1: no column id"),
    "no column": (
        HEAD.replace(",definition_tr", ",definition") + "\n",
        "terms/terminology.csv:1: no column definition_tr; add it to the first line",
    ),
    "short row": (f"{HEAD}\nT001,term\n", "terms/terminology.csv:2: T001: not as many cells as the first line has columns"),
    "long row": (f"{HEAD}\n{row()},more\n", "terms/terminology.csv:2: x: not as many cells"),
    "open quote": (f'{HEAD}\n"T001,term\n', "terms/terminology.csv:2: a quote that does not close"),
    "quote in a cell": (f'{HEAD}\n"T001"x,term\n', "terms/terminology.csv:2: a quote that does not close, or stands in a cell"),
    "no id": (f"{HEAD}\n{row(id='')}\n", "terms/terminology.csv:2: : id is empty"),
    "no term": (f"{HEAD}\n{row(en=' ')}\n", "terms/terminology.csv:2: x: en is empty"),
    "id twice": (f"{HEAD}\n{row()}\n{row()}\n", "terms/terminology.csv:3: x: the id stands twice; give each term its own"),
    "column twice": (f"{HEAD},en\n{row()},y\n", "terms/terminology.csv:1: column en stands twice; remove one, with its cells"),
    "no definition": (f"{HEAD}\n{row(definition_en='')}\n", "terms/terminology.csv:2: x: definition_en is empty"),
}


@pytest.fixture
def fresh():
    """Forget the language rules that were read, before and after; the other tables are read again when they change."""
    lint.rules.cache_clear()
    yield
    lint.rules.cache_clear()


@pytest.mark.parametrize("name", TABLES)
def test_the_terminology(fresh, monkeypatch, tmp_path, name):
    text, said = TABLES[name]
    (tmp_path / "t.csv").write_text(text, "utf-8")
    monkeypatch.setattr(terms, "TABLE", tmp_path / "t.csv")
    assert told(terms.table).startswith(said)


TEXTS = {
    "broken": ("[a\n", "fieldguide/languages/strings.toml: no table of texts (Expected ']'"),
    "key twice": ('[a]\nen = "x"\nen = "y"\n', "fieldguide/languages/strings.toml: no table of texts (Cannot overwrite a value"),
    "text outside": ('en = "x"\n', "fieldguide/languages/strings.toml: no table of texts"),
    "language missing": ('[a]\nen = "x"\nhi = "x"\nzh = "x"\n', "fieldguide/languages/strings.toml: [a] has no text for 'tr'; add one"),
    "blank text": ('[a]\nen = "x"\nhi = " "\nzh = "x"\ntr = "x"\n', "fieldguide/languages/strings.toml: [a] has no text for 'hi'"),
    "open brace": (
        '[a]\nen = "{b"\nhi = "x"\nzh = "x"\ntr = "x"\n',
        "fieldguide/languages/strings.toml: [a] en: a brace without another; write {name}",
    ),
    "empty text": ('[a]\nen = "x"\nhi = ""\nzh = "x"\ntr = "x"\n', "fieldguide/languages/strings.toml: [a] has no text for 'hi'"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_texts_of_the_interface(fresh, monkeypatch, tmp_path, name):
    text, said = TEXTS[name]
    (tmp_path / "s.toml").write_text(text, "utf-8")
    monkeypatch.setattr(strings, "TABLE", tmp_path / "s.toml")
    assert told(strings.strings, "tr").startswith(said)


def test_a_template_that_shows_a_text_that_nobody_wrote(tmp_path):
    (tmp_path / "a.html").write_text("<p>{{ ui['search_' ~ key] }}\n{{ ui['note'] }}{{ ui[\"here.plaice\"] }}\n", "utf-8")
    said = mistakes.templates(tmp_path, strings.strings("tr"))
    assert said == [f"{tmp_path}/a.html:2: fieldguide/languages/strings.toml has no [here.plaice]; add it"]


def test_a_text_that_nobody_wrote():
    assert told(strings.strings("tr").__getitem__, "answerr").startswith("fieldguide/languages/strings.toml: no [answerr]; add it")


RULES = {
    "broken": ("[{", "{} cannot be understood (Expecting property name"),
    "conflict": ("<<<<<<< HEAD", "{} cannot be understood (Expecting value: line 1"),
    "too deep": ("[" * 50_000, "{} cannot be understood (maximum recursion"),
    "no list": ("{}", "terms/lint.json: it is a list of rules, each with id"),
    "no rule": ("[1]", "terms/lint.json: it is a list of rules, each with id"),
    "no regex": ('[{"id": "A", "lang": "en"}]', "terms/lint.json: rule 1 has no text 'regex'; it is a list"),
    "number": ('[{"id": "A", "lang": "en", "regex": 1}]', "terms/lint.json: rule 1 has no text 'regex'; it is a list"),
    "language": (
        '[{"id": "A", "lang": "xx", "regex": "a", "message": "", "fix": ""}]',
        "terms/lint.json: A: no language 'xx'; write one of",
    ),
    "bad regex": (
        '[{"id": "A", "lang": "en", "regex": "(", "message": "", "fix": ""}]',
        "terms/lint.json: A: '(' is no regular expression",
    ),
    "look-behind": ('[{"id": "A", "lang": "*", "regex": "(?<=a+)b", "message": "", "fix": ""}]', "terms/lint.json: A: '(?<=a+)b' is no"),
}


@pytest.mark.parametrize("name", RULES)
def test_the_language_rules(fresh, monkeypatch, tmp_path, name):
    text, said = RULES[name]
    (tmp_path / "r.json").write_text(text, "utf-8")
    monkeypatch.setattr(lint, "RULES", tmp_path / "r.json")
    assert told(lint.rules, "en").startswith(said.replace("{}", str(tmp_path / "r.json")))


CHECKS = {
    "broken": ("[a\n", "{} cannot be understood (Expected ']'"),
    "no table": ('a = "x"\n', "fieldguide/languages/check.toml: [a] has no 'en'; add it"),
    "no text": ("[a]\nen = 1\n", "fieldguide/languages/check.toml: [a] has no 'en'; add it"),
    "number": ('[a]\nen = "x"\nhi = "x"\nzh = "x"\ntr = "x"\nmore = 3\n', "fieldguide/languages/check.toml: [a] has no 'more'; add it"),
    "blank": ('[a]\nen = " "\n', "fieldguide/languages/check.toml: [a] has no 'en'; add it"),
    "no section": ('[a]\nen = "x"\nhi = "x"\nzh = "x"\ntr = "x"\nmore = "p.md"\n', "docs/en/check: no page has a section #a; write it"),
    "no page": (
        '[why]\nen = "x"\nhi = "x"\nzh = "x"\ntr = "x"\nmore = "q.md#b"\n',
        "fieldguide/languages/check.toml: [why] more: q.md#b is not",
    ),
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_texts_of_the_loop_checker(monkeypatch, tmp_path, name):
    text, said = CHECKS[name]
    (tmp_path / "c.toml").write_text(text, "utf-8")
    (tmp_path / "en" / "check").mkdir(parents=True)
    (tmp_path / "en" / "check" / "p.md").write_text(GOOD, "utf-8")
    monkeypatch.setattr(checker, "TABLE", tmp_path / "c.toml")
    assert told(checker.rules, tmp_path, "tr").startswith(said.replace("{}", str(tmp_path / "c.toml")))


@pytest.mark.parametrize("text", ["", "[]", "null", '{"tr": "a"}', '{"en": ["a"]}', "<<<<<<< HEAD"])
def test_the_words_that_say_nothing(monkeypatch, tmp_path, text):
    (tmp_path / "w.json").write_text(text, "utf-8")
    monkeypatch.setattr(index, "STOP", tmp_path / "w.json")
    assert index.REMEDY in told(index.stop_words.__wrapped__, "tr")


@pytest.mark.parametrize("text", ["", "#\nab\n", "#\nab\na\n", "#\na\nb\nc\n"])
def test_the_characters_that_lead_to_others(monkeypatch, tmp_path, text):
    (tmp_path / "t.txt").write_text(text)
    monkeypatch.setattr(index, "TRADITIONAL", tmp_path / "t.txt")
    assert "write a first line that explains, traditional characters, and" in told(index.traditional, "ab")


@pytest.mark.parametrize(
    ("text", "said"), [("a.md#b\n", ":1: 'a.md#b' is no mark"), (2 * "a.md#b 01234567\n", ":2: 'a.md#b 01234567' stands twice")]
)
def test_the_marks_of_second_readers(tmp_path, text, said):
    (tmp_path / "read_tr.txt").write_text(text)
    assert f"{said}; let this write it: python -m fieldguide reviewed tr PAGE" in told(marks.marks, tmp_path, "tr")


# What stands beside a snippet: (suffix, text with %D for the digest of the snippet, what is said about it).
OUTER = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
RECORDED = {
    **{
        f"{suffix} {kind}": (suffix, text, said)
        for suffix, wrong in ((".trace.json", "is no replay; run: make replays"), (".changes.json", "holds no changes; run: make changes"))
        for kind, text, said in (
            ("empty", "", "cannot be understood (Expecting value"),
            ("conflict", "<<<<<<< HEAD\n", "cannot be understood (Expecting value"),
            ("list", "[]", wrong),
            ("null", "null", wrong),
            ("without a digest", '{"steps": [], "changes": [], "results": []}', wrong),
            ("without rows", '{"digest": "%D"}', wrong),
            ("rows of nothing", '{"digest": "%D", "steps": null, "changes": null, "results": null}', wrong),
            ("short row", '{"digest": "%D", "steps": [[]], "changes": [[]], "results": []}', wrong),
            ("row of texts", '{"digest": "%D", "steps": [["a", "b"]], "changes": [["a", 1]], "results": ["x"]}', wrong),
            ("row that is none", '{"digest": "%D", "steps": ["x"], "changes": [3], "results": []}', wrong),
        )
    },
    "change before the first result": (
        ".changes.json",
        '{"digest": "%D", "changes": [["a", 1, 1, 1, 1, "b", -2]], "results": []}',
        "holds no changes",
    ),
    "change without its result": (
        ".changes.json",
        '{"digest": "%D", "changes": [["a", 1, 1, 1, 1, "b", 0]], "results": []}',
        "holds no changes",
    ),
    **{
        f"figure {kind}": (".svg", text, "snippets/t/a.svg is no drawing; run: make record ONLY=snippets/t/a.py")
        for kind, text in {
            "empty": "",
            "text": "hello",
            "not closed": f"{OUTER}<g>",
            "script": f"{OUTER}<script>x</script></svg>",
            "script by another name": OUTER.replace("<svg", "<s:svg xmlns:s='http://www.w3.org/2000/svg'") + "<s:script/></s:svg>",
            "event": f'{OUTER}<g onload ="x"/></svg>',
            "HTML": f"{OUTER}<foreignObject/></svg>",
            "picture from elsewhere": f'{OUTER}<image x:href="http://a/b"/></svg>',
            "style from elsewhere": f"{OUTER}<style>@import 'http://a/b'</style></svg>",
            "colour from elsewhere": f'{OUTER}<g fill="url(http://a/b)"/></svg>',
            "link": f'{OUTER}<a x:href="javascript:x"/></svg>',
            "entities": f'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>{OUTER}&b;</svg>',
        }.items()
    },
}


@pytest.mark.parametrize("name", RECORDED)
def test_what_was_recorded(tmp_path, name):
    suffix, text, said = RECORDED[name]
    (tmp_path / "t").mkdir()
    snippet = tmp_path / "t" / "a.py"
    snippet.write_text("x = 1\n")
    snippet.with_suffix(".out").write_text("")
    snippet.with_suffix(suffix).write_text(text.replace("%D", fingerprint("x = 1\n")))
    shown = told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, "/// snippet | t/a\ncaption: C\nalt: A\n///\n")
    if suffix != ".svg":  # a block that shows no figure
        shown = told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, "/// snippet | t/a\n///\n")
    assert shown.startswith("docs/tr/p.md:1: ")
    assert said in shown
    if suffix != ".svg":
        assert not is_there(snippet, replay if suffix == ".trace.json" else changed), "what is broken is recorded again"


REDIRECTS = {
    "twice": ("old.md a.md\nold.md a.md\n", "redirects.txt:2: old.md stands twice; keep one"),
    "to itself": ("a.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "out of the site": ("../old.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "out of the disk": ("/tmp/old.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "in another way": ("old.md ../en/a.md\n", "redirects.txt:1: write OLD NEW"),
    "no page": ("old a.md\n", "redirects.txt:1: write OLD NEW"),
    "tab": ("old.md\ta.md\n", "redirects.txt:1: write OLD NEW"),
    "three": ("old.md a.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "HTML": ("'<b>.md a.md\n", "redirects.txt:1: write OLD NEW"),
}


@pytest.mark.parametrize("name", REDIRECTS)
def test_the_pages_that_moved(tmp_path, name):
    text, said = REDIRECTS[name]
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "a.md").write_text(GOOD)
    (tmp_path / "redirects.txt").write_text(text)
    assert told(rename.redirects, tmp_path).startswith(said)


OWNERS = {
    "a text": ("x", "has folder, wheel and sha256, each a text"),
    "a number": ({"folder": 3, "wheel": "w", "sha256": "x"}, "has folder, wheel and sha256, each a text"),
    "nothing": ({}, "needs folder, sha256, wheel"),
    "no folder": ({"folder": "/nowhere", "wheel": "w", "sha256": "x"}, "there is no /nowhere/pyodide.mjs"),
}


@pytest.mark.parametrize("name", OWNERS)
def test_what_the_owner_of_a_site_says_of_python_in_the_browser(name):
    wanted, said = OWNERS[name]
    assert said in told(wheel.settings, wanted, "2.13.0")


@pytest.mark.parametrize(
    "url",
    [
        "https://[::1",
        "https://[zz]/",
        "http://host:99999/",
        "http://host:abc/",
        "http://host:/",
        "http://.",
        "http://a..b/",
        "https://x\\y/",
    ]
    + ["http://ex\u202eample/", "http://x/`a", "https://a/{b}"],
)
def test_an_address_that_is_none(url):
    assert told(address.checked, "SITE_URL", url).endswith(
        "which is no address of a site; write https://example.org/guide/, or leave SITE_URL unset"
    )


# Wrong words after a command, none of which gets as far as its work: (module, words, what the one line begins with).
WORDS = {
    ("tools.hosted", ""): "hosted: other words are needed: python -m tools.hosted SITE [LISTEN] [ROOT]",
    ("tools.hosted", "a b c d"): "hosted: other words are needed",
    ("tools.offline", "site"): "offline: other words are needed: python -m tools.offline SITE TARGET",
    ("tools.book", ""): "book: other words are needed: python -m tools.book SITE [LANGUAGES]",
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


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"torch": "2"}', "null", '{"torch": 2.13, "python": 3}', '{"torch": "", "python": ""}'])
def test_the_versions_of_the_recorded_run(tmp_path, text):
    (tmp_path / "verified.json").write_text(text)
    assert told(snippets.verified, tmp_path) == "snippets/verified.json does not name torch and python; run: make record"


BLOCKS = {
    "no snippet": ("/// snippet | t/b\n///\n", "docs/tr/p.md:1: no snippet 't/b'"),
    "folder": ("/// snippet | t\n///\n", "docs/tr/p.md:1: no snippet 't'"),
    "outside": ("/// snippet | ../../etc/passwd\n///\n", "docs/tr/p.md:1: no snippet"),
    "never recorded": (
        "/// snippet | t/new\n///\n",
        "docs/tr/p.md:1: snippet 't/new' was never recorded; run: make record ONLY=snippets/t/new.py",
    ),
    "no section": ("/// snippet | t/a:x\n///\n", "docs/tr/p.md:1: snippets/t/a.py has no section 'x'"),
    "link": ("/// snippet | t/link\n///\n", "docs/tr/p.md:1: snippets/t/link.py is a symbolic link"),
    "escape in output": ("/// snippet | t/esc\n///\n", "docs/tr/p.md:1: snippets/t/esc.out:1: control character U+001B"),
    "not UTF-8": ("/// snippet | t/bad\n///\n", "docs/tr/p.md:1: snippets/t/bad.py:1: byte 0xff is not UTF-8"),
    "annotation": ("/// snippet | t/a\n1. One\n///\n", "docs/tr/p.md:1: t/a has the annotations [], the block explains [1]"),
    "no question": ("/// predict | t/a\n///\n", "docs/tr/p.md:1: a predict block starts with its question"),
    "no figure": ("/// figure | t/a\ncaption: C\nalt: A\n///\n", "docs/tr/p.md:1: t/a needs a recorded figure"),
    "section twice": (
        "/// snippet | t/two:s\n///\n",
        "docs/tr/p.md:1: snippets/t/two.py: section 's' stands twice; give each its own name",
    ),
    "two slashes": ("/// snippet | t//a\n///\n", "docs/tr/p.md:1: no snippet 't//a'; write topic/name or topic/name:section"),
    "from here": ("/// snippet | ./t/a\n///\n", "docs/tr/p.md:1: no snippet './t/a'; write topic/name"),
    "empty section": ("/// snippet | t/a:\n///\n", "docs/tr/p.md:1: no snippet 't/a:'; write topic/name"),
    "dot": ("/// snippet | t/a.py\n///\n", "docs/tr/p.md:1: no snippet 't/a.py'; write topic/name"),
    "too long": (f"/// snippet | t/{'a' * 300}\n///\n", "docs/tr/p.md:1: no snippet 't/aaa"),
    "start that is no number": ("/// snippet | t/a\nstart: abc\n///\n", "docs/tr/p.md:1: t/a has 1 steps; there is no step abc"),
    "two names": ("/// snippet | t/a t/a\n///\n", "docs/tr/p.md:1: a snippet block shows one snippet"),
    "labels": ("/// tabs | t/a t/a\n- one\n///\n", "docs/tr/p.md:1: 2 tabs need 2 labels"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_a_block_shows(tmp_path, name):
    body, said = BLOCKS[name]
    folder = tmp_path / "t"
    folder.mkdir()
    for file in ("a", "esc", "bad"):
        (folder / f"{file}.py").write_bytes(b"x = '\xff'\n" if file == "bad" else b"x = 1\n")
        (folder / f"{file}.out").write_text("\x1b[1m\n" if file == "esc" else "")
    (folder / "new.py").write_text("x = 1\n")
    (folder / "a.trace.json").write_bytes(replay.dump((folder / "a.py").read_text(), [[1, 0, {}, {}]]).encode())
    (folder / "two.py").write_text(2 * "# --8<-- [start:s]\n# --8<-- [end:s]\n")
    (folder / "two.out").write_text(2 * "# --8<-- [start:s]\n# --8<-- [end:s]\n")
    (folder / "link.py").symlink_to("/etc/passwd")
    (folder / "link.out").write_text("")
    assert told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, body).startswith(said)


def test_what_does_not_fit_together(tmp_path):
    docs = tmp_path / "docs"
    for name, text in (("en/a.md", GOOD), ("tr/a.md", GOOD), ("tr/left.md", GOOD)):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text)
    (docs / "tr" / "loop.md").symlink_to("loop.md")
    (docs / "tr" / "bad.md").write_bytes(b"\xe9")
    found = mistakes.guide(docs, "tr")
    for said in ("left.md has no English page", "loop.md is a symbolic link", "bad.md:1: byte 0xe9 is not UTF-8"):
        assert any(said in line for line in found), found
    assert any("terms/terminology.csv: T" in line and "column page names" in line for line in mistakes.guide(docs, "en"))
    (tmp_path / "redirects.txt").write_text("b.md gone.md\n")
    assert told(rename.redirects, tmp_path).startswith("redirects.txt:1: write OLD NEW")


def test_there_are_at_least_two_hundred_cases():
    count = sum(map(len, (PAGES, FILES, TABLES, TEXTS, RULES, CHECKS, BLOCKS, RECORDED, REDIRECTS, OWNERS, WORDS, DESK)))
    assert count >= 200, count


def test_every_hook_goes_through_the_gate():
    from fieldguide.site import hooks

    for name in (name for name in vars(hooks) if name.startswith("on_")):
        assert hasattr(vars(hooks)[name], "__wrapped__"), f"fieldguide/site/hooks.py: {name}: put @told above it"
