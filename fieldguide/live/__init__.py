"""Runs the reader's code where `mkdocs serve` runs: who may come in, what is run, who waits, what is answered. Imports ``run`` only."""
