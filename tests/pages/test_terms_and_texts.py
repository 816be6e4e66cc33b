"""The terminology and the texts of the interface."""

import re
import tomllib

import pytest
from guide import PAGES, ROOT, every_page, read, where

from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages import lint, sections, terms
from fieldguide.languages.strings import TABLE, flatten
from fieldguide.search import asked


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
def test_learners_words_lead_to_pages_and_sections_of_today(language):
    assert asked.asked(ROOT / "docs", language)  # each line that does not is named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_keeps_the_rules_of_its_language_and_the_code_of_the_english_one(language):
    for row in terms.table():
        text = row[f"definition_{language}"]
        assert not lint.check(text, language, f"terms/terminology.csv: {row['id']} definition_{language}")
        code = re.compile("`[^`]+`")
        assert sorted(code.findall(text)) == sorted(code.findall(row["definition_en"])), f"{row['id']} definition_{language}: other code"


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
        filled = re.sub(r"\{\w+\}", lint.CODE, text)  # a place to be filled is there for the rules, as code is
        found = [] if key == "language_name" else lint.check(filled, language, f"fieldguide/languages/strings.toml: [{key}] {language}")
        assert not found, "\n".join(found)
        tags = re.findall(r"<(/?)(\w+)", text)
        assert [t for s, t in tags if not s] == [t for s, t in tags if s], (
            f"fieldguide/languages/strings.toml: [{key}] {language}: close the tag"
        )
        assert re.findall(r"<\w+[^>]*>", text) == re.findall(r"<\w+[^>]*>", texts[SOURCE]), f"[{key}] {language}: other tags than English"


def test_every_text_that_a_template_or_the_kit_asks_for_exists():
    known = flatten(tomllib.loads(TABLE.read_text("utf-8")))
    files = [*(ROOT / "theme").rglob("*.html"), *(ROOT / "fieldguide").rglob("*.py")]
    for path in files:
        text = path.read_text("utf-8")
        asked = re.findall(r"""\b(?:ui|words)\[['"]([\w.]+)['"]\]""", text) + re.findall(r"""strings\(\w+\)\[['"]([\w.]+)['"]\]""", text)
        for key in asked:
            assert key in known, (
                f"{path.relative_to(ROOT)} asks for [{key}]; add it to fieldguide/languages/strings.toml in {len(LANGUAGES)} languages"
            )
