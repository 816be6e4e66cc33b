"""The built site: every page in every language, honest about its language, every link alive."""

import gzip
import re
import shutil
import xml.etree.ElementTree as ElementTree
from html import escape as html_escape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from parsed import Page

from conftest import ROOT, SITE_URL, build
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages import terms
from fieldguide.languages.sections import split
from fieldguide.languages.strings import TABLE, flatten, strings
from fieldguide.run.snippets import verified
from fieldguide.site import history, material

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS / SOURCE).as_posix() for path in (DOCS / SOURCE).rglob("*.md"))
EVERY = [(language, page) for language in LANGUAGES for page in PAGES]
every_page = pytest.mark.parametrize(("language", "page"), EVERY, ids=[f"{language}/{page}" for language, page in EVERY])


def where(language, page):
    return f"docs/{language}/{page}"


def url(language, page):
    path = page.removesuffix(".md").removesuffix("index").rstrip("/")
    return "/".join(part for part in ("" if language == SOURCE else language, path) if part) + ("/" if path or language != SOURCE else "")


@pytest.fixture(scope="module")
def html(built):
    """Return relative path → Page of every HTML file of the site."""
    return {file.relative_to(built[0]).as_posix(): Page(file) for file in built[0].rglob("*.html")}


def test_a_strict_build_says_nothing_but_progress(built):
    lines = [line for line in built[1].splitlines() if line.strip() and not line.startswith("INFO")]
    assert not lines, "\n".join(lines)


@every_page
def test_every_source_page_is_on_the_site_in_every_language_with_the_right_language(html, language, page):
    own = html[url(language, page) + "index.html"]
    assert own.all("html")[0]["lang"] == LANGUAGES[language]
    exists = (DOCS / language / page).exists()
    if not exists:
        assert own.all("div", lang="en"), "a page that is not translated must mark its English text"
        assert any("missing" in (a.get("class") or "") for a in own.all("div")), "and say so"


@every_page
def test_every_page_has_the_title_and_description_of_its_own_file(html, language, page):
    own = html[url(language, page) + "index.html"]
    source = DOCS / (language if (DOCS / language / page).exists() else SOURCE) / page
    heading = re.sub(r"[`*\\]", "", split(source.read_text("utf-8"))[0].title)
    title, name = "".join(own.text["title"]), strings(language)["site_name"]
    assert name in title
    assert page == "index.md" or title == f"{heading} · {name}"
    description = yaml.safe_load(source.read_text("utf-8").split("---\n")[1])["description"]
    assert own.all("meta", name="description")[0]["content"] == description


@every_page
def test_menus_and_the_ways_on_call_every_page_what_it_calls_itself(built, language, page):
    """A page's name is asked for while other pages are made: before it is made, and after."""
    own = built[0] / url(language, page) / "index.html"
    html = own.read_text("utf-8")
    links = re.findall(r'<a href="([^"#]+)"[^>]*class="md-nav__link[^>]*>\s*<span class="md-ellipsis">(.*?)</span>', html, re.S)
    links += re.findall(r'<a href="([^"]+)" rel="(?:next|prev)"><small>[^<]*</small>\s*<strong>(.*?)</strong>', html, re.S)
    chapters = {name for key, name in strings(language).items() if key.startswith("nav.") or key == "home"}
    for href, name in links:
        name = " ".join(re.sub(r"<[^>]+>", "", name).split())
        title = re.search(r"<title>(.*?)</title>", (own.parent / href / "index.html").read_text("utf-8"), re.S)[1].split(" · ")[0]
        assert name in chapters or name == title, f"{href} is called {name!r}"
    assert page == "index.md" or len(links) > 4


