"""What other programs read of the guide: Markdown twins, llms.txt, the feed, JSON-LD, pictures, dates; and the links that tell of a problem."""

import html
import json
import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from conftest import REPO_URL, ROOT, SITE_URL
from fieldguide import LANGUAGES, SOURCE, address
from fieldguide.languages.sections import split
from fieldguide.languages.strings import strings
from fieldguide.pages.blocks import blocks
from fieldguide.run import snippets
from fieldguide.site import feed, history, linked_data, listing

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS / SOURCE).as_posix() for path in (DOCS / SOURCE).rglob("*.md"))
CHAPTER = {page: name for name, page in listing.order(yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["nav"])}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MARKUP = re.compile(r"^/// |^!!! |^=== \"|\{ #|\{ \.|</?div|fg-html", re.M)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def folder(site, language):
    return site if language == SOURCE else site / language


def html_of(site, language, page):
    path = page.removesuffix(".md").removesuffix("index")
    return (folder(site, language) / path / "index.html").read_text("utf-8")


def description(language, page):
    return yaml.safe_load((DOCS / language / page).read_text("utf-8").split("---\n")[1])["description"]


@each_language
def test_every_page_has_a_markdown_twin_with_its_sections_code_outputs_and_figures(built, language):
    for page in PAGES:
        twin = (folder(built[0], language) / page).read_text("utf-8")
        source = (DOCS / (language if (DOCS / language / page).exists() else SOURCE) / page).read_text("utf-8")
        for section in split(source):
            assert f" {{#{section.anchor}}}\n" in twin, f"{language}/{page}: no section #{section.anchor}"
        for _, _, block in blocks(source, page):
            for ref in block.refs:
                output = snippets.load(ROOT / "snippets", ref).output.rstrip()
                assert output in twin, f"{language}/{page}: the output of {ref} is not there"
        prose = re.sub(r"^(`{3,}).*?^\1$", "", twin, flags=re.M | re.S)
        assert not MARKUP.search(prose), f"{language}/{page}: {MARKUP.search(prose)[0]!r} is markup that only the site understands"
        for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", twin):
            assert target.startswith(SITE_URL), f"{language}/{page}: {target}"
            assert (built[0] / target.removeprefix(SITE_URL)).is_file(), f"{language}/{page}: there is no {target}"
        assert f"<{listing.root(SITE_URL, language)}" in twin.splitlines()[-1]
        assert "![](" not in twin, f"{language}/{page}: a figure without a text"
        assert strings(language)["share.licence"] in twin.splitlines()[-1], f"{language}/{page}: whoever takes it is not told the licence"
        twin_link = re.search(
            r'<link rel="alternate" type="text/markdown" href="(?:\.\./)*\.?/?([^"]+)"', html_of(built[0], language, page)
        )
        assert twin_link[1] == f"{'' if language == SOURCE else f'{language}/'}{page}"


@each_language
def test_llms_txt_lists_every_page_of_its_language_and_the_other_languages(built, language):
    text = (folder(built[0], language) / "llms.txt").read_text("utf-8")
    assert text.startswith(f"# {strings(language)['site_name']}\n\n> ")
    links = re.findall(r"^- \[.+?\]\((\S+)\)", text, re.M)
    existing = [page for page in PAGES if (DOCS / language / page).exists()]
    assert sorted(link for link in links if link.endswith(".md")) == sorted(listing.root(SITE_URL, language) + page for page in existing)
    for link in links:
        assert (built[0] / link.removeprefix(SITE_URL)).is_file(), link
    assert sum(link.endswith("llms.txt") for link in links) == len(LANGUAGES) - 1
    for page in existing:
        assert f"{page}): {description(language, page)}\n" in text, f"{language}/llms.txt does not say what {page} is about"
    full = (folder(built[0], language) / "llms-full.txt").read_text("utf-8")
    assert all((folder(built[0], language) / page).read_text("utf-8").strip() in full for page in existing)


@each_language
def test_the_feed_and_the_dates_are_what_git_says(built, language):
    known = history.changes()
    path = folder(built[0], language) / "feed.xml"
    assert path.exists() == bool(known), "a feed is there if, and only if, git knows the history"
    text = html_of(built[0], language, "zero_grad/accumulation.md")
    assert ('type="application/atom+xml"' in text) == bool(known)
    assert ('<p class="fg-dates">' in text) == bool(known)
    assert ("<lastmod>" in (built[0] / "sitemap.xml").read_text("utf-8")) == bool(known)
    if known:
        for page in PAGES:
            own, english = (change and change.date[:10] for change in (history.last(language, page), history.last(SOURCE, page)))
            key = "share.changed" if language == SOURCE else "share.changed_translation"
            dates = re.search(r'<p class="fg-dates">(.*?)</p>', html_of(built[0], language, page))
            wanted = (
                strings(language)[key].format(date=f"<time>{own}</time>", english=f"<time>{english}</time>") if own and english else None
            )
            assert (dates and dates[1]) == wanted, f"theme/main.html: the dates of {language}/{page}"
        tree = ElementTree.parse(path).getroot()
        dates = [element.text for element in tree.iterfind("a:entry/a:updated", ATOM)]
        assert 0 < len(dates) <= feed.NEWEST
        assert tree.find("a:updated", ATOM).text == dates[0] == max(dates)
        own = {link.attrib["rel"]: link.attrib["href"] for link in tree.iterfind("a:link", ATOM)}
        assert own == {"self": listing.root(SITE_URL, language) + "feed.xml", "alternate": listing.root(SITE_URL, language)}
        assert tree.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == LANGUAGES[language]
        summaries = [element.text for element in tree.iterfind("a:entry/a:summary", ATOM)]
        assert len(summaries) == len(dates)
        pages = {SITE_URL + address(page, language): page for page in PAGES}
        for entry in tree.iterfind("a:entry", ATOM):
            page = pages[entry.find("a:link", ATOM).attrib["href"]]
            said = [entry.findtext(f"a:{name}", None, ATOM) for name in ("title", "summary", "updated")]
            changed = history.last(language, page).date
            assert said == [heading(language, page), description(language, page), changed], f"feed.xml: the entry of {language}/{page}"
        ids = [element.text for element in tree.iterfind("a:entry/a:id", ATOM)]
        assert len(set(ids)) == len(ids)


