"""The calls and the loops that are running while a run is followed."""

from dataclasses import dataclass, field

from fieldguide.run.follow.statements import Statement


@dataclass
class Loop:
    """A loop that is running: how many iterations began, how many there will be if that is known, at which step the last ones began, and the
    step that stands for those left out."""

    statement: Statement
    total: int | None = None
    count: int = 0
    starts: list[int] = field(default_factory=list)
    cut: dict | None = None


@dataclass
class Frame:
    """A call that is running: ``path`` names the calls that led to it, ``pending`` is the statement in progress."""

    frame: object
    path: str
    pending: Statement | None = None
    loops: list[Loop] = field(default_factory=list)
    calls: int = 0
    skipped: int = 0
    error: str | None = None