@every_page
def test_alternates_are_absolute_name_only_pages_that_exist_and_include_the_default(html, language, page):
    own = html[url(language, page) + "index.html"]
    existing = [code for code in LANGUAGES if (DOCS / code / page).exists()]
    found = {a["hreflang"]: a["href"] for a in own.all("link", rel="alternate") if "hreflang" in a}
    if language in existing:
        wanted = {LANGUAGES[code]: SITE_URL + url(code, page) for code in existing} | {"x-default": SITE_URL + url(SOURCE, page)}
        assert found == wanted
        assert own.all("link", rel="canonical")[0]["href"] == SITE_URL + url(language, page)
    else:
        assert found == {}
        assert own.all("link", rel="canonical")[0]["href"] == SITE_URL + url(SOURCE, page)


@every_page
def test_every_section_of_the_english_page_can_be_linked_in_every_language(html, language, page):
    anchors = [section.anchor for section in split((DOCS / SOURCE / page).read_text("utf-8"))]
    own = html[url(language, page) + "index.html"]
    assert [anchor for anchor in anchors if anchor not in own.ids] == []
    repeated = {anchor for anchor in own.ids if own.ids.count(anchor) > 1}
    assert not repeated, f"ids that stand twice: {sorted(repeated)[:5]}"


def test_every_link_and_anchor_of_the_site_resolves(html, built):
    dead = []
    for name, page in html.items():
        base = "https://x/" + name.removesuffix("index.html")
        for tag, key in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "xlink:href")):
            for attributes in page.all(tag):
                link = attributes.get(key) or ""
                link = "https://x/" + link.removeprefix(SITE_URL) if link.startswith(SITE_URL) else urljoin(base, link)
                parts = urlsplit(link)
                if parts.netloc != "x" or name == "404.html":
                    continue
                path = unquote(parts.path).lstrip("/")
                target = path + "index.html" if path.endswith("/") or not path else path
                if target not in html and ("//" in target or not (built[0] / target).is_file()):
                    dead.append(f"{name}: {attributes.get(key)}")
                elif parts.fragment and target in html and tag == "a" and unquote(parts.fragment) not in html[target].ids:
                    dead.append(f"{name}: {attributes.get(key)} (no such section)")
    assert not dead, "\n".join(sorted(set(dead))[:40])


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_a_link_of_a_translated_page_stays_in_its_language(html, language):
    for page in PAGES:
        name = url(language, page) + "index.html"
        for link in html[name].all("a") if (DOCS / language / page).exists() else []:
            target = urlsplit(urljoin(f"https://x/{name}", link.get("href") or ""))
            inside = target.netloc == "x" and "hreflang" not in link and "lang" not in link
            if inside and not re.match(rf"/(?:{language}/|snippets/|assets/|gradient-field-guide-{language}\.)", target.path):
                pytest.fail(f"{where(language, page)}: {link['href']} leads into another language", pytrace=False)


def test_a_page_says_what_its_chapter_answers_and_why_to_go_on(built):
    for language in LANGUAGES:
        text = (built[0] / url(language, "zero_grad/none-or-zero.md") / "index.html").read_text("utf-8")
        here, onward = (
            re.search(r'class="fg-here".*?</details>', text, re.DOTALL)[0],
            re.search(r'class="fg-onward".*?</nav>', text, re.DOTALL)[0],
        )
        for place, page in ((here, "accumulation"), (here, "the-loop"), (onward, "forgetting-zero-grad")):
            source = (DOCS / language / "zero_grad" / f"{page}.md").read_text("utf-8")
            description = yaml.safe_load(source.split("---\n")[1])["description"]
            assert html_escape(description) in place, f"{where(language, page)}: its description is not shown"
        assert here.count('aria-current="page"') == 1
        words = strings(language)
        place = words["here.place"].format(chapter=words["nav.zero_grad"], number=2, count=4)
        assert place in here, f"theme/main.html: {language}: the second of four pages is not called so"
    said = [re.search(r"<summary>(.* · .*)</summary>", file.read_text("utf-8")) for file in built[0].glob("zero_grad/*/index.html")]
    assert len({line[1].rpartition(" · ")[2] for line in said}) > 1, "every page is said to take the same time"


