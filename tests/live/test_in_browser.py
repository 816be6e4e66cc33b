"""Python in the reader's own browser: the machinery, tried with Pyodide and a stand-in package. torch itself has not been run there."""

import functools
import http.server
import json
import re
import shutil
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from conftest import ROOT
from fieldguide import GuideError
from fieldguide.languages.strings import strings
from fieldguide.live import wheel
from fieldguide.live.decorate import decorate
from fieldguide.site import hooks, in_browser
from tools import bundle, wasm_check

SNIPPETS = {
    "same": (
        "import standin\n\n# --8<-- [start:a]\nx = standin.double(2)\n# --8<-- [end:a]\n# --8<-- [start:b]\nprint(x)\n# --8<-- [end:b]\n",
        "4\n",
    ),
    "other": ("import standin\n\nprint(standin.double(2) + 1)\n", "4\n"),
    "failed": ("import standin\n\nstandin.half(2)\n", "1.0\n"),
}


def make_wheel(path, name="torch", version="2.13.0", pure="false", files=("torch/_C.so",)):
    with zipfile.ZipFile(path, "w") as packed:
        for file in files:
            packed.writestr(file, "def double(x):\n    return 2 * x\n")
        folder = f"{name}-{version}.dist-info"
        packed.writestr(f"{folder}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        packed.writestr(f"{folder}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: {pure}\nTag: py3-none-any\n")
        packed.writestr(f"{folder}/RECORD", "")
    return path


@pytest.fixture
def folder(tmp_path):
    """A folder as the owner of a site names it, tried, with everything as it should be."""
    (tmp_path / "pyodide.mjs").write_text("")
    made = make_wheel(tmp_path / "torch-2.13.0-a.whl")
    report = {"sha256": wheel.digest(made), "packages": [], "same": ["t/a"], "other": [], "failed": {}}
    (tmp_path / wheel.CHECKED).write_text(json.dumps(report))
    return tmp_path


def wanted(folder, **changes):
    return {"folder": str(folder), "wheel": "torch-2.13.0-a.whl", "sha256": wheel.digest(folder / "torch-2.13.0-a.whl")} | changes


def test_the_named_wheel_is_taken_with_what_it_was_seen_to_do(folder):
    found = wheel.settings(wanted(folder), "2.13.0")
    assert (found["wheel"], found["runs"], found["megabytes"]) == ("torch-2.13.0-a.whl", ["t/a"], 0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda folder: {"sha256": "0" * 64}, "is another file: its SHA-256 is"),
        (
            lambda folder: make_wheel(folder / "torch-2.13.0-a.whl", name="tinytorch") and {},
            "is tinytorch 2.13.0; the outputs were recorded with torch",
        ),
        (lambda folder: make_wheel(folder / "torch-2.13.0-a.whl", version="2.12.0") and {}, "is torch 2.12.0"),
        (lambda folder: make_wheel(folder / "torch-2.13.0-a.whl", pure="true") and {}, "holds no compiled torch"),
        (lambda folder: make_wheel(folder / "torch-2.13.0-a.whl", files=["torch/x.py"]) and {}, "holds no compiled torch"),
        (
            lambda folder: make_wheel(folder / "torch-2.13.0-a.whl", files=["torch/_C.so", "x"]) and {},
            "was never tried; run: make wasm-check",
        ),
        (lambda folder: (folder / wheel.CHECKED).unlink() or {}, "was never tried; run: make wasm-check"),
        (lambda folder: (folder / "pyodide.mjs").unlink() or {}, "there is no"),
        (lambda folder: {"wheel": "none.whl"}, "there is no"),
    ],
    ids=["digest", "name", "version", "pure", "python", "changed", "untried", "pyodide", "missing"],
)
def test_anything_but_the_named_tried_compiled_torch_is_refused_in_one_line(folder, change, said):
    changes = change(folder)
    with pytest.raises(GuideError) as error:
        wheel.settings(wanted(folder, **changes), "2.13.0")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wheel_that_silently_prints_something_else_is_refused(folder):
    report = json.loads((folder / wheel.CHECKED).read_text())
    report |= {
        "same": [f"t/a{n}" for n in range(94)],
        "other": [f"t/b{n}" for n in range(51)],
        "failed": {f"t/c{n}": "" for n in range(216)},
    }
    (folder / wheel.CHECKED).write_text(json.dumps(report))
    with pytest.raises(GuideError, match="prints something else than recorded, without an error, for 51 snippets"):
        wheel.settings(wanted(folder), "2.13.0")


def test_a_setting_that_lacks_a_part_says_which():
    with pytest.raises(GuideError, match="needs sha256, wheel"):
        wheel.settings({"folder": "."}, "2.13.0")


def test_a_build_puts_run_on_pages_that_show_a_snippet_that_works_there_and_on_no_other(folder):
    html = '<html lang="en"><head><script src="../assets/guide.js"></script></head><body><p class="fg-how">how</p><div data-ref="{}"></div></body></html>'
    config = SimpleNamespace(extra={"python_in_browser": wanted(folder)})
    page = hooks.on_post_page(html.format("t/a:part"), SimpleNamespace(), config)
    assert '"runs":["t/a"],"root":"../pyodide/"' in page
    assert "fg-how" not in page
    for other in (html.format("t/ab"), html.replace('data-ref="{}"', "")):
        assert hooks.on_post_page(other, SimpleNamespace(), config) == other
    assert hooks.on_post_page(page, SimpleNamespace(), SimpleNamespace(extra={})) == page
    served = decorate(page, strings, token="x")
    assert served.count('id="fg-live"') == 1, "where there is a server, it runs the code"
    assert "pyodide" not in served


