"""What holds for every page in every language: no code but snippets, the same facts, the rules of its language."""

import re
from pathlib import Path

import markdown
import pytest
import yaml
from mkdocs.config import load_config

from fieldguide import LANGUAGES, SOURCE, GuideError, figures, lint, pages, sections, snippets, terms
from fieldguide.strings import strings

ROOT = Path(__file__).parent.parent
DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
PAGES = {
    language: sorted(path.relative_to(DOCS / language).as_posix() for path in (DOCS / language).rglob("*.md")) for language in LANGUAGES
}
EVERY = [(language, page) for language in LANGUAGES for page in PAGES[language]]
TRANSLATED = [(language, page) for language, page in EVERY if language != SOURCE]
every_page = pytest.mark.parametrize(("language", "page"), EVERY, ids=[f"{language}/{page}" for language, page in EVERY])
every_translation = pytest.mark.parametrize(("language", "page"), TRANSLATED, ids=[f"{language}/{page}" for language, page in TRANSLATED])


def read(language, page):
    return (DOCS / language / page).read_text("utf-8")


def where(language, page):
    return f"docs/{language}/{page}"


def shown(language, page):
    """Return (ref, block) of every snippet that a page shows."""
    found = pages.blocks(read(language, page), where(language, page))
    return [(ref, block) for _, _, block in found for ref in block.refs]


# Fences that are not Python and are not run, with the reason.
OTHER_FENCES = {"console": "shell commands of the two commands and of pip", "text": "file trees and formulas in plain letters"}

PYTHON = re.compile(r"^\s*(>>> |import \w|from \w+ import|(def|for|with|class) .*:$|\w+ = \w+[.(]|\w+\.\w+\(.*\)$)", re.M)


