"""What must be so of sources that are added to a large graph, withdrawn, ranked, judged, and asked about as of then."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from kg.load.revise import By
from kg.model import Participant, Venue
from kg.store.engine import StoreError
from kg.vocabulary import countries
from queries import BadParameterError
from queries.as_of import KNOWN_BY
from tests.bench.promises.ground import DAY, WITHIN, BrokenPromiseError, Large, hold
from tests.promises.history import History

_MINISTER = ("Foreign Minister", "foreign-minister", "RUS")
_ON_FEBRUARY: dict[str, object] = {"since": "2025-02", "until": "2025-02"}
_ASKED: dict[str, dict[str, object]] = {
    "contacts": {"a": "Russia", "b": "USA", "status": "any", **_ON_FEBRUARY},
    "country-timeline": {"country": "Russia", **_ON_FEBRUARY},
    "contacts-by-month": {"a": "Russia", "b": "USA", "status": "any"},
    "conflicts": {"country": "Russia"},
    "event-evidence": {},
    "represented": {},
}
_WRITING = (
    "CREATE (n:Country {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n:Event) SET n.title = 'x'",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "CALL { CREATE (n:X) RETURN n } RETURN n",
)  # fmt: skip
_ENDLESS = "MATCH (a:Event), (b:Event), (c:Event) WHERE a.title = b.title AND b.title = c.id RETURN count(*)"


def sources_may_disagree(large: Large) -> str:
    """Promise 4: two cities are one conflict, which a person may decide, and decide no more; a copy is no voice."""
    told = [large.told(city, venue=Venue(city, city, "SAU")) for city in ("Riyadh", "Jeddah")]
    find = "UNWIND $ids AS id MATCH (:Source {id: id})<-[:STATED_IN]-(c:Claim {attribute: 'venue'}) RETURN c.id"
    place = "MATCH (e)-[:HELD_AT]->(p) RETURN p.name"
    with large.added(*told):
        hold("conflicts", large.events(told, "MATCH (e)<-[:CONCERNS]-(c) RETURN c.attribute"), [("venue",)])
        shown = large.events(told, place)
        (other,) = [one for one in told if (one.source.key.rsplit("-")[-1],) not in shown]
        ((claim,),) = large.ask(find, ids=[other.source.id])
        large.graph.rank(claim, large.by("the protocol"))
        hold("because", large.events(told, "MATCH (e)<-[:CONCERNS]-(c) RETURN c.because"), [("person",)])
        hold("the place that a person chose", large.events(told, place) == shown, False)
        large.graph.undo_rank(claim, large.by("no protocol"))
        hold("the place that the rule chooses", large.events(told, place), shown)
    copies = [large.told(name, text=f"They met, {large.mark} says, word for word.") for name in ("one", "two")]
    with large.added(*copies):
        hold("voices of a text and its copy", large.events(copies, "RETURN e.sources"), [(1,)])
    return "one conflict of two claims, decided by a person and by the rule again; a copy is no second voice"


def a_source_can_be_withdrawn(large: Large) -> str:
    """Promise 5: what others say stays, what only it said goes; brought back, all is as before, also of old sources."""
    find = "MATCH (e:Event {sources: 2})<-[:REPORTS]-(s:Source) RETURN e.id, s.id ORDER BY e.id, s.id LIMIT 2"
    (event, old), _ = large.ask(find)
    look = "MATCH (e:Event {id: $id}) OPTIONAL MATCH (e)--(n) RETURN e.digest, e.sources, n.id ORDER BY n.id"
    before, counts = large.ask(look, id=event), large.counts()
    large.graph.withdraw(old, large.by("retracted"))
    hold("sources left", large.ask("MATCH (e:Event {id: $id}) RETURN e.sources", id=event), [(1,)])
    large.graph.bring_back(old, large.by("it was right"))
    hold("the event of old", large.ask(look, id=event), before)
    envoy = Participant(f"Pyotr {large.mark}", "Envoy", "", "BLR")
    alone = large.told("alone", envoy, sides=("BLR", "RUS"), venue=Venue(f"Camp {large.mark}", "", "BLR"))
    with large.added(alone):
        hold("events added", large.number("Event"), counts["Event"] + 1)
    after = large.counts()
    for label in ("Event", "Participant", "Place"):
        hold(f"{label} nodes", after[label], counts[label])
    hold("claims kept as history", after["Claim"], counts["Claim"] + len(alone.claims))
    return "an event of two sources keeps what the other says; what one alone said is history"


def two_readouts_are_one(large: Large) -> str:
    """Promise 6: two accounts of a meeting, another of the week, and a summit of twenty."""
    told = [large.told(name, date=day) for name, day in (("a", DAY), ("b", DAY), ("c", "2040-02-21"))]
    summit = large.told("summit", sides=tuple(sorted(countries())[:20]), kind="summit")
    with large.added(*told, summit):
        rows = large.events(told, "RETURN e.date, e.sources ORDER BY e.date")
        hold("meetings of a week", rows, [(DAY, 2), ("2040-02-21", 1)])
        hold("sides", large.events([summit], "MATCH (e)<-[:TOOK_PART]-(s) RETURN count(s)"), [(20,)])
    return "two readouts are one event, two days are two, twenty sides are one event"


def offices_are_held_in_time(large: Large) -> str:
    """Promise 9: the verdict stands beside what is said, and a mismatch is a finding."""
    cases = {("Sergey Lavrov", "2025-02-18"): "holds", ("Sergey Lavrov", "1999-02-18"): "differs",
             (f"Nobody {large.mark}", "2025-02-18"): "unknown"}  # fmt: skip
    for (name, day), verdict in cases.items():
        reading = large.told(f"office-{verdict}", Participant(name, *_MINISTER), sides=("RUS", "TUV"), date=day)
        with large.added(reading):
            found = "MATCH (e)-[:HAS_PARTICIPANT]->(p) RETURN p.name, p.capacity, p.tenure"
            hold("what is shown", large.events([reading], found), [(name, _MINISTER[0], verdict)])
            findings = large.events(
                [reading], "MATCH (e)<-[:CONCERNS]-(c:Conflict) WHERE c.kind = 'tenure' RETURN count(c)"
            )
            hold(f"findings where it {verdict}", findings, [(int(verdict == "differs"),)])
    return "holds, differs, unknown; a finding where it differs, and what was said stays"


def unnamed_are_participants(large: Large) -> str:
    """Promise 10: side, rank and number are kept, and two texts' officials are not made the same."""
    official = Participant("", "senior official", "", "USA", rank="senior", count=2)
    told = [large.told(f"unnamed-{name}", official) for name in "ab"]
    with large.added(*told):
        rows = large.events(told, "MATCH (e)-[:HAS_PARTICIPANT]->(p) RETURN p.side, p.rank, p.count")
        hold("participants", rows, [("USA", "senior", 2)] * 2)
        hold("officials", large.events(told, "MATCH (e)<-[:ATTENDED]-(o) RETURN o.id"), [])
    return "two participants without a name, with side, rank and number"


