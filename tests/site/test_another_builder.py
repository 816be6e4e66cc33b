"""The guide does not depend on its builder: plain Python-Markdown, which knows nothing of MkDocs or Material, builds pages from the Markdown twins."""

import html
import re

import markdown
import pytest

from conftest import ROOT, SITE_URL
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.sections import split

PAGES = [
    "index.md",
    "zero_grad/accumulation.md",
    "gradients/leaves-and-none.md",
    "clipping/by-norm.md",
    "errors/autograd.md",
    "old-posts.md",
]


def text_of(page):
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_builder_makes_pages_with_the_same_sections_code_and_links(built, language, page):
    folder = built[0] if language == SOURCE else built[0] / language
    made = markdown.markdown((folder / page).read_text("utf-8"), extensions=["fenced_code", "attr_list", "tables"])
    source = ROOT / "docs" / (language if (ROOT / "docs" / language / page).exists() else SOURCE) / page
    anchors = [section.anchor for section in split(source.read_text("utf-8"))]
    assert [anchor for anchor in re.findall(r'<h[1-6] id="([\w-]+)"', made) if anchor in anchors] == anchors
    site = (folder / page.removesuffix(".md").removesuffix("index") / "index.html").read_text("utf-8")
    for kind in ("fg-code", "fg-output"):  # what the site shows as code or output is in the other page, letter by letter
        shown = [text_of(code) for code in re.findall(rf'<div class="[^"]*{kind}.*?<code>(.*?)</code>', site, re.S)]
        assert shown or page in ("errors/index.md", "old-posts.md")
        blocks = [" ".join(text_of(block).replace(")!", ")").split()) for block in re.findall(r"<code[^>]*>(.*?)</code>", made, re.S)]
        for block in shown:
            assert " ".join(block.replace(")!", ")").split()) in blocks, block
    for link in re.findall(r'<a href="([^"]+)"', made):
        assert link.startswith("http"), link
        if link.startswith(SITE_URL):
            path, _, anchor = link.removeprefix(SITE_URL).partition("#")
            file = built[0] / path / "index.html" if path.endswith("/") or not path else built[0] / path
            assert file.is_file(), link
            assert not anchor or f'id="{html.escape(anchor)}"' in file.read_text("utf-8"), link
