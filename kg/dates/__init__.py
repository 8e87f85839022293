"""Dates that keep their precision: EDTF (ISO 8601-2:2019, levels 0 and 1, and a few forms of level 2)."""

from kg.dates.edtf import BadDateError, Edtf, parse
from kg.dates.relations import Certainty, contradict, refines, within

__all__ = ["BadDateError", "Certainty", "Edtf", "contradict", "parse", "refines", "within"]
