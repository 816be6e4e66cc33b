"""Publishes and serves: the only room that knows MkDocs, and that only in ``hooks``. Imports every other room."""