def answers_as_of_then(large: Large) -> str:
    """Promise 11: loads, corrections, withdrawals, rankings and judgements; each moment's answers are given again."""
    chance, month = random.Random(large.mark), f"{large.year}-02"
    history = History(large.graph, large.load, chance, month=month, mark=large.mark)
    then: dict[str, dict[str, object]] = {}
    ids: dict[str, object] = {}
    for moment in history.happen():
        ids = ids or history.something()
        then[moment] = _answers(large, ids, "")
    for moment, answers in then.items():
        hold(f"the answers of {moment}", _answers(large, ids, moment), answers)
    hold("that the history changes the answers", len({str(one) for one in then.values()}) > 5, True)
    for one in history.standing():
        large.graph.withdraw(one, By("bench", "the history is over", f"{large.year}-03-01T00:00:00Z"))
    hold("contacts known before anything was loaded", _answers(large, ids, "1999-01-01")["contacts"], [])
    return f"{len(_ASKED)} queries at {len(then)} moments of a history, each answered as it was then"


def names_are_unicode(large: Large) -> str:
    """Promise 13: one person in two scripts is one, and no name becomes nothing."""
    spellings = ("Сергей Лавров", "Sergey Lavrov")
    told = [large.told(f"script-{n}", Participant(name, *_MINISTER)) for n, name in enumerate(spellings)]
    wang = large.told("chinese", Participant("王毅", side="CHN"), sides=("CHN", "RUS"))
    with large.added(*told, wang):
        (names,) = large.events(told, "MATCH (e)<-[:ATTENDED]-(o:Official) RETURN o.names")
        hold("one official with both spellings", set(spellings) <= set(names[0]), True)
        hold("its name", large.events([wang], "MATCH (e)-[:HAS_PARTICIPANT]->(p) RETURN p.name"), [("王毅",)])
    return "two scripts are one official; 王毅 is 王毅"


def a_reader_cannot_write(large: Large) -> str:
    """Promise 14: writing, files and endless questions are refused, and a value is never Cypher."""
    counts = large.counts()
    for text in _WRITING:
        _refused(text, partial(large.ask, text))
    _refused("an endless question", lambda: large.graph.cypher(_ENDLESS, timeout=5))
    hostile = large.told("x' }) DETACH DELETE n //")
    with large.added(hostile):
        rows = large.ask("MATCH (s:Source {key: $key}) RETURN count(s)", key=hostile.source.key)
        hold("sources of a hostile name", rows, [(1,)])
    hold("events", large.number("Event"), counts["Event"])
    return f"{len(_WRITING)} ways to write refused; a question without end was ended"


def _answers(large: Large, ids: dict[str, object], moment: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, asked in _ASKED.items():
        more = {} if asked else {"event": ids["event"]}
        try:
            as_of = {KNOWN_BY: moment} if moment else {}
            found[name] = list(large.graph.query(name, timeout=WITHIN, **asked, **more, **as_of).rows)
        except BadParameterError:
            found[name] = []
    return found


def _refused(what: str, ask: Callable[[], object]) -> None:
    try:
        ask()
    except StoreError:
        return
    raise BrokenPromiseError(f"{what}: it was not refused")
