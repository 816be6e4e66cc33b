"""The translator's desk and the two commands: what they do, and the one line they say when they cannot."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES
from fieldguide import __main__ as desk
from fieldguide.languages import marks, second_reader, status, terms
from tools import serve

ENGLISH = "---\ndescription: D.\n---\n\n# Title { #top }\n\nFirst text.\n\n## Why { #why }\n\nOld reason.\n"
TURKISH = "---\ndescription: D.\n---\n\n# Başlık { #top }\n\nİlk metin.\n\n## Neden { #why }\n\nEski neden.\n"


@pytest.fixture
def guide(tmp_path, monkeypatch):
    """A guide of one page with a history: stamped in Turkish, then the English section #why changed."""
    docs = tmp_path / "docs"
    for language, text in (("en", ENGLISH), ("tr", TURKISH)):
        (docs / language / "a").mkdir(parents=True)
        (docs / language / "a" / "p.md").write_text(text, "utf-8")
    monkeypatch.setattr(desk, "ROOT", tmp_path)
    monkeypatch.setattr(desk, "DOCS", docs)

    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=tmp_path, check=True, capture_output=True
        )

    git("init")
    assert desk.main(["stamp", "tr", "a/p.md", "--all"]) == 0
    git("add", ".")
    git("commit", "-m", "one")
    page = docs / "en" / "a" / "p.md"
    page.write_text(page.read_text("utf-8").replace("Old reason.", "New reason."), "utf-8")
    git("commit", "-am", "two")
    return docs


def test_status_names_what_is_stale_and_what_is_missing(guide, capsys):
    assert desk.main(["status"]) == 0
    said = capsys.readouterr().out
    assert "tr: 1 of 2 sections current (50 %), 0 read by a second reader\n  stale   a/p.md: #why" in said
    assert "hi: 0 of 2 sections current (0 %), 0 read by a second reader\n  missing a/p.md: whole page" in said


def test_diff_shows_the_english_as_it_was_translated_against_todays(guide, capsys):
    assert desk.main(["diff", "tr", "a/p.md"]) == 0
    said = capsys.readouterr().out
    assert "#why (docs/tr/a/p.md:9, docs/en/a/p.md:9)" in said
    assert "-Old reason.\n+New reason." in said
    assert "First text" not in said


def test_diff_works_without_history(guide, capsys):
    shutil.rmtree(guide.parent / ".git")
    assert desk.main(["diff", "tr", "a/p.md"]) == 0
    assert "no commit has the English text it was translated from" in capsys.readouterr().out