def test_whoever_hears_a_page_is_told_what_each_control_figure_and_part_is(built):
    for path in sorted(built[0].rglob("*.html")):
        page, name = path.read_text("utf-8"), path.relative_to(built[0]).as_posix()
        for about, content in re.findall(r"<button\b([^>]*)>(.*?)</button>", page, re.DOTALL):
            told = (
                "aria-label=" in about or "data-read=" in about or re.sub(r"<[^>]+>", "", content).strip()
            )  # data-read: its script writes it
            assert told, f"{name}: <button{about}> has no name"
        for tag, about in re.findall(r"<(input|nav|dialog|select|textarea)\b([^>]*)>", page):
            told = "aria-label" in about or re.search('type="(?:checkbox|radio|hidden)"', about)  # these have a <label>
            assert told, f"{name}: <{tag}{about}> has no name"
        figures = page.count('<figure class="fg-figure"')
        assert len(re.findall(r'<svg role="img" aria-label="[^"]{20,}"', page)) == figures, f"{name}: a figure without alt text"
        if name == "404.html" or 'http-equiv="refresh"' in page:
            continue
        assert re.search(r'class="fg-search__count"[^>]* aria-live="polite"', page), f"{name}: what search found is not announced"
        menu = re.search(r'<details class="fg-menu">.*?</details>', page, re.DOTALL)[0]
        for code in LANGUAGES.values():
            assert re.search(rf'hreflang="{code}" lang="{code}"', menu), f"{name}: a name in the language menu is not marked as {code}"
        assert menu.count('aria-current="true"') == 1, f"{name}: the language menu does not say which one this is"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_english_terms_on_a_translated_page_are_read_aloud_as_english(built, language):
    pages = [(built[0] / language / page / "index.html").read_text("utf-8") for page in ("zero_grad/accumulation", "clipping/by-norm")]
    assert all(re.search(r'<(?:span|em) lang="en">[a-z ]+</', page.partition("<article")[2]) for page in pages)


def test_the_site_names_no_foreign_resource(html):
    foreign = []
    for name, page in html.items():
        for tag, attributes in page.tags:
            source = (
                attributes.get("src")
                or (attributes.get("href") if tag == "link" and attributes.get("rel") not in ("canonical", "alternate") else "")
                or ""
            )
            if re.match(r"(https?:)?//", source):
                foreign.append(f"{name}: <{tag}> {source}")
    assert not foreign, "\n".join(foreign[:20])


def test_every_page_names_its_licence_in_its_own_language_and_breaks_no_date(built):
    for language in LANGUAGES:
        text = (built[0] / url(language, "zero_grad/accumulation.md") / "index.html").read_text("utf-8")
        foot = re.search(r'<div class="md-copyright".*?</footer>', text, re.DOTALL)[0]
        assert strings(language)["share.licence"] in foot
        assert f'lang="{LANGUAGES[language]}"' in foot
        said = re.search(r'<p class="fg-dates">(?!<a)(.*?)</p>', text)
        assert not said or re.search(r"<time>\d{4}-\d\d-\d\d</time>", said[1])


def test_what_is_pasted_into_the_loop_checker_is_not_said_to_need_a_copy_of_the_guide(html):
    for language in LANGUAGES:
        lines = {
            page: html[url(language, page) + "index.html"].all("p", **{"class": "fg-how"})
            for page in ("check/index.md", "check/zeroing.md")
        }
        assert [len(found) for found in lines.values()] == [0, 1]


def test_the_404_page_speaks_every_language_and_its_links_work_at_any_depth(html):
    page = html["404.html"]
    assert {a["lang"] for a in page.all("section")} == set(LANGUAGES.values())
    links = [a["href"] for a in page.all("a")]
    path = urlsplit(SITE_URL).path
    assert links == [path] + [f"{path}{language}/" for language in LANGUAGES if language != SOURCE]
    text = "".join(part for parts in page.text.values() for part in parts)
    for language in LANGUAGES:
        assert strings(language)["404_text"] in text


