"""How a later sentence says that what was planned stands: "The talks were called off", "Peru put off the visit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.text.events.around import with_neighbours
from loaders.text.events.drafts import Draft, Told
from loaders.text.events.known_as import CALLED, NOUNS, Later, sentences_of, text_after
from loaders.text.layout.structure import Passage
from loaders.text.lexis.gazetteer import gazetteer

RULE = "later-status"
_OPEN = ("planned", "proposed", "cancelled")
"""How what a later sentence may say more of stands; see :func:`_is_open`."""
_DONE = {
    "cancelled": r"cancel+ed|called off|scrapped|aborted|dropped|abandoned|axed|shelved|scuttled|scratched",
    "postponed": r"postponed|put off|put back|delayed|deferred|rescheduled|pushed back|put on (?:hold|ice)",
}
_DO = {"cancelled": r"cancel|call off|scrap|abort|drop|abandon|shelve", "postponed": r"postpone|put off|delay|defer"}
_ANY_DONE = re.compile(rf"\b(?:{'|'.join(_DONE.values())})\b")
_TAIL = (
    r"(?: (?:between|with|of|to|by|in|at|for|on)(?: (?!that\b|which\b|who\b|was\b|were\b|is\b|are\b|ha[sd]\b)"
    r"[\w.’'-]+){1,10}?)?(?:,? (?:which|that) (?:was|were|is|are|had been) [^,.;]{3,60}|, [^,.;]{3,80})?,? "
)
"""What may stand between what is called off and what is said of it."""
_BE = r"(?P<be>was|were|has been|have been|had been|is|are|is being|will be|would be|got)"
_HOW = r"(?: (?:\w+ly|then|now|later|since|also|again))*"
_NOT_HELD = (
    r"(?:(?:did|does|do|will|would) not|(?:did|wo|would)n[’']t|never) (?:now |then )?"
    r"(?:take place|took place|go ahead|went ahead|happen(?:ed)?|materiali[sz]ed?|be held|be going ahead)\b"
    r"|was not held\b|w(?:as|ere) never held\b|fell through\b|failed to (?:take place|materiali[sz]e)\b"
    r"|(?:was|is) off\b"
)
_SAID_OF_IT = {
    "cancelled": re.compile(rf"{_TAIL}(?:{_BE}{_HOW} (?:{_DONE['cancelled']})\b|{_NOT_HELD})"),
    "postponed": re.compile(rf"{_TAIL}{_BE}{_HOW} (?:{_DONE['postponed']})\b"),
}
"""What is said of a noun, by the status that it tells."""
_BUT_IT = re.compile(r"\b[Bb]ut (?:it|this|they)\b")
"""Read "was to meet X on Monday, but it was put off"."""
_OURS = r"(?:the|this|that|his|her|their|its)(?: (?!last|next|previous|first|second|earlier|other)[\w’'-]+){0,3}?"
_DECIDED = r"(?:decided|chose|opted|agreed|had|forced|obliged) to"
_DONE_TO_IT = {
    (family, status): re.compile(
        rf"\b(?:(?P<be>had )?(?:{done})|{_DECIDED} (?:{_DO[status]})) {_OURS} (?:{nouns})\b"
        r"(?! (?:to|with|between|of|in|by)\b)"
    )
    for family, nouns in NOUNS.items()
    for status, done in _DONE.items()
}
"""Who calls it off, by the family of what is called off and the status that it tells."""
_AGREED = {
    family: re.compile(
        rf"\b(?P<be>)(?:agreed to|accepted) {_OURS} (?:{nouns}|proposal|offer|idea)\b"
        r"(?! (?:to|with|between|of|in|by)\b)"
    )
    for family, nouns in NOUNS.items()
}
_DOUBT = re.compile(
    r"\b(?:may|might|could|should|if|whether|unless|not|den(?:y|ies|ied|ying)|fear\w*|rumou?rs?|threat\w*|plans? to"
    r"|ask(?:s|ed|ing)?|urg\w+|call(?:s|ed|ing)? (?:on|for)|want\w*|propos\w+|demand\w*"
    r"|no (?:plans|reason|intention))\b"
)
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|announc\w+|confirm\w+|report\w*|t(?:old|ells)|according|learn\w+|revealed)\b"
)
_ONLY_SAID = frozenset({"had been", "would be", "had "})
"""Of what was before, or would be, unless somebody says so: "said that the talks had been called off"."""
_GATHERING = re.compile(r"\b(?:after|because|since|as) (?:the|a|that) (?:[\w-]+ ){0,2}?(?:summit|conference)\b")
"""Read "called off after the summit was postponed": what was to be there is told of, and no meeting of two."""
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:of|on|for|about|against|at|during|with|over|to|in)\s$|^\W*(?:An?|The|His|Her|Their|\w+s)(?: [\w-]+){0,4} "
    r"(?:after|before|following|ahead of)\s$"
)
"""Read "Protests against the visit were cancelled"."""


def settle_later_status(text: str, events: Sequence[Draft], passages: Sequence[Passage]) -> None:
    """Let what was planned be called off or put off, where a sentence that calls it by a noun says so."""
    for event, near in with_neighbours(events):
        told = next((one for one in _told(text, near, event) if _is_open(text, event, one.value)), None)
        if told is not None:
            event.status = told.value
            event.statuses.append(told)
            own = (one for one in passages if one.start <= told.start < one.end)
            event.passages += [one for one in own if one not in event.passages]


def _is_open(text: str, event: Draft, status: str) -> bool:
    """Whether it may still be called off; "had planned to meet" says of itself that nothing came of it."""
    if event.status == "cancelled" and status == "postponed":
        return not any(_ANY_DONE.search(text, one.start, one.end) for one in event.passages)
    return event.status == "proposed" or (event.status == "planned" and status != "planned")


def _told(text: str, events: Sequence[Draft], event: Draft) -> Iterator[Told]:
    if event.status not in _OPEN or event.family not in NOUNS:
        return
    for start, stop in sentences_of(text, _rest_of(events, event)):
        for status in _DONE:
            at = _says(text, event.family, status, start, stop)
            other = at is not None and event.kind != "summit" and _GATHERING.search(text, start, at[1]) is not None
            if at is not None and not other and not _names_others(text[slice(*at)], event):
                yield Told(status, *at, RULE)
        agreed = _AGREED[event.family].search(text, start, stop)
        if agreed is not None and _is_so(text, start, agreed.start(), agreed):
            yield Told("planned", *agreed.span(), RULE)


def _rest_of(events: Sequence[Draft], event: Draft) -> Later:
    """The text after the word that tells of an event, in its own sentence too."""
    after = text_after(events, event)
    own = next((one.start for one in event.passages if one.end == after.start), after.start)
    return after._replace(start=max(own, min(event.at[1], after.start)))


def _says(text: str, family: str, status: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the offsets of the words by which a sentence says so."""
    called = CALLED[family].search(text, start, stop)
    while called is not None:
        said = _SAID_OF_IT[status].match(text, called.end(), stop)
        another = _OF_SOMETHING_ELSE.search(text[start : called.start()]) is not None
        if said is not None and not another and _is_so(text, start, called.start(), said):
            return called.start(), said.end()
        called = CALLED[family].search(text, called.end(), stop)
    it = _BUT_IT.search(text, start, stop)
    said = _SAID_OF_IT[status].match(text, it.end(), stop) if it is not None else None
    if it is not None and said is not None and _is_so(text, start, it.start(), said):
        return it.start(), said.end()
    done = _DONE_TO_IT[family, status].search(text, start, stop)
    return done.span() if done is not None and _is_so(text, start, done.start(), done) else None


def _names_others(words: str, event: Draft) -> bool:
    """Read "the visit to Kenya was cancelled" after one to Ethiopia."""
    terms = [hit.term for hit in gazetteer().find(words)]
    named = {term.place.country if term.place is not None else term.side for term in terms} - {""}
    own = event.sides | ({event.place.country} if event.place is not None else set())
    return not named <= own


def _is_so(text: str, start: int, end: int, said: re.Match[str]) -> bool:
    before = text[start:end]
    told = said["be"] not in _ONLY_SAID or _SAYING.search(before) is not None
    return told and _DOUBT.search(before) is None
