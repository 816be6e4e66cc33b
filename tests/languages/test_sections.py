"""A translation knows which of its sections have fallen behind, and a reader is told at that section."""

import pytest

from fieldguide import GuideError
from fieldguide.languages.sections import compose, digest, split, stamp, states, words

ENGLISH = """---
description: Why gradients add up.
---

# Why { #why }

`backward()` **adds** to [the gradient](a.md#b), see $x^2$.

## List { #list }

- one
- two and
  more

```console
# not a heading
$ make test
```

## Last { #last }

!!! note "Mind"
    Nested.

    !!! tip "Deeper"
        Text with `a * b`.
"""


def changed(old, new):
    assert old in ENGLISH
    before, after = (dict((s.anchor, digest(s)) for s in split(page)) for page in (ENGLISH, ENGLISH.replace(old, new)))
    return [anchor for anchor in after if before.get(anchor) != after[anchor]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("**adds**", "_adds_", id="emphasis-swap"),
        pytest.param("two and\n  more", "two\n  and more", id="reflow"),
        pytest.param("(a.md#b)", "(../other.md)", id="link-target"),
        pytest.param("- one\n", "  * one\n", id="list-mark-and-indent"),
        pytest.param("\n\n- one", "\n\n\n- one", id="blank-lines"),
        pytest.param("{ #last }", "{#last}", id="spaces-in-attributes"),
    ],
)
def test_a_change_of_form_leaves_translations_current(old, new):
    assert changed(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "anchor"),
    [
        pytest.param("more", "fewer", "list", id="word"),
        pytest.param("$x^2$", "$x^3$", "why", id="formula"),
        pytest.param("`a * b`", "`a b`", "last", id="code-character"),
        pytest.param("`backward()`", "`backward`", "why", id="call-to-name"),
        pytest.param("make test", "make serve", "list", id="fenced-code"),
        pytest.param("# not a heading", "# nor this", "list", id="hash-line-in-a-fence"),
        pytest.param("- one", "- 1", "list", id="number"),
        pytest.param("## Last", "## Final", "last", id="heading"),
        pytest.param("Nested.", "Nested.\n\n    Added.", "last", id="added-paragraph"),
        pytest.param("Why gradients", "How gradients", "why", id="description"),
        pytest.param("[the gradient]", "[a gradient]", "why", id="link-text"),
    ],
)
def test_a_change_of_content_makes_exactly_its_section_stale(old, new, anchor):
    assert changed(old, new) == [anchor]


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_hash_lines_inside_fences_are_no_headings(fence):
    page = f"# A {{ #a }}\n\n{fence}text\n## no {{ #no }}\n{fence}\n\n## B {{ #b }}\n"
    assert [section.anchor for section in split(page)] == ["a", "b"]


def test_a_heading_without_an_id_is_named_with_its_line():
    with pytest.raises(GuideError, match=r"x\.md:3: heading without an id; write: ## B"):
        split("# A { #a }\n\n## B\n", "x.md")


def test_an_id_that_stands_twice_is_named():
    with pytest.raises(GuideError, match=r"x\.md:3: the id #a stands twice"):
        split("# A { #a }\n\n## B { #a }\n", "x.md")


TRANSLATED = stamp(ENGLISH, "# Neden { #why }\n\nToplar.\n\n## Liste { #list }\n\nBir.\n\n## Son { #last }\n\nMetin.\n")


def notice(state, anchor):
    return f'!!! {state} "{anchor}"\n'


def test_a_stamped_page_is_current():
    assert set(states(ENGLISH, TRANSLATED).values()) == {"current"}


def test_a_moved_section_keeps_its_state():
    first, middle, last = (section.text for section in split(TRANSLATED))
    assert set(states(ENGLISH, first + last + middle).values()) == {"current"}


def test_an_unstamped_section_is_stale_not_current():
    assert states("# A { #a }\n", "# B { #a }\n") == {"a": "stale"}


def test_a_section_that_english_does_not_have_is_extra_and_not_shown():
    assert states(ENGLISH, TRANSLATED + "\n## Fazla { #fazla }\n")["fazla"] == "extra"
    assert "Fazla" not in compose(ENGLISH, TRANSLATED + "\n## Fazla { #fazla }\n", notice)


def test_a_current_page_is_composed_without_notice_front_matter_or_digest():
    page = compose(ENGLISH, TRANSLATED, notice)
    assert page.startswith("# Neden { #why }")
    assert "!!!" not in page
    assert "en=" not in page


def test_a_stale_section_stands_translated_under_its_notice_and_no_other_does():
    page = compose(ENGLISH.replace("more", "fewer"), TRANSLATED, notice)
    assert page.count("!!!") == 1
    assert '## Liste { #list }\n\n!!! stale "list"\n\n\nBir.' in page


def test_a_missing_section_stands_in_english_marked_so_in_english_order():
    first, _, last = (section.text for section in split(TRANSLATED))
    page = compose(ENGLISH, first + last, notice)
    assert (
        page.index("# Neden")
        < page.index('!!! missing "list"')
        < page.index('<div lang="en"')
        < page.index("- two and")
        < page.index("# Son")
    )


def test_a_missing_page_is_all_english_under_one_notice():
    page = compose(ENGLISH, None, notice)
    assert page.count("!!! missing") == 1
    assert page.count('lang="en"') == 1
    assert "description" not in page
    assert "## Last { #last }" in page


def test_stamping_one_section_leaves_the_others():
    page = stamp(ENGLISH, "# A { #why }\n\n## B { #list }\n", ["list"])
    assert states(ENGLISH, page) == {"why": "stale", "list": "current", "last": "missing"}


def test_words_keeps_every_character_of_code_and_formulas():
    assert words("**a** `b  * c` $d_e$ f_g") == "a `b * c` $d_e$ f_g"
