"""Follows a run inside its process, statement by statement: what it printed by then, and every value that can be seen."""