def test_a_folder_that_cannot_be_checked_is_named(tmp_path):
    for place in ("", str(tmp_path)):
        with pytest.raises(GuideError, match=re.escape("name a folder with Pyodide (pyodide.mjs, …) and one torch-….whl")):
            wasm_check.main(place)
    (tmp_path / "pyodide.mjs").write_text("")
    make_wheel(tmp_path / "torch-2.13.0-a.whl", pure="true")
    with pytest.raises(GuideError, match="holds no compiled torch"):
        wasm_check.main(str(tmp_path))


@pytest.fixture(scope="module")
def standin(tmp_path_factory):
    """Pyodide as npm brings it, with a small package in the place of torch, and three snippets: recorded so, otherwise, and not at all."""
    folder, snippets = tmp_path_factory.mktemp("pyodide"), tmp_path_factory.mktemp("snippets")
    shutil.copytree(bundle.PACKAGES / "node_modules" / "pyodide", folder, dirs_exist_ok=True)
    made = make_wheel(folder / "standin-1.0-py3-none-any.whl", "standin", "1.0", "true", ["standin/__init__.py"])
    (snippets / "t").mkdir()
    for name, (code, output) in SNIPPETS.items():
        (snippets / "t" / f"{name}.py").write_text(code)
        marks = [line for line in code.splitlines() if line.startswith("# --8<--")]
        (snippets / "t" / f"{name}.out").write_text("\n".join([*marks[:3], output.strip(), *marks[3:]]) + "\n")
    return folder, made, snippets


@pytest.fixture(scope="module")
def report(standin, chromium):
    return wasm_check.check(*standin, chromium, say=lambda line: None)


def test_the_check_tells_apart_what_is_as_recorded_what_is_not_and_what_fails(report):
    assert (report["same"], report["other"]) == (["t/same"], ["t/other"])
    assert list(report["failed"]) == ["t/failed"]
    assert report["failed"]["t/failed"].startswith("AttributeError: module 'standin' has no attribute 'half'")


BLOCK = """<div class="fg-code" data-ref="{ref}" data-line="{line}"><span class="filename">{name}.py</span><pre><code>{code}</code></pre></div>
<div class="fg-output"><pre><code>{output}</code></pre></div>"""


@pytest.fixture
def page(chromium, standin, report, tmp_path):
    """A page with the three snippets on a static site with that Pyodide."""
    folder, made, snippets = standin
    in_browser.publish(tmp_path / "pyodide", folder, snippets, report["same"])
    shutil.copytree(ROOT / "theme" / "assets", tmp_path / "assets")
    blocks = [BLOCK.format(ref="t/same:b", line=7, name="t/same", code="print(x)\n", output="4\n")]
    blocks += [BLOCK.format(ref=f"t/{name}", line=1, name=f"t/{name}", code="pass\n", output="") for name in ("other", "failed")]
    html = f'<html lang="en"><head><script data-src="assets/guide.js"></script></head><body><div class="fg-page">{"".join(blocks)}</div></body></html>'
    settings = {"wheel": made.name, "sha256": report["sha256"], "packages": [], "megabytes": 13, "runs": report["same"]}
    (tmp_path / "index.html").write_text("<!doctype html>" + decorate(html, strings, browser=settings))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(wasm_check.Handler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = chromium.new_context()
    page = context.new_page()
    page.site = Path(tmp_path)
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
    yield page
    context.close()
    server.shutdown()
    server.server_close()


def test_run_is_offered_only_where_it_was_seen_to_work_and_says_what_it_loads_before_it_does(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator(".fg-do-run")).to_have_count(1)
    page.locator(".fg-do-run").click()
    expect(page.get_by_role("status")).to_contain_text("standin-1.0-py3-none-any.whl. That is about 13 MB")
    assert not [url for url in asked if "pyodide" in url], "loaded before the reader agreed"
    page.get_by_role("button", name="Load and run").click()
    expect(page.get_by_role("status")).to_have_text("Same as recorded")
    expect(page.locator(".fg-run pre")).to_have_text("4\n")

    page.locator(".fg-do-edit").click()
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("print(x, flush=True)\nwhile True: pass")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".fg-run pre")).to_have_text("4\n")
    page.locator(".fg-do-stop").click()
    expect(page.get_by_role("status").locator("p").first).to_have_text("Stopped")

    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("print(x)\n1 / 0")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Ended with an error in line 8")


def test_a_wheel_that_is_another_file_by_now_is_not_run(page):
    make_wheel(page.site / "pyodide" / "standin-1.0-py3-none-any.whl", "standin", "1.0", "true", ["standin/__init__.py", "evil.py"])
    page.locator(".fg-do-run").click()
    page.get_by_role("button", name="Load and run").click()
    expect(page.locator(".fg-run")).to_have_attribute("data-state", "failed")
    expect(page.get_by_role("status")).to_have_text(strings("en")["live.page.not_loaded"])
