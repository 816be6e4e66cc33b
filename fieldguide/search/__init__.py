"""What the reader's search needs: the texts of all sections, folded, as one small index a language. Imports run, languages and pages."""
