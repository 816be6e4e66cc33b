"""The recipes of CONTRIBUTING, followed to the letter in a copy: a renamed page, a new chapter, a new term, a fifth language, the settings of an owner; one build.

An error entry needs no step of its own: tests/pages/test_error_index.py shows that every recorded message is in the index."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from parsed import Page

from conftest import SITE_URL, build
from tools.bench_edit import copied

OLD, NEW = "clipping/by-norm.md", "clipping/by-length.md"
PAGE = "---\ndescription: What a chapter of its own shows.\n---\n\n# One more { #one-more }\n\nIt links to [a page](../clipping/by-length.md).\n"
OWNER = """\
  open_notebook: [{name: Elsewhere, url: "https://notebooks.example/{notebook}?from={url}"}]
  other_versions: [{name: PyTorch 2.12, url: "https://guide.example/2.12/"}]"""


def desk(root, *words):
    return subprocess.run([sys.executable, "-m", "fieldguide", *words], cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, check=True)


def edit(path, pattern, replacement, times=1):
    text, found = re.subn(pattern, replacement, path.read_text("utf-8"), flags=re.M)
    assert found >= times, f"{path.name}: CONTRIBUTING.md says that there is {pattern}"
    path.write_text(text, "utf-8")


def new_language(root):
    """Steps 1 to 7, with English in the place of Spanish."""
    edit(root / "fieldguide" / "__init__.py", r'"tr": "tr"\}', '"tr": "tr", "es": "es"}')
    edit(root / "mkdocs.yml", r"^( +- \{locale: )tr(, name: ).*$", r"\g<0>\n\1es\2Español, build: !ENV [GUIDE_ES, true]}")
    edit(root / "theme" / "main.html", r'"tr": "tr_TR"', '"tr": "tr_TR", "es": "es_ES"')
    for path in (root / "fieldguide").rglob("*.toml"):
        edit(path, r"^en = (.*)$", r"\g<0>\nes = \1")
    table = root / "terms" / "terminology.csv"
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8"), newline="")))
    term = dict.fromkeys(rows[0], "") | {"id": "T999", "en": "brand-new term", "page": NEW, "definition_en": "A term of this test."}
    for language in ("hi", "zh", "tr"):
        term |= {language: f"term {language}", f"definition_{language}": "x"}
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "es", "definition_es", "forbidden_es", "also_es"], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "es": row["en"], "definition_es": "", "forbidden_es": "", "also_es": ""} for row in [*rows, term])
    desk(root, "new", "es", "zero_grad/accumulation.md")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the root and the site of the copy, built in English and in the new language."""
    root = copied(tmp_path_factory.mktemp("recipes"))
    desk(root, "rename", OLD, NEW)
    edit(root / "mkdocs.yml", r"^  - reference:$", "  - extra:\n      - extra/one.md\n  - reference:")
    names = "".join(f'{language} = "Extra"\n' for language in ("en", "hi", "zh", "tr"))
    edit(root / "fieldguide" / "languages" / "strings.toml", r"^\[nav\.gradients\]$", f"[nav.extra]\n{names}\n[nav.gradients]")
    (root / "docs" / "en" / "extra").mkdir()
    (root / "docs" / "en" / "extra" / "one.md").write_text(PAGE, "utf-8")
    new_language(root)
    edit(root / "mkdocs.yml", r"^  generator: false$", f"  generator: false\n{OWNER}")
    done = build(root, root / "site", GUIDE_HI="false", GUIDE_ZH="false", GUIDE_TR="false")
    assert done.returncode == 0, done.stdout + done.stderr
    return root, root / "site"


def test_a_renamed_page_is_found_under_both_addresses_and_nothing_names_the_old_one(site):
    root, folder = site
    assert (folder / "clipping" / "by-length" / "index.html").is_file()
    for language in ("", "es/"):
        old = (folder / language / "clipping" / "by-norm" / "index.html").read_text("utf-8")
        assert 'content="0; url=../by-length/"' in old
    for path in [
        *(root / "docs").rglob("*.md"),
        root / "mkdocs.yml",
        *(root / "fieldguide").rglob("*.toml"),
        root / "terms" / "terminology.csv",
        *(root / "terms" / "asked").rglob("*.txt"),
    ]:
        assert "by-norm.md" not in path.read_text("utf-8"), path
    assert "clipping/by-norm" not in (folder / "assets" / "search" / "en.js").read_text("utf-8")


def test_a_new_chapter_has_its_name_and_its_page(site):
    text = (site[1] / "extra" / "one" / "index.html").read_text("utf-8")
    assert "Extra" in text
    assert "One more" in text


def test_a_new_term_stands_in_the_glossary(site):
    assert 'id="brand-new-term"' in (site[1] / "glossary" / "index.html").read_text("utf-8")


def test_a_fifth_language_is_complete_with_english_where_it_has_no_page_yet(site):
    folder = site[1] / "es"
    assert '<html lang="es"' in (folder / "index.html").read_text("utf-8")
    assert 'class="fg-english" lang="en"' in (folder / "clipping" / "by-length" / "index.html").read_text("utf-8")
    known = json.loads((site[1] / "assets" / "search" / "es.js").read_text("utf-8").partition("] = ")[2])
    assert len(known["errors"]) > 50, "search knows the error messages before that chapter is translated"
    assert known["terms"]


@pytest.mark.parametrize(
    ("path", "notebook"), [("", "index.ipynb"), ("zero_grad/accumulation", "zero_grad/accumulation/accumulation.ipynb")]
)
def test_the_owner_of_a_site_can_name_a_place_that_opens_its_notebooks(site, built, path, notebook):
    link = next(a for a in Page(site[1] / "es" / path / "index.html").all("a", rel="external") if "notebooks.example" in a["href"])
    assert link["href"] == f"https://notebooks.example/es/{notebook}?from={SITE_URL}es/{notebook}"
    assert (site[1] / "es" / notebook).is_file()
    assert "notebooks.example" not in (built[0] / "tr" / path / "index.html").read_text("utf-8")


def test_the_owner_of_a_site_can_name_guides_for_other_versions(site, built):
    link = 'href="https://guide.example/2.12/es/zero_grad/accumulation/"'
    assert link in (site[1] / "es" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
    assert "/2.12/" not in (built[0] / "tr" / "zero_grad" / "accumulation" / "index.html").read_text("utf-8")
