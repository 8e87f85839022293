"""How far apart things may stand and still belong together, in items of the lexer."""

PAIR = 2
"""Two of them."""
NEAR = 4
"""Beside one another, an article or adjective between."""
FAR = 8
"""In the same phrase."""
VERY_FAR = 14
"""In the same verb group."""
DAY_LENGTH = 10
"""Characters of a date that names a day: 2025-02-18."""
MONTH_LENGTH = 7
"""Characters of one that names a month."""
LONG_LINE = 400
"""Characters of a line that is no headline any more."""
