"""What a run says while it runs, in pieces, as the runner's server prints them."""

import codecs
import json
import time

from fieldguide.run.snippets import normalize

PAUSE = 0.02  # seconds between two pieces: a flood of short lines must not become a flood of messages


class Teller:
    """Prints what a run says while it runs, whole lines at once, one piece in PAUSE seconds; an empty chunk makes it print what it holds. Args: ``number`` (of the job)."""

    def __init__(self, number: str = ""):
        self.number = number
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.held, self.last = "", 0.0

    def __call__(self, chunk: bytes) -> None:
        self.held += self.decode(chunk)
        now = time.monotonic()
        if chunk and (now - self.last < PAUSE or "\n" not in self.held):
            return
        lines, end, rest = self.held.rpartition("\n") if chunk else (self.held, "", "")
        print(json.dumps({"piece": normalize(lines + end), "number": self.number}), flush=True)
        self.held, self.last = rest, now
