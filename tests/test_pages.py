"""What holds for every page in every language: no code but snippets, the same facts, the rules of its language."""

import ast
import re
import tomllib
from pathlib import Path

import markdown
import pytest
import yaml
from mkdocs.config import load_config

from fieldguide import LANGUAGES, SOURCE, GuideError, figures, lint, pages, sections, snippets, terms
from fieldguide.strings import TABLE, flatten, strings

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


@every_page
def test_links_to_the_glossary_name_a_term(language, page):
    known = {terms.anchor(row) for row in terms.concepts()}
    for target in re.findall(r"glossary\.md#([\w-]+)", read(language, page)):
        assert target in known, f"{where(language, page)}: the glossary has no #{target}"


def test_every_term_has_its_name_and_definition_in_every_language():
    rows = terms.table()
    for row in rows:
        for column in ("id", "en", "definition_en", *(f"{kind}{language}" for language in LANGUAGES for kind in ("", "definition_"))):
            assert row[column].strip(), f"terms/terminology.csv: {row['id']} ({row['en']}) has no {column}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_keeps_the_rules_of_its_language_and_the_code_of_the_english_one(language):
    for row in terms.table():
        text = row[f"definition_{language}"]
        assert not lint.check(text, language, f"terms/terminology.csv: {row['id']} definition_{language}")
        code = re.compile("`[^`]+`")
        assert sorted(code.findall(text)) == sorted(code.findall(row["definition_en"])), f"{row['id']} definition_{language}: other code"


def is_python(text):
    """Say whether a text is Python that does something: it parses, and calls, assigns, imports or loops."""
    try:
        tree = ast.parse(re.sub(r"^(>>>|\.\.\.|\$) ?", "", text, flags=re.M))
    except SyntaxError:
        return False
    return any(not isinstance(node, ast.Expr) or isinstance(node.value, ast.Call) for node in tree.body)


