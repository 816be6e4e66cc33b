"""What the author of a page says about a replay: which values to watch, where to start, what to ask, a sentence for a step."""

import html
import json
from pathlib import Path

from fieldguide import GuideError
from fieldguide.pages.blocks import Block
from fieldguide.recorded import replay
from fieldguide.run.follow.steps import expand


def guided(block: Block, path: Path, ref: str) -> str:
    """Return the lines ``watch:``, ``start:``, ``ask N:`` and ``step N:`` of a block as a script element (data, not code), or "".

    Args: ``path`` (of the snippet), ``ref`` (``topic/name`` or ``topic/name:section``). Raises GuideError if a step or a value is not in the replay.
    """
    if not block.replay:
        return ""
    rows = replay.load(path)
    if not rows:
        raise GuideError(f"{ref} has no replay to guide; run: make replays")
    steps, known, told = replay.steps(rows, ref.partition(":")[2]), set(), {"says": {}}
    for state in expand(rows):
        known |= {name.rpartition("/")[2] for name in state}

    def checked(step: str) -> int:
        if not step.isdecimal() or not 1 <= int(step) <= len(steps):
            raise GuideError(f"{ref} has {len(steps)} steps; there is no step {step}")
        return int(step)

    def named(name: str) -> str:
        if name not in known:
            raise GuideError(f"the replay of {ref} has no value {name!r}; it has: {', '.join(sorted(known))}")
        return name

    for key, text in block.replay.items():
        word, _, number = key.partition(" ")
        if word == "watch":
            told["watch"] = [named(name.strip()) for name in text.split(",")]
        elif word == "start":
            told["start"] = checked(text)
        elif word == "ask":
            told["ask"] = [named(text), checked(number)]
        else:
            told["says"][str(checked(number))] = text
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" class="fg-says" data-ref="{html.escape(ref)}">{data}</script>'
