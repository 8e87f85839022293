// title: Sides of the graph
// description: Every country and organisation with the events it took part in.
// family: coverage
// cost: every event of the graph
// param limit: integer (100) At most so many rows.
// param known_by: moment (none) What the graph showed then, instead of now.
// column side: text Id.
// column name: text Name.
// column events: integer Events it took part in.
// column first: date First day of the earliest.
// column last: date Last day of the latest.
// example: limit=5

MATCH (s:Country|Organization)-[:TOOK_PART]->(e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
WITH s, count(DISTINCT e) AS events, min(e.earliest) AS first, max(e.latest) AS last
RETURN s.id AS side, s.name AS name, events, first, last
ORDER BY events DESC, side
LIMIT $limit
