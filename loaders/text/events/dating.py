"""Which of the dates of a sentence is that of the event."""

from __future__ import annotations

import re

from loaders.text.clause.frame import Frame
from loaders.text.clause.stretches import Stretch, stretches
from loaders.text.events.announced import (
    begins_another,
    is_of_announcement,
    is_of_next_step,
    is_of_next_year,
    is_of_other_gathering,
    is_of_plan_told,
    is_of_preparing,
    is_of_statement,
    is_of_step_before,
)
from loaders.text.events.at_gathering import is_when_gathered
from loaders.text.events.day_of_act import ACTS, announced_on, day_of_act, is_arrival_told, is_of_report
from loaders.text.events.days_after import is_of_what_follows, without_first_plans
from loaders.text.events.days_apart import counted_from
from loaders.text.events.held_on import held_on, put_off
from loaders.text.events.in_quotation import is_quoted_before
from loaders.text.events.one_more import is_news
from loaders.text.events.other_days import is_of_something_else, since_when
from loaders.text.events.sentence_dates import SentenceDates, without_weekdays_named_again
from loaders.text.events.that_opens import day_it_opens, is_of_first_part
from loaders.text.events.under_way import by_the_end, is_ahead
from loaders.text.events.whose_day import is_of_other_part, is_of_other_word
from loaders.text.layout.own_day import is_day_of_issue
from loaders.text.lexis.distances import DAY_LENGTH, PAIR
from loaders.text.lexis.lexed import Lexed
from loaders.text.when import Direction, When