@every_page
def test_no_page_contains_code_that_was_not_run(language, page):
    text = sections.FRONT_MATTER.sub("", read(language, page))
    lines, kept = text.splitlines(), []
    ends = {start: end for start, end, _ in pages.blocks(text, where(language, page))}
    number = 0
    while number < len(lines):
        number, line = (ends[number], "") if number in ends else (number + 1, lines[number])
        kept.append(line)
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False)
    html = markdown.markdown("\n".join(kept), extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    for kind, code in re.findall(r'(?:class="language-(\w+) [^"]*">\s*)?<pre\b(.*?)</pre>', html, re.DOTALL):
        code = re.sub(r"<[^>]+>|^[^>]*>", "", code)
        assert kind in OTHER_FENCES, f"{where(language, page)}: this code is not a snippet; move it to snippets/:\n{code}"
        assert not PYTHON.search(code), f"{where(language, page)}: Python in a {kind} fence; move it to snippets/:\n{code}"


@every_page
def test_every_snippet_on_a_page_is_there_with_its_recorded_output(language, page):
    words = strings(language)
    pages.Page(SNIPPETS, words, where=where(language, page)).expand(read(language, page))


def test_every_snippet_is_shown_on_an_english_page_and_every_section_of_it():
    refs = [ref for page in PAGES[SOURCE] for ref, _ in shown(SOURCE, page)]
    for path in sorted(SNIPPETS.glob("*/*.py")):
        name = path.relative_to(SNIPPETS).with_suffix("").as_posix()
        wanted = {f"{name}:{section}" for section in snippets.sections(path.read_text("utf-8"))}
        if name in refs:
            continue
        assert wanted, f"snippets/{name}.py is on no page; show it or delete it with its .out and .svg"
        assert wanted <= set(refs), f"snippets/{name}.py: no page shows {', '.join(sorted(wanted - set(refs)))}"


def test_there_are_no_orphans_among_the_recordings():
    for path in sorted(path for path in SNIPPETS.glob("[!.]*/*.*") if path.parent.name != "__pycache__"):
        assert path.suffix in (".py", ".out", ".svg"), f"{path.relative_to(ROOT)}: only .py, .out and .svg belong in snippets/"
        assert path.with_suffix(".py").exists(), f"{path.relative_to(ROOT)} has no snippet; delete it"


@pytest.mark.parametrize("path", sorted(SNIPPETS.glob("*/*.py")), ids=lambda path: path.relative_to(SNIPPETS).with_suffix("").as_posix())
def test_a_snippet_is_short_and_its_markers_are_in_order(path):
    code = path.read_text("utf-8")
    marks = [match.groups() for match in map(snippets.MARKER.match, code.splitlines()) if match]
    assert [edge for edge, _ in marks] == ["start", "end"] * (len(marks) // 2), f"{path}: sections overlap or are not closed"
    assert [name for _, name in marks[::2]] == [name for _, name in marks[1::2]], f"{path}: a section ends under another name"
    assert len({name for _, name in marks}) == len(marks) // 2, f"{path}: two sections have one name"
    parts = [snippets.cut(code, name, str(path)) for _, name in marks[::2]] or [code]
    for part in parts:
        numbers = snippets.annotations(part)
        assert numbers == list(range(1, len(numbers) + 1)), f"{path}: annotations are numbered 1, 2, … in each section; found {numbers}"
        assert len(part.splitlines()) <= 45, f"{path}: a part of {len(part.splitlines())} lines; split it into sections"
    recorded = path.with_suffix(".out")
    if recorded.exists():
        assert snippets.sections(recorded.read_text("utf-8")) == snippets.sections(code), (
            f"{recorded}: not the sections of the snippet; record it"
        )


@every_page
def test_every_heading_has_an_explicit_english_id(language, page):
    found = sections.split(read(language, page), where(language, page))
    assert found, f"{where(language, page)} has no heading"
    assert found[0].level == 1, f"{where(language, page)}: the first heading must be the H1"
    assert [section.level for section in found].count(1) == 1, f"{where(language, page)}: one H1 for a page"
    for section in found:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", section.anchor), f"{where(language, page)}:{section.line}: #{section.anchor}"


@every_page
def test_every_page_has_a_description_that_a_search_engine_can_show(language, page):
    front = sections.FRONT_MATTER.match(read(language, page))
    assert front, f"{where(language, page)}: starts without front matter; add description:"
    description = yaml.safe_load(front[0].strip("-\n"))["description"]
    assert 20 <= len(description) <= 170 or (language == "zh" and len(description) >= 10), (
        f"{where(language, page)}: {len(description)} characters"
    )


@every_page
def test_every_page_keeps_the_rules_of_its_language(language, page):
    found = lint.check(read(language, page), language, where(language, page))
    assert not found, "\n" + "\n".join(found)


@every_translation
def test_every_current_section_has_the_snippets_numbers_code_formulas_and_links_of_the_english_one(language, page):
    assert page in PAGES[SOURCE], f"{where(language, page)} has no English page; delete it or write docs/en/{page}"
    found = lint.parallel(read(SOURCE, page), read(language, page), where(language, page))
    assert not found, "\n" + "\n".join(found)


@every_translation
def test_every_section_of_a_translation_says_from_which_english_it_was_made(language, page):
    for section in sections.split(read(language, page), where(language, page)):
        assert section.digest, (
            f"{where(language, page)}:{section.line}: #{section.anchor} has no digest; run: python -m fieldguide stamp {language} {page}"
        )


@every_translation
def test_every_text_of_a_figure_is_translated(language, page):
    for ref, block in shown(language, page):
        figure = SNIPPETS / f"{ref.partition(':')[0]}.svg"
        if "caption" in block.keys and figure.exists():
            wanted = set(figures.labels(figure.read_text("utf-8")))
            missing = {
                text for text in wanted if f"label {text.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')}" not in block.keys
            }
            assert not missing, f"{where(language, page)}:{block.line}: add `label …:` lines for {sorted(missing)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_english_page_is_listed_in_the_navigation(language):
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"^ +- ([\w./-]+\.md)$", text, re.M)
    assert sorted(listed) == PAGES[SOURCE]
    assert set(PAGES[language]) <= set(listed)


@every_page
def test_links_to_the_glossary_name_a_term(language, page):
    known = {terms.anchor(row) for row in terms.concepts()}
    for target in re.findall(r"glossary\.md#([\w-]+)", read(language, page)):
        assert target in known, f"{where(language, page)}: the glossary has no #{target}"


def test_the_terminology_is_complete_and_its_anchors_differ():
    rows = terms.table()
    for row in rows:
        for column in ("id", "en", "definition_en", *(f"{kind}{language}" for language in LANGUAGES for kind in ("", "definition_"))):
            assert row[column].strip(), f"terms/terminology.csv: {row['id']} ({row['en']}) has no {column}"
    anchors = [terms.anchor(row) for row in rows]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_keeps_the_rules_of_its_language_and_the_code_of_the_english_one(language):
    for row in terms.table():
        text = row[f"definition_{language}"]
        assert not lint.check(text, language, f"terms/terminology.csv: {row['id']} definition_{language}")
        code = re.compile("`[^`]+`")
        assert sorted(code.findall(text)) == sorted(code.findall(row["definition_en"])), f"{row['id']} definition_{language}: other code"


# What an author gets wrong, and what is said.


def expand(body, snippet="x = 1\n", output="", figure=None, folder=None):
    (folder / "t").mkdir()
    (folder / "t" / "a.py").write_text(snippet)
    (folder / "t" / "a.out").write_text(output)
    if figure:
        (folder / "t" / "a.svg").write_text(figure)
    return pages.Page(folder, strings("tr"), "../", "docs/tr/p.md").expand(body)


FIGURE = '<svg viewBox="0 0 1 1"><text>loss</text></svg>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("\n/// snippet | t/b\n///\n", "docs/tr/p.md:2: no snippet 't/b'"),
        ("/// snippet | t/a\n", "docs/tr/p.md:1: this block is not closed"),
        ("/// snipet | t/a\n///\n", "docs/tr/p.md:1: unknown block"),
        ("/// snippet | t/a\n1. One\n///\n", "docs/tr/p.md:1: t/a has the annotations [], the block explains [1]"),
        ("/// snippet | t/a:x\n///\n", "docs/tr/p.md:1: snippets/t/a.py has no section 'x'"),
        ("/// predict | t/a\n///\n", "docs/tr/p.md:1: a predict block starts with its question"),
        ("/// snippet | t/a\ncaption: C\nalt: A\n///\n", "docs/tr/p.md:1: t/a does not draw"),
        ("/// tabs | t/a t/a\n- one\n///\n", "docs/tr/p.md:1: 2 tabs need 2 labels"),
        ("/// snippet | t/a t/a\n///\n", "docs/tr/p.md:1: a snippet block shows one snippet"),
    ],
)
def test_a_mistake_in_a_block_is_one_line_with_page_line_and_remedy(tmp_path, body, message):
    with pytest.raises(GuideError) as error:
        expand(body, folder=tmp_path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("", "t/a draws: add `caption:` and `alt:`"),
        ("caption: C\nalt: A\nlabel step: adım\n", "the figure of t/a has no text 'step'; it has: loss"),
    ],
)
def test_a_figure_without_its_texts_is_named(tmp_path, keys, message):
    with pytest.raises(GuideError) as error:
        expand(f"/// snippet | t/a\n{keys}///\n", figure=FIGURE, folder=tmp_path)
    assert message in str(error.value)


