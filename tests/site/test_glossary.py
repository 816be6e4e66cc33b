"""The glossary is a page to look words up in: letters to jump to, a box to find a term with."""

import re

import pytest
from playwright.sync_api import expect

from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages import order, terms
from fieldguide.languages.strings import strings

each_language = pytest.mark.parametrize("language", LANGUAGES)
ALL = len(terms.concepts())


def path(language, page="glossary/"):
    return f"{'' if language == SOURCE else language + '/'}{page}"


def html_of(built, language, page="glossary/"):
    return (built[0] / path(language, page) / "index.html").read_text("utf-8")


@each_language
def test_every_term_stands_under_its_letter_and_every_letter_is_a_link(built, language):
    html = html_of(built, language)
    row = re.search(r'<nav class="fg-letters".*?</nav>', html, re.S)[0]
    parts = re.split(r'<h2 id="(letter-\w+)">', html)
    under = {anchor: re.findall(r'<dt[^>]*><span id="([\w-]+)"', part) for anchor, part in zip(parts[1::2], parts[2::2], strict=True)}
    assert re.findall(r'href="#([\w-]+)"', row) == list(under)
    wanted = {terms.anchor(row): terms.letter_anchor(order.letter(row[language], language)) for row in terms.concepts()}
    assert {term: letter for letter, found in under.items() for term in found} == wanted
    assert sum(map(len, under.values())) == ALL


@each_language
def test_pages_that_are_looked_up_claim_no_time_of_reading_and_others_do(built, language):
    said = strings(language)["here.minutes"].partition("{")[0]
    for page in ("glossary/", "cheat-sheet/", "errors/autograd/", "zero_grad/accumulation/"):
        summary = re.search(r'<details class="fg-here".*?</summary>', html_of(built, language, page), re.S)[0]
        assert (f"· {said}" in summary) == page.startswith("zero_grad"), page


# Language, what is typed, a term that is left, one that is not: own words, English ones, those of learners; without accents; in any order.
TYPED = [
    ("en", "Descent gradient", "gradient-descent", "gradient"),
    ("en", "梯度下降", "gradient-descent", "gradient"),
    ("en", "slope of a function", "derivative", "slope"),
    ("hi", "फंक्शन", "loss-function", "loss"),
    ("hi", "learning rate", "learning-rate-decay", "loss"),
    ("hi", "dhal", "gradient", "loss"),
    ("zh", "裁剪", "clip-by-value", "norm"),
    ("zh", "l2正则化", "l2-regularization", "norm"),
    ("zh", "斜率向量", "gradient", "slope"),
    ("tr", "ogrenme orani", "learning-rate", "loss"),
    ("tr", "IRAKSAMA", "divergence", "convergence"),
    ("tr", "criterion()", "loss-function", "norm"),
]


@pytest.mark.parametrize(("language", "typed", "left", "gone"), TYPED, ids=[f"{row[0]}-{row[2]}-{at}" for at, row in enumerate(TYPED)])
def test_the_box_leaves_the_terms_that_are_looked_for_and_says_how_many(tab, served, language, typed, left, gone):
    tab.goto(served + path(language), wait_until="load")
    tab.get_by_role("searchbox", name=strings(language)["glossary.find"]).fill(typed)
    seen = tab.locator(".fg-page dt").filter(visible=True)
    expect(tab.locator(f"dt:has(#{left})")).to_be_visible()
    expect(tab.locator(f"dt:has(#{gone})")).to_be_hidden()
    assert tab.locator(".fg-page dd").filter(visible=True).count() == seen.count()
    said = strings(language)["glossary.left"].format(count=seen.count(), all=ALL)
    expect(tab.locator(".fg-find").get_by_role("status")).to_have_text(said)
    letters = [order.letter(text, language) for text in seen.locator("strong").all_inner_texts()]
    assert tab.locator(".fg-letters a").filter(visible=True).all_inner_texts() == list(dict.fromkeys(letters))


def test_without_a_match_the_box_says_so_escape_shows_all_again_and_tab_leads_to_the_letters(tab, served):
    tab.goto(served + path("tr"), wait_until="load")
    seen = tab.locator(".fg-page dt").filter(visible=True)
    tab.locator(".fg-find input").press_sequentially("qqqq")
    expect(tab.locator(".fg-find").get_by_role("status")).to_have_text(strings("tr")["glossary.none"])
    expect(seen).to_have_count(0)
    expect(tab.locator(".fg-page h2").filter(visible=True)).to_have_count(0)
    tab.keyboard.press("Escape")
    expect(seen).to_have_count(ALL)
    expect(tab.locator(".fg-find input")).to_have_value("")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#letter-a"


def test_who_goes_to_a_term_that_is_not_left_sees_it_and_a_letter_leads_to_its_words_below_what_stays_in_sight(tab, served):
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(served + path("hi"), wait_until="load")
    tab.locator(".fg-find input").fill("tensor")
    tab.evaluate("location.hash = 'loss'")
    expect(tab.locator("dt:has(#loss)")).to_be_in_viewport()
    for letter in ("ह", order.LATIN, "अ"):
        tab.locator(".fg-letters a", has_text=re.compile(f"^{letter}$")).click()
        heading = tab.locator(f"#{terms.letter_anchor(letter)}")
        expect(heading).to_be_in_viewport()
        row = tab.locator(".fg-letters").bounding_box()
        assert heading.bounding_box()["y"] >= row["y"] + row["height"], f"{letter}: under the letters"


def test_without_javascript_the_glossary_is_whole(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + path("zh"))
    expect(page.locator(".fg-find")).to_be_hidden()
    expect(page.locator(".fg-page dt").filter(visible=True)).to_have_count(ALL)
    page.locator(".fg-letters a").last.click()
    assert page.url.endswith("#letter-z")
    context.close()
