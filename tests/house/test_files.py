"""Every file of the project is plain text, and every module of the kit has its room and its use."""

import re
import unicodedata

import pytest

from conftest import ROOT

# Invisible: zero width (not the joiners of Hindi), direction, byte order mark; no-break space and soft hyphen too.
INVISIBLE = re.compile("[\u00a0\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


LEFT = re.compile(r"^(<{7}|>{7}|={7})(?: |$)|\b(?:TODO|FIXME|XXX|TBD|LOREM|LANGUAGE_RECIPE)\b", re.M)


TEXTS = [
    path
    for folder in ("docs", "snippets", "fieldguide", "terms", "theme", "tools", "hosting", ".github", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file()
    and not {"__pycache__", ".ruff_cache"} & set(path.parts)
    and path.suffix not in (".pyc", ".png", ".jpg", ".svg")
    and path.name != "lint.json"  # its rules name these characters
] + [
    path
    for path in sorted(ROOT.glob("*"))
    if path.suffix in (".md", ".toml", ".yml", ".txt", ".py") or path.name in ("LICENSE", "Makefile")
]


def test_every_file_is_utf8_with_unix_lines_composed_letters_and_nothing_invisible_or_left_over():
    wrong = []
    for path in TEXTS:
        text = path.read_bytes().decode("utf-8")
        for number, line in enumerate(text.split("\n"), 1):
            if found := INVISIBLE.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: invisible character U+{ord(found[0]):04X}; delete it")
            if found := LEFT.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {found[0].strip()!r} was left behind")
        if "\r" in text:
            wrong.append(f"{path.relative_to(ROOT)}: CRLF line ends; write LF")
        if text and not text.endswith("\n"):
            wrong.append(f"{path.relative_to(ROOT)}: the last line does not end")
        if text != unicodedata.normalize("NFC", text):
            wrong.append(f"{path.relative_to(ROOT)}: normalize it to NFC")
    assert not wrong, "\n".join(wrong)


ROOMS = {
    "run": set(),
    "recorded": {"run"},
    "languages": set(),
    "live": {"run"},
    "pages": {"run", "recorded", "languages"},
    "search": {"run", "languages", "pages"},
}
ROOMS["site"] = set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_kit_imports_only_what_its_first_lines_say(room):
    for path in (ROOT / "fieldguide" / room).rglob("*.py"):
        asked = set(re.findall(r"^\s*(?:from|import) fieldguide\.(\w+)", path.read_text("utf-8"), re.M))
        wrong = asked - ROOMS[room] - {room, "files", "git"}
        assert not wrong, f"{path.relative_to(ROOT)} imports the room {', '.join(sorted(wrong))}; see fieldguide/{room}/__init__.py"


def test_every_module_of_the_kit_is_used():
    text = "\n".join(path.read_text("utf-8") for folder in ("fieldguide", "tools", "tests") for path in (ROOT / folder).rglob("*.py"))
    text += (ROOT / "conftest.py").read_text("utf-8") + (ROOT / "mkdocs.yml").read_text("utf-8")
    text += (ROOT / "theme" / "assets" / "live" / "worker.js").read_text("utf-8")  # imports one inside the reader's browser
    for path in (ROOT / "fieldguide").rglob("[!_]*.py"):
        room = ".".join(path.parent.relative_to(ROOT).parts)
        dotted = rf"{room}.{path.stem}".replace(".", "[./]")
        used = re.search(rf"{dotted}\b|from {room} import .*\b{path.stem}\b", text)
        assert used, f"{path.relative_to(ROOT)}: nothing imports it; delete it"
