"""A page of the built site, taken apart."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What the tests ask of one HTML file: its tags with attributes, its ids, its text by tag."""

    def __init__(self, file):
        super().__init__()
        self.tags, self.ids, self.text, self.open = [], [], {}, []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        self.open.append(tag)
        if attributes.get("id"):
            self.ids.append(attributes["id"])

    def handle_data(self, data):
        if self.open:
            self.text.setdefault(self.open[-1], []).append(data)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def all(self, tag, **wanted):
        return [a for name, a in self.tags if name == tag and all(a.get(key) == value for key, value in wanted.items())]
