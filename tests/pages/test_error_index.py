"""The error index: a pasted line leads to the section that explains it, whatever page recorded it."""

import re

import pytest

from fieldguide import ROOT, SOURCE
from fieldguide.pages.blocks import blocks
from fieldguide.pages.error_index import index, messages, shape
from fieldguide.run import snippets

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"


def test_every_message_that_a_page_shows_can_be_pasted():
    known = {shape(entry["text"]) for entry in index(DOCS, SNIPPETS, SOURCE)}
    for path in sorted((DOCS / SOURCE).rglob("*.md")):
        for _, _, block in blocks(path.read_text("utf-8"), str(path)):
            for text in messages("".join(snippets.load(SNIPPETS, name).output for name in block.refs)):
                start = shape(text)
                assert any(one.startswith(start) for one in known), f"{path.relative_to(ROOT)}: no entry for: {text}"


def test_the_overview_names_every_entry():
    chapter = DOCS / SOURCE / "errors"
    overview = (chapter / "index.md").read_text("utf-8")
    for path in chapter.glob("*.md"):
        for anchor in re.findall(r"\{ #(e-[\w-]+)", path.read_text("utf-8")):
            assert f"]({path.name}#{anchor})" in overview, f"docs/en/errors/index.md: no line leads to {path.name}#{anchor}"


def test_the_entry_of_the_error_chapter_comes_before_other_pages():
    places = ["errors/" in entry["url"] for entry in index(DOCS, SNIPPETS, SOURCE)]
    assert places == sorted(places, reverse=True)
    assert not all(places), "messages of other chapters are in the index too"


@pytest.mark.parametrize("language", ["hi", "zh", "tr"])
def test_a_message_can_be_pasted_in_every_language(language):
    english = [(entry["text"], entry["url"]) for entry in index(DOCS, SNIPPETS, SOURCE)]
    assert [(entry["text"], entry["url"].removeprefix(f"{language}/")) for entry in index(DOCS, SNIPPETS, language)] == english


def test_the_wording_of_another_device_or_version_can_be_pasted():
    texts = {entry["text"]: entry["url"] for entry in index(DOCS, SNIPPETS, SOURCE)}
    wording = "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!"
    assert texts[wording].endswith("#e-device-mismatch")
