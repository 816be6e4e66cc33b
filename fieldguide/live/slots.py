"""How many run at once, and who waits: two executors, a queue that is first come, first served."""

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterator

from fieldguide import GuideError
from fieldguide.run.runner import Run, Runner

SLOTS, WAITING = 2, 16
TICK = 0.2  # seconds after which one who waits is told so again, so that one who left is noticed


class Full(GuideError):
    """Too many wait already."""


class Slot:
    """One executor, started when it is first needed and again when it has died."""

    def __init__(self, make: Callable[[], Runner]):
        self.make, self.runner, self.lock, self.closed = make, None, threading.RLock(), False

    def warm(self) -> Runner:
        """Return the executor; it imports torch in its own process meanwhile. Raises GuideError if the slot was closed: nothing may start after that."""
        with self.lock:
            if self.closed:
                raise GuideError("the server ends; start it again")
            if self.runner and self.runner.server.poll() is not None:
                self.end()
            self.runner = self.runner or self.make()
            return self.runner

    def early(self) -> None:
        """Start the executor before somebody needs it, unless the slot was closed meanwhile."""
        with contextlib.suppress(GuideError):
            self.warm()

    def stream(self, code: str, filename: str, **limits) -> Iterator[str | Run]:
        """Yield the pieces of the output and the Run; closing this iterator stops the run and makes the slot ready for the next."""
        runner = self.warm()
        told = runner.stream(code, filename, **limits)
        try:
            for piece in told:  # noqa: UP028 (yield from would close what must be read to its end)
                yield piece
        finally:
            if told.gi_frame is not None:
                runner.stop()
                deque(told, maxlen=0)

    def end(self) -> None:
        """End the executor, and what it runs; one that is just being started, too."""
        with self.lock:
            if self.runner:
                self.runner.__exit__(None, None, None)
                self.runner = None

    def close(self) -> None:
        """End the executor for good."""
        with self.lock:
            self.closed = True
            self.end()


class Slots:
    """Some slots and one queue."""

    def __init__(self, make: Callable[[], Runner] = Runner, slots: int = SLOTS, waiting: int = WAITING):
        self.all = [Slot(make) for _ in range(slots)]
        self.free, self.queue, self.waiting, self.change = deque(self.all), deque(), waiting, threading.Condition()

    def warm(self) -> None:
        """Start every executor that is not there yet, in the background: the second one when somebody has run something."""
        for slot in self.all:
            if not slot.runner:
                threading.Thread(target=slot.early, daemon=True).start()

    def take(self) -> Iterator[int | Slot]:
        """Yield how many are ahead, again and again, and at last the Slot, to be handed to ``give``; raises Full at once."""
        ticket = object()
        with self.change:
            if len(self.queue) >= self.waiting + len(self.free):
                raise Full("too many runs are waiting; try again in a moment")
            self.queue.append(ticket)
        try:
            while True:
                with self.change:
                    if self.queue[0] is ticket and self.free:
                        slot = self.free.popleft()
                        break
                    ahead = self.queue.index(ticket)
                yield ahead
                with self.change:
                    if not (self.queue[0] is ticket and self.free):
                        self.change.wait(TICK)
        finally:
            with self.change:
                self.queue.remove(ticket)
                self.change.notify_all()
        yield slot

    def give(self, slot: Slot) -> None:
        """Hand a slot back; the one that was just used is the next to be used."""
        with self.change:
            self.free.appendleft(slot)
            self.change.notify_all()

    def close(self) -> None:
        for slot in self.all:
            slot.close()
