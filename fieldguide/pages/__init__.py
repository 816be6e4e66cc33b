"""Turns the text of a page into what is shown: text in, text out. Imports ``run``, ``recorded`` and ``languages``."""
