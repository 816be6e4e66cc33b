"""How a block becomes code, output and figure, and what an author is told who gets it wrong."""

import html
import os
import re
import time

import pytest

from fieldguide import GuideError
from fieldguide.files import read
from fieldguide.languages.strings import strings
from fieldguide.pages.expand import Page

# What an author gets wrong, and what is said.


def expand(body, snippet="x = 1\n", output="", figure=None, folder=None):
    (folder / "t").mkdir()
    (folder / "t" / "a.py").write_text(snippet)
    (folder / "t" / "a.out").write_text(output)
    if figure:
        (folder / "t" / "a.svg").write_text(figure)
    return Page(folder, strings("tr"), "../", "docs/tr/p.md").expand(body)


def plain(page):
    """Return a page without the tags of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


FIGURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>loss</text></svg>'


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("\n/// snippet | t/b\n///\n", "docs/tr/p.md:2: no snippet 't/b'"),
        ("/// snippet | t/a\n", "docs/tr/p.md:1: this block is not closed"),
        ("/// snipet | t/a\n///\n", "docs/tr/p.md:1: unknown block"),
        ("/// snippet | t/a\n1. One\n///\n", "docs/tr/p.md:1: t/a has the annotations [], the block explains [1]"),
        ("/// snippet | t/a:x\n///\n", "docs/tr/p.md:1: snippets/t/a.py has no section 'x'"),
        ("/// predict | t/a\n///\n", "docs/tr/p.md:1: a predict block starts with its question"),
        ("/// snippet | t/a\ncaption: C\nalt: A\n///\n", "docs/tr/p.md:1: t/a does not draw"),
        ("/// tabs | t/a t/a\n- one\n///\n", "docs/tr/p.md:1: 2 tabs need 2 labels"),
        ("/// snippet | t/a t/a\n///\n", "docs/tr/p.md:1: a snippet block shows one snippet"),
    ],
)
def test_a_mistake_in_a_block_is_one_line_with_page_line_and_remedy(tmp_path, body, message):
    with pytest.raises(GuideError) as error:
        expand(body, folder=tmp_path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("", "t/a draws: add `caption:` and `alt:`"),
        ("caption: C\nalt: A\nlabel step: adım\n", "the figure of t/a has no text 'step'; it has: loss"),
    ],
)
def test_a_figure_without_its_texts_is_named(tmp_path, keys, message):
    with pytest.raises(GuideError) as error:
        expand(f"/// snippet | t/a\n{keys}///\n", figure=FIGURE, folder=tmp_path)
    assert message in str(error.value)


def test_a_block_becomes_code_annotations_output_figure_and_links(tmp_path):
    body = "/// snippet | t/a\n1. Bir **not**.\n\ncaption: Kayıp.\nalt: Bir eğri.\nlabel loss: kayıp\n///\n"
    page = expand(body, "x = 1  # (1)!\nprint(x)\n", "1\n", FIGURE, tmp_path)
    assert '<div class="language-python fg-code highlight" data-ref="t/a" data-line="1"><span class="filename">t/a.py</span>' in page
    assert plain(page).count("x = 1  # (1)!\n    print(x)\n") == 1
    assert "1. Bir **not**." in page
    assert '<div class="language-text fg-output highlight"><span class="filename">Çıktı</span>' in page
    assert plain(page).index("print(x)") < plain(page).index("Çıktı1\n")
    assert page.index("<figure") < page.index("???") < page.index("fg-code") < page.index("fg-output"), "the figure first, its code folded"
    assert "<text>kayıp</text>" in page
    assert 'aria-label="Bir eğri."' in page
    assert 'href="../snippets/t/a.py" download' in page
    assert 'href="../snippets/t/a.ipynb"' in page


def test_a_prediction_hides_the_output_and_a_solution_hides_everything(tmp_path):
    page = expand("/// predict | t/a\nKaç?\n///\n", "print(7)\n", "7\n", folder=tmp_path)
    assert page.index("Kaç?") < page.index("t/a.py") < page.index("???") < page.index("fg-output")
    solved = Page(tmp_path, strings("tr")).expand("/// solution | t/a\n///\n")
    assert solved.startswith("???")
    assert "print(7)" in plain(solved.partition("    ``` fg-html")[2])


def test_a_block_keeps_the_indentation_of_a_list_or_callout(tmp_path):
    page = expand('!!! tip "A"\n\n    /// snippet | t/a\n    ///\n', output="1\n2\n", folder=tmp_path)
    assert all(line.startswith("    ") for line in page.splitlines()[2:] if line)


def test_tabs_show_several_snippets_under_labels_of_the_page(tmp_path):
    page = expand("/// tabs | t/a t/a\n- Norm\n- Değer\n///\n", "print(7)\n", "7\n", folder=tmp_path)
    assert page.count('=== "') == 2
    assert '=== "Değer"\n\n    ``` fg-html\n    <div class="language-python fg-code highlight" data-ref="t/a"' in page


def test_what_a_figure_draws_is_folded_below_it_as_a_table_in_the_words_of_the_page(tmp_path):
    drawn = '[["step", "loss", [["a & b", 40, [[0, 2.5], [39, null]]], ["Adam", 2, [[0, 1], [1, 3]]]]]]'.replace("&", "&amp;")
    figure = FIGURE.replace("<text>", f"<desc>{drawn}</desc><text>step</text><text>")
    page = expand("/// figure | t/a\ncaption: C\nalt: A\nlabel loss: kayıp\nlabel step: adım\n///\n", figure=figure, folder=tmp_path)
    words = strings("tr")
    assert f'<details class="fg-data"><summary>{words["data.table"]}</summary><table><caption>kayıp · ' in page
    assert words["data.cut"].format(shown=2, all=40) in page
    assert (
        '<tr><th scope="col">adım</th><th scope="col">a &amp; b</th></tr></thead><tbody><tr><th scope="row">0</th><td>2.5</td></tr>' in page
    )
    assert '<tr><th scope="row">39</th><td></td></tr>' in page
    assert page.count("<table>") == 2, "curves with other places on the x axis have a table of their own"
    assert "<desc>" not in page


def test_a_figure_can_stand_alone(tmp_path):
    page = expand("/// figure | t/a\ncaption: Kayıp.\nalt: Bir eğri.\n///\n", figure=FIGURE, folder=tmp_path)
    assert "<figure" in page
    assert ".fg-code" not in page


def test_code_on_a_page_says_which_snippet_it_is_and_at_which_line_of_its_file_it_starts(tmp_path):
    code = "# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n# --8<-- [start:b]\n\nprint(x)\n# --8<-- [end:b]\n"
    page = expand("/// snippet | t/a:b\n///\n", code, code.replace("x = 1\n", "").replace("print(x)", "1"), None, tmp_path)
    assert 'data-ref="t/a:b" data-line="6">' in page


def test_a_file_that_changed_is_read_anew_even_within_one_tick_of_its_clock(tmp_path):
    path, now = tmp_path / "page.md", time.time_ns()
    for text, seconds in (("old", 200), ("new", 100), ("one", 0), ("two", 0)):
        path.write_text(text)
        os.utime(path, ns=(now, now - seconds * 10**9))
        assert read(path) == text
