"""Example patterns of the page on the graph."""

from __future__ import annotations

PATTERNS: dict[str, str] = {
    "TOOK_PART": "MATCH (a:Country {iso3: 'RUS'})-[:TOOK_PART]->(e:Event)<-[:TOOK_PART]-(b:Country {iso3: 'USA'})\n"
    "WHERE e:Meeting AND e.latest >= date('2025-01-01')\nRETURN e.date, e.title ORDER BY e.earliest, e.id",
    "ATTENDED": "MATCH (o:Official {name: $name})-[p:ATTENDED]->(e:Event)\n"
    "RETURN e.date, p.capacity, e.title ORDER BY e.earliest, e.id",
    "HAS_PARTICIPANT": "MATCH (e:Event {id: $event})-[:HAS_PARTICIPANT]->(p:Participant)\n"
    "OPTIONAL MATCH (p)-[:IDENTIFIED_AS]->(o:Official)\n"
    "RETURN p.side, coalesce(o.name, p.rank) AS who, p.capacity, p.tenure ORDER BY p.side, p.id",
    "ON_TOPIC": "MATCH (e:Event)-[:ON_TOPIC]->(t:Topic {code: 'energy'})\n"
    "WHERE e.status = 'held'\nRETURN e.date, e.title ORDER BY e.earliest, e.id",
    "HELD_AT": "MATCH (e:Event)-[:HELD_AT]->(p:Place)-[:IN_COUNTRY]->(c:Country {iso3: 'CHE'})\n"
    "RETURN e.date, p.name, e.title ORDER BY e.earliest, e.id",
    "HELD_OFFICE": "MATCH (o:Official)-[t:HELD_OFFICE]->(f:Office {office: 'foreign-minister'})"
    "-[:OFFICE_OF]->(c:Country {iso3: 'RUS'})\nRETURN o.name, t.start, t.end ORDER BY t.earliest, o.id",
    "ABOUT": "MATCH (c:Claim)-[:ABOUT]->(e:Event {id: $event})\nMATCH (c)-[:STATED_IN]->(s:Source)\n"
    "RETURN c.attribute, c.value, c.quote, s.publisher, s.url ORDER BY c.attribute, c.id",
    "BETWEEN": "MATCH (x:Conflict)-[:BETWEEN]->(c:Claim)-[:STATED_IN]->(s:Source)\n"
    "RETURN x.note, c.value, c.quote, s.publisher ORDER BY x.id, c.id",
    "REPRINT_OF": "MATCH (s:Source)-[:REPRINT_OF]->(first:Source)\n"
    "RETURN first.publisher, s.publisher, s.url ORDER BY first.id, s.id",
}
"""One question for each of the main relationships; a test runs them all on real engines. Parameters: $name, $event."""
