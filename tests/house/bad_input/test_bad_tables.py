"""A table of the house that is wrong: terminology, texts, language rules, texts of the checker, words of the search, marks."""

import pytest
from told import GOOD, told

from fieldguide.languages import lint, marks, strings, terms
from fieldguide.pages import checker, mistakes
from fieldguide.search import asked, index

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


LEARNERS = {
    "no tab": (
        "a.md#why loss stuck\n",
        "asked/hi.txt:1: write PAGE#ANCHOR, a tab, and phrases with ; between; found 'a.md#why loss stuck'",
    ),
    "no phrase": ("a.md#why\t\n", "asked/hi.txt:1: write PAGE#ANCHOR, a tab, and phrases"),
    "empty phrase": ("# says what it is\na.md#why\tstuck; \n", "asked/hi.txt:2: write PAGE#ANCHOR, a tab, and phrases"),
    "two tabs": ("a.md#why\tstuck\tmore\n", "asked/hi.txt:1: write PAGE#ANCHOR, a tab, and phrases"),
    "empty line": ("a.md#why\tstuck\n\n", "asked/hi.txt:2: write PAGE#ANCHOR, a tab, and phrases"),
    "line twice": ("a.md\tx\na.md#why\tstuck\na.md#why\tmore\n", "asked/hi.txt:3: a.md#why stands twice; keep one line"),
    "no page": ("b.md#why\tstuck\n", "asked/hi.txt:1: there is no page docs/en/b.md; write the page of today, or delete"),
    "out of the guide": ("../hi/a.md\tstuck\n", "asked/hi.txt:1: write PAGE#ANCHOR, a tab, and phrases"),
    "no section": ("a.md#how\tstuck\n", "asked/hi.txt:1: docs/en/a.md has no section #how below its title; write the section of today"),
    "title": ("a.md#title\tstuck\n", "asked/hi.txt:1: docs/en/a.md has no section #title below its title; write a.md alone"),
}


@pytest.mark.parametrize("name", LEARNERS)
def test_learners_words(tmp_path, name):
    text, said = LEARNERS[name]
    for folder in ("docs/en", "terms/asked"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs" / "en" / "a.md").write_text(GOOD)
    (tmp_path / "terms" / "asked" / "hi.txt").write_text(text)
    assert told(asked.asked, tmp_path / "docs", "hi").removeprefix(f"{tmp_path}/terms/").startswith(said)