def test_diff_works_where_git_is_not_installed(guide, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert desk.main(["diff", "tr", "a/p.md"]) == 0
    assert "no commit has the English text it was translated from" in capsys.readouterr().out


def test_diff_looks_past_a_commit_that_had_a_mistake(guide, capsys):
    page, commit = guide / "en" / "a" / "p.md", ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-am", "x"]
    today = page.read_text("utf-8")
    for text in (today.replace(" { #why }", ""), today):
        page.write_text(text, "utf-8")
        subprocess.run(commit, cwd=guide.parent, check=True, capture_output=True)
    assert desk.main(["diff", "tr", "a/p.md"]) == 0
    assert "-Old reason.\n+New reason." in capsys.readouterr().out


def test_stamp_makes_a_section_current_and_touches_nothing_else(guide, capsys):
    before = (guide / "tr" / "a" / "p.md").read_text("utf-8")
    assert desk.main(["stamp", "tr", "a/p.md#why"]) == 0
    after = (guide / "tr" / "a" / "p.md").read_text("utf-8")
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert len(changed) == 1
    assert changed[0].startswith("## Neden { #why en=")
    assert desk.page_states(guide, "tr", "a/p.md") == {"top": "current", "why": "current"}


def test_bless_makes_a_section_current_in_every_language(guide, capsys):
    assert desk.main(["bless", "a/p.md#why"]) == 0
    assert desk.page_states(guide, "tr", "a/p.md")["why"] == "current"


def test_new_starts_a_page_that_does_not_count_as_translated(guide, capsys):
    assert desk.main(["new", "hi", "a/p.md"]) == 0
    assert set(desk.page_states(guide, "hi", "a/p.md").values()) == {"stale"}
    assert desk.main(["new", "hi", "a/p.md"]) == 2
    assert "exists already" in capsys.readouterr().err


def test_lint_says_what_is_not_translated_or_not_the_same(guide, capsys):
    page = guide / "tr" / "a" / "p.md"
    desk.main(["stamp", "tr", "a/p.md", "--all"])
    page.write_text(page.read_text("utf-8").replace("Eski neden.", "Değer 3 ve `x`."), "utf-8")
    assert desk.main(["lint", "tr", "a/p.md"]) == 1
    said = capsys.readouterr().out
    assert "docs/tr/a/p.md:9: #why: numbers differ: not in English 3" in said
    assert "#why: inline code differ: not in English `x`" in said


def test_a_page_that_was_just_started_has_findings_and_cannot_be_stamped(guide, capsys):
    (guide / "en" / "a" / "q.md").write_text(ENGLISH.replace("First text.", "One text with enough English words."), "utf-8")
    assert desk.main(["new", "tr", "a/q.md"]) == 0
    assert desk.main(["lint", "tr", "a/q.md"]) == 1
    assert "#top: not translated" in capsys.readouterr().out
    before = (guide / "tr" / "a" / "q.md").read_text("utf-8")
    assert desk.main(["stamp", "tr", "a/q.md", "--all"]) == 2
    said = capsys.readouterr().err
    assert "docs/tr/a/q.md:5: #top: not translated" in said
    assert "nothing is stamped; correct this first" in said
    assert (guide / "tr" / "a" / "q.md").read_text("utf-8") == before
    assert desk.main(["stamp", "tr", "a/q.md#why"]) == 0, "a section without findings can be stamped"


def test_bless_refuses_a_change_that_translations_lack_and_then_changes_none(guide, capsys):
    page = guide / "en" / "a" / "p.md"
    page.write_text(page.read_text("utf-8") + "\n`new_call()`\n", "utf-8")
    assert desk.main(["bless", "a/p.md#why"]) == 2
    assert "inline code differ: missing `new_call()`" in capsys.readouterr().err
    assert desk.page_states(guide, "tr", "a/p.md")["why"] == "stale"


def test_a_section_that_was_read_beside_the_english_is_unread_again_when_either_side_changes(guide, capsys):
    (guide.parent / "terms").mkdir()
    desk.main(["stamp", "tr", "a/p.md", "--all"])
    assert desk.main(["reviewed", "tr", "a/p.md"]) == 0
    assert second_reader.is_read(guide, "tr", "a/p.md") == {"top", "why"}
    for language, old, new in (("tr", "Eski neden.", "Yeni neden."), ("en", "First text.", "Another text.")):
        page = guide / language / "a" / "p.md"
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    assert second_reader.is_read(guide, "tr", "a/p.md") == set()
    capsys.readouterr()
    assert desk.main(["status"]) == 0
    assert "unread  a/p.md: #why" in capsys.readouterr().out
    assert desk.main(["reviewed", "tr", "a/p.md"]) == 2
    assert "docs/tr/a/p.md#top is stale; translate and stamp it before it is read" in capsys.readouterr().err


def test_a_section_with_findings_cannot_be_marked_as_read(guide, capsys):
    (guide.parent / "terms").mkdir()
    desk.main(["stamp", "tr", "a/p.md", "--all"])
    page = guide / "tr" / "a" / "p.md"
    page.write_text(page.read_text("utf-8").replace("Eski neden.", "Değer 3."), "utf-8")
    assert desk.main(["reviewed", "tr", "a/p.md#why"]) == 2
    assert "nothing is marked as read; correct this first" in capsys.readouterr().err
    assert not marks.file(guide.parent / "terms", "tr").exists()


@pytest.mark.parametrize("language", status.TRANSLATIONS)
def test_nothing_that_a_second_reader_has_read_changes_in_silence(language):
    changed = second_reader.outdated(ROOT / "docs", language)
    assert not changed, "\n".join(
        [
            *(f"docs/{language}/{place} is not what was read beside docs/en" for place in changed),
            "a word of one side changed (git diff docs terms); if it is right, run: python -m fieldguide unread",
        ]
    )


def test_marks_of_what_changed_or_left_are_taken_away_and_no_others(guide, capsys):
    (guide.parent / "terms").mkdir()
    desk.main(["stamp", "tr", "a/p.md", "--all"])
    desk.main(["reviewed", "tr", "a/p.md"])
    path = marks.file(guide.parent / "terms", "tr")
    before = path.read_text("utf-8")
    page = guide / "en" / "a" / "p.md"
    page.write_text(page.read_text("utf-8").replace("First text.", "First, text."), "utf-8")
    path.write_text(f"a/gone.md#why 01234567\n{before}", "utf-8")
    assert second_reader.outdated(guide, "tr") == ["a/gone.md#why", "a/p.md#top"]
    assert desk.main(["unread"]) == 0
    assert path.read_text("utf-8") == "".join(line for line in before.splitlines(keepends=True) if "#why" in line)
    assert "to be read again: docs/tr/a/p.md#top" in capsys.readouterr().out


def test_a_mark_that_was_typed_by_hand_is_refused(guide, capsys):
    (guide.parent / "terms").mkdir()
    marks.file(guide.parent / "terms", "tr").write_text("a/p.md#why yes\n", "utf-8")
    assert desk.main(["status"]) == 2
    assert "read_tr.txt:1: 'a/p.md#why yes' is no mark; let this write it" in capsys.readouterr().err


def test_a_definition_that_was_not_read_since_it_changed_is_shown_in_english(guide, capsys, monkeypatch):
    table = guide.parent / "terms" / "terminology.csv"
    table.parent.mkdir()
    shutil.copy(terms.TABLE, table)
    monkeypatch.setattr(terms, "TABLE", table)
    assert desk.main(["reviewed", "tr", "terminology.csv"]) == 0
    row = terms.table()[0]
    old, english = row["definition_tr"], row["definition_en"]
    assert terms.definition(row, "tr") == old
    table.write_text(table.read_text("utf-8").replace(english, "Another text."), "utf-8")
    assert terms.definition(terms.table()[0], "tr") == "Another text."
    assert '<span lang="en">Another text.</span>' in terms.glossary("tr", str)
    capsys.readouterr()
    assert desk.main(["status"]) == 0
    assert f"unread  terminology.csv: #{row['id']}\n" in capsys.readouterr().out.partition("tr: ")[2]
    assert desk.main(["reviewed", "tr", f"terminology.csv#{row['id']}"]) == 0
    assert terms.definition(terms.table()[0], "tr") == old
    assert desk.main(["reviewed", "tr", "terminology.csv#T999"]) == 2
    assert "terminology.csv has no T999 with a definition_tr" in capsys.readouterr().err


def test_a_translation_without_its_english_page_is_named_by_status_and_lint_which_go_on(guide, capsys):
    (guide / "tr" / "a" / "left.md").write_text(TURKISH, "utf-8")
    assert desk.main(["status"]) == 0
    assert "extra   a/left.md: no such English page; rename or delete it" in capsys.readouterr().out
    (guide / "tr" / "a" / "z.md").write_text(TURKISH, "utf-8")
    assert desk.main(["lint", "tr"]) == 1
    said = capsys.readouterr().out
    assert "no page docs/en/a/left.md" in said
    assert "no page docs/en/a/z.md" in said


def test_diff_finds_the_english_of_before_a_renaming(guide, capsys):
    subprocess.run(["git", "mv", "docs/en/a", "docs/en/b"], cwd=guide.parent, check=True)
    subprocess.run(["git", "mv", "docs/tr/a", "docs/tr/b"], cwd=guide.parent, check=True)
    commit = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-am", "three"]
    subprocess.run(commit, cwd=guide.parent, check=True, capture_output=True)
    assert desk.main(["diff", "tr", "b/p.md"]) == 0
    assert "-Old reason.\n+New reason." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["diff", "xx", "a/p.md"], "no language 'xx'; there are: en, hi, zh, tr"),
        (["stamp", "zh", "a/p.md#why"], "no page docs/zh/a/p.md; start it with: python -m fieldguide new zh a/p.md"),
        (["stamp", "tr", "a/p.md#nowhere"], "docs/tr/a/p.md has no section #nowhere; it has: #top, #why"),
        (["bless", "a/p.md#nowhere"], "docs/en/a/p.md has no section #nowhere"),
        (["new", "hi", "a/none.md"], "no page docs/en/a/none.md; see: python -m fieldguide status"),
        (["stamp", "tr", "a/p.md"], "which section of a/p.md? Write a/p.md#ANCHOR, or --all after the page"),
        (["stamp", "tr", "a/p.md", "#why"], "which section of a/p.md? Write a/p.md#ANCHOR"),
        (["lint", "hi"], "docs/hi has no page; start one with: python -m fieldguide new hi PAGE"),
        (["rename", "a/none.md", "b.md"], "no page docs/en/a/none.md"),
        (["rename", "a/p.md", "a/P Q.md"], "a/P Q.md: write chapter/short-english-name.md, in lower case"),
        (["diff"], "diff needs other words; see: python -m fieldguide --help"),
    ],
)
def test_a_wrong_call_is_answered_in_one_line(guide, capsys, words, message):
    assert desk.main(words) == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def run(*command, **environment):
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)


