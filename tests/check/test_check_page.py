"""The page “Check my loop”, in a real browser: what it finds, shows, repairs and announces."""

import re

import pytest
from playwright.sync_api import expect

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.strings import strings
from fieldguide.pages import checker

DOCS = ROOT / "docs"
LOOP = (ROOT / "snippets" / "check" / "no_zero_grad_wrong.py").read_text("utf-8")


@pytest.fixture
def page(tab):
    return tab


def write(page, text):
    """Replace the text of the editor, as pasting does."""
    page.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visitor_sees_at_once_what_the_page_does_in_every_language(page, served, language):
    words, folder = strings(language), "" if language == SOURCE else f"{language}/"
    page.goto(f"{served}{folder}check/")
    status = page.locator(".fg-check__status")
    expect(status).to_have_text(words["check.found"].format(error=1, likely=0, hint=0))
    found = page.locator(".fg-check__item")
    expect(found).to_have_count(1)
    expect(found).to_contain_text(words["check.line"].format(line=16))
    plain = re.sub("`|[{].*?[}]", "", checker.rules(DOCS, language)["clip-after-step"]["text"])
    expect(found).to_contain_text(plain[:20])
    for link in found.locator("a").all():
        assert page.request.get(link.evaluate("link => link.href")).ok
    expect(page.locator(".cm-lint-marker-error")).to_have_count(1)
    expect(page.locator(".cm-lintRange-error")).not_to_have_count(0)


def test_a_repair_can_be_looked_at_applied_and_taken_back(page, served):
    page.goto(f"{served}check/")
    item = page.locator(".fg-check__item")
    item.get_by_role("button", name="Show the repair").click()
    lines = item.locator(".fg-check__diff :is(del, ins)").all_inner_texts()
    assert sorted(line.strip()[0] for line in lines) == ["+", "-"]
    item.get_by_role("button", name="Apply the repair").click()
    expect(page.locator(".fg-check__status")).to_contain_text("The repair is applied.")
    expect(page.locator(".fg-check__status")).to_contain_text("This does not prove that the loop is right.")
    expect(page.locator(".fg-check__item")).to_have_count(0)
    page.keyboard.press("ControlOrMeta+z")
    expect(page.locator(".fg-check__item")).to_have_count(1)


def test_what_is_typed_or_pasted_is_checked_and_walked_by_keyboard(page, served):
    page.goto(f"{served}check/")
    write(page, LOOP.replace("loss.backward()", "loss.backward").replace("optimizer.step()", "optimizer.step"))
    expect(page.locator(".fg-check__item")).to_have_count(2)
    page.locator(".cm-content").focus()
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.press("F8")
    expect(page.locator(".cm-activeLine")).to_contain_text("loss.backward")
    page.keyboard.press("F8")
    expect(page.locator(".cm-activeLine")).to_contain_text("optimizer.step")
    page.locator(".fg-check__line").first.press("Enter")
    expect(page.locator(".cm-content")).to_be_focused()
    write(page, "x = 1\n")
    expect(page.locator(".fg-check__status")).to_contain_text("no training loop")
    page.get_by_role("button", name="Show the example again").click()
    expect(page.locator(".fg-check__item")).to_have_count(1)


def test_the_page_fits_a_phone_and_announces_its_findings(chromium, served):
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{served}check/")
    expect(page.get_by_role("status").filter(has_text="Errors: 1.")).to_be_visible()
    page.get_by_role("button", name="Show the repair").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_no_other_page_loads_the_checker(built):
    for path in built[0].rglob("*.html"):
        if path.parent.name != "check":
            assert "assets/check/" not in path.read_text("utf-8"), f"{path}: loads the checker"


def test_an_unzipped_copy_checks_too(page, built):
    page.goto((built[0] / "check" / "index.html").as_uri())
    expect(page.locator(".fg-check__status")).to_have_text("Errors: 1. Likely mistakes: 0. Hints: 0.")
    write(page, LOOP)
    expect(page.locator(".fg-check__item")).to_contain_text("Nothing zeroes the gradients")
