"""A graph of thirteen events that a person can hold in the head, written by hand: what the named queries are tried on.

It has what makes questions hard: a vague month, a date without a year, a planned event with a day and one without, a
cancelled one, a summit of many sides, a meeting inside a visit, a host that takes no part, an unnamed participant, a
capacity that reference data dispute, two sources that disagree, a reprint, a withdrawn claim and hostile text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NOW = "2025-03-05T08:00:00Z"
LATER = "2025-05-01T08:00:00Z"

COUNTRIES = {
    "BLR": "Belarus", "CHE": "Switzerland", "CHN": "China", "DEU": "Germany", "FRA": "France", "RUS": "Russia",
    "SAU": "Saudi Arabia", "TUR": "Turkey", "UKR": "Ukraine", "USA": "United States",
}  # fmt: skip
ORGANIZATIONS = {"OSCE": "Organization for Security and Co-operation in Europe"}
TOPICS = {
    "arms-control": "Arms control", "bilateral-relations": "Bilateral relations", "energy": "Energy",
    "trade": "Trade", "ukraine": "Ukraine",
}  # fmt: skip
PEOPLE = {
    "biden": ("Joe Biden", "USA", "president", "President"),
    "blinken": ("Antony Blinken", "USA", "foreign-minister", "Secretary of State"),
    "dmitriev": ("Kirill Dmitriev", "RUS", "", "head of the Russian Direct Investment Fund"),
    "lavrov": ("Sergey Lavrov", "RUS", "foreign-minister", "Foreign Minister"),
    "merkel": ("Angela Merkel", "DEU", "head-of-government", "Chancellor"),
    "poroshenko": ("Petro Poroshenko", "UKR", "president", "President"),
    "putin": ("Vladimir Putin", "RUS", "president", "President"),
    "rubio": ("Marco Rubio", "USA", "foreign-minister", "Secretary of State"),
    "trump": ("Donald Trump", "USA", "president", "President"),
    "ushakov": ("Yuri Ushakov", "RUS", "deputy-foreign-minister", "Deputy Foreign Minister"),
    "wang": ("王毅", "CHN", "foreign-minister", "Foreign Minister"),
    "xi": ("Xi Jinping", "CHN", "president", "President"),
}
PLACES = {
    "geneva": ("Geneva", "CHE", 46.2, 6.15),
    "istanbul": ("Istanbul", "TUR", 41.01, 28.95),
    "minsk": ("Minsk", "BLR", 53.9, 27.57),
    "moscow": ("Moscow", "RUS", 55.75, 37.62),
    "riyadh": ("Riyadh", "SAU", 24.63, 46.72),
}
HOSTILE = '<script>alert("1")</script> \'); MATCH (n) DETACH DELETE n //\n\t\\u0041 «\u202eقلب» 🙂 \u00ad end'


@dataclass(frozen=True)
class Happening:
    """An event as the builder takes it."""

    key: str
    kind: str
    label: str
    status: str
    date: str
    title: str
    sides: tuple[str, ...]
    people: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    place: str = ""
    sources: tuple[str, ...] = ("wire",)
    inside: str = ""
    known: str = NOW
    contact: bool = field(default=True)


EVENTS = (
    Happening("minsk", "summit", "Summit", "held", "2015-02-11/2015-02-12", "Minsk summit",
              ("DEU", "FRA", "OSCE", "RUS", "UKR"), ("merkel", "putin", "poroshenko"), ("BLR",), ("ukraine",), "minsk"),
    Happening("geneva-summit", "summit", "Summit", "held", "2021-06-16", "Geneva summit",
              ("RUS", "USA"), ("biden", "lavrov", "putin"), ("CHE",),
              ("arms-control", "bilateral-relations"), "geneva"),
    Happening("geneva-talks", "meeting", "Meeting", "held", "2022-01-21", "Lavrov and Blinken meet",
              ("RUS", "USA"), ("blinken", "lavrov"), (), ("ukraine",), "geneva"),
    Happening("balloon-visit", "visit", "Visit", "cancelled", "2023-02~", "Blinken's visit to China",
              ("CHN", "USA"), ("blinken",), ("CHN",), ("trade",)),
    Happening("riyadh", "meeting", "Meeting", "held", "2025-02-18", "Talks in Riyadh",
              ("RUS", "USA"), ("dmitriev", "lavrov", "rubio", "ushakov"), ("SAU",), ("energy", "ukraine"), "riyadh",
              ("daily", "readout", "wire")),
    Happening("istanbul", "talks", "Talks", "held", "2025-02", "Consultations on embassies",
              ("RUS", "USA"), (), (), ("bilateral-relations",), "istanbul", ("daily",)),
    Happening("xi-call", "call", "Call", "held", "2025-02-24", "Putin and Xi speak",
              ("CHN", "RUS"), ("putin", "xi"), (), ("energy", "ukraine"), "", ("readout",)),
    Happening("no-year", "meeting", "Meeting", "held", "XXXX-02-18", "A meeting of 18 February",
              ("RUS", "USA"), ("lavrov",), (), ("ukraine",), "", ("undated",)),
    Happening("presidents", "meeting", "Meeting", "planned", "", "A meeting of the presidents",
              ("RUS", "USA"), ("putin", "trump")),
    Happening("april-round", "talks", "Talks", "planned", "2025-04-10", "Next round of consultations",
              ("RUS", "USA"), (), ("TUR",), ("bilateral-relations",), "istanbul", ("daily",)),
    Happening("wang-visit", "visit", "Visit", "held", "2025-03-31/2025-04-02", "Wang Yi visits Russia",
              ("CHN", "RUS"), ("wang",), ("RUS",), ("bilateral-relations",), "moscow", ("late",), "", LATER),
    Happening("wang-lavrov", "meeting", "Meeting", "held", "2025-04-01", HOSTILE,
              ("CHN", "RUS"), ("lavrov", "wang"), ("RUS",), ("trade", "ukraine"), "moscow",
              ("late",), "wang-visit", LATER),
    Happening("sanctions", "sanction", "Sanction", "held", "2022-02-24", "New sanctions",
              ("RUS", "USA"), (), (), ("trade",), "", ("wire",), "", NOW, False),
)  # fmt: skip

_WIRE = "Talks in Riyadh. Lavrov met Rubio. Deputy Foreign Minister Ushakov came."
SOURCES = {
    "wire": ("article", "Demo Wire", "2025-02-18", _WIRE),
    "daily": (
        "article",
        "Demo Daily",
        "2025-02-19",
        "They met in Jeddah, a source said. Consultations went on.",
    ),
    "readout": (
        "readout",
        "Ministry",
        "2025-02-18",
        f"Readout: talks were held in Riyadh. {HOSTILE}",
    ),
    "reprint": ("article", "Demo Mirror", "2025-02-19", _WIRE),
    "undated": ("article", "", "", "Lavrov met American diplomats on 18 February."),
    "late": ("article", "Demo Wire", "2025-04-03", "Wang Yi met Lavrov in Moscow."),
    "gone": ("article", "Demo Daily", "2025-02-20", "They will meet again on 3 March, the spokesman said."),
    "tenures": ("record", "Reference data", "", "Yuri Ushakov: presidential aide, from 2012-05-21."),
}
WORDS = {"wire": "Lavrov met Rubio", "daily": "met in Jeddah", "readout": "talks were held in Riyadh",
         "undated": "Lavrov met American diplomats", "late": "Wang Yi met Lavrov",
         "gone": "meet again on 3 March", "tenures": "presidential aide"}  # fmt: skip
"""The words of a source that its claims quote."""