def test_a_block_becomes_code_annotations_output_figure_and_links(tmp_path):
    body = "/// snippet | t/a\n1. Bir **not**.\n\ncaption: Kayıp.\nalt: Bir eğri.\nlabel loss: kayıp\n///\n"
    page = expand(body, "x = 1  # (1)!\nprint(x)\n", "1\n", FIGURE, tmp_path)
    assert 'title="t/a.py" }\nx = 1  # (1)!\nprint(x)\n```' in page
    assert "1. Bir **not**." in page
    assert '.fg-output title="Çıktı" }\n1\n```' in page
    assert "<text>kayıp</text>" in page
    assert 'aria-label="Bir eğri."' in page
    assert 'href="../snippets/t/a.py" download' in page
    assert 'href="../snippets/t/a.ipynb"' in page


def test_a_prediction_hides_the_output_and_a_solution_hides_everything(tmp_path):
    page = expand("/// predict | t/a\nKaç?\n///\n", "print(7)\n", "7\n", folder=tmp_path)
    assert page.index("Kaç?") < page.index("print(7)") < page.index("???")
    assert "\n    7\n" in page
    solved = pages.Page(tmp_path, strings("tr")).expand("/// solution | t/a\n///\n")
    assert solved.startswith("???")
    assert "    print(7)" in solved


def test_a_block_keeps_the_indentation_of_a_list_or_callout(tmp_path):
    page = expand('!!! tip "A"\n\n    /// snippet | t/a\n    ///\n', output="1\n2\n", folder=tmp_path)
    assert all(line.startswith("    ") for line in page.splitlines()[2:] if line)


def test_tabs_show_several_snippets_under_labels_of_the_page(tmp_path):
    page = expand("/// tabs | t/a t/a\n- Norm\n- Değer\n///\n", "print(7)\n", "7\n", folder=tmp_path)
    assert page.count('=== "') == 2
    assert '=== "Değer"\n\n    ``` { .python .fg-code title="t/a.py" }\n    print(7)\n' in page


def test_a_figure_can_stand_alone(tmp_path):
    page = expand("/// figure | t/a\ncaption: Kayıp.\nalt: Bir eğri.\n///\n", figure=FIGURE, folder=tmp_path)
    assert "<figure" in page
    assert ".fg-code" not in page
