// title: Sources by publisher and year
// description: What the graph was read from.
// family: coverage
// cost: every source of the graph
// param known_by: moment (none) What the graph showed then, instead of now.
// column publisher: text Who published them.
// column kind: text article, readout or record.
// column year: integer Year of publication; empty where not known.
// column sources: integer Sources.

MATCH (s:Source)
WHERE coalesce(s.recorded < $known_by, true)
WITH coalesce(s.publisher, '') AS publisher, s.kind AS kind, s.published_earliest.year AS year, count(s) AS sources
RETURN publisher, kind, year, sources
ORDER BY publisher, kind, year
