"""A block that shows what is not there: the page and the line that says so."""

import pytest
from told import told

from fieldguide.languages import strings
from fieldguide.pages.expand import Page
from fieldguide.recorded import replay

BLOCKS = {
    "no snippet": ("/// snippet | t/b\n///\n", "docs/tr/p.md:1: no snippet 't/b'"),
    "folder": ("/// snippet | t\n///\n", "docs/tr/p.md:1: no snippet 't'"),
    "outside": ("/// snippet | ../../etc/passwd\n///\n", "docs/tr/p.md:1: no snippet"),
    "never recorded": (
        "/// snippet | t/new\n///\n",
        "docs/tr/p.md:1: snippet 't/new' was never recorded; run: make record ONLY=snippets/t/new.py",
    ),
    "no section": ("/// snippet | t/a:x\n///\n", "docs/tr/p.md:1: snippets/t/a.py has no section 'x'"),
    "link": ("/// snippet | t/link\n///\n", "docs/tr/p.md:1: snippets/t/link.py is a symbolic link"),
    "escape in output": ("/// snippet | t/esc\n///\n", "docs/tr/p.md:1: snippets/t/esc.out:1: control character U+001B"),
    "not UTF-8": ("/// snippet | t/bad\n///\n", "docs/tr/p.md:1: snippets/t/bad.py:1: byte 0xff is not UTF-8"),
    "annotation": ("/// snippet | t/a\n1. One\n///\n", "docs/tr/p.md:1: t/a has the annotations [], the block explains [1]"),
    "no question": ("/// predict | t/a\n///\n", "docs/tr/p.md:1: a predict block starts with its question"),
    "no figure": ("/// figure | t/a\ncaption: C\nalt: A\n///\n", "docs/tr/p.md:1: t/a needs a recorded figure"),
    "section twice": (
        "/// snippet | t/two:s\n///\n",
        "docs/tr/p.md:1: snippets/t/two.py: section 's' stands twice; give each its own name",
    ),
    "two slashes": ("/// snippet | t//a\n///\n", "docs/tr/p.md:1: no snippet 't//a'; write topic/name or topic/name:section"),
    "from here": ("/// snippet | ./t/a\n///\n", "docs/tr/p.md:1: no snippet './t/a'; write topic/name"),
    "empty section": ("/// snippet | t/a:\n///\n", "docs/tr/p.md:1: no snippet 't/a:'; write topic/name"),
    "dot": ("/// snippet | t/a.py\n///\n", "docs/tr/p.md:1: no snippet 't/a.py'; write topic/name"),
    "too long": (f"/// snippet | t/{'a' * 300}\n///\n", "docs/tr/p.md:1: no snippet 't/aaa"),
    "start that is no number": ("/// snippet | t/a\nstart: abc\n///\n", "docs/tr/p.md:1: t/a has 1 steps; there is no step abc"),
    "two names": ("/// snippet | t/a t/a\n///\n", "docs/tr/p.md:1: a snippet block shows one snippet"),
    "labels": ("/// tabs | t/a t/a\n- one\n///\n", "docs/tr/p.md:1: 2 tabs need 2 labels"),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_what_a_block_shows(tmp_path, name):
    body, said = BLOCKS[name]
    folder = tmp_path / "t"
    folder.mkdir()
    for file in ("a", "esc", "bad"):
        (folder / f"{file}.py").write_bytes(b"x = '\xff'\n" if file == "bad" else b"x = 1\n")
        (folder / f"{file}.out").write_text("\x1b[1m\n" if file == "esc" else "")
    (folder / "new.py").write_text("x = 1\n")
    (folder / "a.trace.json").write_bytes(replay.dump((folder / "a.py").read_text(), [[1, 0, {}, {}]]).encode())
    (folder / "two.py").write_text(2 * "# --8<-- [start:s]\n# --8<-- [end:s]\n")
    (folder / "two.out").write_text(2 * "# --8<-- [start:s]\n# --8<-- [end:s]\n")
    (folder / "link.py").symlink_to("/etc/passwd")
    (folder / "link.out").write_text("")
    assert told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, body).startswith(said)
