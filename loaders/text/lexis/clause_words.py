"""Words that clauses are told apart by."""

from __future__ import annotations

import re

from loaders.text.lexis.words import word_class

AUXILIARIES = word_class("auxiliary")
COURTESY = word_class("courtesy")
LETTERS = word_class("letter")
RELATIVE = re.compile(r"(?:^| ), (?:which|who|whose|where)\b")
"""What such a clause says is of later: "agreed on a truce, which could end the war"."""
OF_ONE = {"his": "he", "her": "she"}
"""Words for what is somebody's, and how he is spoken of himself."""
EITHER = "either"
"""The one spoken of before, of whom no word tells whether it is he or she."""
SEEN = frozenset({"billed", "described", "hailed", "known", "praised", "seen", "viewed"})
"""Before "as" they tell what a thing is taken for: "seen as a breakthrough"."""
