"""What runs did, kept beside the snippets: their steps, and what every single change of them does. Imports ``run``."""
