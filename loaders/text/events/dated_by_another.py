"""The day of what another event of the text dates: what is signed at a contact, a journey on which somebody is met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from loaders.text.events.around import told_before, with_neighbours
from loaders.text.events.drafts import Draft
from loaders.text.events.joining import take_place
from loaders.text.events.on_stay import is_by_another_time
from loaders.text.lexis.distances import DAY_LENGTH, NEAR, PAIR

_THEN = re.compile(
    r"\b(?:after|following|during|at the (?:end|close|conclusion) of|on the (?:sidelines|margins|occasion) of|as part"
    r" of|at) (?:the|their|these|his|her|this|an?|today['’]s) (?:[\w-]+ ){0,2}?"
    r"(?:talks|meeting|discussions|negotiations|summit|visit|trip|stay|consultations|session|ceremony)\b"
    r"|\b(?:also|then|later|subsequently) (?:signed|inked|witnessed|concluded|agreed|oversaw)\b",
    re.IGNORECASE,
)
_STAYS = frozenset({"visit", "trip", "stay", "signed", "inked", "witnessed", "concluded", "agreed", "oversaw"})
_NEXT = re.compile(
    r"\W*(?:Meanwhile|Also|Later|Afterwards?|Then|Subsequently|The two (?:sides|countries|leaders|ministers))\b"
)
_SIGNED_THEN = re.compile(
    r"\W*(?:the|these|both|they)(?: \w+){0,2}?"
    r"(?: (?:presidents|ministers|leaders|sides|parties|countries|governments|delegations|heads of \w+))?"
    r"(?: also| then| later| jointly| subsequently)* (?:signed|inked|concluded|adopted)\b"
    r"|\bfollowed by (?:the|a) signing\b"
    r"|\b(?:agreements?|accords?|memorand\w+(?: of understanding)?|mous?|documents?|protocols?|treat(?:y|ies)|pacts?"
    r"|declaration|communiqu[eé]|deals?|contracts?)\b[^.;]{0,120}?"
    r" (?:was|were) (?:\w+ )?(?:signed|inked|exchanged|concluded|adopted|issued)\b",
    re.IGNORECASE,
)
"""Read "met in Lima on Monday. The presidents signed two accords", "Two accords were signed": when they met."""
_NOT_THEN = re.compile(r"\b(?:last|previous|earlier|in \d{4}|ago|since|years?|already|recently)\b")
_TO_COME = ("planned", "proposed")
_TO_BE_TOLD = re.compile(
    r"\b(?:to be|and|where (?:he|she|they) (?:was|were)) (?:\w+ly )?(?:told|informed|notified|handed|given|presented)\b"
)
"""Read "expelled two envoys on Tuesday. The ambassador was summoned to be told": one summons to tell what was done."""
_AT_SIGNING = re.compile(
    r"\W*(?:After|Before|Following|Prior to|Ahead of|During|At) (?:the|this|their) (?:[\w-]+ ){0,2}?"
    r"(?:signing|ceremony)\b"
)
"""Read "signed a treaty on Tuesday. After the signing, the two leaders held talks"."""
_ON_ARRIVAL = re.compile(
    r"\b(?:at|on) (?:the|[A-ZÀ-Þ])[\w’' -]{0,30}?(?:[Aa]irport|tarmac)\b|\b(?:[Oo]n|[Uu]pon) (?:\w+ )?arrival\b"
)
"""Read "arrived on Thursday. He was met at the airport by X"."""
_ORDER = ("first", "second", "third", "fourth", "fifth")
_ON_DAY = re.compile(
    rf"\b[Oo]n the (?P<order>{'|'.join(_ORDER)}|last|final|closing) day\b(?! of (?:the|an?) (?!visit|trip|stay|tour))"
)
_CAME = ("arrive", "land", "reach", "come", "fly")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_ALSO_DONE = re.compile(
    r"\balso (?:summoned|recalled|expelled|imposed|ordered|called in|withdrew|suspended|cut|severed"
    r"|barred|banned|froze)\b"
)
"""Read "recalled its envoy on Tuesday. It also summoned the ambassador of Peru"."""
_FEW_DAYS = timedelta(days=3)
_ANSWERED = frozenset({"expulsion", "sanction", "other"})


def date_what_is_signed(text: str, events: Sequence[Draft]) -> None:
    """Give agreements without a day that of the contact, or those of the journey, at which they were signed."""
    for number, event in enumerate(events):
        if event.family != "agreement" or event.date is not None or not is_told_as_then(text, event):
            continue
        occasions = [one for one in told_before(events, number) if _is_occasion(one, event)]
        if not _names_stay(text, event):
            occasions.sort(key=lambda one: one.kind == "visit")  # "after the meeting": not any day of the journey
        occasion = next(iter(occasions), None)
        if occasion is None:
            continue
        event.date = occasion.date
        if event.place is None:
            take_place(event, occasion)


def _names_stay(text: str, event: Draft) -> bool:
    """Whether a sentence says that it was signed on a journey, or no more than that it was signed."""
    first = event.passages[0]
    told = _THEN.search(text, first.start, first.end)
    return told is not None and told[0].rsplit(" ", 1)[-1].lower() in _STAYS


def is_told_as_then(text: str, event: Draft) -> bool:
    """Whether a sentence says that it was signed at a contact, after it, or on a journey."""
    first = event.passages[0]
    if _NOT_THEN.search(text, first.start, first.end) is not None:
        return False
    told = (_THEN, _SIGNED_THEN) if event.status in ("held", "") else (_THEN,)
    return _NEXT.match(text, first.start) is not None or any(one.search(text, first.start, first.end) for one in told)


def _is_occasion(occasion: Draft, event: Draft) -> bool:
    """Whether those of the same sides met, or one visited the other, a few paragraphs before at the most."""
    distance = event.passages[0].paragraph - occasion.passages[-1].paragraph
    near = 0 <= distance <= (PAIR if occasion.kind == "visit" else NEAR)
    if occasion.date is None or occasion.background or not near or not event.sides <= occasion.sides:
        return False
    ahead = event.status in _TO_COME
    if ahead != (occasion.status in _TO_COME) or event.status not in ("held", "", *_TO_COME):
        return False
    leaves = occasion.rule.startswith("leave") and "/" not in occasion.date.edtf
    return occasion.family in ("contact", "call") or (occasion.kind == "visit" and not leaves)


def date_where_met(events: Sequence[Draft]) -> None:
    """Read "received on Saturday Minister X, who was visiting Oslo": a journey has the day of the contact."""
    for visit, near in with_neighbours(events):
        if visit.kind != "visit" or visit.date is not None or visit.status not in ("held", ""):
            continue
        met = (one for one in near if one.family == "contact" and _is_met_on(one, visit))
        contact = next(met, None)
        visit.date = contact.date if contact is not None else None


def _is_met_on(contact: Draft, visit: Draft) -> bool:
    """Whether the one sentence that tells of a journey tells first whom the traveller met."""
    if contact.date is None or contact.status != "held" or len(contact.date.edtf) != DAY_LENGTH:
        return False
    if visit.passages != contact.passages[:1] or contact.at[0] > visit.at[0] or not visit.sides <= contact.sides:
        return False
    return _takes_part(visit, contact)


def date_by_only_journey(text: str, today: str, events: Sequence[Draft]) -> None:
    """Read "X is in Oslo on Saturday for a visit. ... The King said after talks with X": the one time he was there."""
    for contact, near in with_neighbours(events):
        if contact.family != "contact" or contact.date is not None or contact.status != "held" or contact.background:
            continue
        journeys = [one for one in near if one.kind == "visit" and _takes_part(one, contact)]
        visit = journeys[0] if len(journeys) == 1 else None
        then = visit is not None and visit.sides == contact.sides and _is_of_these_days(visit, today)
        if visit is not None and then and not is_by_another_time(text, contact):
            contact.date = visit.date


def _is_of_these_days(visit: Draft, today: str) -> bool:
    """Whether a journey was made on one day, no more than a few days ago: not one of which only the first is told."""
    day = visit.date.edtf if visit.date is not None else ""
    if len(day) != DAY_LENGTH or visit.status != "held" or len(today) != DAY_LENGTH:
        return False
    if visit.rule.startswith((*_CAME, "leave")):
        return False
    return timedelta() <= date.fromisoformat(today) - date.fromisoformat(day) <= _FEW_DAYS


def date_beside_another(text: str, events: Sequence[Draft]) -> None:
    """Give contacts and summonses without a day that of the act, the signing or the arrival told just before."""
    for number, event in enumerate(events):
        if event.date is not None or event.status not in ("held", "") or event.passages[0].role != "body":
            continue
        for pattern, families, beside in _BESIDE:
            if event.family in families and pattern.search(text, event.passages[0].start, event.passages[0].end):
                told = next((one.date for one in told_before(events, number) if beside(one, event)), None)
                event.date = told and told._replace(edtf=told.edtf[:DAY_LENGTH])


def date_by_day_of_stay(text: str, events: Sequence[Draft]) -> None:
    """Read "began a three-day visit on Monday. On the second day he met X": counted from the first day, or the last."""
    for number, event in enumerate(events):
        first = event.passages[0]
        told = _ON_DAY.search(text, first.start, first.end) if event.family in ("contact", "call") else None
        if told is None:
            continue
        stay = next((one for one in told_before(events, number) if _is_stay(one, event)), None)
        lent = event.date is None or len(event.date.edtf) > DAY_LENGTH or (stay is not None and event.date == stay.date)
        if stay is not None and stay.date is not None and lent:
            day = _day_of(told["order"].lower(), stay.date.edtf)
            event.date = stay.date._replace(edtf=day) if day else None


def _is_stay(visit: Draft, contact: Draft) -> bool:
    """Whether a journey whose first day is known is that of one who takes part in a contact."""
    if visit.kind != "visit" or visit.date is None:
        return False
    arrived = visit.rule.startswith(_CAME) and len(visit.date.edtf) == DAY_LENGTH
    if not arrived and not _DAYS.fullmatch(visit.date.edtf):
        return False
    return _takes_part(visit, contact)


def _day_of(order: str, days: str) -> str:
    first, _, last = days.partition("/")
    if order not in _ORDER:
        return last
    day = date.fromisoformat(first) + timedelta(days=_ORDER.index(order))
    return min(day.isoformat(), last or day.isoformat())


def _is_act_told(act: Draft, summons: Draft) -> bool:
    """Whether an act is of those that a summons is to tell of: by the same side, at most a paragraph before."""
    return act.family in _ANSWERED and _is_right_before(act, summons) and summons.sides <= act.sides


def _is_act_beside(act: Draft, event: Draft) -> bool:
    return act.family in (*_ANSWERED, "summons") and _is_right_before(act, event) and event.sides == act.sides


def _is_signing(signing: Draft, contact: Draft) -> bool:
    return signing.family == "agreement" and _is_right_before(signing, contact) and contact.sides <= signing.sides


def _is_arrival(visit: Draft, contact: Draft) -> bool:
    """Whether somebody who is met on his arrival came then: the first day of a journey."""
    if visit.kind != "visit" or not _is_right_before(visit, contact):
        return False
    return _takes_part(visit, contact)


def _takes_part(visit: Draft, contact: Draft) -> bool:
    """Whether one who travelled is among those who met."""
    return not visit.named.isdisjoint(contact.named)


def _is_right_before(one: Draft, event: Draft) -> bool:
    day = one.date.edtf.partition("/")[0] if one.date is not None else ""
    held = len(day) == DAY_LENGTH and one.status == "held" and not one.background
    return held and 0 <= event.passages[0].paragraph - one.passages[-1].paragraph <= PAIR


_BESIDE = (
    (_TO_BE_TOLD, ("summons",), _is_act_told),
    (_AT_SIGNING, ("contact",), _is_signing),
    (_ON_ARRIVAL, ("contact",), _is_arrival),
    (_ALSO_DONE, ("summons", "expulsion", "sanction", "other"), _is_act_beside),
)
