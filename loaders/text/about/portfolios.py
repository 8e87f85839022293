"""What ministers talk about where nothing is said of it: what their office is for."""

from __future__ import annotations

from loaders.text.events.drafts import Draft, Told

_OF_OFFICE = {
    "agriculture-minister": "agriculture-food",
    "central-bank-governor": "economy",
    "chief-of-defence": "defence",
    "culture-minister": "culture",
    "defence-minister": "defence",
    "deputy-defence-minister": "defence",
    "digital-minister": "science-technology",
    "economy-minister": "economy",
    "education-minister": "education",
    "energy-minister": "energy",
    "environment-minister": "environment",
    "finance-minister": "economy",
    "health-minister": "health",
    "migration-minister": "migration",
    "trade-minister": "trade",
    "transport-minister": "transport",
    "water-minister": "water",
}
_FAMILIES = ("contact", "call")


def topic_of_offices(event: Draft) -> list[Told]:
    """Read "the defence ministers of A and B met", "received Energy Minister X": the topic, where there is only one."""
    if event.family not in _FAMILIES or len({one.side for one in event.parties if one.rank == "head"}) > 1:
        return []  # ministers whom heads of two states bring along
    holders = [party for party in event.parties if party.office in _OF_OFFICE]
    if len({_OF_OFFICE[party.office] for party in holders}) != 1:
        return []
    first = min(holders, key=lambda party: party.start)
    return [Told(_OF_OFFICE[first.office], first.start, first.end, "office")]