def test_the_sitemap_lists_every_existing_page_with_absolute_alternates(built):
    tree = ElementTree.parse(built[0] / "sitemap.xml").getroot()
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = sorted(element.text for element in tree.iterfind("s:url/s:loc", spaces))
    assert found == sorted(SITE_URL + url(language, page) for language, page in EVERY if (DOCS / language / page).exists())
    for language, page in EVERY:
        existing = [code for code in LANGUAGES if (DOCS / code / page).exists()]
        if language not in existing:
            continue
        entry = next(one for one in tree.iterfind("s:url", spaces) if one.find("s:loc", spaces).text == SITE_URL + url(language, page))
        wanted = {LANGUAGES[code]: SITE_URL + url(code, page) for code in existing} | {"x-default": SITE_URL + url(SOURCE, page)}
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.iterfind("x:link", spaces)}
        assert links == wanted, f"theme/sitemap.xml: alternates of {where(language, page)}"
        changed = history.last(language, page)
        assert entry.findtext("s:lastmod", None, spaces) == (changed and changed.date), (
            f"theme/sitemap.xml: lastmod of {where(language, page)}"
        )


def test_every_snippet_is_published_as_script_and_notebook(built):
    for path in (ROOT / "snippets").glob("*/*.py"):
        script = built[0] / path.relative_to(ROOT)
        assert script.is_file(), f"{path.relative_to(ROOT)} is not published"
        assert "--8<--" not in script.read_text("utf-8")
        assert not re.search(r"# \(\d+\)!", script.read_text("utf-8"))
        assert script.with_suffix(".ipynb").is_file()


def test_no_markdown_or_directive_is_left_in_a_page(html):
    for name, page in html.items():
        text = "\n".join(part for tag in ("p", "li", "td", "h1", "h2", "h3", "figcaption") for part in page.text.get(tag, []))
        for rest in ("///", "](", "!!!", "{ #", "en=", "```", "caption:", "alt:", "\\("):
            assert rest not in text, (
                f"{name}: {rest!r} is left in the text: …{text[max(0, text.index(rest) - 60) : text.index(rest) + 40]}…"
            )


@pytest.mark.parametrize("key", sorted(flatten(__import__("tomllib").loads(TABLE.read_text("utf-8")))))
def test_every_text_of_the_interface_stands_in_every_language(key):
    texts = flatten(__import__("tomllib").loads(TABLE.read_text("utf-8")))[key]
    assert list(texts) == list(LANGUAGES), f"fieldguide/languages/strings.toml: [{key}]"
    placeholders = {tuple(sorted(re.findall(r"\{\w+\}", text))) for text in texts.values()}
    assert len(placeholders) == 1, f"fieldguide/languages/strings.toml: [{key}]: the placeholders differ"
    copies = [
        language
        for language in LANGUAGES
        if language != SOURCE and texts[language] == texts[SOURCE] and key not in ("site_name", "language_name")
    ]
    assert not copies, f"fieldguide/languages/strings.toml: [{key}]: English in {copies}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_of_the_interface_is_not_that_of_another_place_or_language(language):
    known = {}
    for key, texts in flatten(__import__("tomllib").loads(TABLE.read_text("utf-8"))).items():
        part = re.split(r"[._](?!.*\.)", key)[0]  # what stands together on a page
        other, english = known.setdefault((part, texts[language]), (key, texts[SOURCE]))
        assert english == texts[SOURCE], f"fieldguide/languages/strings.toml: [{key}] {language} is the text of [{other}]"
        for name, letters in (("hi", "[ऀ-ॣ०-ॿ]"), ("zh", "[一-鿿]")):
            assert bool(re.search(letters, texts[language])) == (name == language), (
                f"fieldguide/languages/strings.toml: [{key}] {language}: in which language is this?"
            )


