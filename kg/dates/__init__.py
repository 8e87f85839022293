"""Dates that keep their precision: EDTF (ISO 8601-2:2019, levels 0 and 1, and a few forms of level 2)."""

from kg.dates.edtf import Edtf, parse
from kg.dates.errors import BadDateError
from kg.dates.make import from_days, from_parts
from kg.dates.relations import Certainty, contradict, merge, midpoint, most_precise, refines, within
from kg.dates.single import Precision, Qualifier
from kg.dates.yearly import Yearly

__all__ = [
    "BadDateError", "Certainty", "Edtf", "Precision", "Qualifier", "Yearly",
    "contradict", "from_days", "from_parts", "merge", "midpoint", "most_precise", "parse", "refines", "within",
]  # fmt: skip
