"""What stands beside a snippet and is not what was recorded."""

import pytest
from told import told

from fieldguide.files import fingerprint
from fieldguide.languages import strings
from fieldguide.pages.expand import Page
from fieldguide.recorded import changed, replay
from fieldguide.recorded.record import is_there

# What stands beside a snippet: (suffix, text with %D for the digest of the snippet, what is said about it).
OUTER = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
RECORDED = {
    **{
        f"{suffix} {kind}": (suffix, text, said)
        for suffix, wrong in ((".trace.json", "is no replay; run: make replays"), (".changes.json", "holds no changes; run: make changes"))
        for kind, text, said in (
            ("empty", "", "cannot be understood (Expecting value"),
            ("conflict", "<<<<<<< HEAD\n", "cannot be understood (Expecting value"),
            ("list", "[]", wrong),
            ("null", "null", wrong),
            ("without a digest", '{"steps": [], "changes": [], "results": []}', wrong),
            ("without rows", '{"digest": "%D"}', wrong),
            ("rows of nothing", '{"digest": "%D", "steps": null, "changes": null, "results": null}', wrong),
            ("short row", '{"digest": "%D", "steps": [[]], "changes": [[]], "results": []}', wrong),
            ("row of texts", '{"digest": "%D", "steps": [["a", "b"]], "changes": [["a", 1]], "results": ["x"]}', wrong),
            ("row that is none", '{"digest": "%D", "steps": ["x"], "changes": [3], "results": []}', wrong),
        )
    },
    "change before the first result": (
        ".changes.json",
        '{"digest": "%D", "changes": [["a", 1, 1, 1, 1, "b", -2]], "results": []}',
        "holds no changes",
    ),
    "change without its result": (
        ".changes.json",
        '{"digest": "%D", "changes": [["a", 1, 1, 1, 1, "b", 0]], "results": []}',
        "holds no changes",
    ),
    **{
        f"figure {kind}": (".svg", text, "snippets/t/a.svg is no drawing; run: make record ONLY=snippets/t/a.py")
        for kind, text in {
            "empty": "",
            "text": "hello",
            "not closed": f"{OUTER}<g>",
            "script": f"{OUTER}<script>x</script></svg>",
            "script by another name": OUTER.replace("<svg", "<s:svg xmlns:s='http://www.w3.org/2000/svg'") + "<s:script/></s:svg>",
            "event": f'{OUTER}<g onload ="x"/></svg>',
            "HTML": f"{OUTER}<foreignObject/></svg>",
            "picture from elsewhere": f'{OUTER}<image x:href="http://a/b"/></svg>',
            "style from elsewhere": f"{OUTER}<style>@import 'http://a/b'</style></svg>",
            "colour from elsewhere": f'{OUTER}<g fill="url(http://a/b)"/></svg>',
            "link": f'{OUTER}<a x:href="javascript:x"/></svg>',
            "entities": f'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY b "&a;&a;">]>{OUTER}&b;</svg>',
        }.items()
    },
}


@pytest.mark.parametrize("name", RECORDED)
def test_what_was_recorded(tmp_path, name):
    suffix, text, said = RECORDED[name]
    (tmp_path / "t").mkdir()
    snippet = tmp_path / "t" / "a.py"
    snippet.write_text("x = 1\n")
    snippet.with_suffix(".out").write_text("")
    snippet.with_suffix(suffix).write_text(text.replace("%D", fingerprint("x = 1\n")))
    shown = told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, "/// snippet | t/a\ncaption: C\nalt: A\n///\n")
    if suffix != ".svg":  # a block that shows no figure
        shown = told(Page(tmp_path, strings.strings("tr"), where="docs/tr/p.md").expand, "/// snippet | t/a\n///\n")
    assert shown.startswith("docs/tr/p.md:1: ")
    assert said in shown
    if suffix != ".svg":
        assert not is_there(snippet, replay if suffix == ".trace.json" else changed), "what is broken is recorded again"
