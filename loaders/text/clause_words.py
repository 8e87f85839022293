"""Words that clauses are told apart by."""

from __future__ import annotations

from loaders.text.words import word_class

AUXILIARIES = word_class("auxiliary")
LETTERS = word_class("letter")
