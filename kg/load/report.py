"""What a run did: counted, by reason, for a person and for a script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from kg.blueprint import reject_reasons
from kg.load.prepare import Prepared
from kg.model import Reject, RowsRead

_SHOWN = 8
"""Of the unknown codes in the report for a person; the JSON has all."""


@dataclass
class LoadReport:
    """The counts of one run. Everything read is in exactly one of new, changed, known, withdrawn or rejected."""

    sources_read: int = 0
    sources_new: int = 0
    sources_changed: int = 0
    sources_known: int = 0
    sources_withdrawn: int = 0
    rows: int = 0
    """Rows of tables that were read."""
    rows_merged: int = 0
    """Rows that mirror, repeat or code again what another row of their record codes."""
    dates_moved: int = 0
    """Days of rows that were left out or read otherwise, because they are known to be wrong."""
    claims: int = 0
    told: int = 0
    """Tellings of events in what was read; several of one event are several here."""
    events: int = 0
    """Events written, new or changed; none in a dry run."""
    conflicts: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    """Sources, records and claims refused, by reason."""
    left: Counter[str] = field(default_factory=Counter)
    """What was seen inside sources and not used, by reason."""
    written: Counter[str] = field(default_factory=Counter)
    """Rows sent to the store, by label and relationship type."""
    unknown_codes: Counter[str] = field(default_factory=Counter)
    """Codes and names that no reference table has, as they are spelled."""
    rejects_file: str = ""

    def add(self, prepared: Prepared) -> None:
        """Count one batch."""
        self.sources_new += prepared.new_sources
        self.sources_changed += prepared.changed_sources
        self.sources_known += prepared.known_sources
        self.sources_withdrawn += prepared.withdrawn_sources
        self.events += prepared.events
        self.conflicts += prepared.conflicts

    def reject(self, reject: Reject) -> None:
        """Count one refusal."""
        self.rejected[reject.reason] += 1
        if reject.code:
            self.unknown_codes[reject.code] += 1

    def add_rows(self, rows: RowsRead) -> None:
        """Count a stretch of a table."""
        self.rows += rows.rows
        self.rows_merged += rows.merged
        self.dates_moved += rows.moved
        self.left.update(rows.left.reasons())

    @property
    def wrote_nothing(self) -> bool:
        """Tell whether the run left the graph as it was."""
        return not self.written

    def as_json(self) -> dict[str, Any]:
        """Return the report with names in a fixed order."""
        return {
            "sources": {
                "read": self.sources_read,
                "new": self.sources_new,
                "changed": self.sources_changed,
                "known": self.sources_known,
                "withdrawn": self.sources_withdrawn,
            },
            "rows": {"read": self.rows, "merged": self.rows_merged, "dates_moved": self.dates_moved},
            "claims": self.claims,
            "told": self.told,
            "events": self.events,
            "conflicts": self.conflicts,
            "rejected": dict(sorted(self.rejected.items())),
            "left": dict(sorted(self.left.items())),
            "unknown_codes": dict(sorted(self.unknown_codes.items())),
            "written": dict(sorted(self.written.items())),
            "rejects_file": self.rejects_file,
        }

    def lines(self) -> list[str]:
        """Return the report as lines for a person."""
        rows = [
            f"sources    {self.sources_read:>8,} read: {self.sources_new:,} new, {self.sources_changed:,} read anew, "
            f"{self.sources_known:,} known already" + self._withdrawn(),
            f"claims     {self.claims:>8,}",
            f"events     {self.told:>8,} told of, {self.events:,} written, {self.conflicts:,} conflicts left open",
        ]
        if self.rows:
            moved = f", {self.dates_moved:,} dates left out as known to be wrong" if self.dates_moved else ""
            rows.insert(0, f"rows       {self.rows:>8,} read: {self.rows_merged:,} merged into another's record{moved}")
        rows += _by_reason("rejected", self.rejected) + _by_reason("not used", self.left)
        if self.unknown_codes:
            rows.append(f"unknown    {_most(self.unknown_codes)}")
        if self.wrote_nothing and not self.sources_withdrawn:
            why = "The graph had all of it" if self.sources_read else "Nothing of it could be used"
            rows.append(f"{why}: nothing was written.")
        if self.rejects_file:
            rows.append(f"What was rejected is in {self.rejects_file}; mend it and load that file.")
        return rows

    def _withdrawn(self) -> str:
        n = self.sources_withdrawn
        return f", {n:,} withdrawn and not brought back (kg withdraw SOURCE --undo does)" if n else ""


def _most(codes: Counter[str]) -> str:
    most = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    more = f" and {len(most) - _SHOWN:,} more" if len(most) > _SHOWN else ""
    return ", ".join(f"{code!r} ({count:,})" for code, count in most[:_SHOWN]) + more


def _by_reason(title: str, counts: Counter[str]) -> list[str]:
    reasons = reject_reasons()
    return [
        f"{title:<10} {count:>8,} {reasons[reason].name if reason in reasons else reason}"
        for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