@every_page
def test_no_fence_and_no_indented_block_holds_python_or_its_output(language, page):
    text = sections.FRONT_MATTER.sub("", read(language, page))
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False)
    rendered = markdown.markdown(
        re.sub(r"^ *///.*$", "", text, flags=re.M), extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    for code in re.findall(r"<pre\b[^>]*>(.*?)</pre>", rendered, re.DOTALL):
        code = re.sub(r"<[^>]+>", "", code).replace("&quot;", '"').strip()
        assert not is_python(code), f"{where(language, page)}: Python that was not run; move it to snippets/:\n{code}"
        assert "python -c" not in code, f"{where(language, page)}: Python in a command; move it to snippets/:\n{code}"


@every_page
def test_every_heading_of_the_rendered_page_is_a_section(language, page):
    text = sections.FRONT_MATTER.sub("", read(language, page))
    rendered = markdown.markdown(text, extensions=["attr_list", "md_in_html", "pymdownx.superfences"])
    found = len(re.findall(r"<h[1-6]\b", rendered))
    known = len(sections.split(text))
    assert found == known, (
        f"{where(language, page)}: {found} headings are shown, {known} have an id; write headings with #, not underlined or in HTML"
    )


SCRIPTS = {"hi": "[ऀ-ॣ०-ॿ]", "zh": "[一-鿿]"}


@every_page
def test_every_page_is_written_in_the_script_of_its_language(language, page):
    text = read(language, page)
    for name, letters in SCRIPTS.items():
        count = len(re.findall(letters, text))
        assert (count >= 20) == (name == language), f"{where(language, page)}: {count} letters of {strings(name)['language_name']}"
    if language == "tr":
        assert len(re.findall("[ğışçöüİŞ]", text)) >= 7, f"{where(language, page)}: this is not Turkish"


SAME = {"Weights only load failed", "READY, UNSCALED, STEPPED"}  # messages and names of code


@every_translation
def test_headings_titles_tabs_and_figure_texts_are_translated(language, page):
    source = {section.anchor: section for section in sections.split(read(SOURCE, page))}
    title = re.compile(r'^ *(?:!!!|\?\?\?\+?|===)[^"\n]*"([^"]+)"', re.M)
    words = {row["en"].lower(): row[language] for row in terms.table()}
    for section in sections.split(read(language, page)):
        english = source.get(section.anchor)
        place = f"{where(language, page)}:{section.line}: #{section.anchor}"
        if english:
            plainly = re.sub(r"`[^`]*`", "", section.title)
            assert section.title != english.title or section.title in SAME or not re.search(r"[a-z]{3}", plainly), (
                f"{place}: heading in English"
            )
            same = set(title.findall(section.text)) & set(title.findall(english.text))
            assert not same, f"{place}: titles in English: {sorted(same)}"
        for _, _, block in pages.blocks(section.text, where(language, page)):
            for key, text in block.keys.items():
                if key == f"label {text}" and words.get(text.lower(), text).lower() != text.lower():
                    pytest.fail(f"{place}: `{key}: {text}` is English; the term is “{words[text.lower()]}”", pytrace=False)


@every_page
def test_every_page_has_a_description_that_a_search_engine_can_show(language, page):
    front = sections.FRONT_MATTER.match(read(language, page))
    try:
        keys = yaml.safe_load(front[0].strip("-\n")) if front else None
    except yaml.YAMLError as error:
        keys = f"no YAML ({str(error).splitlines()[0]})"
    assert isinstance(getattr(keys, "get", {}.get)("description"), str), (
        f"{where(language, page)}:1: write `description: one sentence`, in quotes if it holds a colon; found {keys}"
    )
    description = keys["description"]
    assert 20 <= len(description) <= 170 or (language == "zh" and len(description) >= 10), (
        f"{where(language, page)}:1: the description has {len(description)} characters; write 20 to 170"
    )


def test_the_navigation_and_the_pages_are_the_same():
    text = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[2]
    listed = re.findall(r"^ +- ([\w./-]+\.md)$", text, re.M)
    for page in PAGES[SOURCE]:
        assert page in listed, f"mkdocs.yml: nav does not list {page}; add it to its chapter"
    for page in listed:
        assert page in PAGES[SOURCE], f"mkdocs.yml: nav lists {page}; write docs/en/{page} or remove the line"
    for chapter in re.findall(r"^  - (\w+):$", text, re.M):
        assert f"nav.{chapter}" in strings(SOURCE), f"mkdocs.yml: chapter {chapter}; add [nav.{chapter}] to fieldguide/strings.toml"


ENGLISH_RULES = {  # better: four rows in terms/lint.json (EN13 … EN16); none of them hits the pages of today
    "we": r"(?i)\b(?:we|our|us)\b",
    "em dash": "—",
    "exclamation mark": r"!(?=\s|$)",
    "contraction": r"(?i)\b\w+n[’']t\b|\b\w+[’'](?:re|ll|ve)\b|\b(?:it|that|there|let)[’']s\b",
}


@pytest.mark.parametrize("page", PAGES[SOURCE])
def test_english_is_plain_as_contributing_says(page):
    for number, line in enumerate(lint.prose(read(SOURCE, page)).splitlines(), 1):
        for name, pattern in ENGLISH_RULES.items():
            assert not re.search(pattern, line), f"docs/en/{page}:{number}: {name}: {line.strip()[:80]}"
        for sentence in [] if "|" in line else re.split(r"(?<=[.?!:])\s+", line):
            assert len(sentence.split()) <= 32, f"docs/en/{page}:{number}: a sentence of {len(sentence.split())} words; split it"


@every_page
def test_links_have_a_text_and_are_encrypted_and_sources_stay_as_they_were_read(language, page):
    text = lint.VERBATIM.sub("code", read(language, page))
    for pattern, advice in (
        (r"(?<!!)\[\s*\]\([^)]*\)", "a link without a text"),
        (r"\]\(\s*\)", "a link without a target"),
        (r"\]\(http:[^)]*", "write https"),
        (r"\]\(https://github\.com/[^/)]+/[^/)]+/(?:blob|tree)/(?!v?\d|[0-9a-f]{40})[^)]*", "link a tag or a commit: a branch changes"),
    ):
        found = re.search(pattern, text)
        assert not found, f"{where(language, page)}: {found[0]}: {advice}"


@every_page
def test_every_row_of_a_table_has_the_cells_of_its_head(language, page):
    text = lint.VERBATIM.sub(lambda match: match[0].replace("|", "/"), sections.FRONT_MATTER.sub("", read(language, page)))
    width = None
    for line in text.splitlines():
        if not line.lstrip().startswith("|"):
            width = None
            continue
        cells = line.strip().strip("|").count("|")
        width = cells if width is None else width
        assert cells == width, f"{where(language, page)}: {cells + 1} cells instead of {width + 1}: {line[:80]}"


def test_snippets_lie_in_topics_have_plain_names_and_fit_on_a_phone():
    for path in sorted(SNIPPETS.rglob("*.py")):
        name = path.relative_to(SNIPPETS).as_posix()
        assert re.fullmatch(r"[a-z0-9_]+/[a-z0-9_]+\.py", name), f"snippets/{name}: write snippets/<topic>/<lower_snake_case>.py"
        lines = path.read_text("utf-8").splitlines()
        asks = re.search(r"\b(?:datetime|cpu_count|hostname|getpass|urllib|socket|requests|urandom)\b", path.read_text("utf-8"))
        assert not asks, f"snippets/{name}: {asks[0]} is different tomorrow or on another machine"
        for number, line in enumerate(lines, 1):
            assert len(line) <= 76, f"snippets/{name}:{number}: {len(line)} characters; at most 76"
        marks = [number for number, line in enumerate(lines) if snippets.MARKER.match(line)]
        for end, start in zip(marks[1::2], marks[2::2], strict=False):
            assert not "".join(lines[end + 1 : start]).strip(), f"snippets/{name}:{end + 2}: code that no section shows"


def test_no_output_depends_on_the_last_digits_of_a_float():
    for path in sorted(SNIPPETS.glob("*/*.out")):
        found = re.search(r"\d\.\d{9,}", path.read_text("utf-8"))
        assert not found or path.with_suffix(".py").read_text("utf-8").count(found[0]), (
            f"{path.relative_to(ROOT)}: round {found[0]} in the snippet"
        )


def test_every_term_has_its_own_id_and_anchor_and_leads_to_a_section():
    rows = terms.table()
    columns = {f"{kind}{language}" for kind in ("", "definition_", "forbidden_") for language in LANGUAGES} | {
        "id",
        "page",
        "notes",
        "source",
    }
    assert columns <= set(rows[0]), f"terms/terminology.csv: no column {', '.join(sorted(columns - set(rows[0])))}"
    for name, of in (("id", lambda row: row["id"]), ("anchor", terms.anchor)):
        found = [of(row) for row in rows]
        twice = {one for one in found if found.count(one) > 1}
        assert not twice, f"terms/terminology.csv: the {name} stands twice: {', '.join(sorted(twice))}"
    for row in rows:
        for language in LANGUAGES:
            for word in row[f"forbidden_{language}"].split("|"):
                try:
                    re.compile(word.removeprefix("re:") if word.startswith("re:") else "")
                except re.error as error:
                    pytest.fail(f"terms/terminology.csv: {row['id']} forbidden_{language}: {word!r}: {error}", pytrace=False)
    for row in rows:
        page, _, anchor = row["page"].partition("#")
        if page:
            assert page in PAGES[SOURCE], f"terms/terminology.csv: {row['id']}: there is no page {page}"
            assert not anchor or anchor in {section.anchor for section in sections.split(read(SOURCE, page))}, (
                f"terms/terminology.csv: {row['id']}: {page} has no #{anchor}"
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_keeps_the_rules_of_its_language_and_closes_its_tags(language):
    for key, texts in flatten(tomllib.loads(TABLE.read_text("utf-8"))).items():
        text = texts[language]
        found = [] if key == "language_name" else lint.check(text, language, f"fieldguide/strings.toml: [{key}] {language}")
        assert not found, "\n".join(found)
        tags = re.findall(r"<(/?)(\w+)", text)
        assert [t for s, t in tags if not s] == [t for s, t in tags if s], f"fieldguide/strings.toml: [{key}] {language}: close the tag"
        assert re.findall(r"<\w+[^>]*>", text) == re.findall(r"<\w+[^>]*>", texts[SOURCE]), f"[{key}] {language}: other tags than English"


def test_every_text_that_a_template_or_the_kit_asks_for_exists():
    known = flatten(tomllib.loads(TABLE.read_text("utf-8")))
    files = [*(ROOT / "theme").rglob("*.html"), *(ROOT / "fieldguide").glob("*.py")]
    for path in files:
        text = path.read_text("utf-8")
        asked = re.findall(r"""\b(?:ui|words)\[['"]([\w.]+)['"]\]""", text) + re.findall(r"""strings\(\w+\)\[['"]([\w.]+)['"]\]""", text)
        for key in asked:
            assert key in known, (
                f"{path.relative_to(ROOT)} asks for [{key}]; add it to fieldguide/strings.toml in {len(LANGUAGES)} languages"
            )


# Numbers of English prose that no run of their section prints: read off a figure, from a source, or a version. A new one belongs here or is wrong.
READ_OFF = set(
    """
clipping/by-norm.md#versions 1.10
clipping/by-norm.md#versions 1.9
clipping/by-norm.md#versions 2.13
clipping/by-norm.md#versions 2.6
clipping/by-norm.md#versions 2.8
clipping/by-value-and-other-norms.md#error-if-nonfinite 1.9
clipping/choosing-max-norm.md#log-the-norm 0.1
clipping/exploding-and-vanishing.md#ex-residual-grows 1.5
clipping/rnn-case-study.md#cliff 0.002
clipping/rnn-case-study.md#ex-cliff-speed 0.256
clipping/rnn-case-study.md#ex-cliff-speed 0.834
clipping/rnn-case-study.md#landscape 0.95
clipping/rnn-case-study.md#two-runs 0.01
clipping/rnn-case-study.md#what-clipping-did 1.0
debugging/gradcheck-and-custom.md#float64 0.1
debugging/gradcheck-and-custom.md#float64 9.54
debugging/inspect.md#hooks 2.1
debugging/state-and-speed.md#aliasing 2.1
optimizers/adam.md#adam 0.0001
optimizers/learning-rate.md#defaults 1.11
optimizers/learning-rate.md#defaults 1.12
optimizers/learning-rate.md#defaults 2.1
optimizers/learning-rate.md#defaults 2.3
optimizers/learning-rate.md#ex-loss-rises 0.5
optimizers/parameter-groups.md#accepted-with-risk 2.13
optimizers/schedulers.md#chained 2.15
optimizers/schedulers.md#removed-arguments 2.2
optimizers/schedulers.md#warmup-cosine 0.0001
optimizers/schedulers.md#removed-arguments 2.7
optimizers/weight-decay.md#adam-and-adamw 0.07
optimizers/weight-decay.md#adam-and-adamw 0.86
optimizers/weight-decay.md#adam-and-adamw 0.999
optimizers/weight-decay.md#ex-one-step 0.025
optimizers/weight-decay.md#ex-one-step 0.25
optimizers/weight-decay.md#l2-penalty 0.01
optimizers/weight-decay.md#not-in-grad 3.0
optimizers/weight-decay.md#not-in-grad 4.0
unscaled/gradient-accumulation.md#last-window 2.5
unscaled/half-precision.md#scaling-saves 2.235
unscaled/half-precision.md#scaling-saves 2.980
unscaled/half-precision.md#underflow 5.960
unscaled/half-precision.md#underflow 6.0
zero_grad/forgetting-zero-grad.md#forgetting-zero-grad 1.0
zero_grad/forgetting-zero-grad.md#how-far 1.5
zero_grad/forgetting-zero-grad.md#how-far 1.8
zero_grad/forgetting-zero-grad.md#loss-listing 0.81
zero_grad/forgetting-zero-grad.md#loss-listing 1.2
zero_grad/forgetting-zero-grad.md#loss-listing 1.5
zero_grad/forgetting-zero-grad.md#loss-listing 1.9
zero_grad/forgetting-zero-grad.md#loss-listing 2.8
zero_grad/forgetting-zero-grad.md#loss-listing 3.5
zero_grad/forgetting-zero-grad.md#mlp 0.04
zero_grad/forgetting-zero-grad.md#mlp 0.36
zero_grad/none-or-zero.md#ex-coast-by-hand 0.09
""".strip().splitlines()
)


NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def seen(section, page):
    """Return the numbers that a section shows: code, outputs and figures of its snippets, inline code, formulas."""
    texts = [part[0] for part in lint.VERBATIM.finditer(section.text)]
    for _, _, block in pages.blocks(section.text, page):
        for ref in block.refs:
            path = SNIPPETS / ref.partition(":")[0]  # unmark: the 8 of --8<-- is no number
            texts += [
                snippets.unmark(path.with_suffix(end).read_text("utf-8"))
                for end in (".py", ".out", ".svg")
                if path.with_suffix(end).exists()
            ]
    return {float(number) for text in texts for number in NUMBER.findall(text)}


@pytest.mark.parametrize("page", [page for page in PAGES[SOURCE] if page != "versions.md" and pages.blocks(read(SOURCE, page), page)])
def test_a_decimal_in_the_english_text_was_printed_in_its_section_or_the_one_before(page):
    before = set()
    for section in sections.split(read(SOURCE, page)):
        here = seen(section, page)
        for match in re.finditer(r"(?<![\w.])(?<!PyTorch )(?<!version )\d+\.\d+(?![\w.]*\d)", lint.prose(section.text)):
            step = 10 ** -len(match[0].partition(".")[2])
            close = any(abs(number - float(match[0])) <= 0.6 * step for number in here | before)
            assert close or f"{page}#{section.anchor} {match[0]}" in READ_OFF, (
                f"docs/en/{page}: #{section.anchor}: no run of this section shows {match[0]}; correct it, or add it to READ_OFF if a figure shows it"
            )
        before = here


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