def test_serve_names_a_port_in_use_and_a_language_that_is_not_there():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        busy = run(sys.executable, "-m", "tools.serve", port)
    assert busy.returncode == 2
    assert f"cannot use port {port}" in busy.stderr
    assert "make serve PORT=8001" in busy.stderr
    unknown = run(sys.executable, "-m", "tools.serve", "8000", "klingon")
    assert (unknown.returncode, unknown.stderr) == (2, f"serve: no language 'klingon'; write ONLY={'|'.join(LANGUAGES)}\n")


@pytest.mark.parametrize("tool", ["hosted", "offline", "book", "cards"])
def test_what_is_made_from_a_site_says_that_there_is_none_and_writes_nothing(tmp_path, tool):
    words = [str(tmp_path / "site"), *([str(tmp_path / "guide.zip")] if tool == "offline" else [])]
    done = run(sys.executable, "-m", f"tools.{tool}", *words)
    assert (done.returncode, done.stderr) == (2, f"{tool}: no built site in {tmp_path / 'site'}; first: make build\n")
    assert not list(tmp_path.iterdir())


def test_serve_takes_one_language_or_several(monkeypatch):
    monkeypatch.setattr(os, "execv", lambda *_: None)
    monkeypatch.setattr(os, "environ", {})
    serve.main("0", "hi", "tr")
    assert [language for language in LANGUAGES if os.environ[f"GUIDE_{language.upper()}"] == "true"] == ["en", "hi", "tr"]
