"""llms.txt: what programs that read text are told of a language, and all its pages in one file. Text out."""

from fieldguide.site.listing import Entry


def index(entries: list[Entry], words: dict[str, str], root: str, others: dict[str, str]) -> str:
    """Return llms.txt of a language (llmstxt.org).

    Args: ``entries``, ``words`` (texts of the interface), ``root`` (address of the language), ``others`` (name of each other language → its llms.txt).
    """
    lines = [f"# {words['site_name']}", "", f"> {words['site_description']}"]
    chapter = None
    for entry in entries:
        if entry.chapter != chapter:
            chapter = entry.chapter
            lines += ["", f"## {chapter or words['home']}", ""]
        lines.append(f"- [{entry.title}]({root}{entry.page}): {entry.description}")
    lines += ["", "## Optional", "", f"- [{words['share.all']}]({root}llms-full.txt)"]
    lines += [f"- [{name}]({url})" for name, url in others.items()]
    return "\n".join(lines) + "\n"


def full(twins: list[str]) -> str:
    """Return llms-full.txt: the Markdown twins of all pages, one after the other."""
    return "\n\n".join(twin.strip() for twin in twins) + "\n"
