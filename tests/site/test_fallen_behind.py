"""What happens when a translation falls behind: a copy of the guide, changed, built, and read."""

import re
import shutil

import pytest
from parsed import Page

from conftest import ROOT, SITE_URL, build
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.sections import split, stamp
from fieldguide.languages.strings import strings


@pytest.fixture(scope="module")
def drifted(tmp_path_factory):
    """Return the site of a copy in which one English section changed, one Turkish section and one Hindi page are missing."""
    root = tmp_path_factory.mktemp("drifted")
    for name in ("docs", "snippets", "theme", "fieldguide", "terms"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    elsewhere = '\n  open_notebook: [{name: Elsewhere, url: "https://notebooks.example/{notebook}?from={url}"}]\n  other_versions: [{name: PyTorch 2.12, url: "https://guide.example/2.12/"}]\n'
    (root / "mkdocs.yml").write_text(settings.replace("\n  generator: false\n", f"\n  generator: false{elsewhere}"), "utf-8")
    page = root / "docs" / "en" / "zero_grad" / "accumulation.md"
    for language in LANGUAGES:  # the copy starts with every translation current, whatever the state of today's pages
        own = root / "docs" / language / "zero_grad" / "accumulation.md"
        if language != SOURCE:
            own.write_text(stamp(page.read_text("utf-8"), (own if own.exists() else page).read_text("utf-8")), "utf-8")
    sections = split(page.read_text("utf-8"))
    changed = next(section for section in sections if section.level == 2)
    page.write_text(page.read_text("utf-8").replace(changed.text, changed.text + "\nA new sentence.\n"), "utf-8")
    turkish = root / "docs" / "tr" / "zero_grad" / "accumulation.md"
    gone = split(turkish.read_text("utf-8"))[2]
    turkish.write_text(turkish.read_text("utf-8").replace(gone.text, ""), "utf-8")
    (root / "docs" / "hi" / "zero_grad" / "none-or-zero.md").unlink(missing_ok=True)
    done = build(root, root / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", changed.anchor, gone.anchor


@pytest.mark.parametrize(
    ("path", "notebook"), [("", "index.ipynb"), ("zero_grad/accumulation", "zero_grad/accumulation/accumulation.ipynb")]
)
def test_the_owner_of_a_site_can_name_a_place_that_opens_its_notebooks(drifted, built, path, notebook):
    page = Page(drifted[0] / "tr" / path / "index.html")
    link = next(a for a in page.all("a", rel="external") if "notebooks.example" in a["href"])
    assert link["href"] == f"https://notebooks.example/tr/{notebook}?from={SITE_URL}tr/{notebook}"
    assert (drifted[0] / "tr" / notebook).is_file()
    assert "notebooks.example" not in (built[0] / "tr" / path / "index.html").read_text("utf-8")


def test_the_owner_of_a_site_can_name_guides_for_other_versions(drifted, built):
    link = 'href="https://guide.example/2.12/tr/zero_grad/accumulation/"'
    assert link in (drifted[0] / "tr" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    assert "/2.12/" not in (built[0] / "tr" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_a_changed_english_section_is_announced_at_that_section_only(drifted, language):
    site, anchor, _ = drifted
    text = (site / language / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    assert text.count(strings(language)["stale_title"]) == 1
    notice = text.index(strings(language)["stale_title"])
    before = text[:notice]
    assert re.findall(r'<h[1-6] id="([\w-]+)"', before)[-1] == anchor
    assert f"../../../zero_grad/accumulation/#{anchor}" in text[notice : notice + 600]


def test_a_missing_section_stands_in_english_marked_as_english(drifted):
    site, _, gone = drifted
    text = (site / "tr" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    part = text[text.index('<div class="fg-english" lang="en"') :]
    assert f'id="{gone}"' in part
    assert text.count(strings("tr")["missing_title"]) == 1


def test_a_missing_page_is_english_inside_the_language_and_is_no_alternate(drifted):
    site, _, _ = drifted
    page = Page(site / "hi" / "zero_grad" / "none-or-zero" / "index.html")
    assert page.all("html")[0]["lang"] == "hi"
    assert page.all("div", lang="en")
    assert not [a for a in page.all("link", rel="alternate") if "hreflang" in a]
    before = (site / "hi" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    assert re.search(r'rel="next"><small>[^<]*</small>\s*<strong lang="en">', before), "theme/main.html: the next page's title is English"
    assert '<li data-page="zero_grad/none-or-zero.md" lang="en">' in before, "theme/main.html: its line in the chapter is English"
    english = Page(site / "zero_grad" / "none-or-zero" / "index.html")
    assert "hi" not in [a.get("hreflang") for a in english.all("link", rel="alternate")]
    assert "hi/zero_grad/none-or-zero" not in (site / "sitemap.xml").read_text("utf-8")
