"""A page that can run its code: HTML in, HTML out."""

import json
import re
from collections.abc import Callable

from fieldguide import LANGUAGES

WORDS = "live.page."
HEAD = re.compile(r'<link rel="stylesheet" href="[^"]*assets/live/live\.css">.*?assets/live/start\.js"></script>', re.DOTALL)
HOW = re.compile(r'\s*<p class="fg-how".*?</p>', re.DOTALL)


def decorate(html: str, strings: Callable[[str], dict[str, str]], **settings) -> str:
    """Put the script of Run and Edit, its texts and ``settings`` into a page that shows code or the explorer; take out the line that says how to get them.

    With ``browser`` among the settings (see wheel.py) only the snippets that it names get their buttons. The last call counts.
    """
    script, language = re.search(r'src="([^"]*)assets/guide\.js"', html), re.search(r'<html lang="([\w-]+)"', html)
    if not ('data-ref="' in html or 'class="fg-explorer"' in html) or not script or not language:
        return html
    if browser := settings.get("browser"):
        runs = [name for name in browser["runs"] if re.search(rf'data-ref="{name}[":]', html)]
        if not runs:
            return html
        settings["browser"] = browser | {"runs": runs, "root": f"{script[1]}pyodide/"}
    words = strings(next((folder for folder, code in LANGUAGES.items() if code == language[1]), language[1]))
    settings["words"] = {key.removeprefix(WORDS): text for key, text in words.items() if key.startswith(WORDS)}
    data = json.dumps(settings, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    head = (
        f'<link rel="stylesheet" href="{script[1]}assets/live/live.css">'
        f'<script type="application/json" id="fg-live">{data}</script>'
        f'<script type="module" src="{script[1]}assets/live/start.js"></script>'
    )
    return HOW.sub("", HEAD.sub("", html)).replace("</head>", f"{head}</head>", 1)
