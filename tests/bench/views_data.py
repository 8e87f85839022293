"""A made-up graph as the explorer's page holds it, of so many nodes and contacts, and as nodes and lines for others.

The page is measured, not the store: so the columns are made here, and no 50,000 events are loaded first.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, NamedTuple

from kg.blueprint import event_kinds, statuses
from kg.views.explorer.clocks import last_day
from kg.views.explorer.data import PageData
from kg.views.explorer.pack import pack
from kg.views.explorer.read import Contact, Links
from kg.views.explorer.settle import settle
from kg.vocabulary import city_coordinates, countries, topics

SIZES = {"s": (200, 1_000), "m": (2_000, 10_000), "l": (10_000, 50_000)}
"""Nodes and contacts."""
_FIRST = date(2000, 1, 1)
_EPOCH = date(1970, 1, 1)
_DAYS = 9_000
_SYLLABLES = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "va", "zi", "dar", "gor", "lin", "mar", "sen", "tov")


class Made(NamedTuple):
    """The data of the page; and nodes (id, name, x, y) with lines (from, to, first day, last day), a line a contact."""

    page: PageData
    nodes: list[tuple[str, str, int, int]]
    lines: list[tuple[int, int, int, int]]


def made_up(size: str, seed: int = 1) -> Made:
    """Return the graph of a size, the same for the same seed."""
    many_nodes, many_contacts = SIZES[size]
    chance = random.Random(seed)
    codes, subjects = sorted(countries())[: many_nodes // 5 if size == "s" else 200], sorted(topics())
    people = _people(chance, codes, many_nodes - len(codes) - len(subjects))
    made = (_contact(chance, codes, people, len(subjects)) for _ in range(many_contacts))
    told = sorted(made, key=lambda one: (one["first"], one["last"], one["id"]))
    overview = _overview(codes, people, subjects, told)
    evidence = _evidence(codes, told)
    data = PageData(pack(overview), pack(evidence), many_contacts, "made-up")
    return Made(data, *_network(overview, told))


def _people(chance: random.Random, codes: list[str], many: int) -> list[tuple[str, int]]:
    names = (" ".join("".join(chance.choices(_SYLLABLES, k=k)).title() for k in (2, 3)) for _ in range(many))
    return [(name, at % len(codes)) for at, name in enumerate(names)]


def _contact(chance: random.Random, codes: list[str], people: list[tuple[str, int]], subjects: int) -> dict[str, Any]:
    sides: list[int] = []
    while len(sides) < (2 if chance.random() < 0.93 else chance.randint(3, 12)):
        side = min(int(chance.paretovariate(0.7)) - 1, len(codes) - 1)
        side = side if side < len(codes) - 1 else chance.randrange(len(codes))
        if side not in sides:
            sides.append(side)
    sides.sort()
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    vague = chance.random() < 0.1
    first = day.replace(day=1) if vague else day
    terms = len(people) // len(codes)
    term = (day - _FIRST).days * terms // _DAYS
    return {
        "sides": sides, "host": sides[0], "topic": chance.randrange(subjects), "date": str(day)[: 7 if vague else 10],
        "first": (first - _EPOCH).days, "last": (first - _EPOCH).days + (27 if vague else 0),
        "kind": chance.choice(("meeting", "meeting", "call", "visit", "talks", "summit", "agreement")),
        "status": chance.choices(("held", "planned", "cancelled"), (88, 9, 3))[0],
        "people": [side + term * len(codes) for side in sides if side + term * len(codes) < len(people)],
        "voices": chance.choices((1, 2, 3), (60, 30, 10))[0], "id": f"event-{chance.getrandbits(96):024x}",
    }  # fmt: skip


def _overview(
    codes: list[str], people: list[tuple[str, int]], subjects: list[str], told: list[dict[str, Any]]
) -> dict[str, Any]:
    kinds, states = sorted(event_kinds()), list(statuses())
    names = [countries()[code].name for code in codes]
    capitals = [countries()[code].capital or code for code in codes]
    where = [city_coordinates(city, code) or (None, None) for city, code in zip(capitals, codes, strict=True)]
    rows = [(f"country-{code}", code, name) for code, name in zip(codes, names, strict=True)]
    links = Links({"sides": {one["id"]: [rows[side][0] for side in one["sides"]] for one in told}})
    contacts = [Contact(one["id"], "", "", "", None, None, "", 1, "", one["id"], "", "") for one in told]
    places = settle(rows, contacts, links)
    lat, lon = [one[0] for one in where], [one[1] for one in where]
    count = sum(one["voices"] for one in told)
    published = [last_day(one["date"]) or 0 for one in told]
    first = [sum(one["voices"] for one in told[:0])]
    for one in told:
        first.append(first[-1] + one["voices"])
    return {
        "graph": {"version": "made-up", "schema": 1, "sources": count, "contacts": len(told)},
        "format": 3, "attributes": ["venue"],
        "clocks": {"told": [min(published), max(published)], "known": [20_000, 20_000]},
        "kinds": kinds, "kind_names": [event_kinds()[kind].name for kind in kinds], "statuses": states,
        "sides": {
            "id": [row[0] for row in rows], "code": codes, "name": names, "lat": lat, "lon": lon,
            "x": [places[row[0]][0] for row in rows], "y": [places[row[0]][1] for row in rows],
        },
        "officials": {
            "id": [f"official-{at:06}" for at in range(len(people))], "name": [name for name, _ in people],
            "side": [codes[side] for _, side in people],
        },
        "topics": {"id": subjects, "code": subjects, "name": subjects},
        "places": {"id": [f"place-{c}" for c in codes], "name": capitals, "lat": lat, "lon": lon, "country": codes},
        "sources": {
            "publishers": ["Agency 0", "Agency 1", "Agency 2"],
            "publisher": [voice for one in told for voice in range(one["voices"])],
            "published": [one["date"] for one in told for _ in range(one["voices"])],
        },
        "contacts": {
            "id": [one["id"] for one in told], "kind": [kinds.index(one["kind"]) for one in told],
            "status": [states.index(one["status"]) for one in told], "date": [one["date"] for one in told],
            "title": [""] * len(told),
            "earliest": [one["first"] for one in told], "latest": [one["last"] for one in told],
            "known": [20_000] * len(told), "recorded": [20_000] * len(told),
            "replaced": [None] * len(told), "voices": [one["voices"] for one in told],
            "conflicts": [[0] if at % 40 == 0 else [] for at in range(len(told))],
            "sides": [one["sides"] for one in told],
            "hosts": [[one["host"]] for one in told], "officials": [one["people"] for one in told],
            "topics": [[one["topic"]] for one in told],
            "places": [[one["host"]] if one["kind"] != "call" else [] for one in told],
            "sources": [list(range(first[at], first[at + 1])) for at in range(len(told))],
        },
        "former": {"side": [], "name": [], "first": [], "last": []},
        "offices": {
            "id": [f"office-{code}" for code in codes], "name": [f"{name}: foreign minister" for name in names],
            "seats": {
                "office": [[who % len(codes) for who in one["people"]] for one in told],
                "who": [list(range(len(one["people"]))) for one in told],
            },
            "tenures": {"office": [], "official": [], "first": [], "last": []},
        },
    }  # fmt: skip


def _lead(codes: list[str], one: dict[str, Any], voice: int) -> str:
    sides = " and ".join(codes[side] for side in one["sides"])
    return f"{one['kind'].title()} of {sides} on {one['date']}, as source {voice} has it."


def _evidence(codes: list[str], told: list[dict[str, Any]]) -> dict[str, Any]:
    """One quote a source, and from it kind, status, date and sides."""
    quotes = [_lead(codes, one, voice) for one in told for voice in range(one["voices"])]
    said = [
        (at, attribute, value)
        for at, one in enumerate(one for one in told for _ in range(one["voices"]))
        for attribute, value in (
            ("kind", one["kind"]), ("status", one["status"]), ("date", one["date"]),
            *(("side", codes[side]) for side in one["sides"]),
        )
    ]  # fmt: skip
    return {
        "sources": {
            "title": list(range(len(quotes))), "url": [f"https://example.org/{at}" for at in range(len(quotes))],
            "kind": ["article"] * len(quotes),
        },
        "claims": {
            "of": [(3 + len(one["sides"])) * one["voices"] for one in told],
            "attribute": [attribute for _, attribute, _ in said], "passage": [at for at, _, _ in said],
            "sure": [900] * len(said), "stance": [""] * len(said),
            "values": {
                name: [value for _, attribute, value in said if attribute == name]
                for name in ("kind", "status", "date", "side")
            },
        },
        "passages": {"source": list(range(len(quotes))), "text": quotes},
        "parts": _nothing(told, "name", "capacity", "side", "tenure", "note", "count"),
        "conflicts": _nothing(told, "attribute", "note", "shown", "because", "between"),
    }  # fmt: skip


def _nothing(told: list[dict[str, Any]], *names: str) -> dict[str, Any]:
    return {"of": [0] * len(told), **{name: [] for name in names}}


def _network(
    overview: dict[str, Any], told: list[dict[str, Any]]
) -> tuple[list[tuple[str, str, int, int]], list[tuple[int, int, int, int]]]:
    """Every node, and a line a contact between its first two persons or, where none is known, its first two sides."""
    sides, people = overview["sides"], overview["officials"]
    chance, count = random.Random(2), len(sides["id"])
    nodes = [
        (key, name, x, y) for key, name, x, y in zip(sides["id"], sides["name"], sides["x"], sides["y"], strict=True)
    ]
    home = {code: at for at, code in enumerate(sides["code"])}
    for key, name, side in zip(people["id"], people["name"], people["side"], strict=True):
        x, y = nodes[home[side]][2:]
        nodes.append((key, name, x * 3 + chance.randint(-90, 90), y * 3 + chance.randint(-90, 90)))
    nodes += [(key, key, chance.randint(-1500, 1500), chance.randint(-1000, 1000)) for key in overview["topics"]["id"]]
    lines = []
    for one in told:
        ends = [count + who for who in one["people"][:2]] if len(one["people"]) > 1 else one["sides"][:2]
        lines.append((ends[0], ends[1], one["first"], one["last"]))
    return nodes, lines
