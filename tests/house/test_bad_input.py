"""What an author can get wrong, and the one line that is said: file, line, remedy, never a traceback."""

import os

import pytest

from fieldguide import GuideError
from fieldguide.files import read, write
from fieldguide.languages import lint, rename, strings, terms
from fieldguide.pages import mistakes
from fieldguide.pages.expand import Page
from fieldguide.run import snippets

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
    "empty text": ('[a]\nen = "x"\nhi = ""\nzh = "x"\ntr = "x"\n', "fieldguide/languages/strings.toml: [a] has no text for 'hi'"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_texts_of_the_interface(fresh, monkeypatch, tmp_path, name):
    text, said = TEXTS[name]
    (tmp_path / "s.toml").write_text(text, "utf-8")
    monkeypatch.setattr(strings, "TABLE", tmp_path / "s.toml")
    assert told(strings.strings, "tr").startswith(said)


def test_a_text_that_nobody_wrote():
    assert told(strings.strings("tr").__getitem__, "answerr").startswith("fieldguide/languages/strings.toml: no [answerr]; add it")


RULES = {
    "broken": ("[{", "terms/lint.json:1: no JSON"),
    "no regex": ('[{"id": "A", "lang": "en"}]', "terms/lint.json: a rule without 'regex'"),
    "bad regex": ('[{"id": "A", "lang": "en", "regex": "(", "message": "", "fix": ""}]', "terms/lint.json: '(' is no regular expression"),
}


@pytest.mark.parametrize("name", RULES)
def test_the_language_rules(fresh, monkeypatch, tmp_path, name):
    text, said = RULES[name]
    (tmp_path / "r.json").write_text(text, "utf-8")
    monkeypatch.setattr(lint, "RULES", tmp_path / "r.json")
    assert told(lint.rules, "en").startswith(said)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"torch": "2"}', "null"])
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


def test_there_are_at_least_eighty_cases():
    count = sum(map(len, (PAGES, FILES, TABLES, TEXTS, RULES, BLOCKS)))
    assert count >= 80, count


def test_every_hook_goes_through_the_gate():
    from fieldguide.site import hooks

    for name in (name for name in vars(hooks) if name.startswith("on_")):
        assert hasattr(vars(hooks)[name], "__wrapped__"), f"fieldguide/site/hooks.py: {name}: put @told above it"