def test_every_formula_is_mathml_that_was_understood(built):
    for language, page in EVERY:
        file = built[0] / url(language, page) / "index.html"
        text = file.read_text("utf-8")
        formulas = re.findall(r"<math\b.*?</math>", text, re.DOTALL)
        assert 'class="arithmatex"' not in text, f"{where(language, page)}: a formula was not rendered"
        for formula in formulas:
            assert re.match(r'<math alttext="[^"]+"', formula), (
                f"{where(language, page)}: fieldguide/pages/formulas.py: no text for the formula"
            )
            drawn = re.sub(r"<annotation.*?</annotation>|alttext=\"[^\"]*\"", "", formula, flags=re.DOTALL)
            unknown = re.search(r">([^<]*\\[^<]*)<", drawn)
            assert not unknown, f"{where(language, page)}: unknown LaTeX {unknown[1]!r}; write simpler LaTeX"


def test_every_link_to_the_glossary_shows_its_definition(html):
    for language, page in EVERY:
        definitions = {terms.anchor(row): terms.definition(row, language).replace("`", "") for row in terms.table()}
        for link in html[url(language, page) + "index.html"].all("a"):
            anchor = re.search(r"glossary/#([\w-]+)$", link.get("href") or "")
            if anchor and "headerlink" not in (link.get("class") or ""):
                assert (link.get("title") or "").endswith(definitions[anchor[1]]), f"{where(language, page)}: {link['href']}: no definition"


def test_search_engines_may_come_and_browsers_know_the_width(html, built):
    robots = (built[0] / "robots.txt").read_text("utf-8")
    assert "Allow: /\n" in robots
    assert "Disallow: /" not in robots
    assert re.search(r"^Sitemap: https://\S+/sitemap\.xml$", robots, re.M)
    for name, page in html.items():
        metas = {(a.get("name") or a.get("property") or ""): a.get("content") for a in page.all("meta")}
        assert "width=device-width" in metas.get("viewport", ""), f"{name}: no viewport"
        assert ("noindex" in metas.get("robots", "")) == (name == "404.html"), f"{name}: robots {metas.get('robots')}"
        assert page.all("link", rel="icon"), f"{name}: no icon"
        assert page.all("link", rel="stylesheet"), f"{name}: no style"
        if name != "404.html":
            assert metas["og:locale"][:2] == re.search(r'<html lang="(..)', (built[0] / name).read_text("utf-8"))[1] or page.all(
                "div", lang="en"
            )
            for key in ("og:title", "og:description", "og:url", "og:locale", "og:site_name"):
                assert metas.get(key), f"{name}: no {key}"


def test_every_page_with_code_says_with_which_versions_it_was_recorded(html):
    for language, page in EVERY:
        own = html[url(language, page) + "index.html"]
        shows = any("fg-output" in (a.get("class") or "") for _, a in own.tags)
        said = [a for a in own.all("p") if a.get("class") == "fg-verified"]
        assert len(said) == int(shows), f"{where(language, page)}: {len(said)} lines “recorded with PyTorch”"
        text = "".join(own.text["p"])
        assert not shows or strings(language)["verified"].format(**verified(ROOT / "snippets")) in text


def test_every_heading_offers_its_link_in_the_readers_language(html):
    for language, page in EVERY:
        own = html[url(language, page) + "index.html"]
        links = {a["href"]: a.get("title") for a in own.all("a") if a.get("class") == "headerlink"}
        for section in split((DOCS / (language if (DOCS / language / page).exists() else SOURCE) / page).read_text("utf-8")):
            assert links.get(f"#{section.anchor}") == strings(language)["permalink"], (
                f"{where(language, page)}: #{section.anchor} has no link"
            )


