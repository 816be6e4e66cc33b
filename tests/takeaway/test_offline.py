"""The copy that is opened from a disk: what a reader does there works, with nothing but the unzipped files."""

import json
import zipfile

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES
from fieldguide.languages.strings import strings
from tools import offline

PAGE = "zero_grad/accumulation/index.html"


@pytest.fixture(scope="module")
def copy(built, tmp_path_factory):
    """Return the unzipped copy of the site."""
    root = tmp_path_factory.mktemp("offline")
    offline.main(str(built[0]), str(root / "guide.zip"))
    with zipfile.ZipFile(root / "guide.zip") as packed:
        packed.extractall(root)
    return root / "gradient-field-guide"


@pytest.fixture
def page(tab, copy):
    """Open a page of the copy; everything that its scripts complain of fails the test."""
    page, said = tab, []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto((copy / PAGE).as_uri())
    yield page
    assert not said, said


def test_every_link_between_pages_names_a_file_and_no_module_is_left(copy):
    for file in copy.rglob("*.html"):
        html = file.read_text("utf-8")
        assert ' type="module"' not in html, file
        for match in offline.LINK.finditer(html):
            assert match[2] == "" or (file.parent / match[2]).is_file() or file.name == "404.html", f"{file.relative_to(copy)}: {match[2]}"


def test_a_link_leads_to_a_section_of_another_page_and_the_menu_to_another_language(page, copy):
    page.goto(f"{(copy / PAGE).as_uri()}#in-place")
    page.click(".fg-menu summary")
    page.click('.fg-menu a[lang="hi"]')
    assert page.url == f"{(copy / 'hi' / PAGE).as_uri()}#in-place"


def test_a_recorded_run_is_stepped_through_and_a_change_is_shown(page):
    words = strings("en")
    code = page.locator(".fg-code[data-replay][data-changes]").first
    code.get_by_role("button", name=words["replay.step"]).click()
    page.wait_for_selector(".fg-replay, .fg-player, [class*=fg-step]", state="attached")
    code.get_by_role("button", name=words["replay.change"]).click()
    page.wait_for_selector("[class*=fg-change]", state="attached")


def test_the_explorer_draws(page, copy):
    page.goto((copy / "explorer" / "index.html").as_uri())
    page.wait_for_selector(".fg-explorer svg path", state="attached")


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds(page, copy, language):
    page.goto((copy / ("" if language == "en" else language) / "index.html").as_uri())
    page.click(".fg-search-open")
    page.keyboard.type("zero_grad")
    page.wait_for_selector(".fg-search__results a mark")
    page.click(".fg-search__results a")
    assert page.url.partition("#")[0].endswith("index.html")


def test_a_file_that_scripts_ask_for_is_handed_over_by_a_script(copy):
    found = (copy / "assets" / "replay" / "texts-hi.json.js").read_text("utf-8")
    name, text = json.loads(f"[{found.strip().removeprefix('fgFile(').removesuffix(')')}]")
    assert name == "assets/replay/texts-hi.json"
    assert json.loads(text)["step"] == strings("hi")["replay.step"]


def test_two_copies_are_the_same_bytes(built):
    assert offline.files(built[0]) == offline.files(built[0])
    assert (ROOT / "tools" / "offline.js").is_file()