_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|added|noted|denied|inform|warned|wrote|revealed)\b"
)
_ANOTHER = re.compile(
    _REPORTED.pattern
    + r"|\b(?:that|which|who|whose|since|before|after|until|when|where|because|ahead|due|will|would|planned|"
    r"scheduled|following|from|during|but|while|as|reached|adopted|agreements|resolutions?"
    r"|inauguration|(?:re-?)?elections?|appointment|anniversary|birthday)\b|[;:]"
)
"""After such a word a date is that of something else."""
_SPOKEN_OF = re.compile(
    r"\b(?:hail|prais|(?<!was )(?<!were )welcom|condemn|critici[sz]|denounc|defend|applaud|recall|referring)\w*\b"
)
_RECENT = re.compile(r"\b(?:recent|earlier|previous|past|upcoming|forthcoming|impending)(?: [\w.-]+){0,3} $")
"""Read "on Monday spoke about his recent visit": it was before."""
_SAID_OF = re.compile(r" (?:said|says|announced|confirmed) (?:that )?(?:the|his|her|their|an?) [^,;]*$")
"""Read "on Sunday said the visit of X to Oslo had been a success"."""
_AHEAD = re.compile(r"(?<!\bday )(?<!\bdays )\bahead of\b")
_ALONGSIDE = re.compile(r"\b(?:following|after|ahead of|before|at the (?:end|close|conclusion) of)\b")
_COMES_BACK = re.compile(
    r"\b(?:return(?:s|ed)|left|leaves|depart(?:s|ed)|(?:came|flew|arrived|is|are) (?:back|home))\b[^,;]*?"
    r" (?:after|following|from) (?:an?|his|her|their|its) (?:\w+-| )?day "
)
_THERE_OR_THEN = re.compile(r"\bwhere$|\b(?:following|after|during) which$")
_AHEAD_OF_IT = re.compile(r"\b(?:will|would|to|due|set|plan\w*|scheduled|expected)\b(?! [A-ZÀ-Þ])")
_FROM = re.compile(r"\b(?:return\w*|came back|back|fresh|arriv\w+|came|flew in)\b.* from\b")
_OWNS = ("'s ", "’s ")  # "left on Monday to attend this week's summit"
_UNTIL = ("until", "till")
"""Read "will remain in Oslo until Saturday": when a stay ends."""
_BESIDE = 5
"""Characters between "discussed" and its own day: "discussed on Sunday"."""
_ON_JOURNEY = re.compile(
    r"\bduring (?:his|her|their|an?|the|(?:[\w.-]+ ){0,4}?[\w.-]+['’]s?) "
    r"(?:[\w-]+ ){0,3}(?:visit|trip|stay|tour) (?:to|in) (?:the )?[A-ZÀ-Þ]\w+"
    r"|\bduring (?:his|her|their) (?:participation|attendance) (?:at|in)\b"
    r"|\bduring (?:the|an?|next|this) (?:[\w-]+ ){0,4}?(?:Assembly|[Ss]ession|[Ss]ummit|[Cc]onference"
    r"|[Ff]orum|meetings?)\b"
    r"|\bduring (?:[a-z-]+ ){0,3}?(?:talks|consultations|discussions|negotiations)\b"
    r"|(?P<comes>\bwhen (?:he|she|they) (?:visits?|comes?|arrives?|travels?|goes)(?: (?:in|to|here))*(?: [A-ZÀ-Þ]\w+)?)"
)
"""Read "met X during his visit to Oslo on Saturday": the day is that of both."""
_PLANNED_TRIP = re.compile(r"\b(?:visit|trip|tour) (?:scheduled|planned|set|slated) (?:for|in|on)\b")
_ASIDE = re.compile(
    r", (?:who|whose|which|where|seen|[a-z]{3,}ed)\b[^,;]{1,90},"
    r"|(?:--|[–—]) (?:who|whose|which)\b[^;–—]{1,120}?(?:--|[–—])"
)
"""Read "met Y, who took office in May, at the palace on Tuesday"."""
_CEREMONY = re.compile(r"\b(?:at|in|during) an? (?:\w+ ){0,2}?(?:ceremony|function|event)(?: held)?\b")
"""What stands after it is where and when the thing was done."""
_OWN_LEAD = re.compile(r"\b(?:during|from|over|through(?:out)?|as (?:early|soon|late) as)(?: the| last| this)? $")
"""Read "met X during the weekend": the word before the date is its own."""
_REACH = 200
"""Characters in which a date still belongs to the event before it."""
_NOUN = 40
"""Characters after "Monday's" in which the noun stands that it belongs to."""
_SAID = re.compile(
    r"\b(?:said|told \w+|announced|confirmed|reported|reiterated|repeated) (?:(?:late|early|on|in) )*$"
    r"|\b[Ss]peaking (?:(?:to|in|at|from|on|with|here|late|early)\b[^;.]{0,60}? )?$"
)
_PUBLISHED = re.compile(r"\b(?:published|released|broadcast|aired|posted|carried)(?: (?:late|early|on))* $")
"""Read "in remarks published today": the day of the paper."""
_CONTACTS = frozenset({"visit", "meeting", "talks", "summit", "call", "negotiation"})
_OCCASION = re.compile(
    r"\b(?:(?<!hand )(?<!hands )(?<!handed )(?<!handing )over|following|after|in connection with|in the wake"
    r"|on the (?:death|passing|anniversary)|caused|killed|struck|that occurred)\b"
)
"""Read "a letter of condolence over the fire on 14 March": the day of what it is about."""
_TERM = re.compile(r"\b(?:for|until|till|through) (?:the )?(?:period |years? )?$")
"""Read "signed a programme for 2001-2003": what a paper is for is not when it was signed."""
_PARTICIPLE = re.compile(
    r"\band(?: then| later)?,? (?:(?:late |early )?on )?$"
    r"|[a-z] (?:announced|reached|adopted|signed|imposed|launched|made|ordered|taken|agreed)(?: late| early)?(?: on)? $"
)
_HAD = re.compile(r"\b(?:had|would)\b")
_NEAR = 200
"""Characters before the word that tells of an event in which a date may be that of another clause."""


