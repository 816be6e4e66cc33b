"""The only file that knows MkDocs: it hands pages to the kit and gives the kit's results to the theme.

MkDocs fires these hooks once for each language; mkdocs-static-i18n starts the builds after the first one from on_post_build.
"""

import functools
import json
import logging
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from fieldguide import ROOT, SOURCE, GuideError
from fieldguide.files import reason
from fieldguide.languages import status, terms
from fieldguide.languages.strings import strings
from fieldguide.live import serve
from fieldguide.live.decorate import decorate
from fieldguide.pages import formulas, glossary, mistakes, reading
from fieldguide.pages.compose import composed
from fieldguide.pages.expand import Page
from fieldguide.site import address, for_templates, in_browser, linked_data, publish
from fieldguide.site.on_demand import KEPT, OnDemand

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
log = logging.getLogger("mkdocs.hooks")


def told(hook):
    """Let MkDocs show a GuideError as lines, not as a traceback."""

    @functools.wraps(hook)
    def gate(*args, **kwargs):
        try:
            return hook(*args, **kwargs)
        except (GuideError, OSError) as error:  # or a full disk, a folder that is closed
            raise PluginError(reason(error)) from None

    return gate


@told
def on_pre_build(config):
    """Refuse pages with mistakes in their form, and templates without a text, before anything is made of them."""
    language = config.theme["language"]
    if found := mistakes.guide(DOCS, language) + mistakes.templates(ROOT / "theme", strings(language)):
        raise GuideError("\n".join(found))


@event_priority(-200)  # after the plugin for languages (-100), which sets the language
@told
def on_config(config):
    """Localize what Material reads from the configuration."""
    address.checked("SITE_URL", config.site_url)
    if config.repo_url:
        address.checked("REPO_URL", config.repo_url)
    words = strings(config.theme["language"])
    config.site_name, config.site_description = words["site_name"], words["site_description"]
    config.mdx_configs["toc"]["permalink_title"] = words["permalink"]
    config.edit_uri = "edit/main/docs/" if config.repo_url else None
    config.extra.setdefault("alternate", [{"lang": config.theme["language"]}])  # or Material leaves out partials/alternate.html
    for palette in config.theme["palette"]:
        key = "palette_dark" if palette["scheme"] == "default" else "palette_light"
        palette["toggle"]["name"] = words[key]
    return config


@told
def on_nav(nav, config, files):
    """Name the chapters and the home page in the page's language; the other pages are named by their own H1."""
    words = strings(config.theme["language"])
    for item in nav.items:
        key = f"nav.{item.title}" if item.is_section else "home"
        if key not in words:
            raise PluginError(f"mkdocs.yml: the chapter {item.title!r} has no name; add [{key}] to fieldguide/languages/strings.toml")
        item.title = words[key]
    return nav


@told
def on_files(files, config):
    """Leave out Material's own scripts and stylesheets (see site/material.py), and the parts of the guide's, which are published as one."""
    for file in [file for file in files if file.src_uri.startswith(publish.APART)]:
        files.remove(file)
    return files


@told
def on_env(env, config, files):
    """Give the templates the interface texts, the languages and the versions of the recorded run."""
    KEPT[config.theme["language"]] = KEPT.get(config.theme["language"], {}) | {"config": config, "env": env, "files": files}
    env.trim_blocks = env.lstrip_blocks = True  # a tenth of a page would be the empty lines of its templates
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # or a letter of Hindi is six of a page
    env.globals |= for_templates.of_site(ROOT, config.theme["language"])
    return env


@told
def on_page_markdown(markdown, page, config, files):
    """Compose a translation with its English source, then expand the snippets."""
    language, path = config.theme["language"], page.file.norm_src_uri
    where, root = f"docs/{language}/{path}", get_relative_url(".", page.url).rstrip("/") + "/"
    markdown = composed(DOCS, language, path, root, page.file.url.removeprefix(f"{language}/"))
    if not (DOCS / language / path).exists():  # MkDocs does not look for the H1 inside the English part
        page.meta.setdefault("title", status.title(DOCS, language, path).replace("`", ""))
    source = f"{config.repo_url}/blob/main" if config.repo_url else ""
    expanded = Page(SNIPPETS, strings(language), root, where, source).expand(markdown)  # first: it names the line of a mistake
    publish.take_away(Path(config.site_dir), page.file.dest_uri, markdown, path, language, config.site_url)
    return expanded