def test_no_style_script_or_attribute_names_a_foreign_host(html, built):
    foreign = re.compile(r"(?:https?:)?//(?!www\.w3\.org)[\w-]+\.\w")
    for name, page in html.items():
        for tag, attributes in page.tags:
            for key in ("srcset", "poster", "data", "style", "action", "background", "imagesrcset"):
                assert not foreign.search(attributes.get(key) or ""), f"{name}: <{tag} {key}={attributes[key]!r}>"
    for file in built[0].rglob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
        found = re.search(r"@import[^;]*|url\(\s*[\"']?(?:https?:)?//[^)]*\)", css)
        assert not found, f"{file.relative_to(built[0])}: {found[0]}: no style comes from elsewhere"
    for file in (ROOT / "theme").rglob("*"):
        if file.suffix in (".js", ".html"):
            code = re.sub(r"^\s*//.*$|\{#.*?#\}", "", file.read_text("utf-8"), flags=re.M | re.DOTALL)
            found = foreign.search(code)
            assert not found, f"{file.relative_to(ROOT)}: {found[0]}…: nothing is fetched from elsewhere"


# What ends a build at three places: before it, at its page, after all pages.
MISTAKES = {
    "form": (
        "## No id\n\n$\\left($",
        ["/verification.md:", "heading without an id; write: ## No id { #short-english-id }", "cannot read the formula"],
    ),
    "snippet": ("/// snippet | zero_grad/nowhere\n///", ["no snippet 'zero_grad/nowhere'; write snippets/zero_grad/nowhere.py"]),
    "link": ("[x](glossary.md#nowhere)", ["en/verification.md", "nowhere"]),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_stops_the_build_and_names_the_place_without_a_traceback(tmp_path, mistake):
    added, said = MISTAKES[mistake]
    for name in ("snippets", "theme", "fieldguide", "terms"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    page = tmp_path / "docs" / "en" / "verification.md"
    page.write_text(page.read_text("utf-8") + f"\n{added}\n", "utf-8")
    done = build(tmp_path, tmp_path / "site", GUIDE_HI="false", GUIDE_ZH="false", GUIDE_TR="false")
    assert done.returncode != 0
    for part in said:
        assert part in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_what_is_left_out_of_materials_stylesheet_is_on_no_page_and_in_no_script(html):
    found = set()
    for name, page in html.items():
        for tag, attributes in page.tags:
            names = [f".{one}" for one in (attributes.get("class") or "").split()] + [
                f"[{key}={value}]"
                for key, value in attributes.items()
                if key != "data-md-toggle"  # a checkbox that nothing checks
            ]
            found |= {f"{name}: <{tag}> {one}" for one in names if material.DEAD.match(one)}
            assert not re.search(r"^__tabbed_\d+_[3-9]$", attributes.get("id") or ""), (
                f"{name}: sets of three tabs need a rule in theme/assets/guide/5-code.css"
            )
    for script in (ROOT / "theme" / "assets").rglob("*.js"):
        if script.parent.name != "editor":
            given = re.findall(r'(?:className: |classList\.\w+\()["`]([\w -]+)', script.read_text("utf-8"))
            found |= {f"{script.name}: {one}" for names in given for one in names.split() if material.DEAD.match(f".{one}")}
    assert not found, "\n".join(sorted(found)[:10]) + "\ndelete its pattern in fieldguide/site/material.py"


def test_a_first_page_weighs_60_kb_at_most_and_the_next_20_as_a_rule(html, built):
    def weight(path):
        return len(gzip.compress((built[0] / path).read_bytes(), 9))

    whole, own = {}, {}
    for name, page in html.items():
        loaded = [a["href"] for a in page.all("link", rel="stylesheet")] + [a["src"] for a in page.all("script") if a.get("src")]
        files = {urlsplit(urljoin(f"https://x/{name}", link)).path.lstrip("/") for link in loaded if name != "404.html"}
        own[name] = weight(name)
        whole[name] = own[name] + sum(map(weight, files))
    heavy = {name: size for name, size in whole.items() if size > 60_000} | {name: size for name, size in own.items() if size > 30_000}
    assert not heavy, heavy
    assert sorted(own.values())[len(own) * 8 // 10] <= 20_000
