"""Two replays of one run, compared: numbers within what another processor may do."""

import math
import re

from fieldguide import GuideError
from fieldguide.run.follow.steps import expand, visible

NUMBER = re.compile(r"(?<![\w.])-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf|nan)(?![\w])|\?")


def close(one: str, other: str) -> bool:
    """Say whether two numbers are equal within what another processor may do; ``?`` equals every number.

    >>> close("1.00001", "1"), close("2e-9", "0"), close("?", "7"), close("1", "1.01")
    (True, True, True, False)
    """
    return one == "?" or other == "?" or math.isclose(float(one), float(other), rel_tol=1e-4, abs_tol=1e-6) or one == other


def alike(one: str, other: str) -> bool:
    """Say whether two texts are equal but for numbers, and their numbers are close."""
    if one == other:
        return True
    if NUMBER.sub("N", one) != NUMBER.sub("N", other):
        return False
    return all(map(close, NUMBER.findall(one), NUMBER.findall(other)))


def mask(one: str, other: str) -> str:
    """Return ``one`` with a ``?`` for every number that is another one in ``other``.

    >>> mask("[1, 0.25]", "[1, 0.75]")
    '[1, ?]'
    """
    if NUMBER.sub("N", one) != NUMBER.sub("N", other):
        return "?"
    others = iter(NUMBER.findall(other))
    return NUMBER.sub(lambda match: match[0] if close(match[0], next(others)) else "?", one)


def difference(one: list[list], other: list[list]) -> str | None:
    """Return in words the first difference of two replays, or None."""
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if (mine[:2], mine[3]) != (theirs[:2], theirs[3]):
            return f"step {place + 1}: line {mine[0]}, {mine[1]} characters, {mine[3]}; now line {theirs[0]}, {theirs[1]} characters, {theirs[3]}"
    if len(one) != len(other):
        return f"{len(one)} steps, now {len(other)}"
    for place, (mine, theirs) in enumerate(zip(expand(one), expand(other), strict=True)):
        for name in mine | theirs:
            if name not in mine or name not in theirs or not (mine[name] == "?" or alike(mine[name], theirs[name])):
                return f"step {place + 1}, line {one[place][0]}: {name} = {mine.get(name)}, now {theirs.get(name)}"
    return None


def merged(one: list[list], other: list[list]) -> list[list]:
    """Return ``one`` with a ``?`` in place of each number that ``other``, the same run once more, does not show."""
    same = [(row[:2], row[3]) for row in one] == [(row[:2], row[3]) for row in other]
    if not same or any(mine.keys() != theirs.keys() for mine, theirs in zip(expand(one), expand(other), strict=True)):
        raise GuideError(f"two runs take different steps ({difference(one, other)}); seed it: torch.manual_seed(0)")
    found, state = [], {}
    for row, mine, theirs in zip(one, expand(one), expand(other), strict=True):
        path = f"{row[3]['in']}/" if "in" in row[3] else ""
        state = visible(state, path, "call" in row[3])
        new = {name: mask(text, theirs[name]) for name, text in mine.items()}
        changes = {name: text for name, text in new.items() if state.get(name) != text}
        found.append([*row[:2], changes | dict.fromkeys(name for name in state if name not in new), row[3]])
        state = new
    return found
