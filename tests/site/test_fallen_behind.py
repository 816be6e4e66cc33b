"""What happens when a translation falls behind, and that nothing else changes: a copy of the guide, changed, built elsewhere, and read."""

import re
import zipfile

import pytest
from parsed import Page

from conftest import ROOT, build
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.sections import split, stamp
from fieldguide.languages.strings import strings
from tools.bench_edit import copied

ACCUMULATION = "zero_grad/accumulation"
OTHERWISE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "tr_TR.UTF-8", "GIT_DIR": str(ROOT / ".git")}


@pytest.fixture(scope="module")
def drifted(tmp_path_factory):
    """Return the site of a copy, built elsewhere and otherwise, whose translations were made of another text of one English section; one Turkish section and one Hindi page are missing."""
    root = copied(tmp_path_factory.mktemp("copy here"))
    english = (root / "docs" / SOURCE / f"{ACCUMULATION}.md").read_text("utf-8")
    changed = next(section for section in split(english) if section.level == 2)
    for language in LANGUAGES:  # the copy starts with every translation current, whatever the state of today's pages
        own = root / "docs" / language / f"{ACCUMULATION}.md"
        if language != SOURCE:
            text = stamp(english, own.read_text("utf-8") if own.exists() else english)
            own.write_text(re.sub(rf"(#{changed.anchor} en=)\w+", r"\g<1>00000000", text), "utf-8")
    turkish = root / "docs" / "tr" / f"{ACCUMULATION}.md"
    gone = split(turkish.read_text("utf-8"))[2]
    turkish.write_text(turkish.read_text("utf-8").replace(gone.text, ""), "utf-8")
    (root / "docs" / "hi" / "zero_grad" / "none-or-zero.md").unlink(missing_ok=True)
    done = build(root, root / "site", **OTHERWISE)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site", changed.anchor, gone.anchor


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_an_english_section_that_was_another_one_is_announced_at_that_section_only(drifted, language):
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_site_itself_says_is_marked_with_its_own_language_as_the_text_around_it_may_be_english(built, language):
    for page, lines in (("check", 2), ("optimizers/momentum", 3)):
        text = (built[0] / ("" if language == SOURCE else language) / page / "index.html").read_text("utf-8")
        found = re.findall(r'<(noscript><p|p class="fg-(?:verified|how)")([^>]*)>', text)
        assert len(found) >= lines, "theme/main.html: where are these lines?"
        for line, about in found:
            assert about == f' lang="{LANGUAGES[language]}"', f"theme/main.html: {language}/{page}: <{line}{about}> has no lang"


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


def test_another_folder_another_seed_and_another_place_make_the_same_bytes_of_what_did_not_fall_behind(drifted, built):
    concerned = r"^(?:hi|zh|tr)/|[-/](?:hi|zh|tr)[./]|^translations|none-or-zero/index.html$|^(?:build.json|sitemap.xml|llms-full.txt|gradient-field-guide-en.zip)$"
    files = [path.relative_to(drifted[0]) for path in drifted[0].rglob("*") if path.is_file()]
    same = [path for path in files if not re.search(concerned, path.as_posix())]
    assert len(same) > 1000
    changed = [path.as_posix() for path in same if (drifted[0] / path).read_bytes() != (built[0] / path).read_bytes()]
    assert not changed, changed[:10]
    for name, read in (("sitemap.xml", places), ("gradient-field-guide-en.zip", entries)):  # two that are made of all pages
        assert read(drifted[0] / name) == read(built[0] / name), name
    assert not list(built[0].rglob("*.gz")), "gzip writes the time of the build"


def places(path):
    """Return the lines of the sitemap, each a page, without the page of which one language is missing."""
    lines = [line for line in path.read_text("utf-8").splitlines() if "<loc>" in line]
    assert len(lines) > 100
    return [line for line in lines if "/none-or-zero/" not in line]


def entries(path):
    """Return the files of an archive with their dates and rights, without the page that lists what fell behind."""
    with zipfile.ZipFile(path) as packed:
        return [
            (one.filename, one.date_time, one.external_attr, one.CRC) for one in packed.infolist() if "translations" not in one.filename
        ]
