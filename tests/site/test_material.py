"""Rules that nobody needs are left out of Material's stylesheet; all others stay as they are."""

import pytest

from fieldguide.site.material import lean, needed, rules


def test_rules_are_taken_apart_whatever_stands_in_their_texts():
    css = '@charset "UTF-8";a{b:c}@media print{d{e:f}g{h:url("data:;{}")}}'
    assert list(rules(css)) == [("a", "b:c"), ("@media print", 'd{e:f}g{h:url("data:;{}")}')]


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-search{a:b}p{c:d}", "p{c:d}"),
        (".md-search,.md-nav{a:b}", ".md-nav{a:b}"),
        (".md-nav .md-search__form>a{a:b}", ""),
        ("@media print{.md-version{a:b}}", ""),
        ("@media print{.md-version{a:b}.md-nav{c:d}}", "@media print{.md-nav{c:d}}"),
        ("p:not(.inline){a:b}", "p:not(.inline){a:b}"),
        (":is(.a,.b) p,[dir=rtl] p{a:b}", ":is(.a,.b) p{a:b}"),
        (
            ".tabbed-set>input:nth-child(2):checked{a:b}.tabbed-set>input:nth-child(12):checked{a:b}",
            ".tabbed-set>input:nth-child(2):checked{a:b}",
        ),
        ("a:not(.focus-visible){b:c}", "a:not(:focus-visible){b:c}"),
        ("a:after{b:c;-webkit-mask-image:var(--i);mask-image:var(--i)}", "a:after{b:c;}"),
        ("a{mask-image:var(--i)}", ""),
        ("@keyframes x{0%{a:b}}", "@keyframes x{0%{a:b}}"),
    ],
)
def test_a_rule_goes_if_all_its_selectors_name_something_unused(css, left):
    assert lean(css) == left


def test_a_variable_stays_if_a_rule_or_a_file_of_the_theme_asks_for_it():
    css = ':root{--a:url("x;y");--b:1px;--c:2px;color:red}p{margin:var(--b)}'
    assert needed(css, "i { top: var(--c) }") == ":root{--b:1px;--c:2px;color:red}p{margin:var(--b)}"
