"""Code and tables that any screen can show, and verdicts that can be told apart without colour."""

import re

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES
from fieldguide.languages.strings import strings
from fieldguide.pages import reading
from fieldguide.pages.highlight import coloured


def table(*rows):
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def test_the_text_of_code_stays_letter_by_letter():
    code = '<pre><span></span><code><span class="k">for</span> k:\n        <b>print</b>("a line of more than forty letters, in a loop")\n\n</code></pre>'
    assert reading.plain(reading.lines(code)) == reading.plain(code)


def test_cells_of_wide_tables_carry_the_names_of_their_columns_and_small_tables_stay():
    wide = reading.tables(table(("Class", "Default", "What it does"), ("SGD", "0.001", "multiplies the step by what you choose")))
    assert 'data-th="What it does"' in wide
    assert 'role="table"' in wide
    assert "data-cards" not in reading.tables(table(("a", "b", "c"), ("1", "2", "3")))
    assert "data-cards" in reading.tables(table(("选项", "默认值", "作用"), ("T_mult", "1", "相邻周期的长度之比，一个不小于一的整数")))


def test_a_long_line_of_code_breaks_after_a_bracket_and_before_a_method_of_a_result():
    made = coloured("python", "torch.optim.SGD(model.parameters().with_a_name_of_its_own, 3.5)  # (1)!")
    assert made.count("<wbr>") == 2
    assert "SGD(<wbr>model.parameters()<wbr>.with_a" in made


def test_a_long_line_of_code_breaks_no_few_numbers_no_name_and_leaves_no_short_comment_alone():
    made = coloured("python", "first = torch.optim.lr_scheduler.ExponentialLR(torch.full((4, 1), 8.0))  # 2")
    assert "torch.optim.lr_scheduler<wbr>.ExponentialLR(" in made
    assert "torch.full(<wbr>(<span" in made, "the break stands before the numbers, not among them"
    assert '<span class="fg-near">  <span class="c1"># 2</span></span>' in made


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


def luminance(colour):
    """Return the relative luminance of #rgb or #rrggbb, as WCAG 2 defines it."""
    digits = colour.lstrip("#") if len(colour) == 7 else "".join(2 * digit for digit in colour.lstrip("#"))
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


COLOUR = re.compile(r"(--[\w-]+): (#[0-9a-f]{3,6})\b")


@pytest.mark.parametrize("scheme", ["light", "dark", "paper"])
def test_every_colour_of_letters_can_be_read_on_every_ground(scheme):
    css = "".join(part.read_text("utf-8") for part in sorted((ROOT / "theme/assets/guide").glob("*.css")))
    screens = "".join(re.findall(r"^@media screen \{\n(.*?)^\}", css, re.M | re.S))
    dark, papers = (dict(COLOUR.findall(block)) for block in (screens, css.partition("@media print")[2]))
    colours = dict(COLOUR.findall(css.partition("@media")[0])) | {"light": {}, "dark": dark, "paper": papers}[scheme]
    assert "--fg-paper" in dark, "the dark colours stand in @media screen: paper is light"
    letters = [name for name in colours if re.search(r"ink$|soft$|link$|warm$|stale$|-hl-(?!color--).*-color$", name)]
    assert len(letters) >= 15
    mark = sorted((luminance(colours["--fg-ink"]), luminance(colours["--md-typeset-mark-color"])))
    assert mark[1] + 0.05 >= 4.5 * (mark[0] + 0.05), f"theme/assets/guide/: {scheme}: a marked word is too pale (WCAG AA)"
    for name in letters:
        for ground in ("--fg-paper", "--fg-sheet", "--fg-output"):
            one, other = sorted((luminance(colours[name]), luminance(colours[ground])), reverse=True)
            assert (one + 0.05) / (other + 0.05) >= 4.5, f"theme/assets/guide/: {scheme}: {name} on {ground} is too pale (WCAG AA)"
