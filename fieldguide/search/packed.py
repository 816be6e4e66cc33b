"""Words and the places where they stand, as four short texts that compress well. theme/assets/search/packed.js reads them.

Words come in the order of how many places they have, then of these places. So each text holds numbers of one kind, most of them small: how many
places more than the word before; distances of places, the first from the first one of the word before; levels, three to a character.
"""

# The digits that end a number, and those before them.
LAST, GOING_ON = ("".join(map(chr, range(*span))).replace("\\", "") for span in ((35, 111), (111, 127)))  # without what JSON escapes


def number(value: int) -> str:
    """Return a number from 0 in the digits of the index.

    >>> number(0), number(74), number(75)
    ('#', 'n', 'o#')
    """
    value, digit = divmod(value, len(LAST))
    written = LAST[digit]
    while value:
        value, digit = divmod(value - 1, len(GOING_ON))
        written = GOING_ON[digit] + written
    return written


def packed(postings: dict[str, list[tuple[int, int]]]) -> dict[str, str]:
    """Return the postings (word → its places, ascending, with a level from 0 to 3 each) as texts.

    >>> packed({"b": [(1, 2), (4, 0)], "a": [(3, 1)]})
    {'words': 'a b', 'counts': '$$', 'places': '&$%', 'levels': ','}
    """
    words = sorted(postings, key=lambda word: (len(postings[word]), postings[word], word))
    counts, places, levels, count, first = [], [], [], 0, 0
    for word in words:
        first = first if len(postings[word]) == count else 0
        counts.append(number(len(postings[word]) - count))
        count, before = len(postings[word]), first
        for place, level in postings[word]:
            places.append(number(place - before))
            levels.append(level)
            before = place + 1
        first = postings[word][0][0]
    levels = [sum(level * 4**at for at, level in enumerate(levels[start : start + 3])) for start in range(0, len(levels), 3)]
    return {"words": " ".join(words), "counts": "".join(counts), "places": "".join(places), "levels": "".join(map(number, levels))}
