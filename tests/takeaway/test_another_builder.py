"""The guide does not depend on its builder: plain Python-Markdown, which knows nothing of MkDocs or Material, builds pages from the Markdown twins."""

import html
import re

import markdown
import pytest

from conftest import ROOT, SITE_URL
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.sections import split

EVERY = sorted(path.relative_to(ROOT / "docs" / SOURCE).as_posix() for path in (ROOT / "docs" / SOURCE).rglob("*.md"))
PAGES = {SOURCE: EVERY} | dict.fromkeys(
    (language for language in LANGUAGES if language != SOURCE),
    ["index.md", "zero_grad/accumulation.md", "clipping/by-norm.md", "old-posts.md"],
)


def text_of(page):
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize(("language", "page"), [(language, page) for language, pages in PAGES.items() for page in pages])
def test_another_builder_makes_pages_with_the_same_sections_code_figures_and_links(built, language, page):
    folder = built[0] if language == SOURCE else built[0] / language
    made = markdown.markdown((folder / page).read_text("utf-8"), extensions=["fenced_code", "attr_list", "tables"])
    source = ROOT / "docs" / (language if (ROOT / "docs" / language / page).exists() else SOURCE) / page
    anchors = [section.anchor for section in split(source.read_text("utf-8"))]
    assert [anchor for anchor in re.findall(r'<h[1-6] id="([\w-]+)"', made) if anchor in anchors] == anchors
    site = (folder / page.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8")
    blocks = [text_of(block) for block in re.findall(r"<pre><code[^>]*>(.*?)</code></pre>", made, re.S)]
    for kind in ("fg-code", "fg-output"):  # what the site shows as code or output is in the other page, letter by letter
        for code in re.findall(rf'<div class="[^"]*{kind} .*?<code>(.*?)</code>', site, re.S):
            shown = re.sub(r"\((\d+)\)!?", r"(\1)", text_of(code))  # the mark of a note
            assert shown.rstrip("\n") in (re.sub(r"\((\d+)\)!?", r"(\1)", block).rstrip("\n") for block in blocks), shown
    drawn = re.findall(r'<img alt="([^"]*)" src="([^"]+)"', made)
    assert len(drawn) == len(re.findall(r'<figure class="fg-figure', site))
    for alt, address in drawn:
        assert alt, address
        assert (built[0] / address.removeprefix(SITE_URL)).is_file(), address
    for link in re.findall(r'<a href="([^"]+)"', made):
        assert link.startswith("http"), link
        if link.startswith(SITE_URL):
            path, _, anchor = re.sub(r"\?[^#]*", "", link.removeprefix(SITE_URL)).partition("#")
            file = built[0] / path / "index.html" if path.endswith("/") or not path else built[0] / path
            assert file.is_file(), link
            assert not anchor or f'id="{html.escape(anchor)}"' in file.read_text("utf-8"), link
