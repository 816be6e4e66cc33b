"""Bytes that are no text, a list of moved pages, an address: one line each."""

import os

import pytest
from told import GOOD, told

from fieldguide.files import read, write
from fieldguide.languages import rename
from fieldguide.live import wheel
from fieldguide.run import snippets
from fieldguide.site import address

# The bytes of any file: read as the build, the tests and the desk read it.
FILES = {
    "latin 1": (b"caf\xe9\n", ":1: byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "utf 16": ("a\nb".encode("utf-16"), ":1: byte 0xff is not UTF-8"),
    "broken in line 3": (b"a\nb\n\xc3(\n", ":3: byte 0xc3 is not UTF-8"),
    "byte order mark": (b"\xef\xbb\xbfa\n", ":1: byte order mark; save the file as UTF-8 without it"),
    "crlf": (b"a\r\nb\r\n", ":1: carriage return; write LF line ends"),
    "progress bar": (b"a\n10%\r20%\n", ":2: carriage return; write LF line ends"),
    "nul": (b"a\0\n", ":1: control character U+0000; remove it"),
    "escape": (b"a\n\x1b[1m\n", ":2: control character U+001B; remove it"),
    "form feed": (b"\x0c\n", ":1: control character U+000C; remove it"),
    "delete": (b"\x7f\n", ":1: control character U+007F; remove it"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_of_a_file(tmp_path, name):
    data, said = FILES[name]
    (tmp_path / "f").write_bytes(data)
    assert told(read, tmp_path / "f", "snippets/t/a.out").startswith(f"snippets/t/a.out{said}")


def test_a_file_that_is_none(tmp_path):
    assert told(read, tmp_path / "none", "f") == "f cannot be read: No such file or directory"
    assert told(read, tmp_path, "f") == "f cannot be read: Is a directory"
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("link", "loop"):
        assert told(read, tmp_path / name, "f") == "f is a symbolic link; put the file itself there"


def test_several_files_are_written_together_or_not_at_all(tmp_path):
    (tmp_path / "a").write_text("old")
    assert "cannot be written: No such file or directory" in told(write, {tmp_path / "a": "new", tmp_path / "no" / "b": "new"})
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]
    os.link(tmp_path / "a", tmp_path / "c")
    write({tmp_path / "a": "new"})
    assert (tmp_path / "c").read_text() == "old", "a new file takes the place of the old one, which is never half written"
    (tmp_path / "c").unlink()
    write({tmp_path / "a": None, tmp_path / "b": "x\r"})
    assert (tmp_path / "b").read_bytes() == b"x\r"
    assert os.listdir(tmp_path) == ["b"]


REDIRECTS = {
    "twice": ("old.md a.md\nold.md a.md\n", "redirects.txt:2: old.md stands twice; keep one"),
    "to itself": ("a.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "out of the site": ("../old.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "out of the disk": ("/tmp/old.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "in another way": ("old.md ../en/a.md\n", "redirects.txt:1: write OLD NEW"),
    "no page": ("old a.md\n", "redirects.txt:1: write OLD NEW"),
    "tab": ("old.md\ta.md\n", "redirects.txt:1: write OLD NEW"),
    "three": ("old.md a.md a.md\n", "redirects.txt:1: write OLD NEW"),
    "HTML": ("'<b>.md a.md\n", "redirects.txt:1: write OLD NEW"),
}


@pytest.mark.parametrize("name", REDIRECTS)
def test_the_pages_that_moved(tmp_path, name):
    text, said = REDIRECTS[name]
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "a.md").write_text(GOOD)
    (tmp_path / "redirects.txt").write_text(text)
    assert told(rename.redirects, tmp_path).startswith(said)


OWNERS = {
    "a text": ("x", "has folder, wheel and sha256, each a text"),
    "a number": ({"folder": 3, "wheel": "w", "sha256": "x"}, "has folder, wheel and sha256, each a text"),
    "nothing": ({}, "needs folder, sha256, wheel"),
    "no folder": ({"folder": "/nowhere", "wheel": "w", "sha256": "x"}, "there is no /nowhere/pyodide.mjs"),
}


@pytest.mark.parametrize("name", OWNERS)
def test_what_the_owner_of_a_site_says_of_python_in_the_browser(name):
    wanted, said = OWNERS[name]
    assert said in told(wheel.settings, wanted, "2.13.0")


@pytest.mark.parametrize(
    "url",
    [
        "https://[::1",
        "https://[zz]/",
        "http://host:99999/",
        "http://host:abc/",
        "http://host:/",
        "http://.",
        "http://a..b/",
        "https://x\\y/",
    ]
    + ["http://ex\u202eample/", "http://x/`a", "https://a/{b}"],
)
def test_an_address_that_is_none(url):
    assert told(address.checked, "SITE_URL", url).endswith(
        "which is no address of a site; write https://example.org/guide/, or leave SITE_URL unset"
    )


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"torch": "2"}', "null", '{"torch": 2.13, "python": 3}', '{"torch": "", "python": ""}'])
def test_the_versions_of_the_recorded_run(tmp_path, text):
    (tmp_path / "verified.json").write_text(text)
    assert told(snippets.verified, tmp_path) == "snippets/verified.json does not name torch and python; run: make record"
