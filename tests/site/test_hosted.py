"""hosting/nginx.conf with a real nginx, a real HTTP client and a real browser: headers, compression, and that the pages work under them."""

import gzip
import http.client
import re
import shutil

import brotli
import pytest

from conftest import SITE_URL
from tools import hosted, nginx

PATH = "/docs/"  # of SITE_URL


@pytest.fixture(scope="module")
def server(built, tmp_path_factory):
    """Prepare a part of the site, start nginx before it, and return (port, folder)."""
    if not nginx.program():
        pytest.skip("no nginx here; apt-get install nginx, or make test")
    root = tmp_path_factory.mktemp("hosted")
    for name in ("assets", "zero_grad", "check", "explorer", "hi/zero_grad", "snippets/zero_grad"):
        shutil.copytree(built[0] / name, root / "docs" / name)
    for name in (
        "index.html",
        "404.html",
        "llms.txt",
        "sitemap.xml",
        "guide.webmanifest",
        *(["feed.xml"] if (built[0] / "feed.xml").exists() else []),
    ):
        shutil.copy(built[0] / name, root / "docs" / name)
    (root / "docs" / "feed.xml").touch()  # without a history of git there is none
    with nginx.serving(root / "docs") as port:
        yield port, root / "docs"


def ask(server, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", server[0])
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("path", [PATH, f"{PATH}zero_grad/accumulation/", f"{PATH}nowhere/", f"{PATH}llms.txt", f"{PATH}assets/guide.css"])
def test_every_answer_carries_the_headers_of_security(server, path):
    answer, _ = ask(server, path)
    policy = answer.headers["Content-Security-Policy"]
    parts = {part.split()[0]: set(part.split()[1:]) for part in policy.split("; ")}
    hashes = {source for source in parts["script-src"] if source.startswith("'sha256-")}
    assert {name: sources - hashes for name, sources in parts.items()} == {
        "default-src": {"'self'"},
        "script-src": {"'self'", "'wasm-unsafe-eval'"},
        "style-src": {"'self'", "'unsafe-inline'"},
        "img-src": {"'self'", "data:", "blob:"},
        "object-src": {"'none'"},
        "base-uri": {"'none'"},
        "form-action": {"'self'"},
        "frame-ancestors": {"'none'"},
    }
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Permissions-Policy"] == "camera=(), microphone=(), geolocation=()"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "nginx/" not in answer.headers["Server"]


def test_a_page_is_asked_for_each_time_and_answered_with_304_if_nothing_changed(server):
    answer, _ = ask(server, f"{PATH}zero_grad/accumulation/")
    assert answer.headers["Cache-Control"] == "no-cache"
    again, body = ask(server, f"{PATH}zero_grad/accumulation/", If_None_Match=answer.headers["ETag"])
    assert again.status == 304
    assert body == b""


def test_scripts_and_styles_have_the_hash_of_their_content_in_their_address_and_are_kept_for_a_year(server):
    _, body = ask(server, f"{PATH}zero_grad/accumulation/")
    addresses = re.findall(
        r'(?:<script[^>]* src|<link[^>]*rel="stylesheet"[^>]* href|<link[^>]* href)="([^"]+\.(?:css|js)[^"]*)"', body.decode()
    )
    kept = [address for address in addresses if "rel=" not in address]
    assert len(kept) >= 3
    for address in kept:
        answer, _ = ask(server, f"{PATH}zero_grad/accumulation/{address}")
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", address
    plain, _ = ask(server, f"{PATH}assets/guide.css")
    assert plain.headers["Cache-Control"] == "no-cache"
    page, _ = ask(server, f"{PATH}zero_grad/accumulation/?v=12345678")
    assert page.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["", "zero_grad/accumulation/", "assets/guide.css", "llms.txt", "zero_grad/accumulation.md", "sitemap.xml"]
)
def test_what_is_text_was_compressed_by_the_build_and_is_the_same_without_compression(server, path):
    packed, small = ask(server, PATH + path, Accept_Encoding="gzip")
    through, _ = ask(server, PATH + path, Accept_Encoding="gzip", Via="1.1 cdn")
    assert through.headers["Content-Encoding"] == "gzip"
    _, whole = ask(server, PATH + path)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(small) == whole
    file = server[1] / (path + "index.html" if path.endswith("/") or not path else path)
    assert small == file.with_name(f"{file.name}.gz").read_bytes()


