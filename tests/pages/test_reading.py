"""Code and tables that any screen can show, and verdicts that can be told apart without colour."""

import doctest
import re

from conftest import ROOT
from fieldguide import LANGUAGES
from fieldguide.languages.strings import strings
from fieldguide.pages import reading


def table(*rows):
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def test_the_examples_hold():
    assert doctest.testmod(reading).failed == 0


def test_the_text_of_code_stays_letter_by_letter():
    code = '<pre><span></span><code><span class="k">for</span> k:\n        <b>print</b>("a line of more than forty letters, in a loop")\n\n</code></pre>'
    assert reading.plain(reading.lines(code)) == reading.plain(code)


def test_cells_of_wide_tables_carry_the_names_of_their_columns_and_small_tables_stay():
    wide = reading.tables(table(("Class", "Default", "What it does"), ("SGD", "0.001", "multiplies the step by what you choose")))
    assert 'data-th="What it does"' in wide
    assert 'role="table"' in wide
    assert "data-cards" not in reading.tables(table(("a", "b", "c"), ("1", "2", "3")))


def test_columns_of_numbers_are_aligned():
    made = reading.tables(table(("lr", "loss"), ("0.1", "small"), ("−0.25", "large")))
    assert re.findall(r"<td data-number>(.*?)<", made) == ["lr", "0.1", "−0.25"]


def test_every_verdict_of_the_old_posts_has_its_mark():
    for language in LANGUAGES:
        rows = [
            line.split("|")
            for line in (ROOT / "docs" / language / "old-posts.md").read_text("utf-8").splitlines()
            if re.match(r"\| \w+\d", line)
        ]
        words = {strings(language)[f"verdict.{key}"] for key in reading.VERDICTS}
        assert {cells[2].strip() for cells in rows} == words