def heading(language, page):
    return split((DOCS / language / page).read_text("utf-8"))[0].title.replace("`", "")


def data_of(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])["@graph"]


@each_language
def test_every_page_says_what_it_is_and_the_way_to_it_in_json_ld(built, language):
    for page in PAGES:
        html = html_of(built[0], language, page)
        article, way = data_of(html)
        written = language if (DOCS / language / page).exists() else SOURCE
        assert article["@type"] == "TechArticle"
        assert article["description"] == description(written, page)
        assert article["license"] == linked_data.LICENCE == "https://creativecommons.org/licenses/by/4.0/"
        assert article["author"]["name"] == article["publisher"]["name"] == strings(written)["site_name"]
        changed = history.last(written, page)
        assert article.get("dateModified") == (changed and changed.date)
        assert article["inLanguage"] == LANGUAGES[written]
        assert article["url"] == re.search(r'<link rel="canonical" href="(.*?)"', html)[1]
        assert article["headline"] == heading(written, page)
        work = {"@type": "TechArticle", "url": SITE_URL + address(page), "inLanguage": SOURCE}
        assert article.get("translationOfWork") == (work if written != SOURCE else None), (
            f"linked_data.py: the original of {language}/{page}"
        )
        places = way["itemListElement"]
        assert [item["position"] for item in places] == list(range(1, len(places) + 1))
        assert places[-1]["item"] == article["url"]
        assert page == "index.md" or places[0]["name"] == strings(written)["site_name"]
        assert len(places) < 3 or places[1]["name"] == strings(written)[f"nav.{CHAPTER[page]}"], f"{language}/{page}: its chapter"
        for item in places:
            assert (built[0] / item["item"].removeprefix(SITE_URL) / "index.html").is_file()
        assert "</" not in json.dumps(article) or "<\\/" in html


@each_language
def test_who_shares_a_page_shares_its_own_address_title_description_and_picture(built, language):
    for page in PAGES:
        text = html_of(built[0], language, page)
        written = language if (DOCS / language / page).exists() else SOURCE
        shared = {name: html.unescape(said) for name, said in re.findall(r'<meta property="og:(\w+)" content="(.*?)">', text)}
        wanted = {
            "url": re.search(r'<link rel="canonical" href="(.*?)"', text)[1],
            "title": strings(written)["site_name"] if page == "index.md" else heading(written, page),
            "description": description(written, page),
            "image": f"{SITE_URL}assets/cards/{written}.jpg",
        }
        for name, said in wanted.items():
            assert shared[name] == said, f"theme/main.html, theme/partials/share.html: og:{name} of {language}/{page}"
        assert data_of(text)[0]["image"] == shared["image"], f"theme/partials/share.html: the picture of {language}/{page}"


def test_no_page_consists_of_questions_so_none_claims_to_be_a_faq(built):
    assert not [path for path in built[0].rglob("*.html") if "FAQPage" in path.read_text("utf-8")]


def test_a_text_cannot_end_the_script_of_the_json_ld():
    found = linked_data.of(DOCS, ["index.md"], SOURCE, "index.md", SITE_URL, "</script><script>", SITE_URL)
    assert "</" not in found
    assert json.loads(found)["@graph"][0]["description"] == "</script><script>"


@each_language
def test_every_page_has_a_picture_of_its_language_of_the_size_it_says(built, language):
    html = html_of(built[0], language, "glossary.md")
    image = re.search(r'<meta property="og:image" content="(.*?)">', html)[1]
    data = (built[0] / image.removeprefix(SITE_URL)).read_bytes()
    frame = re.search(rb"\xff\xc0..\x08(....)", data, re.S)[1]  # the frame header of a JPEG: height, width
    assert (int.from_bytes(frame[2:]), int.from_bytes(frame[:2])) == (1200, 630)
    assert '<meta name="twitter:card" content="summary_large_image">' in html


@each_language
def test_each_section_offers_to_tell_of_a_problem_and_to_edit_with_its_place_filled_in(chromium, served, built, language):
    page = chromium.new_page()
    path = f"{'' if language == SOURCE else language + '/'}zero_grad/accumulation/"
    words = strings(language)
    page.goto(served + path)
    page.wait_for_selector("#what-each-backward-does .fg-tell", state="attached")
    report, edit = page.locator("#what-each-backward-does .fg-tell a").all()
    query = parse_qs(urlsplit(report.get_attribute("href")).query)
    assert query["title"] == [f"{language}/zero_grad/accumulation.md#what-each-backward-does: "]
    for part in (f"{served}{path}#what-each-backward-does", words["share.question"], f"docs/{language}/zero_grad/accumulation.md"):
        assert part in query["body"][0]
    title = next(
        s.title for s in split((DOCS / language / "zero_grad/accumulation.md").read_text("utf-8")) if s.anchor == "what-each-backward-does"
    )
    assert report.get_attribute("aria-label") == words["share.report"].format(section=title.replace("`", ""))
    assert edit.get_attribute("href") == f"{REPO_URL}/edit/main/docs/{language}/zero_grad/accumulation.md"
    page.close()
