"""What holds for the text of every page in every language: ids, facts, rules, script, titles, tables, navigation."""

import html
import re

import markdown
import pytest
import yaml
from guide import PAGES, ROOT, SNIPPETS, every_page, every_translation, read, shown, where

from fieldguide import SOURCE
from fieldguide.languages import lint, sections, terms
from fieldguide.languages.strings import strings
from fieldguide.pages import formulas
from fieldguide.pages.blocks import blocks
from fieldguide.run import figures


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


@every_page
def test_a_formula_within_a_line_fits_a_phone(language, page):
    text = re.sub(r"`[^`\n]*`|\$\$.*?\$\$", "", read(language, page), flags=re.DOTALL)
    for latex in re.findall(r"\$([^$\n]+)\$", text):
        signs = html.unescape(re.sub("<[^>]+>", "", formulas.mathml_of(latex, "inline")))
        assert len(signs) <= 22, (
            f"{where(language, page)}: {latex}: browsers do not break it; write two formulas, or one of its own with $$"
        )


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
            plainly = re.sub(r"`[^`]*`|^(?:\w*[A-Z]){2}\w*$", "", section.title)  # the name of a class is the same in every language
            assert section.title != english.title or section.title in SAME or not re.search(r"[a-z]{3}", plainly), (
                f"{place}: heading in English"
            )
            same = set(title.findall(section.text)) & set(title.findall(english.text))
            assert not same, f"{place}: titles in English: {sorted(same)}"
        for _, _, block in blocks(section.text, where(language, page)):
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
        assert f"nav.{chapter}" in strings(SOURCE), (
            f"mkdocs.yml: chapter {chapter}; add [nav.{chapter}] to fieldguide/languages/strings.toml"
        )


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
