"""A matplotlib backend whose ``plt.show()`` writes figure.svg: the runner selects it with MPLBACKEND=module://fieldguide.run.backend."""

import matplotlib.pyplot as plt
from matplotlib.backends.backend_svg import FigureCanvasSVG as FigureCanvas
from matplotlib.backends.backend_svg import FigureManagerSVG as FigureManager

from fieldguide.run.figures import FIGURE

__all__ = ["FigureCanvas", "FigureManager", "show"]


def show(*_args, **_kwargs):
    """Write the current figure into the run's own folder; raise RuntimeError at a second one."""
    if FIGURE.exists():
        raise RuntimeError("one plt.show() for one snippet: split the snippet to show two figures")
    plt.savefig(FIGURE, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    plt.close("all")