def test_who_reads_brotli_gets_less_where_the_server_has_the_module(server):
    packed, small = ask(server, f"{PATH}zero_grad/accumulation/", Accept_Encoding="gzip, br")
    page = server[1] / "zero_grad" / "accumulation" / "index.html"
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    if packed.headers["Content-Encoding"] == "gzip":
        pytest.skip("this nginx has no brotli_static; apt-get install libnginx-mod-http-brotli-static, or make test")
    assert packed.headers["Content-Encoding"] == "br"
    assert brotli.decompress(small) == page.read_bytes()
    assert len(small) < 0.9 * page.with_name("index.html.gz").stat().st_size


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("zero_grad/accumulation.md", "text/markdown; charset=utf-8"),
        ("zero_grad/accumulation/accumulation.ipynb", "application/x-ipynb+json"),
        ("zero_grad/accumulation/", "text/html; charset=utf-8"),
        ("hi/zero_grad/accumulation/accumulation.py", "text/x-python; charset=utf-8"),
        ("assets/guide.js", "application/javascript; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("guide.webmanifest", "application/manifest+json"),
    ],
)
def test_every_kind_of_file_says_what_it_is(server, path, kind):
    answer, _ = ask(server, PATH + path)
    assert answer.headers["Content-Type"].replace("text/javascript", "application/javascript") == kind, f"hosting/nginx.conf: {path}"


@pytest.mark.parametrize("path", ["hi/nowhere/", "nowhere/so/deep", "zero_grad/", "assets/"])
def test_an_unknown_address_and_a_folder_without_a_page_are_a_404_with_the_page_of_the_guide(server, path):
    answer, body = ask(server, PATH + path)
    assert answer.status == 404
    assert body == (server[1] / "404.html").read_bytes()


def test_what_begins_with_a_dot_is_not_served(server):
    secret = server[1].parent / ".git" / "config"
    secret.parent.mkdir()
    secret.write_text("secret")
    assert ask(server, "/.git/config")[0].status == 404, "hosting/nginx.conf: location ~ /\\."


@pytest.mark.parametrize("path", ["", "zero_grad/accumulation/", "hi/zero_grad/accumulation/", "check/", "explorer/"])
def test_pages_and_their_scripts_work_under_the_policy(server, tab, path):
    page, said = tab, []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"http://127.0.0.1:{server[0]}{PATH}{path}")
    page.wait_for_load_state("networkidle")
    if path.endswith("accumulation/"):
        page.click(".fg-search-open")
        page.keyboard.type("zero_grad")
        page.wait_for_selector(".fg-search__results li")
        page.keyboard.press("Escape")
    assert not said, said


def test_a_script_inside_a_page_that_the_policy_does_not_name_is_not_run(server, tab):
    page = tab
    page.goto(f"http://127.0.0.1:{server[0]}{PATH}")
    page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s) }")
    assert page.evaluate("() => window.ran") is None


def test_two_preparations_of_the_same_site_are_the_same_bytes(built, tmp_path):
    for name in ("one", "two"):
        shutil.copytree(built[0] / "zero_grad", tmp_path / name / "zero_grad")
        shutil.copy(built[0] / "404.html", tmp_path / name)
        hosted.main(str(tmp_path / name), root="/srv")
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert {".gz", ".br"} <= {path.suffix for path in files}
    assert all((tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes() for path in files)
    assert SITE_URL.endswith(PATH)
    settings = [(tmp_path / f"{name}.nginx.conf").read_text("utf-8") for name in ("one", "two")]
    assert settings[0] == settings[1]