@told
def on_page_content(html, page, config, files):
    """Render formulas, make tables fit any screen, keep dates whole, and show a term's English and definition on links to the glossary."""
    language = config.theme["language"]
    html = reading.dates(reading.tables(formulas.render(html, page.file.src_uri)))
    if page.file.norm_src_uri == "old-posts.md":
        html = reading.verdicts(html, strings(language))
    if page.file.norm_src_uri == "glossary.md":
        html = glossary.lookup(html, strings(language))
    return terms.tooltips(terms.spoken(html, language), language)


@told
def on_page_context(context, page, config, nav):
    """Tell the template whether the page exists in its language, and where it stands in each."""
    KEPT[config.theme["language"]]["nav"] = nav
    path = page.file.norm_src_uri
    if path == "index.md":
        page.meta["hide"] = ["navigation", "toc"]  # the promise stands beside a run that moves
    context |= for_templates.of_page(DOCS, config.theme["language"], path, page.url, page.content or "")
    shown = config.theme["language"] if context["is_translated"] else SOURCE
    context["json_ld"] = functools.partial(linked_data.of, DOCS, config.nav, shown, path, config.site_url)
    return context


@told
def on_post_page(output, page, config):
    """Let a page run its code in the reader's own browser, if the owner of the site has named a build of PyTorch for that."""
    page.content = None  # or the pages of all languages lie in memory to the end of the build
    wanted = config.extra.get("python_in_browser")
    return decorate(output, strings, browser=in_browser.settings(json.dumps(wanted), SNIPPETS)) if wanted else output


@told
def on_post_build(config):
    """After the last language: publish what can be downloaded, and what search needs."""
    plugin = config.plugins["i18n"]
    if plugin.current_language != plugin.build_languages[-1]:
        return
    publish.styles(Path(config.site_dir))
    publish.snippet_files(Path(config.site_dir))
    publish.recordings(Path(config.site_dir))
    finish(config)


def finish(config):
    """Publish what is made of all pages."""
    languages, wanted = list(config.plugins["i18n"].build_languages), config.extra.get("python_in_browser")
    publish.finish(Path(config.site_dir), DOCS, config.nav, config.site_url, languages)
    if wanted:
        runs = in_browser.settings(json.dumps(wanted), SNIPPETS)["runs"]
        in_browser.publish(Path(config.site_dir) / "pyodide", Path(wanted["folder"]), SNIPPETS, runs)


@told
def on_serve(server, config, builder):
    """Let pages run their code, where this server can be reached from this machine only and PyTorch is installed."""
    demand = OnDemand(
        server.get_app(),
        ROOT,
        KEPT,
        server.builder,
        make,
        lambda changed: publish.changed_files(Path(config.site_dir), changed),
        lambda: finish(config),
    )
    server.set_app(demand)
    server.builder = demand.saved
    host, port = config.dev_addr
    if reason := serve.refusal(host, port):
        log.warning("Run and Edit are off: %s", reason)
    else:
        serve.allow(server, port, SNIPPETS, strings)
    return server


def make(language, path):
    """Make one page again, with what the last whole build left; raises GuideError for a mistake in it."""
    kept = KEPT[language]
    kept["config"].plugins["i18n"].current_language = language
    kept["env"].auto_reload = True  # a template may be what was saved
    try:
        config = kept["config"].plugins.on_config(kept["config"])
        on_env(kept["env"], config, kept["files"])
        (page,) = (file.page for file in kept["files"].documentation_pages() if file.norm_src_uri == path)
        _populate_page(page, config, kept["files"])
        _build_page(page, config, kept["files"].documentation_pages(), KEPT[language]["nav"], kept["env"])
    except BuildError as error:
        raise GuideError(str(error)) from None
