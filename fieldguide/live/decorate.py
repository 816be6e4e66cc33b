"""A page that can run its code: HTML in, HTML out."""

import json
import re
from collections.abc import Callable

from fieldguide import LANGUAGES

WORDS = "live.page."
HOW = re.compile(r'\s*<p class="fg-how".*?</p>', re.DOTALL)


def decorate(html: str, strings: Callable[[str], dict[str, str]], **settings) -> str:
    """Put the script of Run and Edit, its texts and ``settings`` into a page that shows code; take out the line that says how to get them."""
    script, language = re.search(r'src="([^"]*)assets/guide\.js"', html), re.search(r'<html lang="([\w-]+)"', html)
    if 'data-ref="' not in html or not script or not language:
        return html
    words = strings(next((folder for folder, code in LANGUAGES.items() if code == language[1]), language[1]))
    settings["words"] = {key.removeprefix(WORDS): text for key, text in words.items() if key.startswith(WORDS)}
    data = json.dumps(settings, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    head = (
        f'<link rel="stylesheet" href="{script[1]}assets/live/live.css">'
        f'<script type="application/json" id="fg-live">{data}</script>'
        f'<script type="module" src="{script[1]}assets/live/start.js"></script>'
    )
    return HOW.sub("", html).replace("</head>", f"{head}</head>", 1)
