"""`mkdocs serve` after a save: the page that shows what was saved is new at its next view, whatever was saved; the rest is not built."""

import html
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from conftest import ROOT
from fieldguide import LANGUAGES
from fieldguide.site.on_demand import OnDemand, concerned
from tools.bench_edit import copied

PAGE = "zero_grad/accumulation"


def test_only_the_pages_that_show_a_file_are_concerned():
    docs = ROOT / "docs"
    assert concerned([f"docs/hi/{PAGE}.md"], docs, LANGUAGES) == {
        ("hi", f"{PAGE}.md"),
        *((one, "translations.md") for one in ("en", "hi", "zh", "tr")),
    }
    assert {one for one, page in concerned([f"docs/en/{PAGE}.md"], docs, LANGUAGES) if page == f"{PAGE}.md"} == {"en", "hi", "zh", "tr"}
    shown = concerned(["snippets/zero_grad/accumulates.out"], docs, LANGUAGES)
    assert ("tr", f"{PAGE}.md") in shown
    assert ("tr", "optimizers/adam.md") not in shown
    assert ("zh", "optimizers/adam.md") in concerned(["terms/terminology.csv"], docs, LANGUAGES)
    assert concerned(["theme/assets/guide/5-code.css", "terms/asked/zh.txt"], docs, LANGUAGES) == set()
    for path in ("mkdocs.yml", "fieldguide/pages/expand.py", "docs/en/check/order.md"):
        assert concerned([path], docs, LANGUAGES) is None, path
        assert concerned(["fieldguide/languages/strings.toml", path, "terms/terminology.csv"], docs, LANGUAGES) is None, path


@pytest.mark.parametrize("text", ["# No id\n", "No heading\n", "---\ndescription: D.\n---\n", "\x00"])
def test_a_page_saved_with_a_mistake_in_its_head_is_left_to_the_build_which_names_it(tmp_path, text):
    page, built = tmp_path / "docs" / "en" / "a.md", []
    page.parent.mkdir(parents=True)
    page.write_text("---\ndescription: D.\n---\n\n# Title { #title }\n", "utf-8")
    edited = OnDemand(None, tmp_path, LANGUAGES, lambda: built.append("site"), None, None, None)
    page.write_text(text, "utf-8")
    edited.saved()
    assert built == ["site"]


class Guide:
    """A copy of the guide and the server that shows it."""

    def __init__(self, root, port):
        self.root, self.address = root, f"http://127.0.0.1:{port}"

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=180) as answer:
            return answer.read().decode("utf-8")

    def save(self, name, old, new):
        """Write a file and return when the server says that the browser should load again."""
        epoch = int(re.search(r"livereload\((\d+), \d+\)", self.get("/"))[1])
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")
        for _ in range(9):  # the server answers after a minute if there is nothing new
            if int(self.get(f"/livereload/{epoch}/1")) > epoch:
                return
        pytest.fail(f"{name} was saved and the server made nothing of it")


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """Serve a copy of the guide, in English."""
    root = copied(tmp_path_factory.mktemp("edit"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    only = {"GUIDE_HI": "false", "GUIDE_ZH": "false", "GUIDE_TR": "false", "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    reader = threading.Thread()
    server = subprocess.Popen(command, cwd=root, env=os.environ | only, stderr=subprocess.PIPE, text=True)
    try:
        started = next((line for line in server.stderr if "Serving on" in line), None)
        assert started, "the server ended before it served"
        reader = threading.Thread(target=lambda: [None for _ in server.stderr])  # or a full pipe would stop it
        reader.start()
        yield Guide(root, port)
    finally:
        server.terminate()
        server.wait(60)
        if reader.ident:
            reader.join()
        server.stderr.close()


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        pytest.param(f"docs/en/{PAGE}.md", "\n## Try next", "\nA zebra page.\n\n## Try next", f"/{PAGE}/", id="page"),
        pytest.param("snippets/zero_grad/accumulates.out", "before any", "a zebra output, before any", f"/{PAGE}/", id="output"),
        pytest.param(
            "snippets/zero_grad/accumulates.out",
            "same tensor",
            "a zebra notebook, same tensor",
            f"/{PAGE}/accumulation.ipynb",
            id="notebook",
        ),
        pytest.param(
            "theme/main.html", '<p class="fg-take">', '<p class="fg-take" title="a zebra template">', "/optimizers/adam/", id="template"
        ),
        pytest.param("terms/terminology.csv", "loss function,", "a zebra term,", "/glossary/", id="term"),
        pytest.param("fieldguide/languages/strings.toml", 'en = "Output"', 'en = "a zebra text"', f"/{PAGE}/", id="interface"),
        pytest.param("theme/assets/guide/5-code.css", "\n", "\na zebra b { color: red }\n", "/assets/guide.css", id="stylesheet"),
        pytest.param(
            "docs/en/gradients/graph-life.md", "description: ", "description: A zebra head. ", "/gradients/graph-life/", id="head"
        ),
    ],
)
def test_a_reader_sees_what_was_saved(guide, name, old, new, path):
    guide.save(name, old, new)
    assert re.search(r"a zebra \w+", new, re.I)[0] in guide.get(path)


def test_a_mistake_that_was_saved_is_named_and_the_server_goes_on(guide):
    guide.save("docs/en/clipping/by-norm.md", "/// snippet | clipping/", "/// snippet | clipping/no_such_")
    with pytest.raises(urllib.error.HTTPError) as error:
        guide.get("/clipping/by-norm/")
    with error.value as answer:
        told = html.unescape(answer.read().decode("utf-8"))
    assert re.search(r"<pre>docs/en/clipping/by-norm\.md:\d+: no snippet 'clipping/no_such_\w+'; write", told)
    guide.save("docs/en/clipping/by-norm.md", "clipping/no_such_", "clipping/")
    assert "fg-code" in guide.get("/clipping/by-norm/")


def test_a_page_is_made_at_its_next_view_and_none_of_a_language_that_is_not_served(tmp_path):
    for language in ("en", "hi", "tr"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        for name in ("a", "b"):
            (tmp_path / "docs" / language / f"{name}.md").write_text("---\ndescription: D.\n---\n\n# A { #a }\n", "utf-8")
    (tmp_path / "terms").mkdir()
    table = tmp_path / "terms" / "terminology.csv"
    table.write_text("one", "utf-8")
    made = []
    demand = OnDemand(None, tmp_path, ["en", "hi"], None, lambda *page: made.append(page), lambda changed: None, lambda: None)
    page = tmp_path / "docs" / "en" / "a.md"
    page.write_text(page.read_text("utf-8") + "\nOne.\n", "utf-8")
    demand.saved()
    assert made == [("en", "a.md")], "what was saved itself, so that a mistake in it is told at once"
    demand.bring("/hi/a/")
    assert made == [("en", "a.md"), ("hi", "a.md")]
    made.clear()
    table.write_text("another", "utf-8")
    demand.saved()
    assert made == [("en", "a.md")]
    demand.saved()  # nothing changed since: editors touch a file more than once
    for path in ("/b/", "/hi/a/", "/hi/b/"):
        demand.bring(path)
    assert made == [("en", "a.md"), ("en", "b.md"), ("hi", "a.md"), ("hi", "b.md")]
    assert not demand.owed
