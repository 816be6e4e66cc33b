"""The whole guide of a language as one book: every page in order, links inside it, figures, and files that readers can open."""

import re
import shutil
import xml.etree.ElementTree as ElementTree
import zipfile

import pytest

from conftest import ROOT, SITE_URL
from fieldguide import LANGUAGES
from fieldguide.languages.sections import split
from fieldguide.languages.strings import strings
from tools import book


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_holds_every_section_once_and_its_links_lead_to_sections_of_it(built, language):
    text = book.composed(built[0], language)
    ids = re.findall(r"^#{2,6} .* \{#([\w-]+)\}$", text, re.M)
    assert len(set(ids)) == len(ids)
    for path in (ROOT / "docs" / language).rglob("*.md"):
        name = path.relative_to(ROOT / "docs" / language).with_suffix("").as_posix().replace("/", "-")
        for section in split(path.read_text("utf-8")):
            assert f"{name}--{section.anchor}" in ids, f"{language}: {name} #{section.anchor}"
    inside = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert len(inside) > 100
    assert not inside - set(ids), sorted(inside - set(ids))[:5]
    prose = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.M | re.S)
    outside = [link for link in re.findall(r"\]\((\S+?)\)", prose) if link.startswith(SITE_URL) and link.endswith("/")]
    assert not outside, f"a link to a page leaves the book: {outside[:5]}"
    figures = re.findall(r"!\[[^\]]+\]\((\S+?)\)", text)
    assert figures
    assert all(link.endswith(".svg") and "://" not in link for link in figures)


def test_pandoc_makes_an_epub_with_contents_formulas_and_figures(built, tmp_path):
    if not shutil.which("pandoc"):
        pytest.skip("no pandoc here; make book installs it, or: apt-get install pandoc")
    text = book.composed(built[0], "hi").partition("\n# ")
    part = text[0] + "\n" + re.search(r"^## [^\n]*\{#clipping-by-norm--.*?(?=^## )", text[2], re.M | re.S)[0]
    part = re.sub(r"\]\(#[^)]*\)", "](#home)", part)
    book.pandoc(part, tmp_path / "part.epub", book.metadata(built[0], "hi"), "--epub-chapter-level=2")
    with zipfile.ZipFile(tmp_path / "part.epub") as packed:
        assert packed.read("mimetype") == b"application/epub+zip"
        pages = {name: packed.read(name).decode() for name in packed.namelist() if name.endswith(("xhtml", ".opf"))}
    for page in pages.values():
        ElementTree.fromstring(page.encode())
    whole = "".join(pages.values())
    assert strings("hi")["site_name"] in whole
    assert 'lang="hi"' in whole
    assert "<math" in whole
    assert "<dc:language>hi</dc:language>" in whole


def test_a_page_links_the_books_of_its_language_once(built):
    html = (built[0] / "hi" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    made = book.linked(book.linked(html, "hi"), "hi")
    for kind in ("pdf", "epub"):
        assert made.count(f'href="../../../gradient-field-guide-hi.{kind}" download') == 1
    assert book.linked("<p>no archive</p>", "hi") == "<p>no archive</p>"
