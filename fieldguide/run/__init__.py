"""Executes snippets and reads what was recorded. Imports no other room."""
