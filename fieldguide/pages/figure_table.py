"""What a figure draws, as tables that are folded below it. Recorded data in, HTML out."""

import html


def folded(drawn: list, texts: dict[str, str], words: dict[str, str]) -> str:
    """Return the tables of a figure (HTML), or "". Args: ``drawn`` is what figures.data returns, ``texts`` are its English texts → those of the page."""
    said = {text: html.escape(texts.get(text, text)) for x, y, curves in drawn for text in (x, y, *(label for label, *_ in curves))}
    made = "".join(table(said[x], said[y], group, said, words) for x, y, curves in drawn for group in grouped(curves))
    if not made:
        return ""
    return f'<details class="fg-data"><summary>{words["data.table"]}</summary>{made}<p>{words["data.digits"]}</p></details>'


def grouped(curves: list) -> list[list]:
    """Return the curves that have the same places on the x axis together: they share a table."""
    groups = {}
    for curve in curves:
        groups.setdefault((curve[1], *(x for x, _ in curve[2])), []).append(curve)
    return list(groups.values())


def table(x: str, y: str, curves: list, said: dict[str, str], words: dict[str, str]) -> str:
    """Return one table: a row for each place on the x axis, a column for each curve. Its caption says what the columns hold, and what is left out."""
    _, count, points = curves[0]
    cut = words["data.cut"].format(shown=len(points), all=count) if len(points) < count else ""
    named = any(label for label, *_ in curves)
    caption = " · ".join(filter(None, [y if named else "", cut]))
    head = "".join(f'<th scope="col">{text}</th>' for text in [x, *(said[label] or y for label, *_ in curves)])
    rows = [[curves[0][2][row][0], *(curve[2][row][1] for curve in curves)] for row in range(len(points))]
    return (
        "<table>"
        + (f"<caption>{caption}</caption>" if caption else "")
        + f"<thead><tr>{head}</tr></thead><tbody>"
        + "".join(
            f'<tr><th scope="row">{shown(first)}</th>{"".join(f"<td>{shown(cell)}</td>" for cell in rest)}</tr>' for first, *rest in rows
        )
        + "</tbody></table>"
    )


def shown(value) -> str:
    """Return a cell as text; a place that cannot be drawn stays empty."""
    return "" if value is None else html.escape(str(value))
