"""`make cards`: draws the pictures that other sites show for a page (Open Graph), with the browser and the fonts of the tests.

Without arguments theme/assets/cards/LANGUAGE.jpg, which every build has. With the folder of a built site a picture for each of its pages,
with title and figure, to which the page then points.
"""

import re
from html import escape, unescape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from fieldguide import LANGUAGES, ROOT
from fieldguide.languages.strings import strings
from tools import built, chromium, command

SIZE = {"width": 1200, "height": 630}
STYLE = """
body { margin: 0; width: 1200px; height: 630px; display: grid; align-content: center; gap: 30px; padding: 0 80px; box-sizing: border-box;
  background: #fbf9f4; color: #1f2430; font-family: system-ui, sans-serif; border-bottom: 18px solid #1f5fa8 }
header { display: flex; align-items: center; gap: 24px; font-size: 34px; color: #1f5fa8 }
header svg { width: 84px }
main { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 50px; align-items: center }
h1 { margin: 0; font-size: 66px; line-height: 1.2; text-wrap: balance }
main:has(figure) h1 { font-size: 52px }
p { margin: 0; font-size: 34px; line-height: 1.4; color: #4c5566 }
figure { margin: 0 } figure svg { width: 100% }
"""


def card(code: str, name: str, title: str, text: str, figure: str = "") -> str:
    """Return the page that is photographed: ``name`` of the guide, ``title`` and ``text`` of the page, its first ``figure`` (SVG)."""
    logo = (ROOT / "theme" / "partials" / "logo.html").read_text("utf-8").partition("-#}")[2]
    drawn = f"<figure>{figure}</figure>" if figure else ""
    body = f"<header>{logo}{escape(name)}</header><main><h1>{escape(title)}</h1>{drawn}</main><p>{escape(text)}</p>"
    return f'<!doctype html><html lang="{code}"><meta charset="utf-8"><style>{STYLE}</style><body>{body}</body></html>'


def draw(browser_page: Page, html: str, path: Path) -> None:
    """Photograph ``html``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    browser_page.set_content(html)
    browser_page.screenshot(path=path, type="jpeg", quality=82)


def of_site(browser_page: Page, site: Path) -> int:
    """Draw a picture of each page of a built site, and let the page name it; return how many."""
    drawn = 0
    for file in sorted(site.rglob("index.html")):
        html = file.read_text("utf-8")
        image = re.search(r'<meta property="og:image" content="(.*?assets/cards/)(\w+)\.jpg">', html)
        if not image or f'<html lang="{LANGUAGES[image[2]]}"' not in html:
            continue  # a redirect, or a page that shows English: it keeps the picture of English
        title, text = (unescape(re.search(rf'property="og:{name}" content="(.*?)"', html)[1]) for name in ("title", "description"))
        figure = re.search(r'<figure class="fg-figure".*?(<svg.*?</svg>)', html, re.S)
        place = f"{file.parent.relative_to(site).as_posix()}.jpg" if file.parent != site else "index.jpg"
        words = strings(image[2])
        draw(
            browser_page,
            card(LANGUAGES[image[2]], words["site_name"], title, text, figure[1] if figure else ""),
            site / "assets" / "cards" / place,
        )
        file.write_text(html.replace(f"{image[1]}{image[2]}.jpg", f"{image[1]}{place}"), "utf-8")
        drawn += 1
    return drawn


def main(site: str = "") -> None:
    """Draw the pictures of the languages, or those of a built site; raises GuideError if it is none."""
    folder = built(site) if site else None
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page(viewport=SIZE)
        if folder:
            print(f"cards: {of_site(page, folder)} pictures in {site}/assets/cards")
        else:
            for language, code in LANGUAGES.items():
                words = strings(language)
                html = card(code, "", words["site_name"], words["site_description"])
                draw(page, html, ROOT / "theme" / "assets" / "cards" / f"{language}.jpg")
        browser.close()


if __name__ == "__main__":
    command("cards", main)
