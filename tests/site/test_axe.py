"""Pages of every type as axe sees them: no violation, in any language, light or dark, on a phone or a desktop, with all that can be opened open."""

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES, address

AXE = ROOT / ".venv" / "editor" / "node_modules" / "axe-core" / "axe.min.js"
# One page of every type: home, notes, figures with tables, formulas, errors, cards, glossary, print sheet, editor, explorer, state of the translations, no page.
TYPES = (
    "index.md",
    "zero_grad/accumulation.md",
    "schedules/cycles.md",
    "optimizers/adam.md",
    "errors/autograd.md",
    "old-posts.md",
    "glossary.md",
    "cheat-sheet.md",
    "check/index.md",
    "explorer/index.md",
    "translations.md",
    "no-such-page.md",
)
SCREENS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]
OPEN = "for (const folded of document.querySelectorAll('details')) folded.open = true"
FOUND = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  found => `${found.id} (${found.impact}): ` + found.nodes.slice(0, 3).map(node => node.target.join(" ")).join(" | "))"""


@pytest.fixture(scope="module")
def screen(chromium):
    """Return a function: colours and width → a page of such a screen; one of each for all tests here."""
    kept = {}

    def page(scheme, width):
        if (scheme, width) not in kept:
            kept[scheme, width] = chromium.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 844}, reduced_motion="reduce", bypass_csp=True
            )
        return kept[scheme, width].new_page()

    yield page
    for context in kept.values():
        context.close()


def violations(page):
    """Return what axe finds on a page, a line for each rule."""
    assert AXE.is_file(), "axe is not here; run `make test`, which puts it into .venv/editor"
    page.add_script_tag(path=AXE)
    return page.evaluate(FOUND)


# Each page type on each screen, each language on each page type; all products would take four times as long.
CASES = [(name, language, *SCREENS[(row + column) % 4]) for row, name in enumerate(TYPES) for column, language in enumerate(LANGUAGES)]


@pytest.mark.parametrize(("name", "language", "scheme", "width"), CASES)
def test_axe_finds_nothing_on_a_page_with_everything_unfolded(screen, served, name, language, scheme, width):
    page = screen(scheme, width)
    page.goto(served + address(name, language), wait_until="networkidle")
    page.evaluate(OPEN)
    found = violations(page)
    page.close()
    assert not found, "\n".join(found)


# What a reader does on a page, and what is there afterwards.
OPENED = {
    "search": (lambda page: (page.locator(".fg-search-open").click(), page.keyboard.type("adam")), ".fg-search__results a"),
    "the drawer": (lambda page: page.locator(".fg-drawer").click(), ".md-sidebar--primary"),
    "a replay": (lambda page: page.locator(".fg-try button").first.click(), ".fg-replay"),
    "a note": (lambda page: page.locator(".md-annotation__index").first.click(), ".md-annotation .md-tooltip"),
}


@pytest.mark.parametrize("what", OPENED)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_something_lies_over_the_page(screen, served, what, scheme):
    page, (does, shown) = screen(scheme, 390), OPENED[what]
    page.goto(served + address("zero_grad/accumulation.md", "tr"), wait_until="networkidle")
    does(page)
    page.locator(shown).first.wait_for()
    found = violations(page)
    page.close()
    assert not found, "\n".join(found)
