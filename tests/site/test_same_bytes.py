"""A build is what its sources say: no wrong address, and it names its commit. That it is the same bytes anywhere: test_fallen_behind.py."""

import json
import os
import subprocess

import pytest

from conftest import ROOT, build
from fieldguide import LANGUAGES, GuideError
from fieldguide.site import address, history

ENGLISH = {f"GUIDE_{language.upper()}": "false" for language in LANGUAGES if language != "en"}


@pytest.mark.parametrize(
    "url", ["", None, " ", "example.org", "http://", "ftp://example.org/", "https://example.org/a b", "https://x/?q", "//x/"]
)
def test_what_is_no_address_is_refused_with_the_remedy(url):
    with pytest.raises(GuideError, match=r"^SITE_URL is .*; write https://example.org/guide/, or leave SITE_URL unset$"):
        address.checked("SITE_URL", url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/", "https://example.org/", "https://örnek.example/a/b/", "http://[::1]:8000/"])
def test_an_address_is_accepted(url):
    address.checked("SITE_URL", url)


@pytest.mark.parametrize(("name", "url"), [("SITE_URL", ""), ("REPO_URL", "https://example.org/a b")])
def test_a_wrong_address_stops_the_build_with_one_line(tmp_path, name, url):
    done = build(ROOT, tmp_path, **{name: url}, **ENGLISH)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("ERROR", "WARNING", "Traceback"))]
    assert done.returncode != 0
    assert len(lines) == 1, lines
    assert name in lines[0]
    assert not list(tmp_path.iterdir())


def test_the_site_says_of_which_commit_it_is(built):
    said = json.loads((built[0] / "build.json").read_text("utf-8"))
    done = subprocess.run(["git", "-C", ROOT, "rev-parse", "HEAD"], capture_output=True, text=True)
    assert said.get("commit", "") == done.stdout.strip()
    assert said["torch"]


def test_without_git_nothing_is_said(monkeypatch, tmp_path):
    history.changes.cache_clear()
    for environment in ({"PATH": str(tmp_path)}, {"GIT_DIR": str(tmp_path / "none")}):
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            assert history.changes() == {}
            assert history.built() == {}
        history.changes.cache_clear()


def test_a_shallow_clone_has_no_dates_because_they_would_be_wrong(monkeypatch, tmp_path):
    quiet = {"capture_output": True, "check": True}
    source = tmp_path / "source"
    (source / "docs" / "en").mkdir(parents=True)
    subprocess.run(["git", "init", source], **quiet)
    for text in "ab":
        (source / "docs" / "en" / f"{text}.md").write_text(text, "utf-8")
        subprocess.run(["git", "-C", source, "add", "."], **quiet)
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", "-C", source, *who, "commit", "-m", text], **quiet, env=os.environ)
    subprocess.run(["git", "clone", "--depth", "1", source.as_uri(), tmp_path / "shallow"], **quiet)
    for folder, known in ((source, {"docs/en/a.md", "docs/en/b.md"}), (tmp_path / "shallow", set())):
        history.changes.cache_clear()
        monkeypatch.setattr(history, "ROOT", folder)
        assert set(history.changes()) == known
    history.changes.cache_clear()