class Dating(SentenceDates):
    """Finds the day of a telling."""

    _parted: Lexed | None = None
    _parts: list[Stretch]

    def _date(self, frame: Frame, towards: Direction = "unknown") -> When | None:
        direction: Direction = "future" if is_ahead(frame) else "past"
        direction = direction if towards == "unknown" else towards
        named = self._dates(frame, direction)
        if not named:
            return None
        text, named = self._source.text, without_weekdays_named_again(self._source.text, named)
        named = [one for one in named if not is_of_first_part(text, frame, one)]
        if (opening := day_it_opens(text, frame, named)) is not None:
            return opening
        inside = self._belonging(frame, dates) if (dates := self._of_the_event(frame, named)) else []
        return self._nearest_inside(frame, inside) if inside else counted_from(text, frame, named)

    def _belonging(self, frame: Frame, dates: list[When]) -> list[When]:
        """Those of the dates that are the event's own: by the clause, or by what stands between."""
        text = self._source.text
        return (
            announced_on(text, frame, dates)
            or put_off(text, frame, dates)
            or self._in_clause(frame, dates)
            or self._before_clause(frame, dates)
            or held_on(text, frame, dates)
            or by_the_end(text, frame, dates)
            or since_when(text, frame, dates)
            or self._only_one(frame, dates)
            or day_of_act(text, frame, dates)
        )

    def _of_the_event(self, frame: Frame, dates: list[When]) -> list[When]:
        """Leave out the dates that are of something else: what is reported, prepared, until then or done besides."""
        lx, text, at = frame.lx, self._source.text, frame.lx.starts[frame.at]
        noun = frame.rule.endswith(("noun", "noun-call"))
        parts = self._parts_of(lx)
        dates = [one for one in dates if not is_of_other_part(text, parts, frame, one)]
        dates = [one for one in dates if not (is_of_other_word(text, frame, one) or is_of_report(text, frame, one))]
        if frame.kind == "visit" or noun:
            dates = [one for one in dates if one.lead not in _UNTIL or (one.start > at and frame.kind != "visit")]
        dates = [one for one in dates if not (is_of_step_before(frame, one) or is_quoted_before(text, frame, one))]
        dates = [one for one in dates if not is_of_something_else(text, frame, one)]
        dates = [one for one in dates if not is_of_what_follows(text, frame, one)]
        if frame.passage.role == "headline":
            dates = [one for one in dates if not is_of_next_step(text, frame, one)]
        if frame.day_after:
            dates = [one for one in dates if one.start > at or text.startswith(_OWNS, one.end, at)]
        elif noun:
            dates = [one for one in dates if not self._is_of_telling(frame, one, at)]
            dates = [one for one in dates if not is_of_preparing(text, frame, one)]
        dates = without_first_plans(text, frame, dates)
        return [one for one in dates if not (self._is_of_paper(lx, one, frame) or self._is_of_other(lx, one, frame))]

    def _parts_of(self, lx: Lexed) -> list[Stretch]:
        """The parts of a sentence that have a time of their own; asked for by each telling, and found once."""
        if self._parted is not lx:
            self._parted, self._parts = lx, stretches(lx)
        return self._parts

    def _in_clause(self, frame: Frame, dates: list[When]) -> list[When]:
        """The dates of the clause, or right before it where the sentence begins with it."""
        lx, (begin, stop) = frame.lx, frame.span
        low, high = lx.starts[begin], lx.ends[min(stop, len(lx)) - 1]
        inside = [one for one in dates if low <= one.start <= high]
        if frame.rule.startswith(("discuss", "brief")):
            end = lx.ends[frame.at] + _BESIDE  # after it stand the dates of what is discussed
            inside = [one for one in inside if one.start < end or is_news(one, self._today)]
        return inside or [one for one in dates if one.end <= lx.starts[frame.at] and low == lx.start]

    def _before_clause(self, frame: Frame, dates: list[When]) -> list[When]:
        """The dates before a clause that are its own too: "flew on Sunday to Oslo, where he met"."""
        lx, begin = frame.lx, frame.span[0]
        if not begin:
            return []
        found: list[When] = []
        if _THERE_OR_THEN.search(lx.lower(max(0, begin - PAIR), begin)):
            alone = frame.status in ("planned", "proposed") and _AHEAD_OF_IT.search(lx.lower(0, begin)) is None
            other = alone or _FROM.search(lx.lower(0, begin)) is not None  # "arrived on Sunday, where he is to"
            if other:
                return []
            found = [one for one in dates if one.end <= lx.starts[begin]][-1:]
        if not found and not _REPORTED.search(lx.lower(0, begin)):
            found = [one for one in dates if one.start < lx.starts[min(3, begin)]][:1]
        return found

    def _nearest_inside(self, frame: Frame, inside: list[When]) -> When:
        """The first date after the word that tells of the event, else the last before it."""
        after = [one for one in inside if one.start > frame.lx.starts[frame.at]]
        if after and after[0] is not inside[0] and self._is_of_participle(frame.lx, after[0], frame):
            return inside[0]
        return after[0] if after else inside[-1]

    def _is_of_participle(self, lx: Lexed, date: When, frame: Frame) -> bool:
        """Read "on Monday recalled its envoy over an embargo announced on Friday", "and on Friday flew": another's."""
        if frame.rule.endswith("noun"):
            return begins_another(self._source.text, lx.ends[frame.at], date)
        return _PARTICIPLE.search(self._source.text, lx.ends[frame.at], date.start) is not None

    def _is_of_telling(self, frame: Frame, date: When, at: int) -> bool:
        """Read "on Monday hailed X's visit to", "said on Monday after a visit to": a day on which it was spoken of."""
        between = self._source.text[date.end : at] if date.end < at else ""
        return (
            (bool(between) and _RECENT.search(between) is not None)
            or _SPOKEN_OF.search(between) is not None
            or (frame.kind == "visit" and _SAID_OF.match(between) is not None)
            or _AHEAD.search(between) is not None
            or (frame.kind == "visit" and bool(_ALONGSIDE.search(between)) and not self._comes_back(frame, date, at))
        )

    def _comes_back(self, frame: Frame, date: When, at: int) -> bool:
        """Read "returned home on Sunday after a three-day visit": the day is the last of those counted."""
        day = len(date.edtf) == DAY_LENGTH
        return day and _COMES_BACK.search(self._source.text, frame.lx.start, at) is not None

    def _is_of_paper(self, lx: Lexed, date: When, frame: Frame) -> bool:
        """Read "a programme for 2001-2003", "in remarks published today": the years or the day of what is written."""
        at, text = lx.starts[frame.at], self._source.text
        if frame.passage.role == "headline" and is_day_of_issue(text[date.end : lx.end], date, self._today):
            return True
        end = lx.ends[frame.at]
        if frame.kind in _CONTACTS and (
            (is_of_statement(text, date, lx.start) and not is_arrival_told(frame))
            or is_of_other_gathering(text, date, end)
        ):
            return True
        if frame.kind == "letter" and _OCCASION.search(text, at, max(at, date.start)) is not None:
            return True
        before = max(lx.start, date.start - _NOUN)
        if frame.kind == "agreement" and date.kind == "range" and _TERM.search(text, before, date.start) is not None:
            return True  # "a programme for 2017-2020 was signed"
        if date.start < at:
            return _PUBLISHED.search(text, before, date.start) is not None
        return frame.kind == "agreement" and _TERM.search(text, at, date.start) is not None

    def _is_of_other(self, lx: Lexed, date: When, frame: Frame) -> bool:
        """Read "over Sunday's shooting", "the President, who took office on Monday, met": of another noun or verb."""
        at, text = lx.starts[frame.at], self._source.text
        if is_when_gathered(text, frame, date, self._today):
            return False  # "met X at last year's summit"
        if date.modifier and (not date.start <= at <= date.end + _NOUN or text.find(",", date.end, at) >= 0):
            return True
        if not at - _NEAR <= date.start < at:
            return False
        said = _SAID.search(text, max(lx.start, date.start - _NOUN), date.start) is not None
        if said and frame.status in ("planned", "proposed"):
            return True  # "said on Friday he could visit"
        had_been = said and frame.kind not in ACTS and _HAD.search(text, date.end, at) is not None
        return had_been or self._is_announced(date, frame, at)  # "said on Monday he had met"

    def _is_announced(self, date: When, frame: Frame, at: int) -> bool:
        """Read "On 12 October X announced she would be travelling to": the day of the announcement."""
        if frame.status not in ("planned", "proposed"):
            return False
        if frame.rule.endswith("noun") and is_of_announcement(self._source.text, date, at):
            return True
        ahead = self._is_future(date, today=True) and not is_of_next_year(date, self._published)
        if ahead and not date.rule.startswith(("weekday", "month-nearest")):
            return False
        return is_of_plan_told(self._source.text, date, at)

    def _only_one(self, frame: Frame, dates: list[When]) -> list[When]:
        """The only date of the sentence, where nothing between says that it is of something else."""
        end = frame.lx.ends[frame.at]
        if frame.rule.startswith(("discuss", "brief")) and not self._is_when_he_comes(frame, dates, end):
            dates = [one for one in dates if one.rule.startswith("weekday") or is_news(one, self._today)]
        if len({one.edtf for one in dates}) == 1:
            dates = dates[:1]  # "yesterday (7 March)"
        if len(dates) == 1 and (done := _CEREMONY.search(self._source.text, end, max(end, dates[0].start))) is not None:
            end = done.end()
        if len(dates) != 1 or not end <= dates[0].start <= end + _REACH:
            return []
        between = _OWN_LEAD.sub("", self._source.text[end : dates[0].start])
        between = _ASIDE.sub(" ", _PLANNED_TRIP.sub(" ", _ON_JOURNEY.sub(" ", between)))
        return [] if _ANOTHER.search(between) else dates

    def _is_when_he_comes(self, frame: Frame, dates: list[When], end: int) -> bool:
        """Read "will discuss quotas with X when he visits Oslo on 3 June"."""
        ahead = frame.status == "planned" and len(dates) == 1 and dates[0].start > end
        found = _ON_JOURNEY.search(self._source.text, end, dates[0].start) if ahead else None
        return found is not None and found["comes"] is not None
