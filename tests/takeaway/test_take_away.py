"""What readers take away: notebooks and scripts of pages and snippets, and the archives."""

import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.run import snippets

PAGES = sorted(path.relative_to(ROOT / "docs" / SOURCE) for path in (ROOT / "docs" / SOURCE).rglob("*.md"))


def files(site, language, page):
    """Return the notebook and the script of a page."""
    root = site if language == SOURCE else site / language
    folder = root / (page.parent if page.stem == "index" else page.with_suffix(""))
    return folder / f"{page.stem}.ipynb", folder / f"{page.stem}.py"


def printed(cell):
    return "".join(output["text"] for output in cell["outputs"] if output["output_type"] == "stream")


def test_every_snippet_is_a_notebook_that_holds_its_code_and_its_output(built):
    for path in (ROOT / "snippets").glob("*/*.py"):
        book = nbformat.read((built[0] / path.relative_to(ROOT)).with_suffix(".ipynb"), 4)
        (cell,) = book.cells
        assert cell.source.strip() == (built[0] / path.relative_to(ROOT)).read_text("utf-8").strip()
        assert printed(cell) == snippets.load(ROOT / "snippets", path.relative_to(ROOT / "snippets").with_suffix("").as_posix()).output


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_a_valid_notebook_and_a_script_in_its_language(built, language):
    for page in PAGES:
        book_file, script_file = files(built[0], language, page)
        book = nbformat.read(book_file, 4)
        nbformat.validate(book)
        prose = "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
        assert not [mark for mark in ("{ #", "///", "!!! ", "</div>") if mark in prose], (
            f"{book_file}: markup that only the site understands"
        )
        assert "](../" not in prose, f"{book_file}: a relative link leads nowhere"
        script = script_file.read_text("utf-8")
        compile(script, str(script_file), "exec")
        assert all(line in script for cell in book.cells if cell.cell_type == "code" for line in cell.source.splitlines())
        html = book_file.with_name("index.html").read_text("utf-8")
        assert f'href="{page.stem}.ipynb" download' in html
        assert f'href="{page.stem}.py" download' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_archive_of_a_language_holds_every_page(built, language):
    with zipfile.ZipFile(built[0] / f"gradient-field-guide-{language}.zip") as packed:
        assert sorted(packed.namelist()) == sorted(page.with_suffix(end).as_posix() for page in PAGES for end in (".ipynb", ".py"))


def test_notebooks_that_are_run_print_what_was_recorded(built, tmp_path):
    recorded = [nbformat.read(files(built[0], "tr", Path(page))[0], 4) for page in ("zero_grad/accumulation.md", "debugging/inspect.md")]
    cells = [cell for book in recorded for cell in [*book.cells, new_code_cell("%reset -f")]]  # one kernel: it imports torch for seconds
    run = new_notebook(
        cells=[nbformat.NotebookNode(cell | {"id": str(number)}) for number, cell in enumerate(cells)], metadata=recorded[0].metadata
    )
    NotebookClient(run, timeout=60, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    for before, after in zip(cells, run.cells, strict=True):
        if before.cell_type == "code":
            assert printed(after).replace(" (Triggered internally", "") == printed(before), before.source
