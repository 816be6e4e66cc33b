"""A matplotlib backend whose ``plt.show()`` writes figure.svg: the runner selects it with MPLBACKEND=module://fieldguide.run.backend."""

import html
import json

import matplotlib.pyplot as plt
from matplotlib.backends.backend_svg import FigureCanvasSVG as FigureCanvas
from matplotlib.backends.backend_svg import FigureManagerSVG as FigureManager
from matplotlib.patches import Rectangle

from fieldguide.run.figures import FIGURE

__all__ = ["FigureCanvas", "FigureManager", "show"]
ROWS = 16  # of a table that a page folds below the figure


def show(*_args, **_kwargs):
    """Write the current figure, and what it draws, into the run's own folder; raise RuntimeError at a second one."""
    if FIGURE.exists():
        raise RuntimeError("one plt.show() for one snippet: split the snippet to show two figures")
    plt.savefig(FIGURE, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    svg, drawn = FIGURE.read_text("utf-8"), ",\n".join(json.dumps(axes, ensure_ascii=False) for axes in data(plt.gcf()))
    start = svg.index(">", svg.index("<svg")) + 1
    FIGURE.write_text(f"{svg[:start]}\n<desc>[{html.escape(drawn, quote=False)}]</desc>{svg[start:]}", "utf-8")
    plt.close("all")


def data(figure) -> list:
    """Return what each pair of axes draws: ``[x label, y label, curves]``; a curve is ``[its label or "", how many points it has, some of them]``."""
    below = next((axes.get_xlabel() for axes in reversed(figure.axes) if axes.get_xlabel()), "")  # two that share x name it once
    lines = [line for axes in figure.axes for line in axes.lines if not line.get_label().startswith("_")]
    names = {look(line): line.get_label() for line in reversed(lines)}  # two that share a legend have it once
    return [[axes.get_xlabel() or below, axes.get_ylabel(), curves(axes, names)] for axes in figure.axes]


def curves(axes, names) -> list:
    """Return the curves of a pair of axes, and its bars as one. Without a label beside labelled ones, a line is only a help for the eye."""
    found = []
    for line in axes.lines:
        places, label = line.get_xydata(), names.get(look(line), "")
        if line.get_transform() != axes.transData:  # axhline: its ends are where the axes end
            if not label:
                continue
            places = axes.transData.inverted().transform(line.get_transform().transform(places))
        found.append([label, len(places), [[rounded(x), rounded(y)] for x, y in spread(places)]])
    bars = [bar for bar in axes.patches if isinstance(bar, Rectangle)]
    if bars:
        ranges = [[f"{rounded(bar.get_x())} – {rounded(bar.get_x() + bar.get_width())}", rounded(bar.get_height())] for bar in bars]
        found.append(["", len(bars), ranges])
    return [curve for curve in found if curve[0]] or found


def look(line) -> tuple:
    """Return what tells a line from others."""
    return line.get_color(), line.get_linestyle(), line.get_marker()


def spread(points) -> list:
    """Return the points, or every second, fifth, tenth … of them and the last."""
    step = next(step for step in (size * 10**power for power in range(9) for size in (1, 2, 5)) if len(points) <= ROWS * step)
    return [*points[:-1:step], points[-1]] if len(points) else []


def rounded(value):
    """Return four digits of a number; None for what cannot be drawn."""
    value = float(f"{value:.4g}")
    return None if value - value else int(value) if value.is_integer() else value
