"""Rows of the reference tables."""

from __future__ import annotations

import msgspec


class Country(msgspec.Struct, frozen=True):
    """A row of schema/reference/countries.tsv. Codes that a country does not have are empty."""

    iso3: str
    iso2: str
    name: str
    """Common short English name."""
    official_name: str
    names: tuple[str, ...]
    """Other names in running English text, acronyms among them. One that begins with "the " needs the article."""
    demonyms: tuple[str, ...]
    """Adjectives and people: French, Frenchman, Frenchmen."""
    combining: tuple[str, ...]
    """First parts of compounds, without the hyphen: Russo, Sino."""
    capital: str
    capital_names: tuple[str, ...]
    """Other spellings of the capital, and other seats of government."""
    metonyms: tuple[str, ...]
    """Houses, ministries and parliaments whose name stands for the government: Kremlin, Quai d'Orsay."""
    list_names: tuple[str, ...]
    """Names as data sets write them ("Korea, Republic of"); not for matching in text."""
    cow: str
    """Number in the Correlates of War state list."""
    fips: tuple[str, ...]
    """FIPS 10-4 codes; the first is the usual one."""
    cameo: tuple[str, ...]
    """CAMEO country codes; the first is the usual one."""
    qid: str
    region: str
    """Sub-region of the United Nations M49 list."""


class FormerState(msgspec.Struct, frozen=True):
    """A row of schema/reference/former_states.tsv; ``successor`` is the ISO3 code that stands for it."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    successor: str
    start: str
    """EDTF."""
    end: str
    """EDTF."""
    cow: str
    cameo: tuple[str, ...]
    fips: tuple[str, ...]
    iso2: str
    """The alpha-2 code that it had; another state may have it today."""
    iso3: str
    """The alpha-3 code that ISO 3166-3 keeps for it."""
    qid: str


class Organization(msgspec.Struct, frozen=True):
    """A row of schema/reference/organizations.tsv.

    ``kind``: ``igo`` (intergovernmental organisation), ``body`` (organ, agency or court, of ``parent`` if given),
    ``group`` (states that act together without a charter), ``movement`` (non-state political or armed movement),
    ``forum`` (a series of meetings) or ``treaty``. A forum and a treaty are never a side of an event.
    """

    id: str
    name: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    """To be matched with their capitals only: WHO is not who."""
    adjectives: tuple[str, ...]
    qid: str
    cameo: tuple[str, ...]
    kind: str
    parent: str
    """Id of the organisation it belongs to, or empty."""

    @property
    def can_be_side(self) -> bool:
        """Tell whether it can take part in an event."""
        return self.kind not in {"forum", "treaty"}


class City(msgspec.Struct, frozen=True):
    """A row of schema/reference/cities.tsv; ``kind`` is city, region, or venue (then ``city`` is the city it is in)."""

    name: str
    names: tuple[str, ...]
    iso3: str
    kind: str
    city: str
    ambiguous: bool
    """It is also a person's name, a word or a better known place: take it for a place only where the text says so."""
    latitude: float | None
    """Degrees, north positive; None where not known."""
    longitude: float | None
    """Degrees, east positive; None where not known."""


class Area(msgspec.Struct, frozen=True):
    """A row of schema/reference/areas.tsv: part of the world that is no state and never a side."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    cameo: tuple[str, ...]


class Collision(msgspec.Struct, frozen=True):
    """A row of schema/reference/collisions.tsv: a name that means more than one thing, and how to tell which.

    A meaning is ``kind:value``: ``country``, ``demonym``, ``capital``, ``metonym``, ``former``, ``city``, ``region``
    and ``venue`` with an ISO3 code, ``organization`` with its id, ``area`` with its name; ``person``, ``word`` (of the
    language), ``part`` (of a longer name) and ``none:...`` (a firm, a newspaper, a treaty ...) are nothing of ours.
    """

    name: str
    meanings: tuple[str, ...]
    default: str
    """The meaning when nothing in the text decides; empty: none then."""
    person: str
    """Whether it is a given name, a surname, or both, of persons."""
    block_before: tuple[str, ...]
    """Words that make it no name of ours when they stand right before it."""
    block_after: tuple[str, ...]
    """Words that make it no name of ours when they stand right after it."""
    near: tuple[str, ...]
    """``word=meaning``: the word anywhere in the text gives the meaning; the first in the list that occurs decides."""
    rule: str
    """The rule in plain words."""


class Title(msgspec.Struct, frozen=True):
    """A row of schema/reference/titles.tsv. ``countries`` is empty where any may use the title for this office."""

    title: str
    plural: str
    office: str
    rank: str
    countries: tuple[str, ...]


class BroadOffice(msgspec.Struct, frozen=True):
    """A row of schema/reference/broad_offices.tsv: an office that is many, or a rank or style beside any other."""

    office: str


class Topic(msgspec.Struct, frozen=True):
    """A row of schema/topics.tsv.

    A term ends in * where any ending may follow. One with a capital is meant with its capitals ("AIDS" is not "aids").
    """

    id: str
    name: str
    definition: str
    iptc: str
    """Media Topic of the IPTC, or empty."""
    qid: str
    gkg: tuple[str, ...]
    """Themes of the GDELT Global Knowledge Graph; one that ends in _ stands for all that begin so."""
    states: tuple[str, ...]
    """States whose names tell of the topic where they take no part themselves."""
    since: str
    """The month before which nothing was about it (EDTF), or empty."""
    strong: tuple[str, ...]
    """Phrases that surely tell of it."""
    weak: tuple[str, ...]
    """Words that tell of it less surely."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The phrases of which one is enough."""
        return self.strong


class TenureRow(msgspec.Struct, frozen=True):
    """A row of schema/reference/tenures.tsv. Dates are EDTF; an empty end was open when it was collected."""

    side: str
    office: str
    person: str
    qid: str
    start: str
    end: str
    title: str
    provenance: str


class PersonNames(msgspec.Struct, frozen=True):
    """A row of schema/reference/person_names.tsv: how sources spell the name of one well-known person."""

    qid: str
    name: str
    names: tuple[str, ...]


class TitleModifier(msgspec.Struct, frozen=True):
    """A row of schema/reference/title_modifiers.tsv: a word beside a title."""

    modifier: str
    place: str
    """Where it stands: ``before`` or ``after`` the title."""
    holds: str
    """Whether the person holds the office at the time told of: ``yes``, ``no`` or ``future``."""
