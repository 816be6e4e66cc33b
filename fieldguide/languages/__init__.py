"""Keeps translations true to their English source: sections, terms, rules, texts of the interface. Imports no other room."""
