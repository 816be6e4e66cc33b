"""The pages of the guide, for the tests of this room."""

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE, files
from fieldguide.pages.blocks import blocks

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
PAGES = {
    language: sorted(path.relative_to(DOCS / language).as_posix() for path in (DOCS / language).rglob("*.md")) for language in LANGUAGES
}
EVERY = [(language, page) for language in LANGUAGES for page in PAGES[language]]
TRANSLATED = [(language, page) for language, page in EVERY if language != SOURCE]
every_page = pytest.mark.parametrize(("language", "page"), EVERY, ids=[f"{language}/{page}" for language, page in EVERY])
every_translation = pytest.mark.parametrize(("language", "page"), TRANSLATED, ids=[f"{language}/{page}" for language, page in TRANSLATED])


def read(language, page):
    return files.read(DOCS / language / page)


def raw(language, page):
    """Return the text whatever it is: a page with a mistake fails in its test, not before all tests."""
    return (DOCS / language / page).read_text("utf-8", "replace")


def where(language, page):
    return f"docs/{language}/{page}"


def shown(language, page):
    """Return (ref, block) of every snippet that a page shows."""
    found = blocks(read(language, page), where(language, page))
    return [(ref, block) for _, _, block in found for ref in block.refs]
