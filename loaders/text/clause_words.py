"""Words that clauses are told apart by."""

from __future__ import annotations





AUXILIARIES = frozenset(
    "will would shall should may might can could must is are was were be been being has have had do does did to not also then "
    "never already just recently currently later soon again jointly separately personally briefly formally officially twice "
    "today yesterday tomorrow earlier now still both each".split()
)
LETTERS = frozenset(
    "letter letters message messages telegram telegrams greetings condolences congratulations congratulation note cable sympathy".split()
)
