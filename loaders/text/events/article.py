"""A whole text to drafts of events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from kg.model import Source
from kg.vocabulary import is_country
from kg.vocabulary.publishers import publisher_country, publisher_kind
from loaders.text.clause.refused import Refused
from loaders.text.events.assembly import Assembly
from loaders.text.events.drafts import Draft
from loaders.text.events.lending import lend_sides
from loaders.text.events.one_sided import can_tell_of_no_contact, is_of_one, names_nobody
from loaders.text.events.roll import lend_land
from loaders.text.events.table_rows import lend_side_of_row
from loaders.text.layout.headlines import settle_title_case
from loaders.text.layout.own_land import with_own_land
from loaders.text.layout.senders import sender
from loaders.text.layout.structure import Layout, Passage, read_layout
from loaders.text.layout.styled_land import with_styled_land
from loaders.text.layout.voices import voice
from loaders.text.lexis.gazetteer import Hit, gazetteer
from loaders.text.lexis.lexer import lex
from loaders.text.lexis.short_forms import without_short_forms
from loaders.text.lexis.triggers import is_whole, trigger_spans
from loaders.text.telling.clauses import ClauseReader
from loaders.text.who.bodies_again import with_bodies_again
from loaders.text.who.cast import Cast
from loaders.text.who.heads_together import give_heads
from loaders.text.who.met_abroad import Journeying
from loaders.text.who.named_next import name_those_next
from loaders.text.who.named_states import NamedStates
from loaders.text.who.organs import Acting
from loaders.text.who.portfolios import join_portfolios
from loaders.text.who.settling import settle_sides

_FIRST_IN_CAPITALS = re.compile(
    r"^(?:PRESIDENT|PRIME|VICE|DEPUTY|FOREIGN|DEFENCE|DEFENSE|FINANCE|MINISTER|AMBASSADOR|KING|QUEEN|CHANCELLOR|SECRETARY"
    r"|SPEAKER|FORMER|SOUTH|NORTH|[A-Z]{3,}(?:IAN|EAN|ESE|ISH)|[A-Z]{4,} MINISTER)(?: [A-Z]{2,}){0,4}(?= [A-Z]?[a-z])",
    re.MULTILINE,
)
"""Read "PRESIDENT Rao met", "DEFENCE MINISTER Rao to meet", as some papers begin a text: a title all the same."""
_SMALL = re.compile(r"\b(?:Of|The|For|And)\b")
_GOING_ON = ("He ", "She ", "This came ", "This was ")
_LISTING = ("They are ", "The rest are ", "The others are ", "Others are ", "The rest were ", "Others were ")
"""Beginnings of a sentence that lists envoys by their states."""
_STYLES = ("H.E", "His Excellency", "Her Excellency")
_LINE = 120
"""Characters in a line of a list."""


@dataclass
class Article:
    """What was read of one text."""

    source: Source
    home: str
    layout: Layout
    cast: Cast
    events: list[Draft]
    refused: list[Refused]
    """What may tell of an event and does not, in the order in which that was seen."""


def read_article(source: Source, *, to_the_end: bool = False) -> Article:
    """Read one source; a text that can tell of no contact only as far as its officials need, if not ``to_the_end``."""
    text = source.text
    names = gazetteer()
    layout = read_layout(source, names)
    home = _home(source)
    hits = without_short_forms(text, names.find(_FIRST_IN_CAPITALS.sub(_in_small, text)))
    hits = with_bodies_again(text, hits)
    paper = publisher_country(source.url, source.publisher) or ("" if home else voice(text, hits))
    cast = Cast(source.published, home, paper, layout.dateline)
    own = home or cast.paper
    hits = with_own_land(text, hits, layout.passages, own if is_country(own) else "")
    hits = with_styled_land(text, hits, own, layout.dateline.country if layout.dateline else "")
    telling = _telling(text, layout.passages, hits)
    head = [ClauseReader(lexed, passage) for passage, lexed in sender(text)] if home else []
    closed = not (to_the_end or layout.rows or head) and is_of_one(hits, cast, cast.here, own)
    naming = [one for one in telling if not (closed and names_nobody(text, *one))]
    readers = [*head, *(_reader(text, *one) for one in naming)]
    _introduce(layout, cast, readers)
    named = NamedStates(text, layout.passages, hits)
    journeying = Journeying(text, layout.passages, hits, own)
    acting = Acting(named, layout.passages, home, cast.local)
    settle_sides(cast, acting, journeying, text, source.published)
    if closed:
        if can_tell_of_no_contact(text, readers, cast, own):
            return Article(source, home, layout, cast, [], [])
        known = {reader.passage: reader for reader in readers}
        readers = [known.get(passage) or _reader(text, passage, inside) for passage, inside in telling]
    return _with_events(Article(source, home, layout, cast, [], []), readers, named)


def _with_events(article: Article, readers: Sequence[ClauseReader], named: NamedStates) -> Article:
    """Read what the sentences tell, now that it is known whom the text names."""
    for before, reader in pairwise(readers):
        reader.previous = before
    for reader in readers:
        article.cast.resolve(reader.lx, reader.actors)
    assembly = Assembly(article.source, article.home, article.layout, article.cast, named)
    article.events = assembly.read(readers)
    article.refused = assembly.refused
    return article


def _introduce(layout: Layout, cast: Cast, readers: Sequence[ClauseReader]) -> None:
    """Take up the persons of all sentences that name somebody."""
    lend_sides(readers)
    for reader in readers:
        lend_land(reader.lx, reader.actors)
    for reader in readers:
        if (row := layout.rows.get(reader.passage.start)) is not None:
            lend_side_of_row(reader, row)
    sentences = [(reader.lx, reader.actors) for reader in readers]
    give_heads(sentences, cast.published)
    name_those_next(sentences, cast.published)
    for reader in readers:
        cast.register(reader.lx, reader.actors)


def _in_small(found: re.Match[str]) -> str:
    return _SMALL.sub(lambda small: small[0].lower(), found[0].title())


def _home(source: Source) -> str:
    return publisher_kind(source.url, source.publisher).side


def _is_of_whole(text: str, passage: Passage) -> bool:
    """Whether a sentence may tell what the whole text is: a headline, "Dear X", the one after "Joint Statement"."""
    if passage.role == "headline":
        return not text[passage.start : passage.end].isupper()
    if passage.paragraph <= 1 and text.find("oint Statement", 0, passage.start) >= 0:
        return True
    return text.startswith("Dear ", passage.start)


def _may_take_a_stand(passage: Passage, inside: Sequence[Hit]) -> bool:
    """Whether a text may begin with what one side says of another."""
    lead = passage.role == "body" and passage.paragraph <= 1 and len(inside) > 1
    return lead and len({hit.term.side for hit in inside if hit.term.side}) > 1


def _introduces(text: str, passage: Passage, inside: Sequence[Hit]) -> bool:
    """Whether a sentence has a title, and so may introduce a person, or is a line "H.E. NAME - Kingdom of Morocco"."""
    if not inside:
        return False
    line = passage.end - passage.start <= _LINE and text.startswith(_STYLES, passage.start)
    if text.startswith(_LISTING, passage.start) and sum(hit.term.code == "C" for hit in inside) > 1:
        return True
    return any(hit.term.code in "TU" for hit in inside) or (line and inside[-1].term.code == "C")


def _telling(text: str, passages: Sequence[Passage], hits: Sequence[Hit]) -> list[tuple[Passage, Sequence[Hit]]]:
    """Return the sentences that can tell of an event or introduce a person, each with the names in it.

    The one before "He met", "This came in a call", is of whom it speaks, whatever else it tells.
    """
    found: list[tuple[Passage, Sequence[Hit]]] = []
    skipped: tuple[Passage, Sequence[Hit]] | None = None
    at = 0
    told = trigger_spans(text)
    mark = 0
    for passage, following in zip_longest(passages, passages[1:]):
        while at < len(hits) and hits[at].start < passage.start:
            at += 1
        first = at
        while at < len(hits) and hits[at].end <= passage.end:
            at += 1
        while mark < len(told) and told[mark][1] < passage.start:
            mark += 1
        tells = False
        while not tells and mark < len(told) and told[mark][1] < passage.end:
            tells = is_whole(text, *told[mark][1:])
            mark += 1
        inside = hits[first:at]
        if tells and skipped is not None and text.startswith(_GOING_ON, passage.start):
            found.append(skipped)
        skipped = passage, inside
        if (
            tells
            or (following is not None and following.listed)
            or _introduces(text, passage, inside)
            or _is_of_whole(text, passage)
            or _may_take_a_stand(passage, inside)
        ):
            found.append(skipped)
            skipped = None
    return found


def _reader(text: str, passage: Passage, inside: Sequence[Hit]) -> ClauseReader:
    lexed = lex(text, passage.start, passage.end, inside)
    if passage.role == "headline":
        settle_title_case(lexed)
    join_portfolios(lexed)
    return ClauseReader(lexed, passage)
