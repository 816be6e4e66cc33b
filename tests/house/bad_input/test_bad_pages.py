"""What an author can get wrong in a page, and the one line that is said: file, line, remedy, never a traceback."""

import pytest
from told import FRONT, GOOD, TITLE, told

from fieldguide.languages import rename
from fieldguide.pages import mistakes

# The form of a page: (what is written, what is said about docs/en/p.md).
PAGES = {
    "empty": ("", ":1: no H1 at the start; write # Title { #id } first"),
    "blank": ("\n\n\n", ":1: start with ---, a line `description: …`, and ---"),
    "no front matter": (TITLE, ":1: start with ---"),
    "front matter not closed": ("---\ndescription: x\n\n" + TITLE, ":1: the front matter is not closed; end it with a line ---"),
    "front matter is no YAML": ("---\ndescription: a: b\n---\n" + TITLE, ":1: the front matter is no YAML"),
    "front matter is a list": ("---\n- a\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "no description": ("---\ntitle: x\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "description is a number": ("---\ndescription: 3\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "no H1": (FRONT + "## Why { #why }\n", ":5: no H1 at the start"),
    "text only": (FRONT + "Text.\n", ":1: no H1 at the start"),
    "H1 later": (FRONT + "## Why { #why }\n\n# Title { #title }\n", ":5: no H1 at the start"),
    "two H1": (GOOD + "\n# Again { #again }\n", ":13: a second H1; write ## for a section"),
    "heading without id": (GOOD + "\n## How\n", ":13: heading without an id; write: ## How { #short-english-id }"),
    "id twice": (GOOD + "\n## Why { #why }\n", ":13: the id #why stands twice; give each heading its own"),
    "id and class": (GOOD + "\n## How { #how .wide }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "class before id": (GOOD + "\n## How { .wide #how }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "digest of a wrong form": (GOOD + "\n## How { #how en=XYZ }\n", ":13: more than an id and a digest in braces; write { #how }"),
    "digest too short": (GOOD + "\n## How { #how en=3ad0a48 }\n", ":13: more than an id and a digest"),
    "underlined with =": (GOOD + "\nHow\n===\n", ":14: a heading underlined with ="),
    "underlined with -": (GOOD + "\nHow\n---\n", ":14: a heading underlined with -"),
    "heading in HTML": (GOOD + "\n<h2>How</h2>\n", ":13: a heading in HTML"),
    "fence not closed": (GOOD + "\n```text\na\n", ":13: this fence is not closed; end it with ```"),
    "fence closed with another": (GOOD + "\n~~~text\na\n```\n", ":13: this fence is not closed; end it with ~~~"),
    "div not closed": (GOOD + "\n<div markdown>\n", ":1: 1 <div> not closed"),
    "div closed twice": (GOOD + "\n<div>\n</div>\n</div>\n", ":1: 1 <div> closed twice"),
    "formula": (GOOD + "\nThe sum $\\frac{1}{$ is.\n", ":13: cannot read the formula"),
    "formula of its own": (GOOD + "\n$$\\begin{x}$$\n", ":13: cannot read the formula"),
    "block not closed": (GOOD + "\n/// snippet | t/a\n", ":13: this block is not closed; end it with a line ///"),
    "block closed by the next": (
        GOOD + "\n/// snippet | t/a\n\n/// snippet | t/a\n///\n",
        ":13: this block is not closed before line 15 opens another",
    ),
    "closed twice": (GOOD + "\n/// snippet | t/a\n///\n///\n", ":15: /// closes no block"),
    "closed elsewhere": (GOOD + "\n    /// snippet | t/a\n///\n", ":13: this block is not closed"),
    "two slashes": (
        GOOD + "\n// snippet | t/a\n",
        ":13: unknown block '// snippet | t/a'; write spaces, not tabs, and /// KIND | TOPIC/NAME",
    ),
    "four slashes": (GOOD + "\n//// snippet | t/a\n////\n", ":13: unknown block '//// snippet | t/a'"),
    "tab": (GOOD + "\n\t/// snippet | t/a\n\t///\n", ":13: unknown block '/// snippet | t/a'; write spaces, not tabs"),
    "in a quote": (GOOD + "\n> /// snippet | t/a\n> ///\n", ":13: unknown block '> /// snippet | t/a'"),
    "unknown kind": (GOOD + "\n/// snipet | t/a\n///\n", ":13: unknown block '/// snipet | t/a'"),
    "capital kind": (GOOD + "\n/// Snippet | t/a\n///\n", ":13: unknown block '/// Snippet | t/a'"),
    "no bar": (GOOD + "\n/// snippet t/a\n///\n", ":13: unknown block '/// snippet t/a'"),
    "no name": (GOOD + "\n/// snippet |\n///\n", ":13: unknown block '/// snippet |'"),
    "no space": (GOOD + "\n///snippet | t/a\n///\n", ":13: unknown block '///snippet | t/a'"),
    "annotation twice": (
        GOOD + "\n/// snippet | t/a\n1. One\n1. Two\n///\n",
        ":15: annotation 1 stands twice; number them from 1, each once",
    ),
    "list item": (GOOD + "\n- /// snippet | t/a\n  ///\n", ":13: unknown block '- /// snippet | t/a'"),
    "no-break space": (GOOD + "\n///\u00a0snippet | t/a\n///\n", ":13: unknown block '///\\xa0snippet | t/a'"),
    "wide slashes": (GOOD + "\n／／／ snippet | t/a\n///\n", ":13: unknown block '／／／ snippet | t/a'"),
    "wide bar": (GOOD + "\n// snippet ｜ t/a\n///\n", ":13: unknown block '// snippet ｜ t/a'"),
    "backslashes": (GOOD + "\n\\\\\\ snippet | t/a\n", ":13: unknown block"),
    "question twice": (GOOD + "\n/// snippet | t/a\nask 1: x\nask 1: y\n///\n", ":15: `ask 1:` stands twice; keep one"),
    "start twice": (GOOD + "\n/// snippet | t/a\nstart: 1\nstart: 2\n///\n", ":15: `start:` stands twice; keep one"),
    "impossible date": ("---\ndescription: x\nday: 2024-13-45\n---\n" + TITLE, ":1: the front matter is no YAML (month must be"),
    "blank description": ("---\ndescription: ' '\n---\n" + TITLE, ":1: write `description: one sentence`"),
    "details not closed": (GOOD + "\n<details>\n", ":1: 1 <details> not closed; as many </details> as <details>"),
    "heading without a space": (GOOD + "\n##How { #how }\n", ":13: this may be shown as a heading, and is none; write: ## How { #how }"),
    "heading with a space before": (GOOD + "\n  ## How { #how }\n", ":13: this may be shown as a heading, and is none; write: ## How"),
    "heading of seven": (GOOD + "\n####### How { #how }\n", ":13: this may be shown as a heading, and is none; write: ###### How"),
    "heading of one sign": (GOOD + "\n#\n", ":13: heading without an id; write: # Title { #short-english-id }"),
    "heading without words": (GOOD + "\n## { #how }\n", ":13: a heading without words; write them before its id"),
    "comment not closed": (GOOD + "\n<!-- note\n\nText.\n", ":13: <!--: a comment that does not end; write -->"),
    "comment of several lines": (GOOD + "\n<!-- a\n\nb -->\n\nA `word.\n", ":17: `: code that does not end; write another, or \\`"),
    "table in HTML not closed": (GOOD + "\n<table><tr>\n\n</tr>\n", ":1: 1 <table> not closed; as many </table> as <table>"),
    "span closed twice": (GOOD + "\nA <span>word</span></span>.\n", ":1: 1 <span> closed twice"),
    "formula not closed": (GOOD + "\nThe sum $x is.\n", ":13: $: a formula that does not end; write another, or \\$"),
    "formula of its own not closed": (GOOD + "\n$$\nx\n\nText.\n", ":13: $: a formula that does not end"),
    "code not closed": (GOOD + "\n`a` and `b\nand c.\n\n`d`\n", ":13: `: code that does not end"),
    "footnote": (GOOD + "\nSee[^1].\n", ":13: [^: there are no footnotes here; write it into the text"),
    "link by reference": (GOOD + "\nSee [this][there].\n", ":13: ][: a link without its address beside it"),
    "address apart": (GOOD + "\n[there]: a.md\n", ":13: [there]:: an address apart from its link"),
    "callout whose title is open": (GOOD + '\n!!! tip "Try\n    a\n', ':13: !!! tip "Try: this opens nothing; write the kind'),
    "tab without quotes": (GOOD + "\n=== Tab\n    a\n", ":13: === Tab: this opens nothing"),
    "glossary not closed": (GOOD + "\n/// glossary\n", ":13: unknown block '/// glossary'"),
    "caption without words": (
        GOOD + "\n/// figure | t/a\ncaption:\nalt: A\n///\n",
        ":14: 'caption:' would be shown as text; write `word: text`",
    ),
    "caption with a capital": (GOOD + "\n/// figure | t/a\nCaption: A\n///\n", ":14: 'Caption: A' would be shown as text"),
    "label without a colon": (GOOD + "\n/// figure | t/a\nlabel loss Verlust\n///\n", ":14: 'label loss Verlust' would be shown"),
    "wide colon": (GOOD + "\n/// figure | t/a\ncaption：A\n///\n", ":14: 'caption：A' would be shown as text"),
    "step without a number": (GOOD + "\n/// snippet | t/a\nstep: A\n///\n", ":14: 'step: A' would be shown as text"),
    "watch nothing": (GOOD + "\n/// snippet | t/a\nwatch:\n///\n", ":14: 'watch:' would be shown as text"),
    "annotation with spaces before": (GOOD + "\n/// snippet | t/a\n  1. One\n///\n", ":14: '1. One' would be shown as text"),
    "caption twice": (GOOD + "\n/// figure | t/a\ncaption: A\ncaption: B\n///\n", ":15: `caption:` stands twice; keep one"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_form_of_a_page(name):
    text, said = PAGES[name]
    found = mistakes.page(text, "docs/en/p.md")
    assert any(line.startswith(f"docs/en/p.md{said}") for line in found), found
    assert not any("\n" in line for line in found)


def test_a_page_without_mistakes_has_none():
    assert mistakes.page(GOOD, "docs/en/p.md") == []


def test_what_does_not_fit_together(tmp_path):
    docs = tmp_path / "docs"
    for name, text in (("en/a.md", GOOD), ("tr/a.md", GOOD), ("tr/left.md", GOOD)):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text)
    (docs / "tr" / "loop.md").symlink_to("loop.md")
    (docs / "tr" / "bad.md").write_bytes(b"\xe9")
    found = mistakes.guide(docs, "tr")
    for said in ("left.md has no English page", "loop.md is a symbolic link", "bad.md:1: byte 0xe9 is not UTF-8"):
        assert any(said in line for line in found), found
    assert any("terms/terminology.csv: T" in line and "column page names" in line for line in mistakes.guide(docs, "en"))
    (tmp_path / "redirects.txt").write_text("b.md gone.md\n")
    assert told(rename.redirects, tmp_path).startswith("redirects.txt:1: write OLD NEW")


def test_every_hook_goes_through_the_gate():
    from fieldguide.site import hooks

    for name in (name for name in vars(hooks) if name.startswith("on_")):
        assert hasattr(vars(hooks)[name], "__wrapped__"), f"fieldguide/site/hooks.py: {name}: put @told above it"
