"""The glossary as a page to look words up in: a row of letters to jump to, and a box that leaves the terms that are looked for. HTML in, HTML out."""

import re

LETTER = re.compile(r'<h2 id="(letter-[\w-]+)">(.*?)<')


def lookup(page: str, words: dict[str, str]) -> str:
    """Put the letters and the box before the first letter; other pages stay as they are.

    Without a script the box is hidden, and the letters are links.
    """
    letters = LETTER.findall(page)
    if not letters:
        return page
    links = "".join(f'<li><a href="#{anchor}">{letter}</a></li>' for anchor, letter in letters)
    box = (
        f'<p class="fg-filter fg-find" data-left="{words["glossary.left"]}" data-none="{words["glossary.none"]}" hidden>'
        f'<label>{words["glossary.find"]} <input type="search" autocomplete="off" aria-label="{words["glossary.find"]}"></label> <span role="status"></span></p>'
        f'<nav class="fg-letters" aria-label="{words["glossary.letters"]}"><ul>{links}</ul></nav>'
    )
    return page.replace("<h2", box + "<h2", 1)
