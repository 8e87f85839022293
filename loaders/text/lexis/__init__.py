"""Words and names as the tables of schema/ have them, and a sentence as a row of coded items."""
